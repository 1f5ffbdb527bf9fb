/** The template asks for what the check takes, whatever the framework, the layout and the body. */
import { strToU8, zipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { parseIsoDay } from "../../../core/calendar.ts";
import { bodyCode } from "../../../core/ids.ts";
import { createCheck } from "../../../core/intake/check.ts";
import { columns } from "../../../core/intake/columns.ts";
import { defaultLimits } from "../../../core/intake/reading/limits.ts";
import { readWorkbook } from "../../../core/intake/reading/xlsx/workbook.ts";
import { EXAMPLE } from "../../../core/intake/template-parts.ts";
import type { CheckedDelivery } from "../../../core/intake/types.ts";
import { deliveryTemplate, type TemplateChoice, templateFileName } from "../../../core/template/delivery-template.ts";
import { shippedCatalogue } from "../../portal/scripts/deliveries.ts";
import { codesOf, digest, noHistory, outcomes, placeOf } from "../intake/deliver.ts";
import { remarksOf } from "../intake/remarks/example.ts";
import { looksOf, readBack, xmlParts } from "../workbook/read-back.ts";
import { fillIn, type Typed } from "./fill-in.ts";

const catalogue = await shippedCatalogue();
const today = parseIsoDay("2026-06-01")!;
const organisation = catalogue.organisations.find(({ succeededBy }) => !succeededBy)!;

const frameworks = catalogue.frameworks.map(({ key, label, variant, version }) => ({ key, label, variant, version }));
const bodies = [undefined, ...catalogue.bodies.keys()].map((body) => (body === undefined ? body : bodyCode(body)));
const everyTemplate: readonly (TemplateChoice & { readonly key: string })[] = frameworks.flatMap((framework) =>
  (["long", "wide"] as const).flatMap((layout) => bodies.map((body) => ({ ...framework, layout, body }))),
);
const ksw2019: TemplateChoice = { label: "KSW", variant: "basis", version: "2019", layout: "long" };

const made = new Map<string, Uint8Array>();

/** Made at the first question: a test asks the same one for its choices, to fill it in and to check it. */
function templateOf(choice: TemplateChoice): Uint8Array {
  const name = JSON.stringify([choice.label, choice.variant, choice.version, choice.layout, choice.body]);
  const bytes = made.get(name) ?? deliveryTemplate(catalogue, choice);
  if (bytes === undefined) throw new Error("no template");
  made.set(name, bytes);
  return bytes;
}

const read = new WeakMap<Uint8Array, { readonly rows: ReturnType<typeof readBack>["rows"]; readonly parts: Record<string, string> }>();

/** What stands in a workbook, read at the first question. */
function contentOf(bytes: Uint8Array) {
  const content = read.get(bytes) ?? { rows: readBack(bytes).rows, parts: xmlParts(bytes) };
  read.set(bytes, content);
  return content;
}

function check(bytes: Uint8Array, body = bodyCode("ciio")): CheckedDelivery {
  const checking = createCheck({ catalogue, body, today, digest });
  return checking.finish(readWorkbook(bytes, checking, defaultLimits)).judge({ ...noHistory, extent: "nothing" });
}

/** Cells of a sheet of the template, by the names of the specification and not by the body's own. */
function sheetOf(bytes: Uint8Array, sheet: string) {
  const rows = contentOf(bytes).rows.filter((row) => row.sheet === sheet);
  return rows.map(({ cells }) => cells);
}

/** The choices of a column, as the workbook has them: by the range that its rule points to. */
function choicesIn(bytes: Uint8Array, sheet: number, column: string): readonly string[] {
  const rule = /<formula1>'Keuzelijsten'!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)<\/formula1><\/dataValidation>/;
  const own = (contentOf(bytes).parts[`xl/worksheets/sheet${sheet}.xml`] ?? "")
    .split("<dataValidation ")
    .find((part) => part.includes(`sqref="${column}2:`));
  const [, letter = "", from = "", to = ""] = rule.exec(own ?? "") ?? [];
  const at = [...letter].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
  return sheetOf(bytes, "Keuzelijsten")
    .slice(Number(from) - 1, Number(to))
    .map((cells) => cells[at] ?? "");
}

const SERIAL_1970 = 25_569;
const serial = (day: number): number => day + SERIAL_1970;

