import type { NotATableKind } from "./problems.ts";

/** `zip` may be a workbook; `ole` an old or an encrypted one; `text` a CSV file. */
export type Signature = "zip" | "ole" | "text" | NotATableKind;

/** Bytes of the beginning that `recognise` wants to see, if the file has them. */
export const SIGNATURE_BYTES = 4096;

/** What a file is by its first bytes; its name says nothing. Signatures: PRONOM and the formats' own specifications. */
export function recognise(head: Uint8Array): Signature {
  for (const [signature, bytes] of signatures) if (beginsWith(head, bytes)) return signature;
  // A program that begins with MZ has a pointer at 0x3c; text that begins with MZ has no NUL there.
  if (beginsWith(head, [0x4d, 0x5a]) && head.subarray(2, 64).includes(0)) return "program";
  return !hasMark16(head) && isBinary(head) ? "binary" : "text";
}

/** Text that is of another kind than a table, by its first characters; null if it may be a table. */
export function recogniseText(text: string): NotATableKind | null {
  const start = text.slice(0, 4096).trimStart();
  if (/^<(!doctype html|html|head|body|table|meta|script|style|div)\b/i.test(start)) return "html";
  if (/^<(\?xml|!doctype|!--)/i.test(start)) return /<html\b/i.test(start) ? "html" : "xml";
  if (/^<[a-z][\w.:-]*[\s/>]/i.test(start)) return "xml";
  if (/^\{\s*(["}]|$)/.test(start) || /^\[\s*([{["\d\]]|$)/.test(start)) return "json";
  if (start.startsWith("{\\rtf")) return "rtf";
  if (/^From:? |^(Received|Return-Path|MIME-Version|Delivered-To): /i.test(start)) return "mail";
  return null;
}

const signatures: readonly (readonly [Signature, readonly number[]])[] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["ole", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["image", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
  ["image", [0xff, 0xd8, 0xff]],
  ["image", [0x47, 0x49, 0x46, 0x38]],
  ["image", [0x49, 0x49, 0x2a, 0x00]],
  ["image", [0x4d, 0x4d, 0x00, 0x2a]],
  ["program", [0x7f, 0x45, 0x4c, 0x46]],
  ["archive", [0x1f, 0x8b]],
  ["archive", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["archive", [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ["archive", [0x42, 0x5a, 0x68]],
  ["archive", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ["archive", [0x28, 0xb5, 0x2f, 0xfd]],
];

function beginsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return head.length >= bytes.length && bytes.every((byte, k) => head[k] === byte);
}

function hasMark16(head: Uint8Array): boolean {
  return beginsWith(head, [0xff, 0xfe]) || beginsWith(head, [0xfe, 0xff]);
}

/** Many control characters that no text has. A few, or NULs alone, are damage to a text: the reader says where. */
function isBinary(head: Uint8Array): boolean {
  const part = head.subarray(0, SIGNATURE_BYTES);
  let controls = 0;
  for (const byte of part) if (byte < 0x20 && byte !== 0 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls++;
  return controls > 4 && controls > 0.05 * part.length;
}
