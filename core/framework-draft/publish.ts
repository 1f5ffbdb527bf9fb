import { type Day, isoDay, parseIsoDay } from "../calendar.ts";
import type { CompiledFramework } from "../catalogue/types.ts";
import { type OpenWork, openWork } from "./check.ts";
import { type Author, revise } from "./revise.ts";
import type { FrameworkDraft, Validity } from "./types.ts";

/** Why a draft cannot be published with these days. */
export type PublicationFault =
  | { readonly fault: "fromMissing" | "untilMissing"; readonly value: string }
  /** Audits are by the norms that hold on their day: a framework cannot begin in the past. */
  | { readonly fault: "fromPast" }
  /** There would be days on which no version holds. `last`: the last day that the version before must hold at least. */
  | { readonly fault: "gap"; readonly last: string }
  /** The version before would end before it began. */
  | { readonly fault: "baseNotBegun"; readonly validFrom: string }
  /** Norms that are to ask something else, and still have their old text. */
  | { readonly fault: "toWord"; readonly norms: readonly string[] };

/**
 * Begins to publish: from here on the draft does not change, so that what is put in force is what everybody can see. Then the catalogue is put in force
 * (`publishedFiles`), then `finishPublishing`; or `reopen` when it was refused. Each step may be done again.
 *
 * @param today day on which it is published.
 */
export function beginPublishing(
  draft: FrameworkDraft,
  base: CompiledFramework,
  validity: Validity,
  today: Day,
  author: Author,
): { readonly draft: FrameworkDraft } | { readonly faults: readonly PublicationFault[] } {
  const faults = [...faultsOf(validity, base, today), ...unworded(openWork(draft, base))];
  return faults.length > 0 ? { faults } : { draft: revise(draft, { state: "publishing", validity }, "publishing", [], author) };
}

export const finishPublishing = (draft: FrameworkDraft, author: Author): FrameworkDraft =>
  revise(draft, { state: "published" }, "published", [], author);

/** A draft that could not be put in force, or of which nobody finished the publishing. */
export const reopenDraft = (draft: FrameworkDraft, author: Author): FrameworkDraft =>
  revise(draft, { state: "open", validity: undefined }, "reopened", [], author);

/** It stays to be read, and another may be begun under its name. */
export const discardDraft = (draft: FrameworkDraft, author: Author): FrameworkDraft =>
  revise(draft, { state: "discarded" }, "discarded", [], author);

function faultsOf({ validFrom, beforeUntil }: Validity, base: CompiledFramework, today: Day): PublicationFault[] {
  const [from, until] = [parseIsoDay(validFrom), parseIsoDay(beforeUntil)];
  const faults: PublicationFault[] = [];
  if (from === undefined) faults.push({ fault: "fromMissing", value: validFrom });
  if (until === undefined) faults.push({ fault: "untilMissing", value: beforeUntil });
  if (from !== undefined && from <= today) faults.push({ fault: "fromPast" });
  if (from !== undefined && until !== undefined && until < from - 1) faults.push({ fault: "gap", last: isoDay(from - 1) });
  if (until !== undefined && until < base.validFromDay) faults.push({ fault: "baseNotBegun", validFrom: base.validFrom });
  return faults;
}

function unworded(work: readonly OpenWork[]): PublicationFault[] {
  const norms = work.filter(({ what }) => what === "toWord").map(({ norm }) => norm.code);
  return norms.length === 0 ? [] : [{ fault: "toWord", norms }];
}
