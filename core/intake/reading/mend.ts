/**
 * Makes a CSV file regular before csv-parse reads it, and finds what csv-parse takes for ordinary text. In a quoted cell, a quote that was
 * not doubled is doubled, and blanks between its closing quote and what ends it go; between rows, every line end becomes the one that the file
 * began with; control characters and the first NUL are pointed out. A regular file passes as it is: only its quotes are looked at.
 *
 * A quoted cell ends at a quote with a separator, a line end or the end of the file behind it. A cell that does not begin with a quote
 * is not quoted, and quotes in it are ordinary characters.
 */
import { CARRIAGE_RETURN, CONTROL, CRLF, LINE_FEED, LONE_CR, LONE_LF } from "./look.ts";

export interface Mender {
  /** `seen`: what `look` saw in these bytes. They begin and end between two characters. */
  write(bytes: Uint8Array, seen: number): void;
  /** No line feed follows: a carriage return that was held back to see that ends its row. */
  noLineFeed(): void;
  end(): void;
}

/** Places are counted in the bytes that are handed on. */
export interface MendedReceiver {
  text(bytes: Uint8Array): void;
  /** A quote was doubled here. */
  mended(at: number): void;
  /** A control character stands here. */
  control(at: number): void;
  /** A NUL follows what was handed on. The rest is not looked at. */
  nul(): void;
}

export interface MenderOptions {
  /** One character, in UTF-8. */
  readonly delimiter: Uint8Array;
  readonly lineEnd: LineEnd;
}

export type LineEnd = "\r\n" | "\n" | "\r";

const QUOTE = 0x22;
const SPACE = 0x20;
const TAB = 0x09;
/** Any character that has no meaning in a CSV file. */
const ORDINARY = Uint8Array.of(0x78);

/** Blanks behind a closing quote: so many are no accident, and nothing is held back without end. */
const MOST_BLANKS = 64;

/** Instead of where to go on: more of the file is needed to see it. */
const UNKNOWN = -1;
const NOTHING = new Uint8Array(0);
const lineEnds: Readonly<Record<LineEnd, { readonly seen: number; readonly bytes: readonly number[] }>> = {
  "\r\n": { seen: CRLF, bytes: [CARRIAGE_RETURN, LINE_FEED] },
  "\n": { seen: LONE_LF, bytes: [LINE_FEED] },
  "\r": { seen: LONE_CR, bytes: [CARRIAGE_RETURN] },
};

