import { describe, expect, it } from "vitest";
import { bodyCode, deliveryNumber } from "../../core/ids.ts";
import type { ReminderRecord } from "../../core/notifications/reminders.ts";
import { findingCounts, reportCounts } from "../../portal/deliveries-table.tsx";
import { deliveries, delivery, madeUpData, nothingYet } from "./made-up.ts";
import { reminder } from "./made-up-reminders.ts";
import { read } from "./page-text.ts";

const numbersOn = async (path: string, data = madeUpData()): Promise<readonly string[]> =>
  (await read(data, path)).all("th").flatMap((cell) => /^A-\d{4}-\d{4}$/.exec(cell)?.[0] ?? []);

describe("the list of deliveries", () => {
  it("shows where each delivery stands, in words", async () => {
    const { all } = await read(madeUpData(), "/aanleveringen");
    expect(all("tr").slice(-5)).toEqual([
      "A-2026-0196DNVtoetsen_q1.xlsx14-03-2026, 12:02in behandeling––",
      "A-2026-0195Keurmerkinstituutmaart.xlsx14-03-2026, 10:58deels aangenomen11 aangenomen, 1 niet1.240 fouten",
      "A-2026-0194CIIOexport_maart.csv14-03-2026, 10:58al eerder aangeleverdgeengeen",
      "A-2026-0193CIIOexport_maart_v2.csv14-03-2026, 10:58aangenomen4 aangenomen2 waarschuwingen",
      "A-2026-0192CIIOexport_maart.csv14-03-2026, 10:58niet aangenomen2 niet aangenomen7 fouten",
    ]);
  });

  it("can be limited to a body, to a status and to both", async () => {
    expect(await numbersOn("/aanleveringen?instelling=ciio")).toEqual(["A-2026-0194", "A-2026-0193", "A-2026-0192"]);
    expect(await numbersOn("/aanleveringen?status=niet-aangenomen")).toEqual(["A-2026-0192"]);
    expect(await numbersOn("/aanleveringen?status=in-behandeling")).toEqual(["A-2026-0196"]);
    expect(await numbersOn("/aanleveringen?instelling=dnv&status=aangenomen")).toEqual([]);
  });

  it("says so when nothing fits the choice", async () => {
    expect((await read(madeUpData(), "/aanleveringen?instelling=dnv&status=aangenomen")).text).toContain(
      "Geen aanlevering past bij deze keuze.",
    );
  });

  it("passes over a status that does not exist", async () => {
    expect(await numbersOn("/aanleveringen?status=zomaar")).toHaveLength(deliveries().length);
  });

  it("shows a hundred on a page and keeps the choice while leafing", async () => {
    const many = Array.from({ length: 250 }, (_, i) =>
      delivery({ number: deliveryNumber(`A-2026-${String(1000 + i)}`), body: bodyCode("dnv") }),
    );
    const data = madeUpData({ deliveries: async () => many });
    const page = await read(data, "/aanleveringen?instelling=dnv&pagina=2");
    expect(page.text).toContain("U ziet aanleveringen 101 tot en met 200 van de 250: pagina 2 van 3.");
    expect(page.html).toContain('href="/aanleveringen?instelling=dnv&amp;pagina=3#alle"');
    expect(page.html).toContain('href="/aanleveringen?instelling=dnv#alle" rel="prev"');
    expect(await numbersOn("/aanleveringen?pagina=99", data)).toHaveLength(50);
  });

  it("says what to do when there are none", async () => {
    const page = await read(nothingYet(), "/aanleveringen");
    expect(page.all("h1")).toEqual(["Nog geen aanleveringen"]);
    expect(page.text).toContain("Een certificerende instelling meldt zich aan en levert een bestand met toetsingsrapporten aan");
  });

  it("leads to the receipt, also of a body with odd signs in its code", async () => {
    const data = madeUpData({ deliveries: async () => [delivery({ number: deliveryNumber("A-2026-0001"), body: bodyCode("a b/c?") })] });
    expect((await read(data, "/aanleveringen")).html).toContain('href="/aanleveringen/a%20b%2Fc%3F/A-2026-0001"');
  });
});

