/**
 * Zip files as untrusted input: what the directory says is checked before anything is unpacked, and again while it is unpacked.
 * Source: PKWARE APPNOTE 6.3.10; overlapping entries: D. Fifield, "A better zip bomb" (WOOT 2019).
 */
import { Inflate } from "fflate";
import type { ReadingLimits } from "../limits.ts";
import { readingProblem, Unreadable } from "../problems.ts";

export interface ZipEntry {
  /** With `/` between folders, as it stands in the directory. */
  readonly name: string;
  /** The bytes as they stand in the file. */
  readonly packed: Uint8Array;
  readonly size: number;
  readonly crc: number;
  readonly deflated: boolean;
}

/** Every entry but folders, by its name in small letters: Excel does not see the case either. Throws `Unreadable`. */
export function readDirectory(bytes: Uint8Array, limits: ReadingLimits): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, offset, end } = findDirectory(view);
  const entries = new Map<string, ZipEntry>();
  const spans: { from: number; to: number; name: string }[] = [];
  let unpacked = 0;
  let at = offset;
  for (let k = 0; k < count; k++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL_HEADER) throw damaged();
    const header = centralHeader(view, bytes, at, end);
    at = header.next;
    if (isUnsafe(header.name)) throw damaged(header.name);
    if ((header.flags & 1) !== 0) throw new Unreadable(readingProblem("WORKBOOK_ENCRYPTED"));
    const from = header.local;
    const data = dataStart(view, bytes, header, offset);
    const to = data + header.packedSize;
    if (to > offset) throw damaged(header.name);
    spans.push({ from, to, name: header.name });
    if (header.name.endsWith("/")) continue;
    if (header.method !== 0 && header.method !== 8) throw damaged(header.name);
    unpacked += header.size;
    const outOfProportion = header.size > limits.ratioFromBytes && header.size > limits.ratio * header.packedSize;
    if (unpacked > limits.unpackedBytes || outOfProportion) {
      throw new Unreadable(readingProblem("WORKBOOK_BOMB", { limit: limits.unpackedBytes, part: partName(header.name) }));
    }
    const key = header.name.toLowerCase();
    if (entries.has(key)) throw damaged(header.name);
    entries.set(key, {
      name: header.name,
      packed: bytes.subarray(data, to),
      size: header.size,
      crc: header.crc,
      deflated: header.method === 8,
    });
  }
  spans.sort((a, b) => a.from - b.from);
  for (let k = 1; k < spans.length; k++) if (spans[k]!.from < spans[k - 1]!.to) throw damaged(spans[k]!.name);
  return entries;
}

/**
 * Unpacks an entry piece by piece. Throws `Unreadable` as soon as there is more than the directory says, and at the end if there is less or
 * the checksum differs.
 */
export function unpack(entry: ZipEntry, onBytes: (bytes: Uint8Array) => void): void {
  let size = 0;
  let crc = 0xffffffff;

  function take(bytes: Uint8Array): void {
    size += bytes.length;
    if (size > entry.size) throw new Unreadable(readingProblem("WORKBOOK_BOMB", { limit: entry.size, part: partName(entry.name) }));
    crc = updateCrc(crc, bytes);
    onBytes(bytes);
  }

  if (entry.deflated) inflate(entry, take);
  else for (let at = 0; at < entry.packed.length; at += PIECE) take(entry.packed.subarray(at, at + PIECE));
  if (size !== entry.size || (crc ^ 0xffffffff) >>> 0 !== entry.crc) throw damaged(entry.name);
}

export function damaged(part?: string): Unreadable {
  return new Unreadable(readingProblem("WORKBOOK_DAMAGED", part === undefined ? {} : { part: partName(part) }));
}

/** A name of a part as it may be shown: the sender chose it. */
export function partName(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, "?").slice(0, 100);
}

const CENTRAL_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;

/** Parts of a workbook; the largest honest one we know of has some 300. */
const ENTRIES = 10_000;

/** Packed bytes that are unpacked at once: at most 8 MB come out, as deflate packs at most 1 : 1 032. */
const PIECE = 8 * 1024;

