import type { Receipt } from "./receipt-schema.ts";

/**
 * The receipt as it is stored: JSON with a line for every field and for every report, finding and group. Indenting all of it takes a quarter
 * more, and there may be tens of thousands of findings.
 */
export function receiptJson(receipt: Receipt): string {
  const fields = Object.entries(receipt).filter(([, value]) => value !== undefined);
  return `{\n${fields.map(([name, value]) => `${JSON.stringify(name)}: ${valueLines(value)}`).join(",\n")}\n}\n`;
}

const valueLines = (value: unknown): string =>
  Array.isArray(value) && value.length > 0 ? `[\n${value.map((one) => `  ${JSON.stringify(one)}`).join(",\n")}\n]` : JSON.stringify(value);
