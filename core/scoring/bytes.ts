import { BrokenInvariant } from "../faults.ts";

/** Writes whole numbers as few bytes as they need (7 bits a byte, low ones first), texts as UTF-8, fractions as IEEE 754, little-endian. */
export interface ByteWriter {
  /** A whole number, 0 … 2³¹ - 1. */
  uint(value: number): void;
  /** A whole number of either sign, |value| < 2³⁰. */
  int(value: number): void;
  float(value: number): void;
  text(value: string): void;
  bytes(values: Uint8Array): void;
  finish(): Uint8Array;
}

export function createByteWriter(): ByteWriter {
  let target = new Uint8Array(1 << 16);
  let at = 0;
  const encoder = new TextEncoder();

  function room(bytes: number): void {
    if (at + bytes <= target.length) return;
    const larger = new Uint8Array(Math.max(target.length * 2, at + bytes));
    larger.set(target);
    target = larger;
  }

  const writer: ByteWriter = {
    uint(value) {
      room(5);
      let rest = value;
      while (rest >= 0x80) {
        target[at++] = (rest & 0x7f) | 0x80;
        rest >>>= 7;
      }
      target[at++] = rest;
    },
    int(value) {
      writer.uint(value < 0 ? -value * 2 - 1 : value * 2);
    },
    float(value) {
      room(8);
      new DataView(target.buffer).setFloat64(at, value, true);
      at += 8;
    },
    text(value) {
      const bytes = encoder.encode(value);
      writer.uint(bytes.length);
      writer.bytes(bytes);
    },
    bytes(values) {
      room(values.length);
      target.set(values, at);
      at += values.length;
    },
    finish: () => target.slice(0, at),
  };
  return writer;
}

export interface ByteReader {
  uint(): number;
  int(): number;
  float(): number;
  text(): string;
  /** A view, not a copy. */
  bytes(length: number): Uint8Array;
  /** Throws when something is left. */
  end(): void;
}

/** Reads what a `ByteWriter` wrote. Throws `BrokenInvariant` when the bytes end too early or too late. */
export function createByteReader(source: Uint8Array): ByteReader {
  let at = 0;
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);

  function take(length: number): number {
    if (at + length > source.length) throw new BrokenInvariant("the scores end too early: the file is damaged");
    const begin = at;
    at += length;
    return begin;
  }

  const reader: ByteReader = {
    uint() {
      let value = 0;
      let shift = 0;
      for (;;) {
        const byte = source[take(1)]!;
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) return value >>> 0;
        shift += 7;
      }
    },
    int() {
      const value = reader.uint();
      return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    },
    float: () => view.getFloat64(take(8), true),
    text: () => decoder.decode(reader.bytes(reader.uint())),
    bytes(length) {
      const begin = take(length);
      return source.subarray(begin, begin + length);
    },
    end() {
      if (at !== source.length) throw new BrokenInvariant("the scores go on after their end: the file is damaged");
    },
  };
  return reader;
}
