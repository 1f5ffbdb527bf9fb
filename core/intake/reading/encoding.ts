/**
 * From bytes to UTF-8, in a stream, without being told the encoding. A byte order mark decides; UTF-16 without one shows in its
 * NUL bytes; else it is UTF-8 until a byte proves otherwise. If everything before that byte was ASCII the file is Windows-1252 (what
 * Dutch Excel writes); if proper UTF-8 came before, the file is mixed: the byte is read as Windows-1252 and the file goes on as UTF-8.
 */
import type { Encoding } from "./format.ts";
import { INVALID, LINE_FEED, look, MULTIBYTE, sequenceLength } from "./look.ts";

export interface TextStream {
  /** Any cut of the file gives the same text. */
  write(bytes: Uint8Array): void;
  end(): void;
  encoding(): Encoding;
}

export interface TextReceiver {
  /** UTF-8, cut between characters. `seen`: what is in it, see `look`. Bytes that were UTF-8 already are those of `write`: not for keeping. */
  text(utf8: Uint8Array, seen: number): void;
  /** The text that comes next is in another encoding than what came before. Called once. */
  mixed(): void;
  /** The text that comes next is not what its encoding allows (UTF-16 only). Called once. */
  broken(): void;
}

/** Bytes that are handed on at once: much less costs more calls, much more costs memory. */
const PIECE = 64 * 1024;

/** `head`: the first bytes of the file, at least 4 kB if it has them; they are not consumed. */
export function createTextStream(head: Uint8Array, receiver: TextReceiver): TextStream {
  const { encoding, mark } = detect(head);
  const decode = encoding === "utf-16le" || encoding === "utf-16be" ? utf16(encoding, receiver) : utf8(encoding, receiver);
  let skip = mark;
  let rest = new Uint8Array(0);

  function write(bytes: Uint8Array, last: boolean): void {
    if (skip > 0) {
      const skipped = Math.min(skip, bytes.length);
      skip -= skipped;
      bytes = bytes.subarray(skipped);
    }
    if (rest.length > 0) bytes = joined(rest, bytes);
    const used = decode.pieces(bytes, last);
    rest = bytes.slice(used);
  }

  return {
    write: (bytes) => write(bytes, false),
    end: () => write(new Uint8Array(0), true),
    encoding: decode.encoding,
  };
}

interface Decoder {
  /** Decodes as many bytes as can be decoded and returns their number; all of them when `last`. */
  pieces(bytes: Uint8Array, last: boolean): number;
  encoding(): Encoding;
}

function detect(head: Uint8Array): { encoding: Encoding; mark: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8 met BOM", mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", mark: 2 };
  const pairs = Math.min(head.length, 4096) >> 1;
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (head[2 * pair] === 0) even++;
    if (head[2 * pair + 1] === 0) odd++;
  }
  // Western text in UTF-16 has a NUL in nearly every pair, and always on the same side.
  if (pairs >= 2 && odd >= 0.7 * pairs && even === 0) return { encoding: "utf-16le", mark: 0 };
  if (pairs >= 2 && even >= 0.7 * pairs && odd === 0) return { encoding: "utf-16be", mark: 0 };
  return { encoding: "utf-8", mark: 0 };
}

function utf8(start: "utf-8" | "utf-8 met BOM" | "windows-1252", receiver: TextReceiver): Decoder {
  let encoding: Encoding = start;
  let seenMultibyte = start === "utf-8 met BOM";
  let saidMixed = false;

  function pieces(bytes: Uint8Array, last: boolean): number {
    let at = 0;
    while (at < bytes.length) {
      const end = pieceEnd(bytes, at, last);
      if (end === at) break;
      piece(bytes.subarray(at, end));
      at = end;
    }
    return at;
  }

  function piece(bytes: Uint8Array): void {
    const seen = encoding === "windows-1252" ? INVALID : look(bytes);
    if ((seen & INVALID) !== 0) {
      byByte(bytes);
      return;
    }
    if ((seen & MULTIBYTE) !== 0) seenMultibyte = true;
    receiver.text(bytes, seen);
  }

  function byByte(bytes: Uint8Array): void {
    // A character of Windows-1252 has three bytes at most: the euro.
    const text = new Uint8Array(3 * bytes.length);
    let flushed = 0;
    let used = 0;
    let at = 0;

    function flush(): void {
      if (used === flushed) return;
      const part = text.subarray(flushed, used);
      flushed = used;
      receiver.text(part, look(part));
    }

    while (at < bytes.length) {
      const byte = bytes[at]!;
      if (byte < 0x80) {
        text[used++] = byte;
        at++;
        continue;
      }
      const length = sequenceLength(bytes, at);
      const western = encoding === "windows-1252";
      if (length === 0 && !western && !seenMultibyte) encoding = "windows-1252";
      else if (!saidMixed && ((length === 0 && !western) || (western && isTelltale(bytes, at, length)))) {
        saidMixed = true;
        flush();
        receiver.mixed();
      }
      if (length > 0 && (!western || isTelltale(bytes, at, length))) {
        if (!western) seenMultibyte = true;
        for (let k = 0; k < length; k++) text[used++] = bytes[at++]!;
      } else {
        used = putCharacter(text, used, byte < 0xa0 ? windows1252[byte - 0x80]! : byte);
        at++;
      }
    }
    flush();
  }

  return { pieces, encoding: () => encoding };
}

