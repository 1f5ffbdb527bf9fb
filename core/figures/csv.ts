/**
 * Dutch CSV, as Excel in the Netherlands opens it: `;`, UTF-8 with BOM, CRLF, decimal comma. Safe to open: no text becomes a formula.
 */
export type CsvValue = string | number | null;

/** The whole file: the header, then the rows. Numbers get a decimal comma, `null` is an empty field. */
export function writeCsv(header: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  let text = `\uFEFF${csvLine(header)}`;
  for (const row of rows) text += csvLine(row);
  return text;
}

/** One line, with its line end. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(field).join(";")}\r\n`;
}

/** A number as Dutch readers write it; with `decimals` exactly so many of them. Throws `RangeError` when it is not finite. */
export function dutchNumber(value: number, decimals?: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} has no place in a table`);
  return (decimals === undefined ? plain(value) : value.toFixed(decimals)).replace(".", ",");
}

/** A fraction (share or limit) with six decimals; empty at n = 0, when there is none. */
export const fraction = (value: number | null): string => (value === null ? "" : dutchNumber(value, 6));

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe before it, which Excel shows as text. What begins with a
 * sign but can only be a number, such as -1,5, or a lone dash, does no harm and stays as it is.
 * Source: OWASP, "CSV Injection" (= + - @, tab, carriage return, line feed, and their full-width forms).
 */
export function formulaSafe(text: string): string {
  if (!formulaStart.test(text) || harmless.test(text)) return text;
  return `'${text}`;
}

const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;
const harmless = /^(?:-|[+-]\d+(?:[.,]\d+)?)$/;

function field(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return dutchNumber(value);
  const safe = formulaSafe(value);
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Also white space at the edges, which some readers would trim. */
const needsQuotes = /[;"\r\n]|^\s|\s$/;

/** JavaScript writes 1e-7 and 1e21 with an exponent, which readers of a table do not expect: the same digits without it. */
function plain(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign, first, rest = "", exponent] = match;
  const zeros = Math.abs(Number(exponent));
  return Number(exponent) < 0 ? `${sign}0.${"0".repeat(zeros - 1)}${first}${rest}` : `${sign}${first}${rest.padEnd(zeros, "0")}`;
}