/** A report of every norm, with the scores that can be chosen taking turns. */
function filledIn(choice: TemplateChoice, reference = "2024-017"): Typed[][] {
  const bytes = templateOf(choice);
  const framework = catalogue.frameworkByKey.get(`${choice.label}/${choice.variant}/${choice.version}` as never)!;
  const example = sheetOf(bytes, "Toetsen")[1]!;
  const own = columns.filter(({ layouts, part }) => layouts.includes(choice.layout) && part !== "sender").map(({ name }) => name);
  const at = (name: (typeof own)[number]) => own.indexOf(name);
  const scoreAt = choice.layout === "long" ? at("score") : own.length;
  const scores = choicesIn(bytes, 1, letterOf(scoreAt));
  const row: Typed[] = [...example];
  row[at("rapportkenmerk")] = reference;
  row[at("kvk_nummer")] = organisation.kvk.at(-1)!;
  row[at("organisatie")] = organisation.name;
  row[at("toetsdatum")] = serial(framework.validFromDay + 100);
  if (choice.layout === "wide") return [[...row.slice(0, own.length), ...framework.norms.map((_, i) => scores[i % scores.length]!)]];
  return framework.norms.map(({ code }, i) => row.with(at("norm"), code).with(at("score"), scores[i % scores.length]!));
}

