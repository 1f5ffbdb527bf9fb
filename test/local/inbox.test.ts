import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readInbox } from "../../local/inbox.ts";

let inbox: string;
beforeEach(() => {
  inbox = mkdtempSync(join(tmpdir(), "inbox-"));
  mkdirSync(join(inbox, "ciio"));
});
afterEach(() => rmSync(inbox, { recursive: true, force: true }));

const put = (...names: string[]) => {
  for (const name of names) writeFileSync(join(inbox, name), "x");
};

it("is read in the order of the keys, and what programs leave behind is no delivery", () => {
  put("ciio/b.csv", "ciio/A.xlsx", "ciio/.DS_Store", "ciio/~$A.xlsx", "ciio/._b.csv", "ciio/.~lock.b.csv#", ".gitkeep");
  const { files, passedOver } = readInbox(inbox);
  expect(files.map(({ key }) => key)).toEqual(["ciio/A.xlsx", "ciio/b.csv"]);
  expect(passedOver).toEqual([]);
});

it("says of a file outside the folder of a body, and of one whose name hides it, that it is passed over", () => {
  put("los.csv", "ciio/..csv", "ciio/.csv", "ciio/.toetsen.XLSX");
  const { files, passedOver } = readInbox(inbox);
  expect(files).toEqual([]);
  expect(passedOver).toEqual([
    "Overgeslagen: ciio/..csv begint met een punt. Geef het bestand een andere naam.",
    "Overgeslagen: ciio/.csv begint met een punt. Geef het bestand een andere naam.",
    "Overgeslagen: ciio/.toetsen.XLSX begint met een punt. Geef het bestand een andere naam.",
    "Overgeslagen: los.csv staat niet in de map van een certificerende instelling (<instelling>/<bestand>).",
  ]);
});
