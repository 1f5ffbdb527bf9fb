import type { Day } from "../../calendar.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import { wilsonInterval } from "../../statistics/wilson-interval.ts";
import { type Counting, countings, type MeanShare, nothingCounted } from "./counting.ts";
import { type Level, type Line, levels, lineName, linesOf } from "./lines.ts";
import { periodName, type Span, spans } from "./periods.ts";
import { fromFirstToLast, standingPerHalfYear, testsPerPeriod } from "./points.ts";
import { count, fraction, type Table, text } from "./table.ts";
import type { ViewSource } from "./view-source.ts";

export interface TrendRow {
  readonly beeld: string;
  readonly label: string;
  readonly niveau: Level;
  readonly code: string;
  readonly titel: string;
  readonly lijn: string;
  readonly normen: number;
  readonly breuk: string;
  readonly meting: Measure;
  readonly tijdvak: Span;
  readonly periode: string;
  readonly telling: Counting;
  readonly organisaties: number;
  readonly oordelen: number;
  readonly voldoet: number;
  readonly aandeel_voldoet: number | null;
  readonly ondergrens: number | null;
  readonly bovengrens: number | null;
}

const measures = ["toetsen", "stand"] as const;
type Measure = (typeof measures)[number];

/**
 * Lines over time of every norm, category, competency and of the label as a whole, in a view: by year and by half-year from the full
 * tests of that period, and as the current state at the end of every half-year (at the reference day, for the one it is in). An
 * organisation counts once in each. A line begins with its first test and has a row for every period from then on until its last;
 * one that nobody was tested on has one row, without a period.
 */
export function trendRows(source: ViewSource, catalogue: Pick<Catalogue, "competencies">, referenceDay: Day): TrendRow[] {
  const lines = linesOf(source.view, catalogue);
  const measured = [
    ...spans.map((span) => ({ measure: "toetsen" as const, span, points: testsPerPeriod(source, lines, span, referenceDay) })),
    { measure: "stand" as const, span: "halfjaar" as const, points: standingPerHalfYear(source, lines, referenceDay) },
  ];
  return lines.flatMap((line, i) => {
    const rows = measured.flatMap(({ measure, span, points }) =>
      fromFirstToLast(points, i).flatMap(({ period, mean }) =>
        countings.map((counting, way) => row(source, line, measure, span, periodName(period, span), counting, mean, way)),
      ),
    );
    if (rows.length > 0) return rows;
    return countings.map((counting, way) => row(source, line, "toetsen", "jaar", NEVER, counting, nothingCounted, way));
  });
}

/** The period of a line that nobody was judged on. */
const NEVER = "geen";

function row(
  { view }: ViewSource,
  line: Line,
  meting: Measure,
  tijdvak: Span,
  periode: string,
  telling: Counting,
  mean: MeanShare,
  way: number,
): TrendRow {
  // Judgements within one audit hang together: an interval that takes them for independent would be too narrow.
  const interval = line.level === "norm" ? wilsonInterval(mean.met[way]!, mean.judged) : null;
  return {
    beeld: view.id,
    label: view.label,
    niveau: line.level,
    code: line.code,
    titel: line.title,
    lijn: lineName(line),
    normen: line.norms.length,
    breuk: line.breaks.nl,
    meting,
    tijdvak,
    periode,
    telling,
    organisaties: mean.organisations,
    oordelen: mean.judged,
    voldoet: mean.met[way]!,
    aandeel_voldoet: mean.share[way]!,
    ondergrens: interval?.lower ?? null,
    bovengrens: interval?.upper ?? null,
  };
}

export const trendsTable: Table<TrendRow> = {
  file: "trends.csv",
  title: "Trends",
  description:
    "Het verloop per norm, categorie, competentie en label. Een rij is één lijn in één periode, met één telling. Een lijn gaat steeds over dezelfde normen: zij loopt alleen door over versies van een normenkader die de norm ongewijzigd overnamen, en breekt anders.",
  key: ["beeld", "niveau", "code", "lijn", "meting", "tijdvak", "periode", "telling"],
  columns: [
    text("beeld", "Label, variant (* is alle varianten samen) en eerste en laatste versie van het normenkader."),
    text("label", "Het label."),
    text("niveau", "Waar de lijn over gaat.", { values: levels }),
    text("code", "Code van de norm, categorie of competentie; bij het label de naam van het label."),
    text("titel", "Titel daarvan."),
    text("lijn", "De normenkaders waarvan de lijn de toetsen volgt, gescheiden door |."),
    count("normen", "Aantal normen waar de lijn over gaat."),
    text("breuk", "Waar en waarom de lijn breekt; leeg als zij over alle versies doorloopt.", { maybeEmpty: true }),
    text(
      "meting",
      "toetsen: de eerste toetsen en hertoetsen van de periode. stand: de laatste toets van elke organisatie aan het einde van de periode, met wat later opnieuw beoordeeld is.",
      {
        values: measures,
      },
    ),
    text("tijdvak", "Per jaar of per halfjaar. De stand is er per halfjaar; die van een jaar is die van de tweede helft.", {
      values: spans,
    }),
    text("periode", `Bijvoorbeeld 2024 of 2024-H1; ${NEVER} als er nog niemand op beoordeeld is.`),
    text("telling", "streng: alleen voldoet telt. soepel: ook voldoet deels telt.", { values: countings }),
    count("organisaties", "Aantal organisaties met een oordeel, elk één keer per periode."),
    count("oordelen", "Aantal oordelen over deze normen (bij een norm gelijk aan het aantal organisaties)."),
    count("voldoet", "Aantal oordelen dat volgens de telling voldoet."),
    fraction(
      "aandeel_voldoet",
      "Gemiddelde over de organisaties van het aandeel van de beoordeelde normen waaraan zij voldoen; bij een norm het aandeel organisaties dat voldoet. Leeg als er geen organisaties zijn.",
    ),
    fraction("ondergrens", "95%-interval (Wilson), alleen bij een norm."),
    fraction("bovengrens", "95%-interval (Wilson), alleen bij een norm."),
  ],
};
