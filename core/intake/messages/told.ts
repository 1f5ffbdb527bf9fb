/** What a sentence may use of a finding. */
import { number } from "../../numbers.ts";
import type { Finding } from "../types.ts";

export interface Told {
  /** The cell's value between quotes, shortened. */
  readonly value: string;
  /** The header as the sender wrote it, between quotes. */
  readonly column: string;
  /** A parameter as text; "" when it is not there. */
  text(name: string): string;
  number(name: string): number;
  /** A number with thousands separated. */
  count(name: string): string;
  /** A number of bytes, as `12 MB`. */
  size(name: string): string;
  list(name: string): readonly string[];
  /** Items between quotes, with "of" / "or" before the last. */
  either(items: readonly string[]): string;
  /** Items with "en" / "and" before the last. */
  all(items: readonly string[]): string;
  /** ` Bedoelde u "V01"?`, with a blank before it; "" when nothing is offered. */
  readonly meant: string;
  /** The one suggestion; "" when there is none or more than one. */
  readonly certain: string;
}

/** Message and fix. */
export type Sentence = (told: Told) => readonly [message: string, fix: string];

const words = { nl: { or: "of", and: "en", meant: "Bedoelde u" }, en: { or: "or", and: "and", meant: "Did you mean" } } as const;

/** Long values are shown by their beginning: the finding points at the cell. */
const SHOWN = 60;
const BYTES_PER_MB = 1_000_000;

export function told(finding: Pick<Finding, "code" | "params" | "value" | "columnName">, language: "nl" | "en"): Told {
  const { or, and, meant } = words[language];
  const text = (name: string): string => {
    const value = finding.params[name];
    return value === undefined ? "" : Array.isArray(value) ? value.join(", ") : String(value);
  };
  const list = (name: string): readonly string[] => {
    const value = finding.params[name];
    return typeof value === "object" ? value : value === undefined || value === "" ? [] : [String(value)];
  };
  const joined = (items: readonly string[], word: string) =>
    items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;
  const either = (items: readonly string[]) => joined(items.map(quoted), or);
  const suggestions = list("suggestions");
  return {
    value: quoted(shown(finding.value)),
    column: quoted(finding.columnName ?? text("column")),
    text,
    number: (name) => Number(finding.params[name] ?? 0),
    count: (name) => number(Number(finding.params[name] ?? 0), language),
    size: (name) => `${number(Math.round(Number(finding.params[name] ?? 0) / BYTES_PER_MB), language)} MB`,
    list,
    either,
    all: (items) => joined(items, and),
    meant: suggestions.length === 0 ? "" : ` ${meant} ${either(suggestions)}?`,
    certain: suggestions.length === 1 ? (suggestions[0] ?? "") : "",
  };
}

/** For a list of rules: every value left open as `…`, and one suggestion. */
export function toldOpenly(language: "nl" | "en"): Told {
  const { meant } = words[language];
  const open = "…";
  return {
    value: quoted(open),
    column: quoted(open),
    text: () => open,
    number: () => 2,
    count: () => open,
    size: () => `${open} MB`,
    list: () => [open],
    either: (items) => quoted(items.join("")),
    all: (items) => items.join(""),
    meant: ` ${meant} ${quoted(open)}?`,
    certain: "",
  };
}

const quoted = (text: string): string => `"${text}"`;

const shown = (value: string): string => (value.length <= SHOWN ? value : `${value.slice(0, SHOWN)}…`).replace(/\s+/g, " ").trim();
