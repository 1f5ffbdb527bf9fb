import type { Day } from "../../calendar.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import { OUT_OF_SCOPE } from "../../judgement.ts";
import { standingOf } from "../../relevance/standing.ts";
import { rowsUntil } from "../../relevance/view-matrix.ts";
import { compareCodePoints } from "../../scoring/code-points.ts";
import { DISCIPLINE, vectorOffset } from "../../scoring/shard-scores.ts";
import { auditKinds } from "../../scoring/types.ts";
import { divisions, kindWords } from "./audit-groups.ts";
import { type Counting, countings, MeanShares } from "./counting.ts";
import { type Level, lineName, linesOf } from "./lines.ts";
import { count, fraction, type Table, text } from "./table.ts";
import type { ViewSource } from "./view-source.ts";

export interface ExploratoryRow {
  readonly status: typeof EXPLORATORY;
  readonly beeld: string;
  readonly label: string;
  readonly indeling: string;
  readonly groep: string;
  readonly niveau: Level;
  readonly code: string;
  readonly titel: string;
  readonly lijn: string;
  readonly telling: Counting;
  readonly organisaties: number;
  readonly oordelen: number;
  readonly voldoet: number;
  readonly aandeel_voldoet: number | null;
}

const EXPLORATORY = "verkennend";

/** One audit of an organisation in a group, with the scores that count there. */
interface Member {
  readonly row: number;
  readonly scores: Uint8Array;
  /** Where the scores of norm 0 of the view begin. */
  readonly offset: number;
}

interface Cell {
  readonly division: string;
  readonly group: string;
  readonly members: readonly Member[];
}

/**
 * Divisions of the same audits, to look around in: by kind of test, discipline, body, size, with or without the client council, number
 * of conversations. No tests and no signals: who divides often enough always finds a difference. An organisation counts once in a group, by its current
 * report as it was judged then; by kind of test, by its latest test of that kind.
 */
export function exploratoryRows(source: ViewSource, catalogue: Pick<Catalogue, "competencies">, referenceDay: Day): ExploratoryRow[] {
  const { view, framework } = source;
  const cells = [...byKind(source, referenceDay), ...byDiscipline(source, referenceDay), ...byDivision(source, referenceDay)];
  const lines = linesOf(view, catalogue).filter(({ level }) => level !== "competentie");
  return cells.flatMap(({ division, group, members }) => {
    const means = new MeanShares(lines);
    for (const { row, scores, offset } of members) means.add(scores, offset, framework[row]!);
    const frameworks = new Set(members.map(({ row }) => framework[row]!));
    return lines.flatMap((line, i) => {
      // A line that no test of this group follows is a line of other organisations.
      if (!line.follows.some((follows, position) => follows && frameworks.has(position))) return [];
      const mean = means.of(i);
      return countings.map(
        (telling, way): ExploratoryRow => ({
          status: EXPLORATORY,
          beeld: view.id,
          label: view.label,
          indeling: division,
          groep: group,
          niveau: line.level,
          code: line.code,
          titel: line.title,
          lijn: lineName(line),
          telling,
          organisaties: mean.organisations,
          oordelen: mean.judged,
          voldoet: mean.met[way]!,
          aandeel_voldoet: mean.share[way]!,
        }),
      );
    });
  });
}

const KIND = "soort toets";
const DISCIPLINES = "discipline";

function byKind({ matrix, label, audit }: ViewSource, day: Day): Cell[] {
  return auditKinds.flatMap((name, kind): Cell[] => {
    const latest = new Map<number, number>();
    for (let row = 0; row < rowsUntil(matrix, day); row++)
      if (label!.audits.kind[audit[row]!] === kind) latest.set(matrix.organisation[row]!, row);
    if (latest.size === 0) return [];
    const rows = [...latest].sort(([a], [b]) => a - b).map(([, row]) => row);
    return [{ division: KIND, group: kindWords[name], members: rows.map((row) => ofRow(matrix, row)) }];
  });
}

