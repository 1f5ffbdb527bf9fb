import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type PublishedReport,
  type PublishedReports,
  type ReportContents,
  reportFiles,
} from "../../../../core/figures/yearly-report/published.ts";
import { publishedReports } from "../../../../functions/adapters/table/published-reports.ts";
import { publishedInMemory } from "../../../portal/in-memory.ts";
import { freshTable } from "./fresh-table.ts";

let table: Awaited<ReturnType<typeof freshTable>>;
beforeAll(async () => {
  table = await freshTable();
});
afterAll(() => table.close());

const objects = new Map<string, Uint8Array>();
const bucket = {
  read: async (key: string) => objects.get(key)!,
  write: async (key: string, content: Uint8Array | string) =>
    void objects.set(key, typeof content === "string" ? new TextEncoder().encode(content) : content),
};

const contents = (what: string): ReportContents =>
  Object.fromEntries(
    reportFiles.map((name) => [name, new TextEncoder().encode(name === "report.json" ? JSON.stringify({ what }) : `${name} ${what}`)]),
  ) as unknown as ReportContents;

const report = (label: string, number: number, year = 2025, version = 1): Omit<PublishedReport, "files"> => ({
  label,
  number,
  year,
  version,
  referenceDate: `${year}-12-31`,
  provisional: false,
  run: "r",
  by: { id: "1", name: "Bea" },
  at: `2026-0${number}-01T10:00:00.000Z`,
});

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe.each<[string, () => PublishedReports]>([
  ["in the table and the bucket", () => publishedReports(table, bucket)],
  ["in memory, as the tests of the portal use it", () => publishedInMemory()],
])("published reports %s", (where, open) => {
  // A label of its own, since the table is one for the whole file.
  const label = where.includes("memory") ? "IN MEMORY" : "KSW#1";

  it("are listed with their files, and are the bytes that were published", async () => {
    const published = open();
    expect(await published.publish(report(label, 1), contents("eerste"))).toBe(true);
    expect(await published.publish(report(label, 2, 2025, 2), contents("tweede"))).toBe(true);
    const [first, second] = (await published.list()).filter((one) => one.label === label);
    expect([first!.version, second!.version]).toEqual([1, 2]);
    expect(text(await published.file(first!, "jaarrapport.csv"))).toBe("jaarrapport.csv eerste");
    expect(text(await published.file(second!, "jaarrapport.html"))).toBe("jaarrapport.html tweede");
    expect(await published.reportsOf(label)).toEqual([{ what: "eerste" }, { what: "tweede" }]);
    expect(await published.reportsOf("anders")).toEqual([]);
  });

  it("a number is given once: of eight who publish at once one is listed, and what was published is as it was", async () => {
    const published = open();
    const own = `${label} acht`;
    const tried = await Promise.all(Array.from({ length: 8 }, (_, i) => published.publish(report(own, 1), contents(String(i)))));
    expect(tried.filter(Boolean)).toHaveLength(1);
    const [only] = (await published.list()).filter((one) => one.label === own);
    expect(text(await published.file(only!, "jaarrapport.csv"))).toBe(`jaarrapport.csv ${tried.indexOf(true)}`);
  });
});
