import { escaped } from "./text.ts";

/** What may be typed in some cells, and what is said beside them. Pasted values are not looked at by Excel. */
export interface Validation {
  /** The cells, e.g. `C2:C1048576`. */
  readonly cells: string;
  readonly allow: Allowed;
  /** Shown while the cell is chosen. Excel shows 32 and 255 characters; longer texts are cut. */
  readonly prompt?: ValidationText;
  /** Said when something else is typed, which is then refused; without it everything is taken. Excel shows 32 and 225 characters. */
  readonly refusal?: ValidationText;
}

export interface ValidationText {
  readonly title: string;
  readonly text: string;
}

export type Allowed =
  /** A list to choose from; `from` is the range it stands in, e.g. `'Lijsten'!$A$2:$A$9`. */
  | { readonly kind: "list"; readonly from: string }
  /** A date, in days of the sheet (1 is 01-01-1900), from the first up to and including the last. */
  | { readonly kind: "date"; readonly first: number; readonly last: number }
  /** Anything: only the prompt matters. */
  | { readonly kind: "any" };

/** The element `dataValidations` of a sheet; "" when there are none. Source: ECMA-376 part 1, 18.3.1.32-33. */
export function validationsXml(validations: readonly Validation[]): string {
  if (validations.length === 0) return "";
  return `<dataValidations count="${validations.length}">${validations.map(validationXml).join("")}</dataValidations>`;
}

function validationXml({ cells, allow, prompt, refusal }: Validation): string {
  const shown = [
    ...(refusal ? [`showErrorMessage="1" errorTitle="${cut(refusal.title, TITLE)}" error="${cut(refusal.text, REFUSAL)}"`] : []),
    ...(prompt ? [`showInputMessage="1" promptTitle="${cut(prompt.title, TITLE)}" prompt="${cut(prompt.text, PROMPT)}"`] : []),
  ];
  return `<dataValidation ${[...kindOf(allow), 'allowBlank="1"', ...shown, `sqref="${cells}"`].join(" ")}>${formulas(allow)}</dataValidation>`;
}

function kindOf(allow: Allowed): readonly string[] {
  if (allow.kind === "list") return ['type="list"'];
  return allow.kind === "date" ? ['type="date"', 'operator="between"'] : [];
}

function formulas(allow: Allowed): string {
  if (allow.kind === "list") return `<formula1>${escaped(allow.from)}</formula1>`;
  return allow.kind === "date" ? `<formula1>${allow.first}</formula1><formula2>${allow.last}</formula2>` : "";
}

/** A workbook with longer texts is refused by Excel as damaged. */
const TITLE = 32;
const PROMPT = 255;
const REFUSAL = 225;

/** Half a character at the cut is left out by `escaped`. */
const cut = (text: string, length: number): string => escaped(text.length <= length ? text : `${text.slice(0, length - 1)}…`);
