import { BrokenInvariant } from "../faults.ts";
import { SCORE_CHARS } from "../judgement.ts";
import { distinctReports } from "./distinct-reports.ts";
import {
  AUDIT,
  type AuditColumns,
  type AuditFacts,
  DIRECTIONS,
  DISCIPLINE,
  type FrameworkWidth,
  IMPROVEMENT,
  type LabelScores,
  type LabelTables,
  SELF,
} from "./shard-scores.ts";
import { type IndexedTable, stringTable } from "./string-table.ts";
import { auditForms, auditKinds, trendDirections } from "./types.ts";

/**
 * Puts the reports of one label in columns, in canonical order, each body and reference once. The same set of reports gives the same
 * columns, whatever their order and however often each is there.
 *
 * @throws BrokenInvariant when a report is of an unknown framework, or a vector does not have one known character for each norm.
 */
export function buildLabel(label: string, frameworks: readonly FrameworkWidth[], reports: readonly AuditFacts[]): LabelScores {
  const references = stringTable(reports.map(({ reference }) => reference));
  const bodies = stringTable(reports.map(({ body }) => body));
  // As many references as reports: nothing is there twice, and the search for it is saved.
  const distinct = references.table.length === reports.length ? reports : distinctReports(reports);
  const tables = {
    bodies,
    references,
    organisations: stringTable(distinct.map(({ organisation }) => organisation)),
    disciplines: stringTable(distinct.flatMap(({ disciplines }) => (disciplines ? Object.keys(disciplines) : []))),
    municipalities: stringTable(distinct.flatMap(({ sector }) => sector?.municipality ?? [])),
    themes: stringTable(distinct.flatMap(({ trends }) => trends?.map(({ theme }) => theme) ?? [])),
  };
  const sorted = inCanonicalOrder(distinct, tables);
  const frameworkOf = new Map<string, number>(frameworks.map(({ key }, index) => [key, index]));
  const audits = columnsOf(sorted, tables, frameworkOf);
  const texts = {
    bodies: bodies.table,
    references: references.table,
    organisations: tables.organisations.table,
    disciplines: tables.disciplines.table,
    municipalities: tables.municipalities.table,
    themes: tables.themes.table,
  };
  return {
    label,
    frameworks,
    tables: texts,
    audits,
    ...vectorsOf(sorted, frameworks, audits.framework, tables.disciplines),
    ...trendsOf(sorted, tables.themes),
  };
}

type IndexedTables = Readonly<Record<keyof LabelTables, IndexedTable>>;

/** By day, reference, body: three whole numbers made one, so that sorting compares numbers. */
function inCanonicalOrder(reports: readonly AuditFacts[], { references, bodies }: IndexedTables): AuditFacts[] {
  const firstDay = reports.reduce((first, { day }) => Math.min(first, day), Number.POSITIVE_INFINITY);
  // Days of centuries × 10⁶ references × 1 000 bodies stay below 2⁵³.
  const perDay = references.table.length * bodies.table.length;
  const keys = new Float64Array(reports.length);
  const reportOf = new Map<number, AuditFacts>();
  reports.forEach((report, i) => {
    const key = references.indexOf.get(report.reference)! * bodies.table.length + bodies.indexOf.get(report.body)!;
    keys[i] = (report.day - firstDay) * perDay + key;
    reportOf.set(key, report);
  });
  return Array.from(keys.sort(), (key) => reportOf.get(key % perDay)!);
}

function columnsOf(reports: readonly AuditFacts[], tables: IndexedTables, frameworkOf: ReadonlyMap<string, number>): AuditColumns {
  const columns = emptyColumns(reports.length);
  reports.forEach((report, i) => {
    const framework = frameworkOf.get(report.framework);
    if (framework === undefined)
      throw new BrokenInvariant(`a report of ${report.body} is of ${report.framework}, which the catalogue does not have`);
    columns.day[i] = report.day;
    columns.reference[i] = tables.references.indexOf.get(report.reference)!;
    columns.body[i] = tables.bodies.indexOf.get(report.body)!;
    columns.organisation[i] = tables.organisations.indexOf.get(report.organisation)!;
    columns.framework[i] = framework;
    columns.kind[i] = auditKinds.indexOf(report.kind);
    columns.form[i] = auditForms.indexOf(report.form);
    const sector = report.sector ?? {};
    columns.fte[i] = sector.fte ?? Number.NaN;
    columns.auditDays[i] = sector.auditDays ?? Number.NaN;
    columns.conversations[i] = sector.conversations ?? Number.NaN;
    columns.clientCouncilHeard[i] = sector.clientCouncilHeard === undefined ? 0 : sector.clientCouncilHeard ? 2 : 1;
    columns.municipality[i] = sector.municipality === undefined ? 0 : tables.municipalities.indexOf.get(sector.municipality)! + 1;
  });
  return columns;
}

