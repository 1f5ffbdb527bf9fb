/** A draft made into the packed report that is counted with, and into the checksum by which the same content is recognised. */
import { organisationOf } from "../catalogue/organisations.ts";
import type { Catalogue } from "../catalogue/types.ts";
import type { BodyCode } from "../ids.ts";
import { OUT_OF_SCOPE, SCORE_CHARS } from "../judgement.ts";
import { compareCodePoints } from "../scoring/code-points.ts";
import type { AuditForm, AuditKind, PackedReport, PackedTrend, SectorInformation } from "../scoring/types.ts";
import { type Draft, numberIn, textIn } from "./draft.ts";
import { maskPersonal } from "./personal.ts";
import type { ReportedTrend } from "./types.ts";
import { lowest, NOTHING, type Vector, valueAt } from "./vectors.ts";

/** Undefined when something is missing that cannot be done without; the report then has an error. */
export function pack(report: Draft, body: BodyCode, catalogue: Catalogue): PackedReport | undefined {
  const { framework } = report;
  const kvk = textIn(report, "kvk_nummer");
  const day = numberIn(report, "toetsdatum");
  const kind = textIn(report, "soort_toets");
  if (framework === undefined || kvk === undefined || day === undefined || kind === undefined || report.scored === 0) return undefined;
  const norms = framework.norms.length;
  const sector = sectorOf(report);
  return {
    body,
    reference: report.reference,
    framework: framework.key,
    organisation: organisationOf(catalogue, kvk).id,
    kvk,
    day,
    kind: kind as AuditKind,
    form: (textIn(report, "toetsvorm") ?? "external") as AuditForm,
    audit: auditOf(report, norms),
    ...(report.self || report.selfOfDisciplines ? { self: selfOf(report, norms) } : {}),
    ...(report.improvement ? { improvement: written(norms, improvementChars, (norm) => valueAt(report.improvement, norm)) } : {}),
    ...(report.disciplines ? { disciplines: disciplinesOf(report.disciplines, norms) } : {}),
    ...(sector ? { sector } : {}),
    ...(report.trends.length > 0 ? { trends: packTrends(report.trends) } : {}),
  };
}

/**
 * Without their texts, each once and in a fixed order: what the figures count. A theme in the body's own words is published, so what looks
 * like personal data in it is masked.
 */
export function packTrends(trends: readonly ReportedTrend[]): readonly PackedTrend[] {
  const masked = trends.map(({ theme, direction }) => ({ theme: maskPersonal(theme), direction }));
  const distinct = new Map(masked.map((trend) => [`${trend.theme}\n${trend.direction}`, trend]));
  return [...distinct].sort(([a], [b]) => compareCodePoints(a, b)).map(([, trend]) => trend);
}

const HALF = 32;

/**
 * What is recognised as the same content: 32 hexadecimal digits for the report and 32 for its trends, so that trends that come in a
 * delivery of their own can be compared without the report. Independent of the order of rows, of the status, and of the register.
 */
export function contentHashOf(report: Draft, packed: PackedReport, digest: (text: string) => string): string {
  const { kvk, day, kind, form, audit, self = "", improvement = "", disciplines = {}, sector = {} } = packed;
  const { fte, municipality, auditDays, conversations, clientCouncilHeard } = sector;
  const content = [
    [packed.body, packed.reference, packed.framework, kvk, textIn(report, "organisatie") ?? "", day, kind, form],
    [audit, self, improvement, ...Object.entries(disciplines).flat()],
    [fte, municipality, auditDays, conversations, clientCouncilHeard],
    [report.texts, report.textsA, report.textsB],
  ];
  return digest(JSON.stringify(content)).slice(0, HALF) + trendsHash(report.trends, digest);
}

export function trendsHash(trends: readonly ReportedTrend[], digest: (text: string) => string): string {
  if (trends.length === 0) return NO_TRENDS;
  const lines = trends.map(({ theme, direction, text }) => JSON.stringify([theme, direction, text])).sort();
  return digest(JSON.stringify(lines)).slice(0, HALF);
}

/** No digest gives it: it stands for a report without trends. */
const NO_TRENDS = "0".repeat(HALF);

export const reportHalf = (contentHash: string): string => contentHash.slice(0, HALF);
export const trendsHalf = (contentHash: string): string => contentHash.slice(HALF);

/** The row without discipline gives the organisation's score, else the lowest judged of the disciplines. */
function auditOf({ main, disciplines }: Draft, norms: number): string {
  const vectors = [...(disciplines?.values() ?? [])];
  return written(norms, scoreChars, (norm) => {
    const own = valueAt(main, norm);
    return own === NOTHING ? vectors.reduce((low, vector) => lowest(low, valueAt(vector, norm)), NOTHING) : own;
  });
}

function selfOf({ self, selfOfDisciplines }: Draft, norms: number): string {
  return written(norms, scoreChars, (norm) => {
    const own = valueAt(self, norm);
    return own === NOTHING ? valueAt(selfOfDisciplines, norm) : own;
  });
}

const scoreChars = { values: SCORE_CHARS, nothing: SCORE_CHARS[OUT_OF_SCOPE] as string };
const improvementChars = { values: "01", nothing: "." };

function written(norms: number, chars: typeof scoreChars, of: (norm: number) => number): string {
  let text = "";
  for (let norm = 0; norm < norms; norm++) text += chars.values[of(norm)] ?? chars.nothing;
  return text;
}

const disciplinesOf = (disciplines: ReadonlyMap<string, Vector>, norms: number): Record<string, string> =>
  Object.fromEntries(
    [...disciplines]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, vector]) => [name, written(norms, scoreChars, (norm) => valueAt(vector, norm))]),
  );

function sectorOf(report: Draft): SectorInformation | undefined {
  const heard = numberIn(report, "clientenraad_gesproken");
  const sector: SectorInformation = {
    ...optional("fte", numberIn(report, "fte")),
    ...optional("municipality", textIn(report, "gemeente")),
    ...optional("auditDays", numberIn(report, "auditdagen")),
    ...optional("conversations", numberIn(report, "aantal_gesprekken")),
    ...optional("clientCouncilHeard", heard === undefined ? undefined : heard === 1),
  };
  return Object.keys(sector).length > 0 ? sector : undefined;
}

const optional = <Value>(name: string, value: Value | undefined) => (value === undefined ? {} : { [name]: value });
