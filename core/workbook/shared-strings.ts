import { escaped, fitting, hasEdgeSpace } from "./text.ts";

/** Texts that stand in the workbook once and in cells by number, as most texts of a delivery come back in row after row. */
export interface SharedStrings {
  /** Number of the text; -1 when it has to stand in the cell itself. */
  indexOf(text: string): number;
  /** The part `xl/sharedStrings.xml`; undefined when there is none. */
  xml(): string | undefined;
}

export function createSharedStrings(): SharedStrings {
  const indexes = new Map<string, number>();
  let uses = 0;

  return {
    indexOf(text) {
      if (text.length > LONGEST) return -1;
      const known = indexes.get(text);
      if (known === undefined && indexes.size === MOST) return -1;
      uses += 1;
      if (known !== undefined) return known;
      indexes.set(text, indexes.size);
      return indexes.size - 1;
    },
    xml() {
      if (indexes.size === 0) return undefined;
      const items = Array.from(indexes.keys(), (text) => `<si>${textXml(text)}</si>`);
      return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${uses}" uniqueCount="${indexes.size}">${items.join("")}</sst>`
      );
    },
  };
}

/** Names, codes and scores are shorter; what is longer is mostly free text, which does not come back. */
const LONGEST = 48;

/** So that memory does not grow with the rows: at most some 1.5 MB. */
const MOST = 1 << 14;

function textXml(text: string): string {
  return `<t${hasEdgeSpace(text) ? ' xml:space="preserve"' : ""}>${escaped(fitting(text))}</t>`;
}
