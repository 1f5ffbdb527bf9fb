import type { ReadingProblem } from "../types.ts";
import { readingProblem } from "./problems.ts";

/**
 * What an OLE container (the format of Office 97-2003, and the wrapping of encrypted new files) holds, by the names in its directory:
 * an encrypted workbook, an old workbook, or something else. Source: [MS-CFB] 2.6.1, [MS-OFFCRYPTO] 1.3.2.1, [MS-XLS] 2.1.
 */
export function oleProblem(bytes: Uint8Array): ReadingProblem {
  const names = directoryNames(bytes);
  if (names.has("EncryptedPackage")) return readingProblem("WORKBOOK_ENCRYPTED");
  if (names.has("Workbook") || names.has("Book")) return readingProblem("WORKBOOK_OLD_FORMAT");
  if (names.has("WordDocument")) return readingProblem("FILE_NOT_A_TABLE", { kind: "word" });
  if (names.has("PowerPoint Document")) return readingProblem("FILE_NOT_A_TABLE", { kind: "presentation" });
  if (names.has("__properties_version1.0")) return readingProblem("FILE_NOT_A_TABLE", { kind: "mail" });
  return readingProblem("FILE_NOT_A_TABLE", { kind: "binary" });
}

/**
 * Directory entries are 128 bytes, aligned, and begin with their name: the name's length in bytes with its closing zero stands at 64, the kind
 * of the entry at 66. Looking at every possible place also finds them in a file whose sector chain is damaged.
 */
function directoryNames(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = bytes[at + 64]! | (bytes[at + 65]! << 8);
    const kind = bytes[at + 66]!;
    if (length < 4 || length > 64 || length % 2 !== 0 || kind < 1 || kind > 5) continue;
    if (bytes[at + length - 2] !== 0 || bytes[at + length - 1] !== 0) continue;
    let name = "";
    for (let k = 0; k < length - 2; k += 2) name += String.fromCharCode(bytes[at + k]! | (bytes[at + k + 1]! << 8));
    names.add(name);
  }
  return names;
}