export function createMender(options: MenderOptions, receiver: MendedReceiver): Mender {
  const { delimiter } = options;
  const lineEnd = lineEnds[options.lineEnd];
  const irregular = CONTROL | ((CRLF | LONE_LF | LONE_CR) ^ lineEnd.seen);
  let held: Uint8Array = NOTHING;
  /** Bytes that were handed on. */
  let written = 0;
  let inside = false;
  /** The quoted cell has a quote that was not doubled. Who left one so doubles none. */
  let undoubled = false;
  /** What comes next is the beginning of a cell. */
  let fresh = true;
  let ended = false;
  /** The bytes at hand, how far they were handed on, and the mended ones before that place, if there are any. */
  let bytes: Uint8Array = NOTHING;
  let from = 0;
  let mended: Uint8Array = NOTHING;
  let used = 0;

  /** `ahead`: the last byte is only there to be seen. */
  function write(piece: Uint8Array, seen: number, last: boolean, ahead = 0): void {
    if (ended) return;
    const regular = held.length === 0 && (seen & irregular) === 0 && piece.at(-1) !== CARRIAGE_RETURN;
    bytes = held.length === 0 ? piece : joined(held, piece);
    from = 0;
    mended = NOTHING;
    used = 0;
    const end = (regular ? scanQuotes(last) : scanAll(last)) - ahead;
    held = bytes.slice(end + ahead);
    fresh = isCellStart(end);
    handOn(end);
  }

  /** Both return how far the bytes can be handed on. */
  function scanQuotes(last: boolean): number {
    let at = bytes.indexOf(QUOTE);
    while (at >= 0) {
      const next = quote(at, last);
      if (next === UNKNOWN) return at;
      at = bytes.indexOf(QUOTE, next);
    }
    return bytes.length;
  }

  function scanAll(last: boolean): number {
    let at = 0;
    while (at < bytes.length) {
      const byte = bytes[at]!;
      if (byte > QUOTE && byte < 0x7f) {
        at++;
        continue;
      }
      const next = byte === QUOTE ? quote(at, last) : other(at, byte, last);
      if (next === UNKNOWN) return at;
      if (ended) return at;
      at = next;
    }
    return at;
  }

  /** Looks at the quote at `at` and returns where to go on. */
  function quote(at: number, last: boolean): number {
    if (!inside) {
      inside = isCellStart(at);
      undoubled = false;
      return at + 1;
    }
    const isPair = bytes[at + 1] === QUOTE;
    if (isPair && !undoubled) return at + 2;
    // Where none is doubled, the second of a pair at the end of a cell closes it.
    const closing = isPair ? at + 1 : at;
    const behind = blanksUntil(closing + 1);
    if (behind >= bytes.length && !last) return UNKNOWN;
    if (behind >= bytes.length || endsCell(behind)) {
      inside = false;
      if (isPair) double(at);
      replace(closing + 1, behind, NOTHING);
      return behind;
    }
    if (isPair) return at + 2;
    undoubled = true;
    double(at);
    return at + 1;
  }

  function other(at: number, byte: number, last: boolean): number {
    if (byte === CARRIAGE_RETURN || byte === LINE_FEED) {
      if (inside) return at + 1;
      if (byte === CARRIAGE_RETURN && at + 1 >= bytes.length && !last) return UNKNOWN;
      const isPair = byte === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED;
      const seen = isPair ? CRLF : byte === LINE_FEED ? LONE_LF : LONE_CR;
      const next = at + (isPair ? 2 : 1);
      if (seen !== lineEnd.seen) replace(at, next, lineEnd.bytes);
      return next;
    }
    if (byte === 0) ended = true;
    else if ((byte < SPACE && byte !== TAB) || byte === 0x7f) receiver.control(place(at));
    return at + 1;
  }

  function blanksUntil(at: number): number {
    const most = at + MOST_BLANKS;
    while (at < most && (bytes[at] === SPACE || bytes[at] === TAB) && bytes[at] !== delimiter[0]) at++;
    return at;
  }

  function endsCell(at: number): boolean {
    return bytes[at] === LINE_FEED || bytes[at] === CARRIAGE_RETURN || isDelimiter(at);
  }

  /** Of a place outside quoted cells. */
  function isCellStart(at: number): boolean {
    if (at === 0) return fresh;
    return bytes[at - 1] === LINE_FEED || bytes[at - 1] === CARRIAGE_RETURN || isDelimiter(at - delimiter.length);
  }

  function isDelimiter(at: number): boolean {
    for (let k = 0; k < delimiter.length; k++) if (bytes[at + k] !== delimiter[k]) return false;
    return true;
  }

  function double(at: number): void {
    receiver.mended(place(at));
    replace(at, at, [QUOTE]);
  }

  function place(at: number): number {
    return written + used + (at - from);
  }

  function replace(start: number, end: number, by: ArrayLike<number>): void {
    if (start === end && by.length === 0) return;
    // One byte becomes two at most.
    if (mended.length === 0) mended = new Uint8Array(2 * bytes.length);
    copyUntil(start);
    mended.set(by, used);
    used += by.length;
    from = end;
  }

  function copyUntil(end: number): void {
    mended.set(bytes.subarray(from, end), used);
    used += end - from;
    from = end;
  }

  function handOn(end: number): void {
    let text = bytes.subarray(0, end);
    if (mended.length > 0) {
      copyUntil(end);
      text = mended.subarray(0, used);
    }
    from = end;
    used = 0;
    written += text.length;
    if (text.length > 0) receiver.text(text);
    if (ended) receiver.nul();
  }

  return {
    write: (piece, seen) => write(piece, seen, false),
    noLineFeed() {
      if (held[0] === CARRIAGE_RETURN) write(ORDINARY, 0, false, 1);
    },
    end: () => write(NOTHING, 0, true),
  };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
