import type { NormDossier } from "../../../core/figures/norm-dossier/norm-dossier.ts";
import { number } from "../../format.ts";
import { say } from "../../language.tsx";
import { normPage, withFields } from "../../norm-links.ts";
import { type Column, Table } from "../../table.tsx";
import { COMPARE_LABELS } from "../compare/tabs.tsx";

type Overlap = NormDossier["overlaps"][number];

/** Norms of other labels that cover the same, and how they were judged in one audit of both. */
export function Overlaps({ overlaps }: { readonly overlaps: readonly Overlap[] }) {
  const own = overlaps[0]?.a.places[0]?.framework.label;
  const columns: readonly Column<Overlap>[] = [
    {
      header: say("Norm van het andere label", "Norm of the other label"),
      cell: ({ label, b, addresses }) => (
        <>
          <a href={normPage(addresses.b)}>
            <b>
              {label} {b.code}
            </b>{" "}
            {b.title}
          </a>
        </>
      ),
      wide: true,
    },
    { header: say("Los beoordeeld (n)", "Judged apart (n)"), numeric: true, cell: ({ judgedTwice }) => number(judgedTwice.n) },
    { header: say("Gelijk", "Equal"), numeric: true, cell: ({ judgedTwice }) => number(judgedTwice.same) },
    { header: say("Daar hoger", "Higher there"), numeric: true, cell: ({ judgedTwice }) => number(judgedTwice.higher) },
    { header: say("Daar lager", "Lower there"), numeric: true, cell: ({ judgedTwice }) => number(judgedTwice.lower) },
    {
      header: say("Eén oordeel voor beide", "One judgement for both"),
      numeric: true,
      cell: ({ lentToA, lentToB }) => number(lentToA + lentToB),
    },
  ];
  return (
    <section aria-labelledby="overlap">
      <h2 id="overlap">{say("Overlap met andere labels", "Overlap with other labels")}</h2>
      {overlaps.length === 0 ? (
        <p>
          {say(
            "Volgens het normenkader overlapt deze norm niet met een norm van een ander label.",
            "By the framework this norm does not overlap with a norm of another label.",
          )}
        </p>
      ) : (
        <Table
          caption={say(
            "In gecombineerde audits; elke organisatie één keer, met haar laatste audit van beide labels",
            "In combined audits; each organisation once, by its latest audit of both labels",
          )}
          columns={columns}
          rows={overlaps}
        />
      )}
      {own !== undefined && (
        <p class="off-paper">
          <a href={withFields(COMPARE_LABELS, [["a", own], ...overlaps.slice(0, 1).map(({ label }) => ["b", label] as const)])}>
            {say("Alle normen van beide labels naast elkaar", "All norms of both labels beside each other")}
          </a>
        </p>
      )}
    </section>
  );
}
