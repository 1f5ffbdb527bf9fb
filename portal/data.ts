/** What the pages show, and who has to be asked for it: `local/` answers it from the embedded stores, a deployment from its own. */
import type { CatalogueChanges } from "../core/catalogue/changes.ts";
import type { CatalogueText } from "../core/catalogue/parse.ts";
import type { Catalogue } from "../core/catalogue/types.ts";
import type { NormFigureRow } from "../core/figures/norm-figure-rows.ts";
import type { Publication } from "../core/figures/publication.ts";
import type { CountedScores } from "../core/figures/selected/counted-scores.ts";
import type { PublishedSignal } from "../core/figures/signals-json.ts";
import type { Receipt } from "../core/intake/receipt.ts";
import type { ReceiptFile } from "../core/intake/receipt-files.ts";
import type { Explanation, ReportedTrend } from "../core/intake/types.ts";
import type { ReminderRecord } from "../core/notifications/reminders.ts";
import type { DeliveryRecord } from "../core/ports.ts";

export type { NormFigureRow } from "../core/figures/norm-figure-rows.ts";
export type { FlaggedNorm, Publication } from "../core/figures/publication.ts";
export type { PublishedSignal } from "../core/figures/signals-json.ts";
export type { Receipt } from "../core/intake/receipt.ts";
export type { DeliveryRecord } from "../core/ports.ts";

/** Read-only: no page changes anything. Every call may be made anew for every page. */
export interface PortalData {
  /** Undefined: nothing is published yet. */
  publication(): Promise<Publication | undefined>;
  /** Rows of `norm-figures.json`, in the order of the catalogue. */
  figures(): Promise<readonly NormFigureRow[]>;
  /** `signals.json`: the signals of all views. */
  signals(): Promise<readonly PublishedSignal[]>;
  /** Those that there were a year before the reference date; none in publications from before this was kept. */
  signalsYearBefore(): Promise<readonly PublishedSignal[]>;
  /** The merged scores behind what is published, from which every choice is counted; undefined: nothing is published yet. */
  scores(): Promise<CountedScores | undefined>;
  /** Of all bodies, newest first. */
  deliveries(): Promise<readonly DeliveryRecord[]>;
  /** Of one body, newest first. */
  deliveriesOf(body: string): Promise<readonly DeliveryRecord[]>;
  /** The last reminder of each body that was reminded, in the order of their codes. */
  reminders(): Promise<readonly ReminderRecord[]>;
  /** Undefined when there is no such delivery, or its receipt is not written yet. */
  receipt(body: string, number: string): Promise<Receipt | undefined>;
  receiptFile(body: string, number: string, kind: ReceiptFile): Promise<StoredFile | undefined>;
  /** A file of the publication, e.g. `norm-figures.csv`. Undefined: there is no such file. */
  publishedFile(name: string): Promise<StoredFile | undefined>;
  /** Texts of an accepted report as it is now; undefined when there is none, or it was withdrawn. Only for who may `seeTexts`. */
  reportTexts(report: ReportPlace): Promise<ReportTexts | undefined>;
  /** Newest first. */
  executions(): Promise<readonly Execution[]>;
  /** Code of a certifying body → its name. */
  bodies(): Promise<ReadonlyMap<string, string>>;
  /** The catalogue in force. */
  catalogue(): Promise<Catalogue>;
  /** Titles of frameworks and their categories. */
  frameworks(): Promise<readonly FrameworkTitles[]>;
}

export interface ReportPlace {
  readonly body: string;
  readonly label: string;
  readonly reference: string;
}

/** What a body wrote in a report; what looked like personal data was masked when it was delivered. */
export interface ReportTexts {
  readonly trends: readonly ReportedTrend[];
  readonly explanations: readonly Explanation[];
}

export interface NamedFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** A file itself, or where it is too large to be answered with, the signed address at which it can be fetched for a minute, under its name. */
export type StoredFile = NamedFile | { readonly address: string };

/** One run of a state machine. `status` in the words of Step Functions. */
export interface Execution {
  readonly machine: string;
  readonly name: string;
  readonly status: string;
  /** ISO 8601 */
  readonly startedAt: string;
  readonly stoppedAt?: string;
  /** Name of the fault, with or without a cause after a colon. */
  readonly error?: string;
}

export type ExecutionPlace = Pick<Execution, "machine" | "name">;

/** `already`: it runs or has succeeded by now. `tooLate`: it ended too long ago to go on (Step Functions: fourteen days). */
export type RedriveOutcome = "redriven" | "already" | "tooLate" | "unknown";

export interface FrameworkTitles {
  readonly label: string;
  readonly variant: string;
  readonly version: string;
  readonly title: string;
  readonly categories: readonly { readonly code: string; readonly title: string }[];
}

/** The catalogue as an administrator changes it. */
export interface CatalogueKeeper {
  /** The files in force. */
  files(): Promise<readonly CatalogueText[]>;
  /** What these would change; nothing is changed. Throws `InvalidCatalogue`. */
  compare(files: readonly CatalogueText[]): Promise<{ readonly changes: CatalogueChanges | undefined }>;
  /** Throws `InvalidCatalogue`, and changes nothing, when they are wrong or would change what accepted reports rest on. */
  putInForce(files: readonly CatalogueText[]): Promise<Pick<Catalogue, "version">>;
}