/** Columns for so many audits, all zero. */
export const emptyColumns = (audits: number): AuditColumns => ({
  day: new Int32Array(audits),
  reference: new Uint32Array(audits),
  body: new Uint32Array(audits),
  organisation: new Uint32Array(audits),
  framework: new Uint32Array(audits),
  kind: new Uint8Array(audits),
  form: new Uint8Array(audits),
  fte: new Float64Array(audits),
  auditDays: new Float64Array(audits),
  conversations: new Float64Array(audits),
  clientCouncilHeard: new Uint8Array(audits),
  municipality: new Uint32Array(audits),
});

type Vectors = Pick<LabelScores, "vectorStart" | "vectors" | "scoreStart" | "scores">;

function vectorsOf(
  reports: readonly AuditFacts[],
  frameworks: readonly FrameworkWidth[],
  framework: Uint32Array,
  disciplines: IndexedTable,
): Vectors {
  const vectorStart = new Uint32Array(reports.length + 1);
  const scoreStart = new Uint32Array(reports.length + 1);
  reports.forEach((report, i) => {
    const count = 1 + (report.self === undefined ? 0 : 1) + (report.improvement === undefined ? 0 : 1) + disciplineCount(report);
    vectorStart[i + 1] = vectorStart[i]! + count;
    scoreStart[i + 1] = scoreStart[i]! + count * frameworks[framework[i]!]!.norms;
  });
  const vectors = new Uint32Array(vectorStart[reports.length]!);
  const scores = new Uint8Array(scoreStart[reports.length]!);
  reports.forEach((report, i) => {
    const { norms } = frameworks[framework[i]!]!;
    let vector = vectorStart[i]!;
    let offset = scoreStart[i]!;
    const add = (what: number, text: string) => {
      vectors[vector++] = what;
      if (!unpack(text, norms, scores, offset))
        throw new BrokenInvariant(
          `a report of ${report.body} about ${report.organisation} has a vector that is not ${norms} scores: ${text}`,
        );
      offset += norms;
    };
    add(AUDIT, report.audit);
    if (report.self !== undefined) add(SELF, report.self);
    if (report.improvement !== undefined) add(IMPROVEMENT, report.improvement);
    for (const [discipline, text] of disciplinesOf(report, disciplines)) add(DISCIPLINE + discipline, text);
  });
  return { vectorStart, vectors, scoreStart, scores };
}

const disciplineCount = (report: AuditFacts): number => (report.disciplines ? Object.keys(report.disciplines).length : 0);

const disciplinesOf = (report: AuditFacts, { indexOf }: IndexedTable): [number, string][] =>
  Object.entries(report.disciplines ?? {})
    .map(([name, text]): [number, string] => [indexOf.get(name)!, text])
    .sort(([a], [b]) => a - b);

function trendsOf(reports: readonly AuditFacts[], themes: IndexedTable): Pick<LabelScores, "trendStart" | "trends"> {
  const trendStart = new Uint32Array(reports.length + 1);
  const trends: number[] = [];
  reports.forEach((report, i) => {
    if (report.trends) {
      const said = report.trends.map(
        ({ theme, direction }) => themes.indexOf.get(theme)! * DIRECTIONS + trendDirections.indexOf(direction),
      );
      trends.push(...[...new Set(said)].sort((a, b) => a - b));
    }
    trendStart[i + 1] = trends.length;
  });
  return { trendStart, trends: Uint32Array.from(trends) };
}

const UNKNOWN = 0x80;
const codeOfChar = new Uint8Array(128).fill(UNKNOWN);
for (let code = 0; code < SCORE_CHARS.length; code++) codeOfChar[SCORE_CHARS.charCodeAt(code)] = code;

/** Characters to score codes; false when the text is not `norms` known characters. */
function unpack(text: string, norms: number, target: Uint8Array, offset: number): boolean {
  if (text.length !== norms) return false;
  let seen = 0;
  for (let i = 0; i < norms; i++) {
    const code = codeOfChar[text.charCodeAt(i)] ?? UNKNOWN;
    seen |= code;
    target[offset + i] = code;
  }
  return (seen & UNKNOWN) === 0;
}
