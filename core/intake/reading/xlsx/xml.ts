import { SaxesParser } from "saxes";
import type { ReadingLimits } from "../limits.ts";
import { readingProblem, Unreadable } from "../problems.ts";
import { damaged, partName, unpack, type ZipEntry } from "./zip.ts";

export type Attributes = Readonly<Record<string, string>>;

export interface XmlReceiver {
  /** Names come without their prefix: some programs write `<x:row>`. Attributes keep theirs. */
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads one part of a workbook as a stream of elements and text. Throws `Unreadable` for what is not well-formed, for a document type
 * declaration (so no entity but the five of XML itself is ever expanded), for a text or tag that does not end, and for nesting without end.
 */
export function readXml(entry: ZipEntry, limits: ReadingLimits, receiver: XmlReceiver): void {
  const decoder = createDecoder(entry.name);
  const parser = new SaxesParser({ position: false, xmlns: false });
  let depth = 0;
  let sinceEvent = 0;

  parser.on("error", () => {
    throw damaged(entry.name);
  });
  parser.on("doctype", () => {
    throw new Unreadable(readingProblem("WORKBOOK_DOCTYPE", { part: partName(entry.name) }));
  });
  parser.on("opentag", (tag) => {
    sinceEvent = 0;
    if (++depth > DEPTH) throw damaged(entry.name);
    receiver.open?.(localName(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    sinceEvent = 0;
    depth--;
    receiver.close?.(localName(tag.name));
  });
  parser.on("text", text);
  parser.on("cdata", text);

  function text(piece: string): void {
    sinceEvent = 0;
    receiver.text?.(piece);
  }

  function write(piece: string): void {
    // In small steps, so that a text or a tag without end is noticed before it has filled the memory.
    for (let at = 0; at < piece.length; at += STEP) {
      const step = piece.length <= STEP ? piece : piece.slice(at, at + STEP);
      sinceEvent += step.length;
      if (sinceEvent > 8 * limits.cellCharacters) throw endless(entry, limits);
      parser.write(step);
    }
  }

  unpack(entry, (bytes) => write(decoder.decode(bytes)));
  write(decoder.end());
  parser.close();
}

/** A text, a cell, that is longer than any honest one. */
export function endless(entry: ZipEntry, limits: ReadingLimits): Unreadable {
  return new Unreadable(readingProblem("WORKBOOK_BOMB", { limit: limits.cellCharacters, part: partName(entry.name) }));
}

export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Elements within each other; a workbook's parts have some ten. */
const DEPTH = 64;

const STEP = 64 * 1024;

interface PartDecoder {
  decode(bytes: Uint8Array): string;
  end(): string;
}

/** Parts are UTF-8, or UTF-16 with a byte order mark (ECMA-376 part 2, 8.1.4). */
function createDecoder(part: string): PartDecoder {
  let decoder: TextDecoder | null = null;

  function run(bytes: Uint8Array, stream: boolean): string {
    try {
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      return decoder.decode(bytes, { stream });
    } catch {
      throw damaged(part);
    }
  }

  return {
    decode: (bytes) => (bytes.length === 0 ? "" : run(bytes, true)),
    end: () => run(new Uint8Array(0), false),
  };
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}
