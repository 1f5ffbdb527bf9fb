/** How a file was read, as far as its bytes say it; the layout is added by the checks. */
export type Encoding = "utf-8" | "utf-8 met BOM" | "utf-16le" | "utf-16be" | "windows-1252";

export interface ReadFormat {
  readonly format: "csv" | "xlsx" | "unknown";
  /** See `Encoding`; null for XLSX and for what could not be read. */
  readonly encoding: string | null;
  /** `;` `,` tab, or what a `sep=` line says; null for XLSX and for what could not be read. */
  readonly delimiter: string | null;
}

export const unknownFormat: ReadFormat = { format: "unknown", encoding: null, delimiter: null };
export const workbookFormat: ReadFormat = { format: "xlsx", encoding: null, delimiter: null };