function byDivision(source: ViewSource, day: Day): Cell[] {
  const { matrix } = source;
  const { rows } = standingOf(matrix, rowsUntil(matrix, day));
  return divisions.flatMap(({ name, groups, groupOf }) => {
    const members = new Map<string, Member[]>();
    for (const row of rows) {
      const group = groupOf(source, row);
      const known = members.get(group);
      if (known) known.push(ofRow(matrix, row));
      else members.set(group, [ofRow(matrix, row)]);
    }
    const order = groups.length > 0 ? groups : [...members.keys()].sort(compareCodePoints);
    return order.filter((group) => members.has(group)).map((group): Cell => ({ division: name, group, members: members.get(group)! }));
  });
}

const ofRow = ({ scores, width }: ViewSource["matrix"], row: number): Member => ({ row, scores, offset: row * width });

/** Scores of a discipline are not in the matrix: they are spread over its columns here. */
function byDiscipline({ view, matrix, label, audit, framework }: ViewSource, day: Day): Cell[] {
  if (!label) return [];
  const { rows } = standingOf(matrix, rowsUntil(matrix, day));
  const columns = view.frameworks.map((of) =>
    of.norms.map((_, norm) => view.norms.findIndex(({ places }) => places.some((place) => place.framework === of && place.norm === norm))),
  );
  return label.tables.disciplines.flatMap((name, discipline): Cell[] => {
    const members = Array.from(rows).flatMap((row): Member[] => {
      const begin = vectorOffset(label, audit[row]!, DISCIPLINE + discipline);
      if (begin < 0) return [];
      const scores = new Uint8Array(matrix.width).fill(OUT_OF_SCOPE);
      columns[framework[row]!]!.forEach((column, norm) => {
        scores[column] = label.scores[begin + norm]!;
      });
      return [{ row, scores, offset: 0 }];
    });
    return members.length === 0 ? [] : [{ division: DISCIPLINES, group: name, members }];
  });
}

export const exploratoryTable: Table<ExploratoryRow> = {
  file: "exploratory.csv",
  title: "Verkennende indelingen",
  description:
    "Dezelfde toetsen op verschillende manieren ingedeeld, om in rond te kijken. Verkennend: hier wordt niets getoetst en er zijn geen signalen. Wie vaak genoeg indeelt vindt altijd een verschil; kijk steeds naar het aantal organisaties.",
  key: ["beeld", "indeling", "groep", "niveau", "code", "lijn", "telling"],
  columns: [
    text("status", "Altijd verkennend.", { values: [EXPLORATORY] }),
    text("beeld", "Label, variant (* is alle varianten samen) en eerste en laatste versie van het normenkader."),
    text("label", "Het label."),
    text("indeling", "Waarnaar ingedeeld is.", { values: [KIND, DISCIPLINES, ...divisions.map(({ name }) => name)] }),
    text("groep", "De groep. Groepen zonder organisaties staan er niet in."),
    text("niveau", "Waar de rij over gaat.", { values: ["norm", "categorie", "label"] }),
    text("code", "Code van de norm of categorie; bij het label de naam van het label."),
    text("titel", "Titel daarvan."),
    text("lijn", "De normenkaders waarvan de toetsen meetellen, gescheiden door |."),
    text("telling", "streng: alleen voldoet telt. soepel: ook voldoet deels telt.", { values: countings }),
    count("organisaties", "Aantal organisaties met een oordeel (n)."),
    count("oordelen", "Aantal oordelen over deze normen."),
    count("voldoet", "Aantal oordelen dat volgens de telling voldoet."),
    fraction(
      "aandeel_voldoet",
      "Gemiddelde over de organisaties van het aandeel van de beoordeelde normen waaraan zij voldoen. Leeg zonder organisaties.",
    ),
  ],
};
