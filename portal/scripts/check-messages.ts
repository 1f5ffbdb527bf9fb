/** What a page and the worker that checks files say to one another. */
import type { CatalogueFiles } from "../../core/catalogue/types.ts";
import type { CheckResult } from "../../core/intake/check-result.ts";
import type { OwnReport } from "../../core/intake/own-past.ts";

export interface CheckJob {
  readonly file: Blob;
  /** See `catalogueForChecking`. */
  readonly catalogue: CatalogueFiles;
  /** Code of the certifying body. */
  readonly body: string;
  /** What the body delivered before; absent: not known here. */
  readonly past?: readonly OwnReport[];
}

export interface CheckProgress {
  /** Bytes. */
  readonly read: number;
  readonly total: number;
  /** Rows checked so far: a workbook is read as bytes first, and checked after that. */
  readonly rows: number;
}

export type FromCheckWorker =
  | ({ readonly type: "progress" } & CheckProgress)
  | { readonly type: "result"; readonly result: CheckResult }
  /** The file could not be read: moved, changed or taken away while it was being read. */
  | { readonly type: "unreadable" }
  /** A mistake of our own. */
  | { readonly type: "failed"; readonly message: string };
