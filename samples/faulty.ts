/** Deliveries with the faults that bodies make most. Each shows one or two, and says so in its name. */
import { parseIsoDay } from "../core/calendar.ts";
import type { Catalogue } from "../core/catalogue/types.ts";
import { type SampleDelivery, written } from "./deliveries.ts";
import { extraTest } from "./history.ts";
import { tableOf } from "./manners.ts";
import type { SampleReport } from "./report.ts";
import type { Cell, Table } from "./table.ts";
import { workbookBytes } from "./workbook-bytes.ts";

export interface FaultyDeliveries {
  readonly deliveries: readonly SampleDelivery[];
  /** Reports in them that are right, and so count. */
  readonly accepted: readonly SampleReport[];
}

type Expected = SampleDelivery["expected"];
const BASIS = "KSW/basis/2019";

export async function faultyDeliveries(history: readonly SampleReport[], catalogue: Catalogue): Promise<FaultyDeliveries> {
  const untested = organisationsDue(history, catalogue);
  const withZero = untested.filter(({ kvk }) => kvk.startsWith("0"));
  const others = untested.filter(({ kvk }) => !kvk.startsWith("0"));
  const make = (body: string, organisation: { id: string } | undefined, place: number, framework = BASIS): SampleReport =>
    extraTest(catalogue, organisation!.id, body, framework, parseIsoDay("2026-09-14")! + place, `2026-F${place}`);
  const deliver = async (body: string, name: string, table: Table, expected: Expected) => ({
    ...(await written(body, "2026-9", `fout-${name}`, table, {}, catalogue)),
    expected,
  });
  const tableFor = (body: string, reports: readonly SampleReport[]) =>
    tableOf(
      reports.map((report) => ({ report, status: "nieuw" as const })),
      catalogue.bodies.get(body)!,
      catalogue,
    );

  const zeros = [make("ciio", withZero[0], 0), make("ciio", withZero[1], 1), make("ciio", others[0], 2)];
  const terms = [make("dnv", others[1], 3), make("dnv", others[2], 4), make("dnv", others[3], 7)];
  const dates = [make("dnv", others[4], 8), make("dnv", others[5], 9)];
  const known = history.findLast((report) => report.body === "dnv" && report.kind === "recertification" && report.form === "external")!;
  const debt = history.findLast((report) => report.framework.label === "NVVK" && report.body === "lloyds")!;
  const deliveries = [
    await deliver("ciio", "kvk-zonder-nullen", withoutZeros(tableFor("ciio", zeros)), partly(2, 1, ["KVK_LOST_ZERO", "KVK_MALFORMED"])),
    await deliver(
      "ciio",
      "kolom-ontbreekt",
      withoutColumn(tableFor("ciio", [make("ciio", others[6], 10)]), "Laatste auditdag"),
      rejected(1, ["COLUMN_MISSING"]),
    ),
    await deliver(
      "dnv",
      "score-en-dubbele-norm",
      withTypingErrors(tableFor("dnv", terms), terms),
      partly(1, 2, ["SCORE_UNKNOWN", "NORM_DOUBLE"]),
    ),
    await deliver("dnv", "datum", withWrongDates(tableFor("dnv", dates), dates), rejected(2, ["DATE_IMPOSSIBLE", "DATE_FUTURE"])),
    await deliver(
      "dnv",
      "al-bekend",
      tableFor("dnv", [{ ...known, conversations: 1, fte: known.fte + 1 }]),
      rejected(1, ["STATUS_NEW_KNOWN"]),
    ),
    await deliver(
      "lloyds",
      "normen-als-datum",
      withNormsAsDates(
        tableFor("lloyds", [{ ...debt, ...dayAndReference(11), form: "external", carried: new Set(), disciplines: undefined }]),
      ),
      rejected(1, ["EXCEL_NORM_AS_DATE"]),
    ),
    await deliver(
      "lloyds",
      "bsn-in-toelichting",
      withCitizenNumber(tableFor("lloyds", [make("lloyds", others[7], 14)])),
      rejected(1, ["PERSONAL_BSN"]),
    ),
    await brokenOff(tableFor("keurmerkinstituut", [make("keurmerkinstituut", others[8], 15)])),
  ];
  return { deliveries, accepted: [zeros[0]!, zeros[1]!, terms[2]!] };
}

