/** What holds for every delivery, whatever is in it. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCheck } from "../../../core/intake/check.ts";
import { columnNames } from "../../../core/intake/columns.ts";
import { describe as describeFinding } from "../../../core/intake/messages/index.ts";
import { type CheckedDelivery, cellKinds, type History, type KnownReport } from "../../../core/intake/types.ts";
import { context, deliverCsv, known, noHistory } from "./deliver.ts";

const scores = ["voldoet", "voldoet deels", "voldoet niet", "niet van toepassing", "niet beoordeeld"];
const header =
  "rapportkenmerk;kvk_nummer;organisatie;label;normenkader;soort_toets;toetsdatum;norm;score;discipline;zelfevaluatie;verbeterpunt;toelichting";

/** Rows of a few reports without double norms, some with an error. */
const reportRows = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom("V01", "V02", "D01", "V03"), fc.constantFrom("", "jeugd", "schuldhulp")),
    {
      selector: ([report, norm, discipline]) => `${report} ${norm} ${discipline}`,
      minLength: 1,
      maxLength: 20,
    },
  )
  .chain((keys) =>
    fc.tuple(
      ...keys.map(([report, norm, discipline]) =>
        fc
          .tuple(
            fc.constantFrom(...scores, "prima"),
            fc.constantFrom("", ...scores),
            fc.constantFrom("", "ja", "nee"),
            fc.constantFrom("", "Goed.", "Plan ontbreekt.", "06-12345678"),
          )
          .map(([score, self, improvement, text]) =>
            [
              `R-${report}`,
              "01234567",
              "Het Baken",
              "KSW",
              "2019",
              "eerste toets",
              `${report}-03-2024`,
              norm,
              score,
              discipline,
              self,
              improvement,
              text,
            ].join(";"),
          ),
      ),
    ),
  );

const content = (checked: CheckedDelivery) =>
  checked.reports
    .map(({ reference, outcome, packed, contentHash }) => ({ reference, outcome, packed, contentHash }))
    .sort((a, b) => (a.reference < b.reference ? -1 : 1));

const counts = (checked: CheckedDelivery) => checked.groups.map(({ code, count }) => `${code} ${count}`).sort();

