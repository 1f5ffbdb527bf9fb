import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BrokenInvariant } from "../../../core/faults.ts";
import { createByteReader, createByteWriter } from "../../../core/scoring/bytes.ts";
import { decodeScores, encodeScores } from "../../../core/scoring/encode.ts";
import { emptyScores } from "../../../core/scoring/merge.ts";
import { scoreShard } from "../../../core/scoring/score-shard.ts";
import { anyReport, catalogue, referenceDay } from "./example.ts";

const anyScores = fc.array(anyReport, { maxLength: 30 }).map((reports) => scoreShard(reports, catalogue, referenceDay));

describe("scores as bytes", () => {
  test("come back as they were", () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        expect(decodeScores(encodeScores(scores))).toEqual(scores);
      }),
    );
    expect(decodeScores(encodeScores(emptyScores))).toEqual(emptyScores);
  });

  test("come back from the middle of a larger buffer", () => {
    const bytes = encodeScores(scoreShard([], catalogue, -3));
    const larger = new Uint8Array(bytes.length + 20).fill(0xff);
    larger.set(bytes, 7);
    expect(decodeScores(larger.subarray(7, 7 + bytes.length)).referenceDay).toBe(-3);
  });

  test("that are damaged are a fault and not other scores", () => {
    fc.assert(
      fc.property(anyScores, fc.double({ min: 0, max: 0.999, noNaN: true }), (scores, part) => {
        const bytes = encodeScores(scores);
        expect(() => decodeScores(bytes.subarray(0, Math.floor(bytes.length * part)))).toThrow(BrokenInvariant);
        expect(() => decodeScores(Uint8Array.from([...bytes, 0]))).toThrow(BrokenInvariant);
      }),
    );
  });

  test("of another version or of something else are refused", () => {
    const bytes = encodeScores(emptyScores);
    expect(() => decodeScores(bytes.with(4, 1))).toThrow(/version 1 cannot be read: this is version 2/);
    expect(() => decodeScores(new TextEncoder().encode("label;variant;norm"))).toThrow(/not scores/);
  });
});

test("numbers, fractions and texts come back from bytes as they went in", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(2 ** 31 - 1)),
      fc.array(fc.integer({ min: -(2 ** 30) + 1, max: 2 ** 30 - 1 })),
      fc.array(fc.double()),
      fc.array(fc.string({ unit: "binary" })),
      (numbers, signed, fractions, texts) => {
        const writer = createByteWriter();
        for (const value of numbers) writer.uint(value);
        for (const value of signed) writer.int(value);
        for (const value of fractions) writer.float(value);
        for (const value of texts) writer.text(value);
        const reader = createByteReader(writer.finish());
        expect(numbers.map(() => reader.uint())).toEqual(numbers);
        expect(signed.map(() => reader.int())).toEqual(signed.map((value) => value + 0));
        expect(fractions.map(() => reader.float())).toEqual(fractions);
        expect(texts.map(() => reader.text())).toEqual(texts);
        reader.end();
      },
    ),
  );
});
