/** The reports of one delivery while it is read, found by label and reference. Rows of a report need not stand together. */
import type { CompiledFramework } from "../catalogue/types.ts";
import { ownCopy } from "./cells.ts";
import { createDraft, type Draft } from "./draft.ts";

/** No real delivery comes near it (tens of reports a year); a bound on memory. */
export const MAX_REPORTS = 100_000;

export interface ReportBook {
  readonly drafts: readonly Draft[];
  /** Undefined when there are too many reports: then nothing more is kept. */
  open(
    reference: string,
    label: string,
    labelKnown: boolean,
    sheet: string | null,
    row: number,
    framework: CompiledFramework | undefined,
  ): Draft | undefined;
  find(reference: string, label: string): Draft | undefined;
  /** All reports with this reference get an error: something is wrong with a row that may belong to any of them. */
  taint(reference: string): void;
  isTainted(reference: string): boolean;
  /** An error stands in a row that belongs to no report. */
  unattributed: boolean;
  /** Example rows of the template that were passed over. */
  examples: number;
  /** One report more than the limit was asked for: the rest of the file need not be read. */
  readonly full: boolean;
}

export function createReportBook(): ReportBook {
  const byLabel = new Map<string, Map<string, Draft>>();
  const tainted = new Set<string>();
  const drafts: Draft[] = [];
  const book = {
    drafts,
    open,
    find: (reference: string, label: string) => byLabel.get(label)?.get(reference),
    taint: (reference: string) => {
      if (tainted.size < MAX_REPORTS) tainted.add(ownCopy(reference));
    },
    isTainted: (reference: string) => tainted.has(reference),
    unattributed: false,
    examples: 0,
    full: false,
  };
  return book;

  function open(
    reference: string,
    label: string,
    labelKnown: boolean,
    sheet: string | null,
    row: number,
    framework: CompiledFramework | undefined,
  ): Draft | undefined {
    if (drafts.length >= MAX_REPORTS) {
      book.full = true;
      return undefined;
    }
    let references = byLabel.get(label);
    if (references === undefined) {
      references = new Map();
      byLabel.set(label, references);
    }
    const draft = createDraft(drafts.length, ownCopy(reference), label, labelKnown, sheet, row, framework);
    drafts.push(draft);
    references.set(draft.reference, draft);
    return draft;
  }
}
