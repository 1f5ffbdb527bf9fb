import { type Day, yearOf } from "../../calendar.ts";
import { isJudgement } from "../../judgement.ts";
import { yearsBefore } from "../../relevance/reference-dates.ts";
import { type Counting, countings, meanShare, type Tally, tallyOf } from "./counting.ts";
import { count, fraction, type Table, text } from "./table.ts";
import { testsOfOrganisations, type ViewSource } from "./view-source.ts";

export interface CohortRow {
  readonly beeld: string;
  readonly label: string;
  readonly cohort: string;
  readonly toets: number;
  readonly telling: Counting;
  readonly organisaties: number;
  readonly nog_niet_aan_de_beurt: number;
  readonly weggebleven: number;
  readonly aandeel_nu: number | null;
  readonly vergelijkbaar: number;
  readonly aandeel_eerste_toets: number | null;
  readonly aandeel_nu_zelfde_normen: number | null;
  readonly aandeel_weggebleven: number | null;
}

/**
 * A next test that is this many years later than the cycle of the label asks for does not come any more. Until then it may be planned, or
 * on its way to us: bodies deliver per half-year.
 */
export const GRACE_YEARS = 1;

/**
 * The long-term effect of the label: organisations followed over their full tests, by the year of their first one and all together.
 * Each row says how many came to their n-th test, how many have not had to yet, and how many stayed away though it was due; with what
 * the last ones had met at the test before, since a mean over those who stay is too rosy when the weak ones leave.
 */
export function cohortRows(source: ViewSource, referenceDay: Day): CohortRow[] {
  const { matrix } = source;
  const followed = testsOfOrganisations(source)
    .map((tests) => tests.filter((row) => matrix.day[row]! <= referenceDay))
    .filter((tests) => tests.length > 0);
  const years = [...new Set(followed.map(([first]) => yearOf(matrix.day[first!]!)))].sort((a, b) => a - b);
  return [
    ...years.flatMap((year) =>
      followCohort(
        source,
        String(year),
        followed.filter(([first]) => yearOf(matrix.day[first!]!) === year),
        referenceDay,
      ),
    ),
    ...followCohort(source, "alle", followed, referenceDay),
  ];
}

function followCohort(source: ViewSource, cohort: string, followed: readonly (readonly number[])[], referenceDay: Day): CohortRow[] {
  const { view } = source;
  const longest = Math.max(0, ...followed.map((tests) => tests.length));
  // One row beyond the last test: who had to come to it.
  const numbers = Array.from({ length: longest === 0 ? 0 : longest + 1 }, (_, i) => i + 1);
  return numbers.flatMap((test) => {
    const here = followed.filter((tests) => tests.length >= test);
    const stopped = followed.filter((tests) => tests.length === test - 1);
    const away = stopped.filter((tests) => isOverdue(source, tests.at(-1)!, referenceDay));
    const now = meanShare(here.map((tests) => allNorms(source, tests[test - 1]!)));
    const both = here.map((tests) => sameNorms(source, tests[0]!, tests[test - 1]!));
    const first = meanShare(both.map(([before]) => before));
    const same = meanShare(both.map(([, after]) => after));
    const last = meanShare(away.map((tests) => allNorms(source, tests.at(-1)!)));
    return countings.map(
      (telling, way): CohortRow => ({
        beeld: view.id,
        label: view.label,
        cohort,
        toets: test,
        telling,
        organisaties: here.length,
        nog_niet_aan_de_beurt: stopped.length - away.length,
        weggebleven: away.length,
        aandeel_nu: now.share[way]!,
        vergelijkbaar: same.organisations,
        aandeel_eerste_toets: first.share[way]!,
        aandeel_nu_zelfde_normen: same.share[way]!,
        aandeel_weggebleven: last.share[way]!,
      }),
    );
  });
}

function isOverdue({ view, matrix, framework }: ViewSource, row: number, referenceDay: Day): boolean {
  const { cycleYears } = view.frameworks[framework[row]!]!;
  return matrix.day[row]! < yearsBefore(referenceDay, cycleYears + GRACE_YEARS);
}

const allNorms = ({ matrix, norms }: ViewSource, row: number): Tally => tallyOf(matrix.scores, row * matrix.width, norms);

/** Two tests of one organisation, over the norms that both judged. */
function sameNorms({ matrix }: ViewSource, first: number, row: number): readonly [Tally, Tally] {
  const { scores, width } = matrix;
  const norms: number[] = [];
  for (let norm = 0; norm < width; norm++) {
    if (isJudgement(scores[first * width + norm]!) && isJudgement(scores[row * width + norm]!)) norms.push(norm);
  }
  return [tallyOf(scores, first * width, norms), tallyOf(scores, row * width, norms)];
}

export const cohortsTable: Table<CohortRow> = {
  file: "cohorts.csv",
  title: "Organisaties gevolgd over hun toetsen",
  description:
    "Wat het label op de lange termijn doet: organisaties naar het jaar van hun eerste toets, gevolgd van toets naar toets, met wie bleef en wie wegbleef. Zonder vergelijking met organisaties zonder label is een verschil geen bewezen effect.",
  key: ["beeld", "cohort", "toets", "telling"],
  columns: [
    text("beeld", "Label, variant (* is alle varianten samen) en eerste en laatste versie van het normenkader."),
    text("label", "Het label."),
    text("cohort", "Jaar van de eerste toets die wij van de organisatie kennen; of alle."),
    count(
      "toets",
      "De hoeveelste toets (eerste toets of hertoets). De laatste rij van een cohort is de toets die nog niemand gehad heeft.",
    ),
    text("telling", "streng: alleen voldoet telt. soepel: ook voldoet deels telt.", { values: countings }),
    count("organisaties", "Aantal organisaties dat deze toets gehad heeft."),
    count("nog_niet_aan_de_beurt", "Aantal met de toets hiervoor, dat nog niet aan de beurt is voor deze."),
    count(
      "weggebleven",
      `Aantal met de toets hiervoor, waarvan deze ${GRACE_YEARS} jaar na de cyclus van het label nog niet binnen is. organisaties + nog_niet_aan_de_beurt + weggebleven is het aantal organisaties bij de toets hiervoor.`,
    ),
    fraction("aandeel_nu", "Gemiddeld aandeel van de beoordeelde normen waaraan zij bij deze toets voldoen. Leeg zonder organisaties."),
    count("vergelijkbaar", "Aantal organisaties met normen die bij de eerste toets én bij deze beoordeeld zijn en dezelfde gebleven zijn."),
    fraction(
      "aandeel_eerste_toets",
      "Van die organisaties, op die normen: gemiddeld aandeel bij hun eerste toets. Leeg zonder zulke organisaties.",
    ),
    fraction(
      "aandeel_nu_zelfde_normen",
      "Van dezelfde organisaties, op dezelfde normen: gemiddeld aandeel bij deze toets. Leeg zonder zulke organisaties.",
    ),
    fraction("aandeel_weggebleven", "Van wie wegbleef: gemiddeld aandeel bij hun laatste toets. Leeg als niemand wegbleef."),
  ],
};
