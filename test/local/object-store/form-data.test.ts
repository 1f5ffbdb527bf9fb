import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readForm } from "../../../local/object-store/form-data.ts";

const boundary = "----b";
const contentType = `multipart/form-data; boundary=${boundary}`;
const part = (name: string, value: Uint8Array, fileName?: string): Buffer => {
  const file = fileName === undefined ? "" : `; filename="${fileName}"\r\nContent-Type: text/csv`;
  return Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`),
    value,
    Buffer.from("\r\n"),
  ]);
};
async function* cut(wire: Buffer, cuts: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, i = 0; at < wire.length; i++) {
    const size = cuts[i % cuts.length]!;
    yield wire.subarray(at, at + size);
    at += size;
  }
}
/** Bytes that are likely to look like a boundary. */
const content = fc
  .oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .array(fc.constantFrom("\r\n", "--", "----", "b", "\r", "x", `\r\n--${boundary.slice(0, -1)}`))
      .map((pieces) => new Uint8Array(Buffer.from(pieces.join("")))),
  )
  .filter((bytes) => !Buffer.from(bytes).includes(`\r\n--${boundary}`));

describe("an upload form", () => {
  it("gives its fields and its file as they were sent, however the network cut them", async () => {
    await fc.assert(
      fc.asyncProperty(content, fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }), async (bytes, cuts) => {
        const wire = Buffer.concat([
          part("Key", Buffer.from("ciio/${filename}")),
          part("X-Amz-Meta-Name", Buffer.from("é")),
          part("file", bytes, "deel 1.csv"),
          part("submit", Buffer.from("ignored")),
          Buffer.from(`--${boundary}--\r\n`),
        ]);
        const form = await readForm(contentType, cut(wire, cuts));
        expect([...form.fields]).toEqual([
          ["key", "ciio/${filename}"],
          ["x-amz-meta-name", "é"],
        ]);
        expect(form.fileName).toBe("deel 1.csv");
        const pieces: Buffer[] = [];
        for await (const piece of form.file) pieces.push(piece);
        expect(Buffer.concat(pieces).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
  });

  const read = async (type: string, ...parts: Buffer[]) => {
    const form = await readForm(type, cut(Buffer.concat(parts), [1000]));
    for await (const _ of form.file);
  };

  it("without a boundary, without a file or with fields that never end is refused", async () => {
    const malformed = expect.objectContaining({ code: "MalformedPOSTRequest" });
    await expect(read("multipart/form-data", part("file", Buffer.from("x"), "x"))).rejects.toEqual(malformed);
    await expect(read(contentType, part("key", Buffer.from("x")), Buffer.from(`--${boundary}--\r\n`))).rejects.toEqual(malformed);
    await expect(read(contentType, part("key", Buffer.alloc(30_000)), part("file", Buffer.from("x"), "x"))).rejects.toEqual(malformed);
    const many = Array.from({ length: 300 }, (_, i) => part(`x-ignore-${i}`, Buffer.alloc(100)));
    await expect(read(contentType, ...many, part("file", Buffer.from("x"), "x"))).rejects.toEqual(malformed);
  });

  it("that ends within its file is refused", async () => {
    const wire = part("file", Buffer.from("half"), "x").subarray(0, -4);
    await expect(read(contentType, wire)).rejects.toEqual(expect.objectContaining({ code: "IncompleteBody" }));
  });
});
