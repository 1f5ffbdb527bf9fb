/** Leave to send is for one file: what else comes by it is recognised, and counts for nothing. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { uploadId, uploadPrefix } from "../../core/uploads.ts";
import { createWorld, csv, report, type World } from "./world.ts";

let world: World;
let leaves = 0;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** The prefix of a leave that nobody used yet. */
const newLeave = (): string =>
  uploadPrefix({ body: "ciio" as never, id: uploadId("2026-11-25T10:00:00.000Z", String(leaves++).padStart(8, "0")) });
const file = (reference: string, score = "voldoet") =>
  csv(...report({ rapportkenmerk: reference }, { V01: score, V02: score, D01: score }));

describe("of two files that come by one leave", () => {
  test("the first counts, and the second is refused unopened with a receipt that names the first", async () => {
    const leave = newLeave();
    const first = await world.deliver(`${leave}een.csv`, file("L-1"));
    const second = await world.deliver(`${leave}twee.csv`, file("L-2"));
    expect(first.receipt.status).toBe("accepted");
    expect(second.receipt).toMatchObject({ status: "rejected", reports: [], groups: [{ code: "LEAVE_USED", count: 1 }] });
    expect(second.receipt.findings[0]?.message).toContain(first.record.number);
    expect(second.receipt.summary.join(" ")).toContain("Het bestand is niet geopend.");
    expect(
      Buffer.from(await world.file(second.record, "remarks.xlsx"))
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    // Its bytes are free: it may come by a leave of its own.
    expect((await world.deliver(`${newLeave()}twee.csv`, file("L-2"))).receipt.status).toBe("accepted");
  });

  test("the second is refused as well when it is another version of the same name", async () => {
    const leave = newLeave();
    await world.deliver(`${leave}een.csv`, file("L-3"));
    const second = await world.deliver(`${leave}een.csv`, file("L-3", "voldoet niet"));
    expect(second.receipt.groups.map(({ code }) => code)).toEqual(["LEAVE_USED"]);
  });

  test("the second changes nothing when it is the same", async () => {
    const leave = newLeave();
    const first = await world.deliver(`${leave}een.csv`, file("L-4"));
    const second = await world.deliver(`${leave}een.csv`, file("L-4"));
    expect(second.receipt).toMatchObject({ status: "unchanged", sameAs: { delivery: first.record.number } });
  });

  test("the second is refused when the first was rejected, also when it is the same: another try takes another leave", async () => {
    const leave = newLeave();
    const wrong = file("L-5", "prima");
    expect((await world.deliver(`${leave}een.csv`, wrong)).receipt.status).toBe("rejected");
    expect((await world.deliver(`${leave}een.csv`, wrong)).receipt.groups.map(({ code }) => code)).toEqual(["LEAVE_USED"]);
    const again = await world.deliver(`${newLeave()}een.csv`, wrong);
    expect(again.receipt.groups.map(({ code }) => code)).toContain("SCORE_UNKNOWN");
  });

  test("exactly one counts when they come side by side", async () => {
    const leave = newLeave();
    const both = await Promise.all(["L-6", "L-7"].map((reference) => world.deliver(`${leave}${reference}.csv`, file(reference))));
    expect(both.map(({ receipt }) => receipt.status).sort()).toEqual(["accepted", "rejected"]);
  });
});

test("an event that comes twice is one file", async () => {
  const event = await world.upload(`${newLeave()}een.csv`, file("L-8"));
  const [first, second] = [await world.ingest(event), await world.ingest(event)];
  expect([second.status, second.record]).toEqual(["SUCCEEDED", first.record]);
  expect(second.receipt.status).toBe("accepted");
});

test("files that came by no leave do not stand in each other's way", async () => {
  const both = [await world.deliver("ciio/map/een.csv", file("L-9")), await world.deliver("ciio/map/twee.csv", file("L-10"))];
  expect(both.map(({ receipt }) => receipt.status)).toEqual(["accepted", "accepted"]);
});