const letterOf = (index: number): string => (index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(65 + index - 26)}`);

describe.each(everyTemplate)("the template of $key ($layout) for $body", (choice) => {
  test("as it comes has nothing but the example in it, and the check says just that", () => {
    const checked = check(templateOf(choice), choice.body);
    expect(codesOf(checked)).toEqual(["EXAMPLE_ROW", "NO_ROWS"]);
    expect(checked.findings.map(placeOf)).toEqual(["bestand", "Toetsen!A2"]);
  });

  test("filled in is accepted whole, without a word", () => {
    const trend = ["2024-017", catalogue.themes[0]!.title, "toenemend", "Drie teams melden het."];
    const bytes = fillIn(templateOf(choice), { rows: { 1: filledIn(choice), 2: [trend] } });
    const checked = check(bytes, choice.body);
    expect(checked.findings).toEqual([]);
    expect(outcomes(checked)).toEqual([`2024-017 ${choice.label} new`]);
    expect(checked.reports[0]?.trends).toHaveLength(1);
  });
});

describe("a template that is filled in", () => {
  test.each(["long", "wide"] as const)("with the example left in (%s) is accepted, and says that the example was not read", (layout) => {
    const choice = { ...ksw2019, layout };
    const checked = check(fillIn(templateOf(choice), { rows: { 1: filledIn(choice) }, keepExample: true }));
    expect(checked.status).toBe("accepted");
    expect(codesOf(checked)).toEqual(["EXAMPLE_ROW"]);
    expect(outcomes(checked)).toEqual(["2024-017 KSW new"]);
  });

  test("over the example, with its reference left standing, is not accepted", () => {
    const checked = check(fillIn(templateOf(ksw2019), { rows: { 1: filledIn(ksw2019, EXAMPLE.rapportkenmerk) } }));
    expect(checked.status).toBe("rejected");
    expect(codesOf(checked)).toEqual(["EXAMPLE_LEFT"]);
  });

  test("with any choice of any list is taken", () => {
    const names = columns.filter(({ layouts, part }) => layouts.includes("long") && part !== "sender").map(({ name }) => name);
    const bytes = templateOf(ksw2019);
    const offered = names.map((_, i) => choicesIn(bytes, 1, letterOf(i)));
    expect(offered.filter((words) => words.length > 0).length).toBe(12);
    const reports = names.flatMap((name, i) =>
      offered[i]!.filter(() => name !== "norm").map((word, k) => filledIn(ksw2019, `${name} ${k}`).map((row) => row.with(i, word))),
    );
    const checked = check(fillIn(bytes, { rows: { 1: reports.flat() } }));
    expect(checked.groups.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(checked.reports).toHaveLength(reports.length);
  });

  test("wrongly comes back with remarks, and is accepted when that file is mended", () => {
    const wrong = filledIn(ksw2019);
    const score = columns
      .filter(({ layouts, part }) => layouts.includes("long") && part !== "sender")
      .findIndex(({ name }) => name === "score");
    const bytes = fillIn(templateOf(ksw2019), { rows: { 1: wrong.map((row, i) => (i === 4 ? row.with(score, "niet goed") : row)) } });
    const rejected = check(bytes);
    expect(codesOf(rejected)).toEqual(["SCORE_UNKNOWN"]);
    const returned = remarksOf(rejected, (receiver) => void readWorkbook(bytes, receiver, defaultLimits));
    expect(readBack(returned).sheets).toEqual(["Toetsen", "Trends", "Bevindingen (normenmonitor)"]);
    expect(check(returned).findings).toHaveLength(1);
    const mended = replaceText(returned, "niet goed", "voldoet niet");
    expect(check(mended)).toMatchObject({ status: "accepted", findings: [] });
  });
});

describe("in the workbook", () => {
  const bytes = templateOf({ ...ksw2019, body: bodyCode("ciio") });
  const sheet = xmlParts(bytes)["xl/worksheets/sheet1.xml"] ?? "";

  test("an independent reader sees the body's own headers above the example", async () => {
    const rows = await readSheet(Buffer.from(bytes), "Toetsen");
    expect(rows[0]).toEqual(expect.arrayContaining(["Kenmerk rapport", "Naam instelling", "Score (CI)", "Laatste auditdag", "kvk_nummer"]));
    expect(rows[1]?.slice(0, 4)).toEqual([EXAMPLE.rapportkenmerk, "nieuw", EXAMPLE.kvk_nummer, EXAMPLE.organisatie]);
    expect(rows[1]?.[8]).toEqual(new Date("2019-05-01T00:00:00Z"));
    expect(rows).toHaveLength(2);
  });

  test("the norms stand with their titles, and what the body calls its scores can be chosen", async () => {
    const norms = await readSheet(Buffer.from(bytes), "Normen");
    expect(norms.slice(2).map((row) => row[0])).toEqual(
      catalogue.frameworkByKey.get("KSW/basis/2019" as never)?.norms.map(({ code }) => code),
    );
    expect(sheetOf(bytes, "Keuzelijsten").map((cells) => cells[8])).toEqual(
      expect.arrayContaining(["conform", "Major NC", "n.b.", "niet van toepassing"]),
    );
    expect(sheetOf(bytes, "Keuzelijsten").map((cells) => cells[8])).not.toContain("voldoet deels");
  });

  test("headers are locked, all cells below can be filled in, and only the date is no text", () => {
    const parts = xmlParts(bytes)["xl/styles.xml"] ?? "";
    const xfs = [...(parts.split("<cellXfs")[1] ?? "").matchAll(/<xf .*?<\/xf>/g)].map(([xf]) => xf);
    const styles = [...sheet.matchAll(/<col min="\d+" max="\d+" width="[\d.]+" style="(\d+)"/g)].map((match) => xfs[Number(match[1])]!);
    expect(sheet).toContain('<sheetProtection sheet="1"');
    expect(styles.every((xf) => xf.includes('<protection locked="0"/>'))).toBe(true);
    expect(styles.map((xf) => /numFmtId="(\d+)"/.exec(xf)?.[1])).toEqual(styles.map((_, i) => (i === 8 ? "164" : "49")));
    expect(looksOf(bytes, 1, "A1")).toMatchObject({ fill: "E3F2FA", format: "49" });
    expect(xfs[Number(/<c r="A1" s="(\d+)"/.exec(sheet)?.[1])]).not.toContain("protection");
  });

  test.each(everyTemplate.filter(({ body }) => body === undefined))(
    "the texts of $key ($layout) are as long as Excel takes them",
    (choice) => {
      const xml = Object.values(xmlParts(templateOf(choice)))
        .join("")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&");
      const lengths = (name: string) =>
        [...xml.matchAll(new RegExp(` ${name}="(.*?)"(?= (?:showInput|prompt|error|sqref))`, "g"))].map((match) => match[1]!.length);
      expect(Math.max(...lengths("prompt"))).toBeLessThanOrEqual(255);
      expect(Math.max(...lengths("error"))).toBeLessThanOrEqual(225);
      expect(Math.max(...lengths("promptTitle"), ...lengths("errorTitle"))).toBeLessThanOrEqual(32);
    },
  );

  test("the parts of a sheet stand in the order that Excel wants", () => {
    const order = ["sheetData", "sheetProtection", "dataValidations", "pageSetup", "ignoredErrors"].map((name) =>
      sheet.indexOf(`<${name}`),
    );
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order.toSorted((a, b) => a - b)).toEqual(order);
  });

  test("the lists are not shown, and the sheet to be filled in is in front", () => {
    const workbook = xmlParts(bytes)["xl/workbook.xml"] ?? "";
    expect(
      [...workbook.matchAll(/<sheet name="(\w+)" sheetId="\d"( state="hidden")?/g)].map(([, name, hidden]) => [name, hidden !== undefined]),
    ).toEqual([
      ["Toetsen", false],
      ["Trends", false],
      ["Uitleg", false],
      ["Normen", false],
      ["Keuzelijsten", true],
    ]);
    expect(workbook).toContain('activeTab="0"');
  });
});

test("the same template is the same bytes, and what the catalogue does not have gives none", () => {
  expect(deliveryTemplate(catalogue, ksw2019)).toEqual(templateOf(ksw2019));
  expect(deliveryTemplate(catalogue, { ...ksw2019, version: "1999" })).toBeUndefined();
  expect(templateFileName(ksw2019)).toBe("sjabloon-ksw-basis-2019-rij-per-norm.xlsx");
  expect(templateFileName({ ...ksw2019, label: "A/B ", layout: "wide" })).toBe("sjabloon-a-b-basis-2019-rij-per-rapport.xlsx");
});

/** The text wherever it stands in the workbook, as somebody would type over it. */
function replaceText(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const parts = Object.entries(xmlParts(bytes)).map(
    ([name, xml]) => [name, strToU8(xml.replaceAll(`<t>${from}</t>`, `<t>${to}</t>`))] as const,
  );
  return zipSync(Object.fromEntries(parts));
}