/** Writes a character of two or three bytes at `at` and returns where it ends. */
function putCharacter(text: Uint8Array, at: number, point: number): number {
  if (point >= 0x800) {
    text[at++] = 0xe0 | (point >> 12);
    text[at++] = 0x80 | ((point >> 6) & 0x3f);
  } else {
    text[at++] = 0xc0 | (point >> 6);
  }
  text[at++] = 0x80 | (point & 0x3f);
  return at;
}

function utf16(encoding: "utf-16le" | "utf-16be", receiver: TextReceiver): Decoder {
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const lenient = new TextDecoder(encoding, { ignoreBOM: true });
  const utf8 = new TextEncoder();
  const high = encoding === "utf-16le" ? 1 : 0;
  let saidBroken = false;

  function pieces(bytes: Uint8Array, last: boolean): number {
    let at = 0;
    while (at < bytes.length) {
      let end = Math.min(at + PIECE, bytes.length);
      if (!last || end < bytes.length) {
        end -= (end - at) % 2;
        // Not between the halves of a pair of surrogates.
        if (end - at >= 2 && (bytes[end - 2 + high]! & 0xfc) === 0xd8) end -= 2;
      }
      if (end === at) break;
      piece(bytes.subarray(at, end));
      at = end;
    }
    return at;
  }

  function piece(bytes: Uint8Array): void {
    try {
      hand(strict.decode(bytes));
    } catch {
      const text = lenient.decode(bytes);
      const at = text.indexOf("\ufffd");
      hand(text.slice(0, at));
      if (!saidBroken) receiver.broken();
      saidBroken = true;
      hand(text.slice(at));
    }
  }

  function hand(text: string): void {
    const bytes = utf8.encode(text);
    receiver.text(bytes, look(bytes));
  }

  return { pieces, encoding: () => encoding };
}

/** Where the piece that begins at `at` ends: after a line, if there is one (then hardly anything is held back), and never inside a character. */
function pieceEnd(bytes: Uint8Array, at: number, last: boolean): number {
  const end = Math.min(at + PIECE, bytes.length);
  const line = bytes.subarray(at, end).lastIndexOf(LINE_FEED) + 1;
  if (line > 0) return at + line;
  if (end === bytes.length && end - at < PIECE) return last ? end : at;
  for (let back = 1; back <= 3; back++) {
    const byte = bytes[end - back]!;
    if (byte < 0x80) return end;
    if (byte >= 0xc0) return declaredLength(byte) > back ? end - back : end;
  }
  return end;
}

function declaredLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return 2;
}

/**
 * In a file that is Windows-1252, is this nevertheless a character of UTF-8? Only for what no Western text has in Windows-1252:
 * `Ã` before a sign (an accented letter in UTF-8), `â€` (a typographic quote or dash) and `â‚¬` (the euro).
 */
function isTelltale(bytes: Uint8Array, at: number, length: number): boolean {
  if (length === 2) return bytes[at] === 0xc3;
  if (length !== 3 || bytes[at] !== 0xe2) return false;
  return bytes[at + 1] === 0x80 || (bytes[at + 1] === 0x82 && bytes[at + 2] === 0xac);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/**
 * 0x80-0x9F of Windows-1252 (https://encoding.spec.whatwg.org/index-windows-1252.txt). Written out because the TextDecoder of several
 * releases of Node reads these as Latin-1.
 */
const windows1252 = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018,
  0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
];
