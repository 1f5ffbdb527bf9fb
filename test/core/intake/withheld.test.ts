/** A file that the malware scan withholds: what its sender and the policy staff are told, without anybody having opened it. */
import { describe, expect, test } from "vitest";
import { bodyCode, deliveryNumber } from "../../../core/ids.ts";
import { findingsCsv } from "../../../core/intake/findings-csv.ts";
import { makeReceipt } from "../../../core/intake/receipt.ts";
import { receiptMessage } from "../../../core/intake/receipt-message.ts";
import { receiptSchema } from "../../../core/intake/receipt-schema.ts";
import { type Withheld, withheldDelivery } from "../../../core/intake/withheld.ts";

const receiptFor = (verdict: Withheld) =>
  makeReceipt(
    {
      delivery: deliveryNumber("A-2026-0007"),
      body: bodyCode("ciio"),
      file: "rapporten.xlsx",
      sha256: null,
      receivedAt: "2026-06-01T10:00:00.000Z",
    },
    withheldDelivery(verdict),
  );

describe.each([
  ["infected", "MALWARE_FOUND", /schadelijke software/, /niet opnieuw aan/],
  ["unscannable", "NOT_SCANNABLE", /niet in dit bestand kijken/, /wachtwoord weg/],
] as const)("a file that is %s", (verdict, code, happened, whatToDo) => {
  test("is rejected with one finding that says what happened and what to do", () => {
    const { status, reports, findings, groups } = receiptFor(verdict);
    expect({ status, reports, groups }).toMatchObject({ status: "rejected", reports: [], groups: [{ code, count: 1, firstRow: null }] });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code, severity: "error", sheet: null, row: null, column: null, value: "" });
    expect(findings[0]!.message).toMatch(happened);
    expect(findings[0]!.fix).toMatch(whatToDo);
  });

  test("has a receipt that keeps to the schema, without a fingerprint of bytes that nobody read", () => {
    const receipt = receiptFor(verdict);
    expect(() => receiptSchema.parse(receipt)).not.toThrow();
    expect(receipt.sha256).toBeNull();
    expect(receipt.read).toEqual({ format: "unknown", encoding: null, delimiter: null, layout: "unknown", rows: 0 });
  });

  test("is said to be unopened, and not to be mended: there is nothing to mend in it", () => {
    const { summary } = receiptFor(verdict);
    expect(summary.join(" ")).toMatch(/Er is niets verwerkt\..*Het bestand is niet geopend\./);
    expect(summary.join(" ")).not.toMatch(/Herstel|als tabel/);
    expect(receiptMessage(receiptFor(verdict)).message).toContain("niet geopend");
  });

  test("has a list of findings that a spreadsheet opens", () => {
    expect(findingsCsv(withheldDelivery(verdict).findings)).toContain(code);
  });
});
