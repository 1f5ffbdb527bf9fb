import type { ReadingLimits } from "../limits.ts";
import { readingProblem, Unreadable } from "../problems.ts";
import { createTextRuns } from "./text-runs.ts";
import { readXml } from "./xml.ts";
import type { ZipEntry } from "./zip.ts";

/** The texts that cells point to by number. They stay in memory while the sheets are read, hence their limits. */
export function readSharedStrings(entry: ZipEntry | null, limits: ReadingLimits): readonly string[] {
  const strings: string[] = [];
  if (entry === null) return strings;
  const runs = createTextRuns(entry, limits);
  let characters = 0;
  readXml(entry, limits, {
    open(name, attributes) {
      if (name === "si") runs.begin();
      else runs.open(name, attributes);
    },
    text: runs.text,
    close(name) {
      runs.close(name);
      if (name !== "si") return;
      const text = runs.end();
      characters += text.length;
      if (characters > limits.sharedCharacters) throw tooLarge(limits.sharedCharacters, "text");
      if (strings.length >= limits.sharedStrings) throw tooLarge(limits.sharedStrings, "strings");
      strings.push(text);
    },
  });
  return strings;
}

function tooLarge(limit: number, what: string): Unreadable {
  return new Unreadable(readingProblem("WORKBOOK_TOO_LARGE", { limit, what }));
}
