import type { ReadFormat } from "../../core/intake/reading/format.ts";
import type { ReadingLimits } from "../../core/intake/reading/limits.ts";
import type { ReadingProblem } from "../../core/intake/types.ts";

/** What the worker that reads workbooks is asked. */
export interface Job {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly limits: ReadingLimits;
  /** One 32-bit number: messages that the asker has dealt with. The worker waits when it is more than `WINDOW` ahead. */
  readonly acknowledged: SharedArrayBuffer;
}

/** What it answers, in the order in which it was read. */
export type FromWorker =
  | { readonly type: "sheet"; readonly name: string | null }
  /** Row k has number `rows[k]` and the next `widths[k]` of `cells` and `kinds`. */
  | {
      readonly type: "rows";
      readonly rows: readonly number[];
      readonly widths: readonly number[];
      readonly cells: readonly string[];
      readonly kinds: Uint8Array;
    }
  | { readonly type: "problem"; readonly problem: ReadingProblem }
  | { readonly type: "done"; readonly format: ReadFormat };

/** Messages under way: a few, so that neither side waits for the other, and no more, as each is up to a megabyte. */
export const WINDOW = 8;
