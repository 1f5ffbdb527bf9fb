import { expect, test } from "vitest";
import { sampleFiles } from "./deliveries.ts";
import { inBrowser, jobOf, onServer } from "./in-browser.ts";

test("the check in the browser gives for every sample what the check of the server gives without a past", async () => {
  const files = await sampleFiles();
  const statuses = new Set<string>();
  for (const file of files) {
    const result = await onServer(file);
    expect((await inBrowser(jobOf(file))).at(-1), file.name).toEqual({ type: "result", result });
    statuses.add(result.status);
  }
  expect(files.length).toBeGreaterThan(80);
  expect([...statuses].sort()).toEqual(["accepted", "partlyAccepted", "rejected"]);
}, 120_000);