function findDirectory(view: DataView): { count: number; offset: number; end: number } {
  // It stands at the end, before a comment of at most 65 535 bytes.
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    if (at + 22 + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const large = at >= 20 && view.getUint32(at - 20, true) === LOCATOR_64;
    const found = large ? directory64(view, at - 20) : directory32(view, at);
    if (found.count > ENTRIES || found.offset > found.end) throw damaged();
    return found;
  }
  throw damaged();
}

function directory32(view: DataView, at: number): { count: number; offset: number; end: number } {
  if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== view.getUint16(at + 10, true)) throw damaged();
  return { count: view.getUint16(at + 10, true), offset: view.getUint32(at + 16, true), end: at };
}

function directory64(view: DataView, locator: number): { count: number; offset: number; end: number } {
  const at = whole(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== END_OF_DIRECTORY_64) throw damaged();
  return { count: whole(view, at + 32), offset: whole(view, at + 48), end: at };
}

interface CentralHeader {
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly local: number;
  readonly next: number;
}

function centralHeader(view: DataView, bytes: Uint8Array, at: number, end: number): CentralHeader {
  const nameLength = view.getUint16(at + 28, true);
  const extraAt = at + 46 + nameLength;
  const extraEnd = extraAt + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > end) throw damaged();
  const rawName = bytes.subarray(at + 46, extraAt);
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const [size, packedSize, local] = with64(view, extraAt, extraEnd, sizes);
  return {
    name: new TextDecoder().decode(rawName).replaceAll("\\", "/"),
    rawName,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: packedSize!,
    size: size!,
    local: local!,
    next,
  };
}

/** Sizes that do not fit in 32 bits stand in an extra field, in this order, and only those. */
function with64(view: DataView, extraAt: number, extraEnd: number, values: readonly number[]): number[] {
  let at = extraAt;
  while (at + 4 <= extraEnd) {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > extraEnd) break;
    if (view.getUint16(at, true) === 0x0001) {
      let field = at + 4;
      return values.map((value) => {
        if (value !== 0xffffffff || field + 8 > at + 4 + length) return value;
        field += 8;
        return whole(view, field - 8);
      });
    }
    at += 4 + length;
  }
  return [...values];
}

function whole(view: DataView, at: number): number {
  if (at + 8 > view.byteLength) throw damaged();
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000;
}

/** Where the packed bytes begin, by the local header, which must name the same part as the directory. */
function dataStart(view: DataView, bytes: Uint8Array, header: CentralHeader, end: number): number {
  const at = header.local;
  if (at + 30 > end || view.getUint32(at, true) !== LOCAL_HEADER) throw damaged(header.name);
  const nameLength = view.getUint16(at + 26, true);
  const start = at + 30 + nameLength + view.getUint16(at + 28, true);
  if (start > end || nameLength !== header.rawName.length) throw damaged(header.name);
  for (let k = 0; k < nameLength; k++) if (bytes[at + 30 + k] !== header.rawName[k]) throw damaged(header.name);
  return start;
}

/** We write no part to disk; a name that points outside the archive is nevertheless no honest workbook. */
function isUnsafe(name: string): boolean {
  return name === "" || name.startsWith("/") || /^[a-z]:/i.test(name) || name.includes("\0") || name.split("/").includes("..");
}

function inflate(entry: ZipEntry, take: (bytes: Uint8Array) => void): void {
  const { packed } = entry;
  let ready: Uint8Array[] = [];
  const inflater = new Inflate((bytes) => {
    ready.push(bytes);
  });
  for (let at = 0; at < packed.length || at === 0; at += PIECE) {
    try {
      inflater.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    } catch {
      throw damaged(entry.name);
    }
    // Outside the try: what the taker throws is not damage.
    for (const bytes of ready) take(bytes);
    ready = [];
  }
}

const crcTable = new Uint32Array(256).map((_, k) => {
  let value = k;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function updateCrc(crc: number, bytes: Uint8Array): number {
  for (let k = 0; k < bytes.length; k++) crc = crcTable[(crc ^ bytes[k]!) & 0xff]! ^ (crc >>> 8);
  return crc;
}