const dayAndReference = (place: number) => ({ day: parseIsoDay("2026-09-14")! + place, reference: `2026-F${place}` });

const partly = (accepted: number, refused: number, findings: readonly string[]): Expected => ({
  status: "partlyAccepted",
  reports: { new: accepted, replaced: 0, withdrawn: 0, rejected: refused },
  findings,
});
const rejected = (refused: number, findings: readonly string[]): Expected => ({
  status: "rejected",
  reports: { new: 0, replaced: 0, withdrawn: 0, rejected: refused },
  findings,
});

/** Registered organisations with a basis test before 2026 and none since, under the number that they have now. */
function organisationsDue(history: readonly SampleReport[], catalogue: Catalogue): { id: string; kvk: string }[] {
  return catalogue.organisations
    .filter(({ id, succeededBy }) => {
      const own = history.filter((report) => report.organisation === id);
      const basis = own.some(({ framework }) => framework.key === BASIS);
      const nvvk = own.some(({ framework }) => framework.label === "NVVK");
      return !succeededBy && basis && !nvvk && own.every(({ day }) => day < parseIsoDay("2026-01-01")!);
    })
    .map(({ id, kvk }) => ({ id, kvk: kvk.at(-1)! }));
}

const columnAt = (table: Table, header: string): number => table[0]!.indexOf(header);
const mapCells = (table: Table, column: number, change: (cell: string, row: number) => Cell): Table =>
  table.map((row, place) => (place === 0 ? row : row.map((cell, at) => (at === column ? change(cell as string, place) : cell))));

/** Excel drops the zeros in front; in the last row so much was lost that the number cannot be mended. */
const withoutZeros = (table: Table): Table =>
  mapCells(table, columnAt(table, "KvK-nummer"), (cell, row) => (row === table.length - 1 ? cell.slice(0, 5) : String(Number(cell))));

const withoutColumn = (table: Table, header: string): Table => table.map((row) => row.filter((_, at) => at !== columnAt(table, header)));

/** A slip in the score of the first report, the same norm twice in the second; the third is right. */
function withTypingErrors(table: Table, [first, second]: readonly SampleReport[]): Table {
  const reference = columnAt(table, "Report no.");
  const score = columnAt(table, "Finding");
  const slip = table.findIndex((row) => row[reference] === first!.reference && row[score] === "Compliant");
  const double = table.findIndex((row) => row[reference] === second!.reference);
  const mended = table.map((row, place) => (place === slip ? row.map((cell, at) => (at === score ? "Complient" : cell)) : row));
  return [...mended.slice(0, double + 1), table[double]!, ...mended.slice(double + 1)];
}

function withWrongDates(table: Table, [first]: readonly SampleReport[]): Table {
  const reference = columnAt(table, "Report no.");
  return mapCells(table, columnAt(table, "Last audit day"), (_, row) =>
    table[row]![reference] === first!.reference ? "2026-02-30" : "2062-09-17",
  );
}

/** What a Dutch Excel makes of norm 1.2 when the column is not text. */
const withNormsAsDates = (table: Table): Table =>
  mapCells(table, columnAt(table, "Norm"), (code) =>
    code.replace(/^(\d+)\.(\d+)$/, (_, day, month) => `${day}-${MONTHS[Number(month) - 1]}`),
  );
const MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/** 999990019 passes the elfproef; it is a number for tests that is given to nobody. */
const withCitizenNumber = (table: Table): Table =>
  mapCells(table, columnAt(table, "Toelichting"), (cell, row) =>
    row === 5 ? "Dossier ingezien van cliënt met BSN 999990019: plan ontbreekt." : cell,
  );

/** The upload stopped halfway: the directory at the end of the zip is missing. */
async function brokenOff(table: Table): Promise<SampleDelivery> {
  const bytes = await workbookBytes([{ name: "Rapporten", rows: table }]);
  return {
    path: "keurmerkinstituut/2026-9-fout-afgebroken.xlsx",
    bytes: bytes.slice(0, Math.floor(bytes.length * 0.6)),
    expected: rejected(0, ["WORKBOOK_DAMAGED"]),
  };
}
