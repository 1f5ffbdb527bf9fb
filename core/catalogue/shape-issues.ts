/** The words for a fault of shape in a file of the catalogue, and the file without the elements that have one. */
import type * as z from "zod";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** One line per fault: the place (`norms[3].title (V04)`) and what to mend, in Dutch. */
export function describeShapeIssue(issue: Issue, raw: unknown): string[] {
  const words = wordsFor(issue, raw);
  const place = placeOf(issue.path, raw);
  return words.map((text) => (place ? `${place}: ${text}` : text));
}

/** A copy without the elements of a list (of the file, or of its `norms`) in which the issues lie. Other faults stay. */
export function withoutFaultyElements(raw: unknown, issues: readonly Issue[]): unknown {
  if (Array.isArray(raw)) {
    const faulty = new Set(issues.map((issue) => issue.path[0]));
    return raw.filter((_, position) => !faulty.has(position));
  }
  if (typeof raw !== "object" || raw === null || !("norms" in raw) || !Array.isArray(raw.norms)) return raw;
  const faulty = new Set(issues.filter((issue) => issue.path[0] === "norms").map((issue) => issue.path[1]));
  return { ...raw, norms: raw.norms.filter((_, position) => !faulty.has(position)) };
}

function wordsFor(issue: Issue, raw: unknown): string[] {
  switch (issue.code) {
    case "invalid_type":
      return [
        valueAt(raw, issue.path) === undefined ? `ontbreekt; vul ${kindOf(issue.expected)} in` : `moet ${kindOf(issue.expected)} zijn`,
      ];
    case "unrecognized_keys":
      return issue.keys.map((key) => `"${key}" is geen bekende eigenschap; verbeter de naam of haal haar weg`);
    case "invalid_value":
      return [`moet een van deze zijn: ${issue.values.map((value) => `"${String(value)}"`).join(", ")}`];
    case "too_small":
      return [issue.origin === "array" ? `moet ten minste ${issue.minimum} element hebben` : `moet ten minste ${issue.minimum} zijn`];
    case "too_big":
      // Only the length of texts has words of its own in the shape; a number has the limit.
      return [issue.origin === "string" ? issue.message : `mag hoogstens ${issue.maximum} zijn`];
    case "invalid_key":
      return issue.issues.map((inner) => inner.message);
    default:
      return [issue.message];
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: "een tekst (tussen aanhalingstekens)",
  number: "een getal",
  int: "een geheel getal",
  boolean: "true of false",
  array: "een lijst: [ … ]",
  object: "een object: { … }",
  record: "een object: { … }",
};
const kindOf = (expected: string): string => KINDS[expected] ?? expected;

/** `norms[3].title (V04)`: where it is, and the code or id by which a person knows the element. */
function placeOf(path: Path, raw: unknown): string {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  const depth = path.findIndex((step) => typeof step === "number");
  const element = depth < 0 ? undefined : valueAt(raw, path.slice(0, depth + 1));
  const name = nameOf(element);
  return steps.replace(/^\./, "") + (name ? ` (${name})` : "");
}

function nameOf(element: unknown): string | undefined {
  if (typeof element !== "object" || element === null) return undefined;
  if ("code" in element && typeof element.code === "string") return element.code.slice(0, 64);
  if ("id" in element && typeof element.id === "string") return element.id.slice(0, 64);
  return undefined;
}

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined),
    raw,
  );
}
