import type { Day } from "../../calendar.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import { standingOf } from "../../relevance/standing.ts";
import { rowsUntil } from "../../relevance/view-matrix.ts";
import { kruskalWallis } from "../../statistics/kruskal-wallis.ts";
import { type Counting, countings, tallyOf } from "./counting.ts";
import { count, fraction, number, type Table, text } from "./table.ts";
import { testsOfOrganisations, type ViewSource } from "./view-source.ts";

export interface BodyRow {
  readonly beeld: string;
  readonly label: string;
  readonly ci: string;
  readonly naam: string;
  readonly telling: Counting;
  readonly organisaties: number;
  readonly gemiddeld_aandeel: number | null;
  readonly mediaan_aandeel: number | null;
  readonly overgestapt_naar: number;
  readonly overgestapt_van: number;
  readonly toetsgrootheid: number | null;
  readonly vrijheidsgraden: number | null;
  readonly p: number | null;
  readonly let_op: string;
}

/**
 * Per certifying body: the share of the judged norms that its organisations meet, each by its current report as it was judged then (a
 * later check would always make it better). The row `*` has all bodies together and compares them (Kruskal-Wallis on the shares). Ends with
 * how many organisations changed body from one full test to the next: they are all that could ever tell strictness from clients.
 */
export function bodyRows(source: ViewSource, catalogue: Pick<Catalogue, "bodies">, referenceDay: Day): BodyRow[] {
  const { view, matrix, norms } = source;
  const { rows } = standingOf(matrix, rowsUntil(matrix, referenceDay));
  const changes = bodyChanges(source, referenceDay);
  return countings.flatMap((telling, way) => {
    const shares: number[][] = matrix.bodies.map(() => []);
    for (const row of rows) {
      const { judged, met } = tallyOf(matrix.scores, row * matrix.width, norms);
      if (judged > 0) shares[matrix.body[row]!]!.push(met[way]! / judged);
    }
    const test = kruskalWallis(shares);
    const compared = shares.filter((ofBody) => ofBody.length > 0).length;
    const rowOf = (
      ci: string,
      naam: string,
      ofBody: readonly number[],
      what: Pick<BodyRow, "overgestapt_naar" | "overgestapt_van" | "toetsgrootheid" | "vrijheidsgraden" | "p" | "let_op">,
    ): BodyRow => ({
      beeld: view.id,
      label: view.label,
      ci,
      naam,
      telling,
      organisaties: ofBody.length,
      gemiddeld_aandeel: mean(ofBody),
      mediaan_aandeel: median(ofBody),
      ...what,
    });
    return [
      rowOf(ALL, "alle certificerende instellingen", shares.flat(), {
        overgestapt_naar: changes.organisations,
        overgestapt_van: changes.organisations,
        toetsgrootheid: test?.h ?? null,
        vrijheidsgraden: test?.df ?? null,
        p: test?.p ?? null,
        let_op: test ? strictnessOrClients : compared < 2 ? oneBody : allEqual,
      }),
      ...matrix.bodies.flatMap((code, body): BodyRow[] => {
        if (!tested(source, body, referenceDay)) return [];
        return [
          rowOf(code, catalogue.bodies.get(code)?.name ?? code, shares[body]!, {
            overgestapt_naar: changes.to[body]!,
            overgestapt_van: changes.from[body]!,
            toetsgrootheid: null,
            vrijheidsgraden: null,
            p: null,
            let_op: strictnessOrClients,
          }),
        ];
      }),
    ];
  });
}

const ALL = "*";

const strictnessOrClients =
  "Een verschil kan aan de strengheid van de instelling liggen of aan haar klanten: dat is hieruit niet te zien. Alleen organisaties die van instelling wisselden zouden het kunnen laten zien.";
const oneBody = "Nog niet te vergelijken: er zijn geen twee instellingen met getoetste organisaties.";
const allEqual = "Niet te vergelijken: alle organisaties voldoen aan een even groot deel van de normen.";

const tested = ({ matrix }: ViewSource, body: number, day: Day): boolean =>
  matrix.body.some((of, row) => of === body && matrix.day[row]! <= day);

interface BodyChanges {
  /** Organisations that changed at least once. */
  readonly organisations: number;
  /** Per body: changes to it and away from it, between one full test and the next. */
  readonly to: Uint32Array;
  readonly from: Uint32Array;
}

function bodyChanges(source: ViewSource, referenceDay: Day): BodyChanges {
  const { matrix } = source;
  const to = new Uint32Array(matrix.bodies.length);
  const from = new Uint32Array(matrix.bodies.length);
  let organisations = 0;
  for (const all of testsOfOrganisations(source)) {
    const bodies = all.filter((row) => matrix.day[row]! <= referenceDay).map((row) => matrix.body[row]!);
    const changes = bodies
      .slice(1)
      .map((body, i) => [bodies[i]!, body] as const)
      .filter(([before, after]) => before !== after);
    for (const [before, after] of changes) {
      from[before]!++;
      to[after]!++;
    }
    if (changes.length > 0) organisations++;
  }
  return { organisations, to, from };
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export const bodiesTable: Table<BodyRow> = {
  file: "bodies.csv",
  title: "Certificerende instellingen",
  description:
    "Per instelling het aandeel van de normen waaraan haar organisaties voldoen. Bedoeld voor een gesprek, niet voor een oordeel: strengheid en klanten zijn niet uit elkaar te houden.",
  key: ["beeld", "ci", "telling"],
  columns: [
    text("beeld", "Label, variant (* is alle varianten samen) en eerste en laatste versie van het normenkader."),
    text("label", "Het label."),
    text("ci", "Code van de certificerende instelling; * is alle instellingen samen."),
    text("naam", "Naam van de instelling."),
    text("telling", "streng: alleen voldoet telt. soepel: ook voldoet deels telt.", { values: countings }),
    count(
      "organisaties",
      "Aantal organisaties met een oordeel, waarvan de laatste eerste toets of hertoets door deze instelling gedaan is.",
    ),
    fraction(
      "gemiddeld_aandeel",
      "Gemiddelde over die organisaties van het aandeel van de beoordeelde normen waaraan zij voldoen. Leeg zonder organisaties.",
    ),
    fraction("mediaan_aandeel", "De middelste daarvan. Leeg zonder organisaties."),
    count(
      "overgestapt_naar",
      "Aantal keer dat een organisatie voor een volgende toets naar deze instelling overstapte; bij * het aantal organisaties dat ooit overstapte.",
    ),
    count(
      "overgestapt_van",
      "Aantal keer dat een organisatie van deze instelling overstapte; bij * het aantal organisaties dat ooit overstapte.",
    ),
    number("toetsgrootheid", "Alleen bij *: H van Kruskal en Wallis over de aandelen per instelling. Leeg als er niets te vergelijken is."),
    number("vrijheidsgraden", "Alleen bij *: aantal vergeleken instellingen min 1. Leeg als er niets te vergelijken is."),
    fraction(
      "p",
      "Alleen bij *: kans op zo'n groot verschil als er tussen de instellingen geen verschil zou zijn. Leeg als er niets te vergelijken is.",
    ),
    text("let_op", "Wat hieruit niet te lezen is."),
  ],
};
