/** A Markdown table with columns of even width: the first to the left, the others, which are numbers, to the right. */
export function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, i) => Math.max(3, column.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => padded(cell, i, widths[i] ?? 0)).join(" | ")} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  return [line(columns), rule, ...rows.map(line)].join("\n");
}

const padded = (cell: string, column: number, width: number): string => (column === 0 ? cell.padEnd(width) : cell.padStart(width));

/** 1 234 567 */
export const whole = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, " ");

export const milliseconds = (seconds: number): string => `${whole(seconds * 1_000)} ms`;
