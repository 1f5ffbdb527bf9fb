import type { ReadingLimits } from "../limits.ts";
import { unescapeText } from "./cell-values.ts";
import { type Attributes, endless } from "./xml.ts";
import type { ZipEntry } from "./zip.ts";

/** Puts the text of a cell together from its runs: `<t>`, also within `<r>` (formatted text), but not within `<rPh>` (pronunciation). */
export interface TextRuns {
  begin(): void;
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
  end(): string;
}

export function createTextRuns(entry: ZipEntry, limits: ReadingLimits): TextRuns {
  let whole = "";
  let run = "";
  let inText = false;
  let inPronunciation = false;
  let keepsBlanks = false;

  return {
    begin() {
      whole = "";
      inText = false;
      inPronunciation = false;
    },
    open(name, attributes) {
      if (name === "rPh") inPronunciation = true;
      if (name !== "t" || inPronunciation) return;
      inText = true;
      run = "";
      keepsBlanks = attributes["xml:space"] === "preserve";
    },
    text(text) {
      if (!inText) return;
      run += text;
      if (whole.length + run.length > limits.cellCharacters) throw endless(entry, limits);
    },
    close(name) {
      if (name === "rPh") inPronunciation = false;
      if (name !== "t" || !inText) return;
      inText = false;
      // Excel drops blanks at the ends unless they are marked to be kept.
      whole += keepsBlanks ? run : run.trim();
    },
    end: () => unescapeText(whole),
  };
}
