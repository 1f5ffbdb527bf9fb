/** The deliveries of the sample history: reports, corrections and trends per body and period, in an order that their names keep. */
import type { Catalogue } from "../core/catalogue/types.ts";
import { isJudgement } from "../core/judgement.ts";
import { csvBytes } from "./csv-bytes.ts";
import { trendFor } from "./explanations.ts";
import { manners, type Statement, tableOf } from "./manners.ts";
import { createRandom } from "./random.ts";
import { periodOf, type SampleReport, type SampleTrend } from "./report.ts";
import { MET, NOT_MET } from "./scoring.ts";
import type { Table } from "./table.ts";
import { workbookBytes } from "./workbook-bytes.ts";

export interface SampleDelivery {
  /** `<body>/<file>` */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly expected: {
    readonly status: "accepted" | "partlyAccepted" | "rejected" | "unchanged";
    readonly reports: { readonly new: number; readonly replaced: number; readonly withdrawn: number; readonly rejected: number };
    /** Codes of findings that must be among those given. */
    readonly findings: readonly string[];
  };
}

export async function historyDeliveries(history: readonly SampleReport[], catalogue: Catalogue): Promise<SampleDelivery[]> {
  const deliveries: SampleDelivery[] = [];
  for (const body of catalogue.bodies.keys()) {
    const own = history.filter((report) => report.body === body);
    const corrected = own.filter(isCorrectedLater);
    const duplicates = own.filter(isSentTwice).map((report) => ({ ...report, reference: `${report.reference}-B` }));
    const corrections: Statement[] = [
      ...corrected.map((report): Statement => ({ report, status: "gewijzigd" })),
      ...duplicates.map((report): Statement => ({ report, status: "verwijderd" })),
    ];
    const first = [...own.map((report) => (corrected.includes(report) ? beforeCorrection(report) : report)), ...duplicates];
    const period = (report: SampleReport) => deliveryPeriod(report);
    for (const [name, reports] of grouped(first, period)) {
      const statements = reports.map((report): Statement => ({ report, status: "nieuw" }));
      const trends = trendsOf(reports);
      const asSheet = manners[body]!.csv === undefined;
      deliveries.push(
        await written(
          body,
          name,
          "rapporten",
          tableOf(statements, catalogue.bodies.get(body)!, catalogue),
          { new: reports.length },
          catalogue,
          asSheet ? trends : [],
        ),
      );
    }
    for (const [name, statements] of grouped(corrections, ({ report }) => nextPeriod(period(report), body))) {
      const replaced = statements.filter(({ status }) => status === "gewijzigd").length;
      const table = tableOf(statements, catalogue.bodies.get(body)!, catalogue);
      deliveries.push(await written(body, name, "correcties", table, { replaced, withdrawn: statements.length - replaced }, catalogue));
    }
    if (manners[body]!.csv)
      for (const [name, reports] of grouped(first, (report) => `${period(report).slice(0, 4)}-2`)) {
        const trends = trendsOf(reports);
        if (trends.length > 0) deliveries.push(await written(body, name, "trends", trendTable(trends), {}, catalogue));
      }
  }
  const twice = deliveries.find(({ path }) => path === "dnv/2022-1-rapporten.csv")!;
  const none = { new: 0, replaced: 0, withdrawn: 0, rejected: 0 };
  deliveries.push({
    path: "dnv/2022-1-zelfde-bestand.csv",
    bytes: twice.bytes,
    expected: { status: "unchanged", reports: none, findings: [] },
  });
  return deliveries;
}

/** One delivery in the file format of the body. */
export async function written(
  body: string,
  period: string,
  content: string,
  table: Table,
  reports: Partial<SampleDelivery["expected"]["reports"]>,
  catalogue: Catalogue,
  trends: readonly SampleTrend[] = [],
): Promise<SampleDelivery> {
  if (!catalogue.bodies.has(body)) throw new RangeError(`the catalogue has no body ${body}`);
  const manner = manners[body]!.csv?.(period);
  const sheets = [{ name: "Rapporten", rows: table }, ...(trends.length > 0 ? [{ name: "Trends", rows: trendTable(trends) }] : [])];
  const bytes = manner
    ? csvBytes(
        table.map((row) => row.map(asText)),
        manner,
      )
    : await workbookBytes(sheets);
  const expected = { status: "accepted" as const, reports: { new: 0, replaced: 0, withdrawn: 0, rejected: 0, ...reports }, findings: [] };
  return { path: `${body}/${period}-${content}.${manner ? "csv" : "xlsx"}`, bytes, expected };
}

const asText = (cell: Table[number][number]): string => {
  if (typeof cell !== "string") throw new TypeError("a CSV has text only");
  return cell;
};

const deliveryPeriod = ({ body, day }: SampleReport): string =>
  manners[body]!.rhythm === "yearly" ? `${periodOf(day).slice(0, 4)}-2` : periodOf(day);

function nextPeriod(period: string, body: string): string {
  const [year, half] = period.split("-").map(Number) as [number, number];
  return half === 1 && manners[body]!.rhythm === "half-yearly" ? `${year}-2` : `${year + 1}-1`;
}

function grouped<T>(items: readonly T[], groupOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), item]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Plain reports of before 2026 only, so that a correction finds its report and has a period to come in. */
const isPlain = ({ form, kind, day }: SampleReport): boolean =>
  form !== "combinedLabel" && kind !== "followUp" && kind !== "interim" && periodOf(day) < "2026";
const isCorrectedLater = (report: SampleReport): boolean => isPlain(report) && createRandom(`correction ${report.reference}`).chance(0.05);
const isSentTwice = (report: SampleReport): boolean =>
  isPlain(report) && !isCorrectedLater(report) && createRandom(`twice ${report.reference}`).chance(0.03);

/** What was delivered first: three judgements were other than they should be. */
function beforeCorrection(report: SampleReport): SampleReport {
  const random = createRandom(`before ${report.reference}`);
  const audit = [...report.audit];
  for (let changed = 0; changed < 3; ) {
    const norm = random.whole(0, audit.length - 1);
    if (!isJudgement(audit[norm]!) || audit[norm] !== report.audit[norm]) continue;
    audit[norm] = audit[norm] === MET ? NOT_MET : MET;
    changed++;
  }
  return { ...report, audit };
}

function trendsOf(reports: readonly SampleReport[]): SampleTrend[] {
  return reports.filter(isPlainTest).flatMap((report) => {
    const random = createRandom(`trend ${report.reference}`);
    return random.chance(0.3) ? [{ reference: report.reference, ...trendFor(random) }] : [];
  });
}
const isPlainTest = ({ form, kind, reference }: SampleReport): boolean =>
  form !== "combinedLabel" && (kind === "initial" || kind === "recertification") && !reference.endsWith("-B");

const trendTable = (trends: readonly SampleTrend[]): Table => [
  ["Rapportkenmerk", "Thema", "Richting", "Omschrijving"],
  ...trends.map(({ reference, theme, direction, text }) => [reference, theme, direction, text]),
];
