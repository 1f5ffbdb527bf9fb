import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createChunkedDecoder } from "../../../local/object-store/aws-chunked.ts";

const encode = (chunks: readonly Uint8Array[], trailer: string, signed: boolean): Buffer => {
  const signature = signed ? `;chunk-signature=${"a".repeat(64)}` : "";
  const pieces = chunks
    .filter((chunk) => chunk.length > 0)
    .flatMap((chunk) => [Buffer.from(`${chunk.length.toString(16)}${signature}\r\n`), chunk, Buffer.from("\r\n")]);
  return Buffer.concat([...pieces, Buffer.from(`0${signature}\r\n${trailer}\r\n`)]);
};

describe("a body in aws-chunked", () => {
  it("comes out as it went in, however the network cut it", () => {
    const chunk = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(
        fc.array(chunk, { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        fc.boolean(),
        (chunks, cuts, signed) => {
          const content = Buffer.concat(chunks);
          const wire = encode(chunks, "x-amz-checksum-crc32:AAAAAA==\r\n", signed);
          const decoder = createChunkedDecoder(content.length);
          const out: Buffer[] = [];
          for (let at = 0, i = 0; at < wire.length; i++) {
            const size = cuts[i % cuts.length]!;
            out.push(...decoder.push(wire.subarray(at, at + size)).map((piece) => Buffer.from(piece)));
            at += size;
          }
          decoder.end();
          expect(Buffer.concat(out).equals(content)).toBe(true);
          expect([...decoder.trailers]).toEqual([["x-amz-checksum-crc32", "AAAAAA=="]]);
        },
      ),
    );
  });

  it.each([
    ["ends within a chunk", "5\r\nabc", undefined],
    ["lacks its last chunk", "3\r\nabc\r\n", undefined],
    ["has no size", "abc\r\n", undefined],
    ["has more in a chunk than its size", "3\r\nabcd\r\n0\r\n\r\n", undefined],
    ["is shorter than was announced", "3\r\nabc\r\n0\r\n\r\n", 4],
  ])("that %s is refused", (_what, wire, announced) => {
    const decoder = createChunkedDecoder(announced);
    expect(() => {
      decoder.push(Buffer.from(wire));
      decoder.end();
    }).toThrow(expect.objectContaining({ code: "IncompleteBody" }));
  });
});
