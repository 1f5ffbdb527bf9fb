/** Shows the result of a check in the browser. Everything that stood in the file goes in as text, never as markup. */
import type { CheckResult, GroupResult, PlaceResult, ReportResult } from "../../core/intake/check-result.ts";
import { count, number } from "../../core/numbers.ts";
import { type Language, summaryOf, words } from "./check-words.ts";
import { element, type Part, type TableColumn, table } from "./elements.ts";

const tones = { accepted: "good", partlyAccepted: "mixed", rejected: "bad" } as const;

/** So many kinds of findings are shown opened out; the rest opens when asked. */
const OPEN = 5;

/**
 * Replaces what is in the container by the result: verdict, findings grouped by kind, reports. Gives the heading of the verdict, which can
 * take the focus. The container gets `data-status`.
 */
export function showCheckResult(container: HTMLElement, result: CheckResult, language: Language): HTMLElement {
  const say = words[language];
  const heading = element("h2", { id: "controle-uitkomst", tabindex: "-1" }, say.verdicts[result.status]);
  const verdict = element(
    "section",
    { class: `verdict ${tones[result.status]}`, "aria-labelledby": "controle-uitkomst" },
    heading,
    ...summaryOf(result, language).map((sentence) => element("p", {}, sentence)),
    element("p", { class: "quiet" }, say.history[result.past]),
  );
  const errors = result.groups.filter(({ severity }) => severity === "error");
  const warnings = result.groups.filter(({ severity }) => severity === "warning");
  container.dataset["status"] = result.status;
  container.replaceChildren(
    verdict,
    ...section("controle-fouten", say.errors, errors, language),
    ...section("controle-waarschuwingen", say.warnings, warnings, language),
    ...reportsOf(result, language),
  );
  return heading;
}

function section(id: string, title: string, groups: readonly GroupResult[], language: Language): readonly HTMLElement[] {
  if (groups.length === 0) return [];
  const heading = element("h2", { id }, title);
  const shown = groups.map((group, i) => groupOf(group, i < OPEN, language));
  return [element("section", { "aria-labelledby": id }, heading, ...shown)];
}

/** One kind: what all its places have in common is said once, above them. */
function groupOf(group: GroupResult, open: boolean, language: Language): HTMLElement {
  const say = words[language];
  const { places, severity, code, count } = group;
  const first = places[0];
  const sameMessage = places.every(({ message }) => message[language] === first?.message[language]);
  const sameFix = places.every(({ fix }) => fix[language] === first?.fix[language]);
  const heading = first?.message[language] ?? code;
  const badge = element("span", { class: `badge ${severity === "error" ? "bad" : "mixed"}` }, say[severity]);
  const columns: TableColumn<PlaceResult>[] = [
    { header: say.cell, cell: (place) => placeOf(place, language) },
    { header: say.column, cell: ({ columnName }) => (columnName === null ? quiet(say.none) : element("bdi", {}, columnName)) },
    { header: say.value, cell: (place) => enteredIn(place, language) },
    ...(sameMessage ? [] : [{ header: say.message, wide: true, cell: ({ message }: PlaceResult) => message[language] }]),
    ...(sameFix ? [] : [{ header: say.fix, wide: true, cell: ({ fix }: PlaceResult) => element("b", {}, fix[language]) }]),
  ];
  return element(
    "details",
    { class: "finding", open },
    element(
      "summary",
      {},
      badge,
      " ",
      element("b", {}, sameMessage ? heading : `${say.instance} ${heading}`),
      " ",
      quiet(timesOf(count, language)),
    ),
    sameFix && first !== undefined ? element("p", {}, element("b", {}, first.fix[language])) : null,
    table("places", captionOf(group, language), columns, places),
    element("p", { class: "quiet" }, element("code", {}, code)),
  );
}

const timesOf = (count: number, language: Language): string => `(${number(count, language)}×)`;

function captionOf({ count: found, places }: GroupResult, language: Language): string {
  const [one, several] = language === "nl" ? ["plaats", "plaatsen"] : ["place", "places"];
  const all = count(found, one, several, language);
  if (places.length === found) return all;
  return language === "nl"
    ? `De eerste ${number(places.length, language)} van ${all}`
    : `The first ${number(places.length, language)} of ${all}`;
}

/** The cell as Excel shows it, with its sheet where there is one. */
function placeOf({ sheet, row, column }: PlaceResult, language: Language): Part {
  const say = words[language];
  const cell = row === null ? say.file : column === null ? `${say.row} ${row}` : `${column}${row}`;
  const where = sheet === null ? null : element("small", {}, `${say.sheet} `, isolated(sheet));
  return element("span", {}, element("b", {}, cell), where);
}

/** A whole file or row is no empty cell. */
function enteredIn({ value, column, columnName }: PlaceResult, language: Language): Part {
  if (value !== "") return element("code", { class: "value" }, isolated(value));
  return quiet(column === null && columnName === null ? words[language].none : words[language].empty);
}

function reportsOf({ reports, counts }: CheckResult, language: Language): readonly HTMLElement[] {
  if (reports.length === 0) return [];
  const say = words[language];
  const columns: readonly TableColumn<ReportResult>[] = [
    { header: say.reference, wide: true, cell: ({ reference }) => isolated(reference) },
    { header: say.label, cell: ({ label }) => isolated(label) },
    { header: say.verdict, cell: (report) => verdictOf(report, language) },
  ];
  const shown =
    reports.length === counts.reports
      ? count(counts.reports, ...reportWords[language], language)
      : `${number(reports.length, language)} / ${count(counts.reports, ...reportWords[language], language)}`;
  const heading = element("h2", { id: "controle-rapporten" }, say.reports);
  return [element("section", { "aria-labelledby": "controle-rapporten" }, heading, table("reports", shown, columns, reports))];
}

const reportWords: Readonly<Record<Language, readonly [one: string, several: string]>> = {
  nl: ["rapport", "rapporten"],
  en: ["report", "reports"],
};

function verdictOf({ passes, status, outcome }: ReportResult, language: Language): Part {
  const say = words[language];
  if (outcome !== undefined) {
    const tone = { new: "good", replaced: "good", withdrawn: "quiet", unchanged: "quiet", rejected: "bad" }[outcome];
    return element("span", { class: `badge ${tone}` }, say.outcomes[outcome]);
  }
  if (!passes) return element("span", { class: "badge bad" }, say.fails);
  return element(
    "span",
    { class: `badge ${status === "withdrawn" ? "quiet" : "good"}` },
    status === "withdrawn" ? say.withdraws : say.passes,
  );
}

const quiet = (text: string): HTMLElement => element("span", { class: "quiet" }, text);

/** Text that may run from right to left does not turn around what stands beside it. */
const isolated = (text: string): HTMLElement => element("bdi", {}, text);