describe("the overview of deliveries", () => {
  const now = () => Date.parse("2026-11-25T12:00:00Z");

  it("says of each body what it delivered and when something last came in", async () => {
    const { all } = await read(madeUpData(), "/aanleveringen", { now });
    expect(all("tr").slice(1, 5)).toEqual([
      "CIIO31414-03-2026 8 maanden stil",
      "DNV100nog niets",
      "Keurmerkinstituut101114-03-2026 8 maanden stil",
      "Lloyd's Register000nog niets",
    ]);
  });

  it("says which organisations are late for their next test, the longest first, and which stayed away", async () => {
    const page = await read(madeUpData(), "/aanleveringen", { now });
    const [first = ""] = page.all("tr").filter((row) => row.includes("maanden te laat"));
    expect(page.text).toMatch(/Van 117 organisaties zijn er \d+ te laat en \d+ binnen een half jaar aan de beurt\./);
    expect(first).toMatch(/\d{2}-\d{2}-\d{4}, (CIIO|DNV|Keurmerkinstituut|Lloyd's Register)\d{2}-\d{2}-\d{4}\d+ maanden te laat$/);
    expect(page.text).toContain("Weggebleven (");
  });

  it("says who was reminded of what and when, and where there is nobody to remind", async () => {
    const { all } = await read(madeUpData(), "/aanleveringen", { now });
    expect(all("tr").filter((row) => /(verstuurd|herinneren)$/.test(row))).toEqual([
      "CIIO23-11-20263 te laat, 1 binnenkort1 persoonverstuurd",
      "DNV–8 maanden niets aangeleverd0 personenniemand om te herinneren",
    ]);
  });

  it("says what became of a reminder of which not everything went", async () => {
    const ofMails = async (mails: ReminderRecord["mails"]) =>
      (await read(madeUpData({ reminders: async () => [reminder({ mails })] }), "/aanleveringen", { now }))
        .all("tr")
        .find((row) => row.includes("23-11-2026"));
    expect(await ofMails({ a: "sent", b: "refused", c: "queued" })).toMatch(/3 personen1 niet verstuurd$/);
    expect(await ofMails({ a: "sent", b: "queued" })).toMatch(/2 personenwordt verstuurd$/);
    // Who left meanwhile got none.
    expect(await ofMails({ a: "withheld" })).toMatch(/1 persoonniet meer verstuurd$/);
    expect(await ofMails({ a: "sent", b: "withheld" })).toMatch(/2 personenverstuurd$/);
  });

  it("says so when nobody was reminded yet", async () => {
    expect((await read(madeUpData({ reminders: async () => [] }), "/aanleveringen", { now })).text).toContain(
      "Er is nog geen instelling herinnerd.",
    );
  });

  it("counts which rules fire, in most deliveries first", async () => {
    const { all } = await read(madeUpData(), "/aanleveringen", { now });
    const rules = all("tr").filter((row) => /^[A-Z_]+(fout|waarschuwing)/.test(row));
    const inDeliveries = rules.map((row) => Number(/(?:fout|waarschuwing)(\d)/.exec(row)?.[1]));
    expect(rules.length).toBeGreaterThan(1);
    expect(inDeliveries).toEqual(inDeliveries.toSorted((a, b) => b - a));
  });

  it("steps aside when somebody looks for a delivery", async () => {
    expect((await read(madeUpData(), "/aanleveringen?instelling=ciio")).all("h2")).toEqual(["Alle aanleveringen"]);
  });

  it("says what is known before anything was counted", async () => {
    const page = await read(madeUpData({ scores: async () => undefined }), "/aanleveringen", { now });
    expect(page.all("h2")).toEqual(["Wie leverde wat aan", "Wie is herinnerd", "Wat er het vaakst misgaat", "Alle aanleveringen"]);
  });
});

describe("what became of the reports of a delivery", () => {
  it.each([
    [{ new: 3, replaced: 1, unchanged: 2 }, "6 aangenomen"],
    [{ new: 3, rejected: 2 }, "3 aangenomen, 2 niet"],
    [{ rejected: 2 }, "2 niet aangenomen"],
    [{}, "geen"],
    [undefined, "–"],
  ])("%j reads %s", (outcomes, words) => {
    expect(reportCounts({ outcomes })).toBe(words);
  });

  it("counts places, not kinds, and errors apart from warnings", () => {
    const groups = [
      { code: "A", severity: "error", count: 7, firstRow: 1 },
      { code: "B", severity: "warning", count: 1, firstRow: 1 },
      { code: "C", severity: "error", count: 2, firstRow: 1 },
    ] as const;
    expect(findingCounts({ groups })).toBe("9 fouten, 1 waarschuwing");
  });
});
