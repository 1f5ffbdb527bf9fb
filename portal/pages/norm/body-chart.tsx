import type { NormDossier } from "../../../core/figures/norm-dossier/norm-dossier.ts";
import type { Chart } from "../../charts/chart-figure.tsx";
import { Funnel } from "../../charts/funnel.tsx";
import { type FunnelData, funnelTable } from "../../charts/funnel-data.ts";
import { wordingOf } from "../../charts/wording.ts";
import { say, useLanguage } from "../../language.tsx";
import { joined } from "../../selection-words.ts";

/** Certifying bodies as a funnel; undefined when fewer than two judged the norm: there is nothing to lay it beside. */
export function bodyChart({ bodies: { bodies, curve } }: NormDossier): Chart | undefined {
  if (bodies.length < 2) return undefined;
  const data: FunnelData = {
    bodies: bodies.map(({ name, met, n }) => ({ name, met, n })),
    limits: curve.map(({ n, wide95 }) => ({ n, lower: wide95.lower, upper: wide95.upper })),
  };
  const outside = bodies.filter(({ lies }) => lies !== "within").map(({ name }) => name);
  const answer =
    outside.length === 0
      ? say("Alle instellingen liggen binnen wat toeval kan geven.", "All bodies lie within what chance may give.")
      : say(
          `${joined(outside)} ${outside.length === 1 ? "ligt" : "liggen"} verder van het geheel dan toeval meestal geeft: een reden om ernaar te vragen.`,
          `${joined(outside)} ${outside.length === 1 ? "lies" : "lie"} further from the whole than chance usually gives: a reason to ask.`,
        );
  return {
    id: "instellingen",
    heading: say("Certificerende instellingen", "Certifying bodies"),
    conclusion: answer,
    draw: (drawing) => <Funnel data={data} drawing={drawing} />,
    table: funnelTable(data, wordingOf(useLanguage())),
  };
}

/** What a funnel cannot tell apart; stands with it wherever it is. */
export const funnelWarning = (): string =>
  say(
    "Let op: of een instelling strenger toetst, of organisaties treft die minder ver zijn, is hieruit niet te zien. Daarvoor zijn de dossiers nodig.",
    "Note: whether a body tests more strictly, or meets organisations that are less far, cannot be seen from this. That needs the files.",
  );
