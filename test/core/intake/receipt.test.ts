import { describe, expect, it } from "vitest";
import * as z from "zod";
import { bodyCode, deliveryNumber, sha256 } from "../../../core/ids.ts";
import { describe as describeFinding } from "../../../core/intake/messages/index.ts";
import { type DeliveryFacts, makeReceipt, unchangedReceipt } from "../../../core/intake/receipt.ts";
import { englishOf } from "../../../core/intake/receipt-english.ts";
import { receiptJson } from "../../../core/intake/receipt-json.ts";
import { receiptSchema } from "../../../core/intake/receipt-schema.ts";
import { checked, finding, report } from "./remarks/example.ts";

const facts: DeliveryFacts = {
  delivery: deliveryNumber("A-2026-0192"),
  body: bodyCode("ciio"),
  file: "export_maart.csv",
  sha256: sha256("0".repeat(64)),
  receivedAt: "2026-03-14T09:58:12Z",
};

describe("a receipt", () => {
  const findings = [
    finding("COLUMN_MISSING", null, null, { params: { column: "norm" } }),
    finding("SCORE_UNKNOWN", 14, 3, { columnName: "score", value: "voldoe deels", params: { suggestions: ["voldoet deels"] } }),
    finding("PERSONAL_PHONE", 14, 28, { severity: "warning", columnName: "toelichting", value: "bel **********", params: { count: 1 } }),
  ];

  it("says of every finding where it is as Excel shows it, what is wrong and how to mend it", () => {
    const receipt = makeReceipt(facts, checked(findings));
    const words = findings.map((one) => describeFinding(one, "nl"));
    expect(receipt.findings).toEqual([
      { code: "COLUMN_MISSING", severity: "error", sheet: null, row: null, column: null, columnName: null, value: "", ...words[0] },
      {
        code: "SCORE_UNKNOWN",
        severity: "error",
        sheet: null,
        row: 14,
        column: "C",
        columnName: "score",
        value: "voldoe deels",
        ...words[1],
      },
      {
        code: "PERSONAL_PHONE",
        severity: "warning",
        sheet: null,
        row: 14,
        column: "AB",
        columnName: "toelichting",
        value: "bel **********",
        ...words[2],
      },
    ]);
  });

  it("says all of it in English too", () => {
    const reports = [report("R-1", 2, "new"), report("R-2", 3, "rejected")];
    const groups = [{ code: "SCORE_UNKNOWN", severity: "error", count: 12_345, firstRow: 14 }] as const;
    expect(makeReceipt(facts, checked(findings.slice(1, 2), { status: "partlyAccepted", reports, groups })).en).toEqual({
      statusText: "Partly accepted: 1 of the 2 reports",
      summary: [
        "1 report was accepted: 1 new. 1 report was not accepted: 12,345 errors in at least 1 row. Mend this report and deliver it again; what was accepted you do not have to deliver again.",
        "Of each kind of finding the first 10,000 places are listed; the numbers are complete.",
        'File "export_maart.csv", received on 14-03-2026 at 10:58. Read as CSV (UTF-8, separator ";"); 10 rows, one norm per row.',
      ],
    });
    expect(makeReceipt(facts, checked(findings)).en?.summary.slice(0, 2)).toEqual([
      "2 errors in 1 row. Nothing was processed. Mend the file and deliver it again; you do not have to withdraw anything.",
      "1 warning; it does not hold processing back.",
    ]);
  });

  it("says in both languages as many sentences, with the same numbers", () => {
    const statuses = ["accepted", "partlyAccepted", "rejected"] as const;
    const encodings = ["utf-8 met BOM", "utf-16le", "windows-1252", null] as const;
    for (const status of statuses) {
      for (const encoding of encodings) {
        for (const outcomes of [["new"], ["new", "replaced", "rejected"], ["withdrawn", "unchanged", "rejected", "rejected"]] as const) {
          const reports = outcomes.map((outcome, i) => report(`R-${i}`, i + 2, outcome));
          const read = { format: encoding ? "csv" : "xlsx", encoding, delimiter: encoding && "\t", layout: "wide", rows: 7 } as const;
          const receipt = makeReceipt(facts, checked(findings, { status, reports, read }));
          const numbers = (sentences: readonly string[] = []) => sentences.map((sentence) => sentence.match(/\d+/g));
          expect(numbers(receipt.en?.summary)).toEqual(numbers(receipt.summary));
          expect(receipt.en?.summary.join(" ")).not.toMatch(/\b(met|rijen|rapport|rapporten|fouten|bestand)\b/i);
        }
      }
    }
  });

  it("is stored with a line for each thing in it, and reads back the same", () => {
    const receipt = makeReceipt(facts, checked(findings, { reports: [report('R-"1"', 2, "rejected")] }));
    const text = receiptJson(receipt);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(receipt)));
    expect(text.split("\n").filter((line) => line.startsWith('  {"code"'))).toHaveLength(findings.length + receipt.groups.length);
    expect(JSON.parse(receiptJson(makeReceipt(facts, checked([]))))).toMatchObject({ findings: [], reports: [] });
  });

  it("gives every finding its English words, and keeps once what all of a kind say", () => {
    const score = (row: number, value: string) =>
      finding("SCORE_UNKNOWN", row, 3, { columnName: "score", value, params: { suggestions: ["voldoet deels"] } });
    const some = [...findings, score(15, "voldoe deels"), score(16, "voldoet deel"), findings[2]!];
    const receipt = makeReceipt(facts, checked(some));
    expect(receipt.findings.map((one) => englishOf(receipt, one))).toEqual(some.map((one) => describeFinding(one, "en")));
    const kept = (code: string) => receipt.groups.find((group) => group.code === code)?.en;
    // The value stands in the message; how to mend it is the same everywhere.
    expect(Object.keys(kept("SCORE_UNKNOWN") ?? {})).toEqual(["fix"]);
    expect(Object.keys(kept("PERSONAL_PHONE") ?? {})).toEqual(["message", "fix"]);
    expect(receipt.findings.map(({ en }) => Object.keys(en ?? {}).join())).toEqual(["", "message", "", "message", "message", ""]);
    const before = { ...receipt, groups: receipt.groups.map(({ en: _, ...group }) => group) };
    expect(englishOf(before, before.findings[0]!)).toBeUndefined();
  });

  it("is by English hardly larger: ten thousand places of a kind take a fifth more at most than the Dutch words, indented, took", () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      finding("SCORE_UNKNOWN", i + 2, 9, { columnName: "score", value: `voldoe deels ${i}`, params: { suggestions: ["voldoet deels"] } }),
    );
    const receipt = makeReceipt(facts, checked(many));
    const dutch = { ...receipt, en: undefined, findings: receipt.findings.map(({ en: _, ...one }) => one) };
    expect(receiptJson(receipt).length).toBeLessThan(1.2 * JSON.stringify(dutch, null, 2).length);
  });

  it("has exactly the fields of its schema, and nothing of a report but its name and outcome", () => {
    const receipt = makeReceipt(facts, checked(findings, { reports: [report("R-1", 2, "rejected")] }));
    expect(receiptSchema.parse(JSON.parse(JSON.stringify(receipt)))).toEqual(receipt);
    expect(receipt.reports).toEqual([{ reference: "R-1", label: "KSW", outcome: "rejected" }]);
    expect(receipt.groups[1]).toMatchObject({ code: "SCORE_UNKNOWN", count: 1, firstRow: 14 });
    expect(receipt.read).toEqual({ format: "csv", encoding: "utf-8", delimiter: ";", layout: "long", rows: 10 });
  });

  it("says that nothing was processed when the delivery is rejected", () => {
    const receipt = makeReceipt(facts, checked(findings, { reports: [report("R-1", 2, "rejected")] }));
    expect(receipt).toMatchObject({ status: "rejected", statusText: "Niet aangenomen. Er is niets verwerkt." });
    expect(receipt.summary).toEqual([
      "2 fouten in 1 rij. Er is niets verwerkt. Herstel het bestand en lever het opnieuw aan; u hoeft niets in te trekken.",
      "1 waarschuwing; die houdt de verwerking niet tegen.",
      'Bestand "export_maart.csv", ontvangen op 14-03-2026 om 10:58 uur. Gelezen als CSV (UTF-8, scheidingsteken ";"); 10 rijen, met per rij één norm.',
    ]);
  });

  it("says how many reports were accepted when some were", () => {
    const reports = [
      report("R-1", 2, "new"),
      report("R-2", 3, "replaced"),
      report("R-3", 4, "rejected"),
      report("R-4", 5, "rejected"),
      report("R-5", 6, "unchanged"),
    ];
    const receipt = makeReceipt(facts, checked(findings, { status: "partlyAccepted", reports }));
    expect(receipt.statusText).toBe("Deels aangenomen: 3 van de 5 rapporten");
    expect(receipt.summary[0]).toBe(
      "3 rapporten zijn aangenomen: 1 nieuw, 1 vervangen, 1 ongewijzigd. 2 rapporten zijn niet aangenomen: 2 fouten in 1 rij. " +
        "Herstel deze rapporten en lever ze opnieuw aan; wat is aangenomen, hoeft u niet opnieuw aan te leveren.",
    );
    expect(receipt.counts).toEqual({ reports: 5, new: 1, replaced: 1, withdrawn: 0, unchanged: 1, rejected: 2, errors: 2, warnings: 1 });
  });

  it("says what became of the reports when all were accepted", () => {
    const receipt = makeReceipt(facts, checked([], { reports: [report("R-1", 2, "new"), report("R-2", 3, "withdrawn")] }));
    expect(receipt.statusText).toBe("Aangenomen");
    expect(receipt.summary[0]).toBe("2 rapporten zijn aangenomen: 1 nieuw, 1 ingetrokken.");
  });

  it("counts what is not listed, and says that the list is not complete", () => {
    const groups = [{ code: "SCORE_UNKNOWN", severity: "error", count: 12_345, firstRow: 14 }] as const;
    const { summary, counts } = makeReceipt(facts, checked(findings.slice(1, 2), { groups }));
    expect(counts.errors).toBe(12_345);
    expect(summary[0]).toMatch(/^12\.345 fouten in ten minste 1 rij\./);
    expect(summary[1]).toContain("de eerste 10.000 plaatsen");
  });

  it("tells the time as it is in the Netherlands, in summer too", () => {
    const summer = makeReceipt({ ...facts, receivedAt: "2026-06-30T22:05:00Z" }, checked([]));
    expect(summer.summary.at(-1)).toContain("ontvangen op 01-07-2026 om 00:05 uur");
  });

  it("says so when the file could not be read", () => {
    const read = { format: "unknown", encoding: null, delimiter: null, layout: "unknown", rows: 0 } as const;
    const receipt = makeReceipt(facts, checked([finding("FILE_EMPTY", null, null)], { read }));
    expect(receipt.summary).toEqual([
      "1 fout. Er is niets verwerkt. Herstel het bestand en lever het opnieuw aan; u hoeft niets in te trekken.",
      'Bestand "export_maart.csv", ontvangen op 14-03-2026 om 10:58 uur. Het bestand kon niet als tabel worden gelezen.',
    ]);
  });
});

describe("the receipt of a file that came before", () => {
  it("names the earlier delivery and says that nothing changes", () => {
    const receipt = unchangedReceipt(facts, { delivery: deliveryNumber("A-2026-0007"), receivedAt: "2026-01-05T12:00:00+01:00" });
    expect(receiptSchema.parse(receipt)).toEqual(receipt);
    expect(receipt).toMatchObject({
      status: "unchanged",
      statusText: "Dit bestand is al aangeleverd op 05-01-2026 om 12:00 uur (aanlevering A-2026-0007); er verandert niets.",
      sameAs: { delivery: "A-2026-0007", receivedAt: "2026-01-05T12:00:00+01:00" },
      reports: [],
      findings: [],
      en: { statusText: "This file was delivered before, on 05-01-2026 at 12:00 (delivery A-2026-0007); nothing changes." },
    });
  });
});

describe("the published schema of receipts", () => {
  // After a change of the schema: npx vitest run -u test/core/intake/receipt.test.ts
  it("equals the schema in the code", async () => {
    const schema = { ...z.toJSONSchema(receiptSchema, { io: "output" }), title: "Ontvangstbewijs van een aanlevering (receipt.json)" };
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot("../../../docs/schema/receipt.schema.json");
  });
});
