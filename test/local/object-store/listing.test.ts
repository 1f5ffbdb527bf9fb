import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listPage } from "../../../local/object-store/list-page.ts";
import { compareKeys, createSortedKeys } from "../../../local/object-store/sorted-keys.ts";

const key = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "b", "/", "é", "\uff5e", "😀"), minLength: 1, maxLength: 6 }),
  fc.string({ unit: "binary", minLength: 1, maxLength: 4 }),
);

describe("keys", () => {
  it("are in the order of their UTF-8 bytes", () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        expect(Math.sign(compareKeys(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });

  it("are those that were added and not removed, whenever one looks", () => {
    const step = fc.record({ key: fc.constantFrom("a", "b", "c", "d", "e"), add: fc.boolean(), look: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const keys = createSortedKeys();
        const model = new Set<string>();
        for (const { key: name, add, look } of steps) {
          if (add && !model.has(name)) {
            keys.add(name);
            model.add(name);
          } else if (!add && model.delete(name)) keys.remove(name);
          if (look) expect(keys.all()).toEqual([...model].sort());
        }
        expect(keys.all()).toEqual([...model].sort());
      }),
    );
  });
});

describe("a listing", () => {
  it("in pages of any size holds each key and each common prefix once, in order", () => {
    const parts = { prefix: fc.constantFrom("", "a", "a/", "é"), delimiter: fc.constantFrom("", "/", "b") };
    fc.assert(
      fc.property(
        fc.uniqueArray(key, { maxLength: 40 }),
        fc.record(parts),
        fc.integer({ min: 1, max: 5 }),
        fc.func(fc.boolean()),
        (names, request, limit, has) => {
          const keys = [...names].sort(compareKeys);
          const expected: string[] = [];
          for (const name of keys) {
            if (!name.startsWith(request.prefix) || !has(name)) continue;
            const cut = request.delimiter === "" ? -1 : name.indexOf(request.delimiter, request.prefix.length);
            const entry = cut === -1 ? name : name.slice(0, cut + request.delimiter.length);
            if (expected.at(-1) !== entry) expected.push(entry);
          }
          const listed: string[] = [];
          let after = "";
          for (let pages = 0; pages <= expected.length; pages++) {
            const page = listPage(keys, { ...request, after, limit, has });
            expect(page.keys.length + page.prefixes.length).toBeLessThanOrEqual(limit);
            listed.push(...[...page.keys, ...page.prefixes].sort(compareKeys));
            if (page.last === undefined) break;
            after = page.last;
          }
          expect(listed).toEqual(expected);
        },
      ),
    );
  });
});
