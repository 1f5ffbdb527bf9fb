import type { LineageLink, LineagePlace } from "../../../core/catalogue/lineage.ts";
import { placeAddress } from "../../../core/figures/norm-address.ts";
import type { NormDossier } from "../../../core/figures/norm-dossier/norm-dossier.ts";
import { say } from "../../language.tsx";
import { normPage } from "../../norm-links.ts";
import { type Column, Table } from "../../table.tsx";
import { relationWords } from "./lineage-words.ts";

/** What the norm was, and what it became, framework by framework. */
export function Lineage({ dossier: { lineage, norm } }: { readonly dossier: NormDossier }) {
  const columns: readonly Column<LineageLink>[] = [
    { header: say("Was", "Was"), cell: ({ from }) => <Place place={from} norm={norm} />, wide: true },
    { header: say("Wat er gebeurde", "What happened"), cell: ({ relation }) => relationWords(relation) },
    { header: say("Werd", "Became"), cell: ({ to }) => <Place place={to} norm={norm} /> },
  ];
  return (
    <section aria-labelledby="herkomst">
      <h2 id="herkomst">{say("Herkomst en vervolg", "Origin and sequel")}</h2>
      {lineage.length === 0 ? (
        <p>
          {say(
            `Deze norm staat in ${frameworkWords(norm.places)} en heeft geen voorganger of opvolger.`,
            `This norm is in ${frameworkWords(norm.places)} and has no predecessor or successor.`,
          )}
        </p>
      ) : (
        <Table
          caption={say(
            "Van het ene normenkader naar het volgende. Een lijn over de tijd loopt alleen door waar de norm gelijk bleef.",
            "From one framework to the next. A line over time runs on only where the norm stayed the same.",
          )}
          columns={columns}
          rows={lineage}
        />
      )}
    </section>
  );
}

const frameworkWords = (places: readonly LineagePlace[]): string =>
  places.map(({ framework: { label, variant, version } }) => `${label} ${variant} ${version}`).join(", ");

function Place({ place, norm }: { readonly place: LineagePlace; readonly norm: NormDossier["norm"] }) {
  const { code, title } = place.framework.norms[place.norm]!;
  const own = norm.places.some(({ framework, norm: position }) => framework.key === place.framework.key && position === place.norm);
  return (
    <>
      {own ? <b>{code}</b> : <a href={normPage(placeAddress(place))}>{code}</a>} {place.framework.variant} {place.framework.version}
      {own && ` (${say("deze norm", "this norm")})`}
      <small>{title}</small>
    </>
  );
}
