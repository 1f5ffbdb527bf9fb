import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyCode } from "../../core/ids.ts";
import { isUploadId, sentAs, uploadId, uploadPrefix } from "../../core/uploads.ts";

describe("an upload", () => {
  it("has an id that sorts by time", () => {
    const ids = ["2026-11-25T10:15:00.123Z", "2026-11-25T10:15:01.000Z", "2027-01-01T00:00:00.000Z"].map((at) => uploadId(at, "0123abcd"));
    expect(ids).toEqual(["20261125T101500Z-0123abcd", "20261125T101501Z-0123abcd", "20270101T000000Z-0123abcd"]);
    expect(ids.every(isUploadId)).toBe(true);
  });

  it("is found again in the key of its delivery, with the name that its sender knows", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        const id = "20261125T101500Z-0123abcd";
        const prefix = uploadPrefix({ body: bodyCode("ciio"), id });
        expect(sentAs(`${prefix}${name}`.slice("ciio/".length))).toEqual({ upload: id, name });
      }),
    );
  });

  it("is not seen in files that came by another way, also in folders", () => {
    for (const file of ["maart.csv", "2026/maart.csv", "20261125T101500Z-0123abcd.csv", "/maart.csv", "20261125T101500Z-0123ABCD/x.csv"]) {
      expect(sentAs(file)).toEqual({ name: file });
    }
  });
});
