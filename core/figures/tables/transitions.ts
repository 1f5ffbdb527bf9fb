import type { Day } from "../../calendar.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import { isJudgement } from "../../judgement.ts";
import { viewThresholds } from "../../relevance/thresholds.ts";
import { signTest } from "../../statistics/sign-test.ts";
import { type Level, lineName, linesOf } from "./lines.ts";
import { count, fraction, type Table, text } from "./table.ts";
import { testsOfOrganisations, type ViewSource } from "./view-source.ts";

export interface TransitionRow {
  readonly beeld: string;
  readonly label: string;
  readonly niveau: Level;
  readonly code: string;
  readonly titel: string;
  readonly lijn: string;
  readonly paar: string;
  readonly organisaties: number;
  readonly beter: number;
  readonly slechter: number;
  readonly gelijk: number;
  readonly p: number | null;
  readonly te_zeggen: "ja" | "nee";
  readonly toelichting: string;
}

/**
 * The same organisation at a full test and at the hertoets that came next, in a view: how many are better, worse, equal, per norm
 * and per category, competency and label. Of a norm by its judgement; of several by the mean judgement (niet 0, deels 1, voldoet 2) over the norms
 * that both tests judged, so that a change of framework compares only what stayed the same. An organisation counts once in a pair.
 * Tussentijdse toetsen and vervolgtoetsen are left out: they judge what fell short, and would make every comparison an improvement.
 */
export function transitionRows(source: ViewSource, catalogue: Pick<Catalogue, "competencies">, referenceDay: Day): TransitionRow[] {
  const { view, matrix } = source;
  const pairs = pairsOf(source, referenceDay);
  return comparable(source, catalogue).flatMap(({ level, code, title, norms, frameworks }) =>
    pairs.map(({ name, tests }): TransitionRow => {
      let [better, worse, same] = [0, 0, 0];
      for (const [before, hertoets] of tests) {
        const change = changeOf(matrix.scores, before * matrix.width, hertoets * matrix.width, norms);
        if (change === undefined) continue;
        if (change > 0) better++;
        else if (change < 0) worse++;
        else same++;
      }
      const canTell = better + worse >= viewThresholds.retest.changes;
      return {
        beeld: view.id,
        label: view.label,
        niveau: level,
        code,
        titel: title,
        lijn: lineName({ frameworks }),
        paar: name,
        organisaties: better + worse + same,
        beter: better,
        slechter: worse,
        gelijk: same,
        p: signTest(better, worse),
        te_zeggen: canTell ? "ja" : "nee",
        toelichting: canTell ? "" : tooFewChanges,
      };
    }),
  );
}

const tooFewChanges = `Minder dan ${viewThresholds.retest.changes} organisaties veranderden: hoe ze ook veranderden, het kan toeval zijn.`;

/** Norms as they are; groups once over all versions, since only norms that both tests judged are compared. */
function comparable({ view }: ViewSource, catalogue: Pick<Catalogue, "competencies">) {
  const lines = linesOf(view, catalogue);
  const groups = new Map<string, (typeof lines)[number]>();
  for (const line of lines) {
    if (line.level === "norm") continue;
    const key = `${line.level} ${line.code}`;
    const known = groups.get(key);
    const norms = [...new Set([...(known?.norms ?? []), ...line.norms])].sort((a, b) => a - b);
    const frameworks = view.frameworks.filter((framework) => known?.frameworks.includes(framework) || line.frameworks.includes(framework));
    groups.set(key, { ...line, norms, frameworks });
  }
  return [...lines.filter(({ level }) => level === "norm"), ...groups.values()];
}

interface Pair {
  readonly name: string;
  /** Rows of the matrix: the test before, the hertoets. */
  readonly tests: readonly (readonly [number, number])[];
}

/** First to second test, second to third …, and each organisation's latest pair; only where the later one is a hertoets. */
function pairsOf(source: ViewSource, referenceDay: Day): Pair[] {
  const { matrix } = source;
  const numbered = new Map<number, [number, number][]>();
  const latest: [number, number][] = [];
  for (const all of testsOfOrganisations(source)) {
    const tests = all.filter((row) => matrix.day[row]! <= referenceDay);
    let last: [number, number] | undefined;
    for (let i = 1; i < tests.length; i++) {
      if (!matrix.hertoets[tests[i]!]) continue;
      last = [tests[i - 1]!, tests[i]!];
      const known = numbered.get(i);
      if (known) known.push(last);
      else numbered.set(i, [last]);
    }
    if (last) latest.push(last);
  }
  const named = [...numbered].sort(([a], [b]) => a - b).map(([i, tests]) => ({ name: `${i} naar ${i + 1}`, tests }));
  return [...named, { name: "laatste", tests: latest }];
}

/** Positive: better; undefined when no norm was judged both times. Sums over the same norms compare as their means do. */
function changeOf(scores: Uint8Array, before: number, after: number, norms: readonly number[]): number | undefined {
  let change: number | undefined;
  for (const norm of norms) {
    const first = scores[before + norm]!;
    const second = scores[after + norm]!;
    if (isJudgement(first) && isJudgement(second)) change = (change ?? 0) + second - first;
  }
  return change;
}

export const transitionsTable: Table<TransitionRow> = {
  file: "transitions.csv",
  title: "Van toets naar hertoets",
  description:
    "Dezelfde organisatie bij een toets en bij de hertoets daarna: hoeveel zijn er beter, slechter en gelijk. Wie laag begint gaat gemiddeld omhoog, ook als er niets verandert (terugkeer naar het gemiddelde): beter is dus nog geen effect van het label.",
  key: ["beeld", "niveau", "code", "lijn", "paar"],
  columns: [
    text("beeld", "Label, variant (* is alle varianten samen) en eerste en laatste versie van het normenkader."),
    text("label", "Het label."),
    text("niveau", "Waar de vergelijking over gaat.", { values: ["norm", "categorie", "competentie", "label"] }),
    text("code", "Code van de norm, categorie of competentie; bij het label de naam van het label."),
    text("titel", "Titel daarvan."),
    text("lijn", "De normenkaders met deze norm of normen, gescheiden door |."),
    text(
      "paar",
      "Welke toetsen van een organisatie naast elkaar liggen: 1 naar 2 is de eerste toets en de hertoets daarna. laatste: van elke organisatie de laatste hertoets en de toets ervoor.",
    ),
    count("organisaties", "Aantal organisaties met bij beide toetsen een oordeel: beter + slechter + gelijk."),
    count(
      "beter",
      "Bij een norm: een hoger oordeel. Bij meer normen: gemiddeld een hoger oordeel (niet 0, deels 1, voldoet 2) op de normen die beide keren beoordeeld zijn.",
    ),
    count("slechter", "Idem, lager."),
    count("gelijk", "Idem, gelijk."),
    fraction(
      "p",
      "Exacte tekentoets van beter tegen slechter, tweezijdig, voor deze rij alleen. Wie veel rijen bekijkt vindt altijd wel een kleine p. 0,000000 is kleiner dan één op de miljoen. Leeg als niemand veranderde.",
    ),
    text("te_zeggen", "nee: er veranderden te weinig organisaties om iets anders dan toeval te kunnen zien.", { values: ["ja", "nee"] }),
    text("toelichting", "Waarom er niets te zeggen is; anders leeg.", { maybeEmpty: true }),
  ],
};