describe("the order of rows", () => {
  test("changes neither the reports nor what is found in them", () => {
    fc.assert(
      fc.property(
        reportRows.chain((rows) =>
          fc.tuple(fc.constant(rows as string[]), fc.shuffledSubarray(rows as string[], { minLength: rows.length })),
        ),
        ([rows, shuffled]) => {
          const one = deliverCsv([header, ...rows].join("\n")).judge(noHistory);
          const other = deliverCsv([header, ...shuffled].join("\n")).judge(noHistory);
          expect(content(other)).toEqual(content(one));
          expect(counts(other)).toEqual(counts(one));
          expect(other.status).toBe(one.status);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("of the columns changes nothing either", () => {
    fc.assert(
      fc.property(
        reportRows,
        fc.shuffledSubarray([...header.split(";").keys()], { minLength: header.split(";").length }),
        (rows, order) => {
          const moved = [header, ...rows].map((row) => order.map((column) => row.split(";")[column]).join(";"));
          expect(content(deliverCsv(moved.join("\n")).judge(noHistory))).toEqual(
            content(deliverCsv([header, ...rows].join("\n")).judge(noHistory)),
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("any change of one cell", () => {
  test("is another content, except of the status", () => {
    const rows = ["V01", "V02", "D01"].map(
      (norm) => `R-1;01234567;Het Baken;KSW;2019;eerste toets;14-03-2024;${norm};voldoet;;voldoet;ja;Goed.`,
    );
    const hash = (text: string) => deliverCsv(text).judge(noHistory).reports[0]?.contentHash;
    const original = [header, ...rows].join("\n");
    const changes = [
      [/14-03-2024/g, "15-03-2024"],
      [/eerste toets/g, "hertoets"],
      [/Het Baken/g, "Het Andere"],
      [/01234567/g, "12345678"],
      [/V02;voldoet/, "V02;voldoet deels"],
      [/;;voldoet;/, ";;voldoet niet;"],
      [/;ja;/, ";nee;"],
      [/Goed\./, "Goed"],
      [/V01;voldoet;;/, "V01;voldoet;jeugd;"],
    ] as const;
    const hashes = changes.map(([from, to]) => hash(original.replace(from, to)));
    expect(new Set([hash(original), ...hashes]).size).toBe(changes.length + 1);
    expect(hash([`${header};status`, ...rows.map((row) => `${row};gewijzigd`)].join("\n"))).toBe(hash(original));
    // Two texts that change places are another content: a sum of checksums must know to which norm a text belongs.
    const texts = (a: string, b: string) => [
      header,
      ...rows.map((row, index) => (index === 0 ? row.replace("Goed.", a) : index === 1 ? row.replace("Goed.", b) : row)),
    ];
    expect(hash(texts("Eén.", "Twee.").join("\n"))).not.toBe(hash(texts("Twee.", "Eén.").join("\n")));
  });
});

/** Cells as hostile or clumsy senders fill them. */
const cell = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "R-1",
    "KSW",
    "NVVK",
    "2019",
    "V01",
    "1.2",
    "voldoet",
    "verwijderd",
    "01234567",
    "1234567",
    "14-03-2024",
    "1-feb",
    "ja",
    "hertoets",
    "=1+1",
    "'1",
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({ maxLength: 40 }),
  fc.integer().map(String),
  fc.constantFrom("__proto__", "constructor", "toString", "\u0000", "\ud800", "😀".repeat(150), "x".repeat(3_000), "111222333", "a@b.nl"),
);
const headerCell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<string>(...columnNames, "V01", "V02", "1.2", "", "opmerkingen", "bsn", "2026-02-01") },
  { weight: 1, arbitrary: cell },
);
const table = fc
  .tuple(fc.array(headerCell, { maxLength: 20 }), fc.array(fc.array(cell, { maxLength: 22 }), { maxLength: 12 }))
  .map(([first, rows]) => [first, ...rows]);
const anySheet = fc.record({ name: fc.option(fc.string({ maxLength: 8 }), { nil: null }), rows: table, kinds: fc.boolean() });

const anyHistory = (state: "none" | "active" | "withdrawn"): History => ({
  report: (): KnownReport | undefined => (state === "none" ? undefined : known({ state })),
  tests: () => [],
});

describe("any table of cells at all", () => {
  test("is checked without a fault, gives counts that add up, and findings that can be said", () => {
    fc.assert(
      fc.property(
        fc.array(anySheet, { minLength: 1, maxLength: 3 }),
        fc.constantFrom("none", "active", "withdrawn"),
        fc.infiniteStream(fc.nat({ max: cellKinds.length - 1 })),
        (sheets, state, kinds) => {
          const check = createCheck(context({ onExplanation: (report, { text }) => expect(report >= 0 && text.length > 0).toBe(true) }));
          for (const sheet of sheets) {
            check.sheet(sheet.name);
            sheet.rows.forEach((cells, index) => {
              check.row(cells, index + 1, sheet.kinds ? Uint8Array.from(cells, () => kinds.next().value as number) : undefined);
            });
          }
          const pending = check.finish({ format: "xlsx", encoding: null, delimiter: null });
          const checked = pending.judge(anyHistory(state as "none"));
          for (const { code, count, severity } of checked.groups) {
            const places = checked.findings.filter((finding) => finding.code === code);
            expect(places.length).toBe(count);
            expect(places.every((finding) => finding.severity === severity && finding.value.length <= 200)).toBe(true);
          }
          expect(checked.findings.length).toBe(checked.groups.reduce((sum, group) => sum + group.count, 0));
          for (const finding of checked.findings) {
            expect(`${describeFinding(finding, "nl").message} ${describeFinding(finding, "en").fix}`).not.toMatch(/undefined|NaN/);
          }
          const errors = checked.groups.some((group) => group.severity === "error");
          expect(errors || checked.reports.length === 0).toBe(checked.status !== "accepted");
          for (const report of checked.reports) {
            expect(
              report.packed !== undefined ||
                report.outcome === "rejected" ||
                report.status === "withdrawn" ||
                report.trends.length > 0 ||
                state === "active",
            ).toBe(true);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
