/** Has the CSV a field that a spreadsheet would take for a formula? Source: OWASP, "CSV Injection". */
export const isFormulaLike = (csv: string): boolean => /(^|[;\n])"?[=+@\t\r]/.test(csv.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"));
