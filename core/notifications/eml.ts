import { safeSubject } from "./safe-text.ts";

/** A mail as a mail program opens it. */
export interface EmlMessage {
  /** Absent in a copy that the portal hands out: it does not know which address sends. */
  readonly from?: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** ISO 8601 */
  readonly date: string;
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
}

/**
 * The message as a file (.eml): text and HTML side by side (RFC 2046, 5.1.4), both quoted-printable (RFC 2045, 6.7). The same message gives the same bytes. A line break in a header
 * becomes a space: a name cannot add a header.
 */
export function eml({ from, to, subject, text, html, date, headers = [] }: EmlMessage): string {
  const boundary = boundaryFor(text + html);
  return [
    ...(from === undefined ? [] : [header("From", from)]),
    header("To", to.join(", ")),
    `Subject: ${encodedWords(safeSubject(subject))}`,
    header("Date", new Date(date).toUTCString().replace("GMT", "+0000")),
    ...headers.map(({ name, value }) => header(name.replace(/[^\w-]/g, ""), value)),
    "MIME-Version: 1.0",
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    "",
    ...part(boundary, "text/plain", text),
    ...part(boundary, "text/html", html),
    `--${boundary}--`,
    "",
  ].join("\r\n");
}

const header = (name: string, value: string): string => `${name}: ${value.replace(/[\r\n]+/g, " ")}`;

/** ASCII stays as it is, unless it looks encoded; anything else becomes encoded words of at most 75 characters (RFC 2047, 2). */
function encodedWords(text: string): string {
  if (/^[ -~]*$/.test(text) && !text.includes("=?")) return text;
  const words: string[] = [];
  let bytes: number[] = [];
  for (const character of text) {
    const more = [...new TextEncoder().encode(character)];
    if (bytes.length + more.length > BYTES_PER_WORD) {
      words.push(encodedWord(bytes));
      bytes = [];
    }
    bytes.push(...more);
  }
  return [...words, encodedWord(bytes)].join("\r\n ");
}

/** 60 characters of base64, with `=?UTF-8?B?` and `?=` within 75. */
const BYTES_PER_WORD = 45;

const encodedWord = (bytes: readonly number[]): string => `=?UTF-8?B?${btoa(String.fromCharCode(...bytes))}?=`;

const part = (boundary: string, type: string, content: string): readonly string[] => [
  `--${boundary}`,
  `Content-Type: ${type}; charset=utf-8`,
  "Content-Transfer-Encoding: quoted-printable",
  "",
  quotedPrintable(content),
];

const quotedPrintable = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(quotedLine)
    .join("\r\n");

/** At most 76 characters a line, with the `=` that says that it goes on. A space at the end of a line would be lost. */
function quotedLine(line: string): string {
  const signs = [...new TextEncoder().encode(line)].map((byte, i, all) => {
    const isPlain = (byte >= 33 && byte <= 126 && byte !== EQUALS) || ((byte === SPACE || byte === TAB) && i < all.length - 1);
    return isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  });
  let written = "";
  let column = 0;
  for (const sign of signs) {
    if (column + sign.length > 75) {
      written += "=\r\n";
      column = 0;
    }
    written += sign;
    column += sign.length;
  }
  return written;
}

const EQUALS = 61;
const SPACE = 32;
const TAB = 9;

/** A boundary that does not occur in the content: chance is not needed where it can be looked up. */
function boundaryFor(content: string): string {
  for (let i = 0; ; i++) {
    const boundary = `normenmonitor-${i}`;
    if (!content.includes(`--${boundary}`)) return boundary;
  }
}
