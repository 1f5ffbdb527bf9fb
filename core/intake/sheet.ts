/** A sheet whose rows are read: what report rows and trend rows have in common. */
import { columnMissing } from "./checks/column-missing.ts";
import { headerRules } from "./checks/index.ts";
import type { ColumnName } from "./columns.ts";
import type { Delivery } from "./delivery.ts";
import type { Header } from "./layout.ts";

export interface SheetRows {
  row(cells: readonly string[], row: number, kinds?: Uint8Array): void;
  /** No row comes any more. */
  end(): void;
}

/** Says what is wrong with the header; true when no row below it can be trusted. */
export function sayHeader(header: Header, sheet: string | null, { log, given }: Delivery): boolean {
  let isWrong = false;
  for (const rule of headerRules) {
    for (const { index, value, params } of rule.check(header, given)) {
      const columnName = index === undefined ? null : (header.cells[index] ?? null);
      log.add(
        rule,
        { sheet, row: header.row, column: index === undefined ? null : index + 1, columnName },
        value ?? columnName ?? "",
        params ?? {},
      );
      if (rule.severity === "error") isWrong = true;
    }
  }
  return isWrong;
}

export function sayMissing(names: readonly ColumnName[], header: Header, sheet: string | null, { log, given, book }: Delivery): void {
  const strangers = header.unknown.map((index) => header.cells[index] ?? "");
  for (const name of names) {
    const params = { column: name, suggestions: given.suggest(name, strangers) };
    log.add(columnMissing, { sheet, row: header.row, column: null, columnName: null }, "", params);
    book.unattributed = true;
  }
}
