import { strToU8, type ZippableFile, zipSync } from "fflate";

/** The files as a ZIP, the same bytes for the same files: no clock in it. Texts are UTF-8. */
export function zipOf(files: readonly { readonly path: string; readonly content: string | Uint8Array }[]): Uint8Array {
  const parts = files.map(({ path, content }): [string, ZippableFile] => [
    path,
    [typeof content === "string" ? strToU8(content) : content, { mtime: "1980-01-01" }],
  ]);
  return zipSync(Object.fromEntries(parts));
}
