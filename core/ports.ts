/**
 * What the core asks of the world. Adapters in `functions/adapters/` answer it with S3 and DynamoDB; the core knows neither.
 * Every call may happen twice, late or beside another one: each says what it then does.
 */

import type { Catalogue } from "./catalogue/types.ts";
import type { BodyCode, DeliveryNumber, OrganisationId, Sha256 } from "./ids.ts";
import type { DeliveryStatus, FindingGroup, KnownReport, KnownTest, ReportOutcome } from "./intake/types.ts";
import type { PackedReport, PackedTrend } from "./scoring/types.ts";

/** A file that arrived: one version of one key. The same version always is the same arrival. */
export interface Arrival {
  readonly key: string;
  readonly versionId: string;
  /** First segment of the key. */
  readonly body: BodyCode;
  /** The rest of the key. */
  readonly file: string;
  readonly size: number;
  /** ISO 8601, when the store received it. */
  readonly receivedAt: string;
}

/** `received` → `claimed` → `finished`. `claimed`: its bytes are known and nobody else processes the same ones. */
export type DeliveryState = "received" | "claimed" | "finished";

export interface DeliveryRecord extends Arrival {
  readonly number: DeliveryNumber;
  readonly state: DeliveryState;
  readonly sha256?: Sha256;
  readonly status?: DeliveryStatus;
  readonly outcomes?: Readonly<Partial<Record<ReportOutcome, number>>>;
  readonly groups?: readonly FindingGroup[];
  readonly rows?: number;
  /** Number of the earlier delivery with the same bytes, when the status is `unchanged`. */
  readonly sameAs?: DeliveryNumber;
  /** Every transition with its time, in order. */
  readonly trail: readonly { readonly state: DeliveryState; readonly at: string }[];
}

/** What a delivery came to, written once when its receipt stands. */
export interface DeliveryResult {
  readonly status: DeliveryStatus;
  readonly outcomes: Readonly<Partial<Record<ReportOutcome, number>>>;
  readonly groups: readonly FindingGroup[];
  readonly rows: number;
  readonly sameAs?: DeliveryNumber;
}

/** Who holds the bytes of a sender: the guard that makes the same file count once. */
export type ContentClaim =
  | { readonly held: "byUs" }
  /** These bytes were accepted in full before: nothing is to be done. */
  | { readonly held: "accepted"; readonly number: DeliveryNumber; readonly receivedAt: string }
  /** Another arrival of the same bytes is being processed now. */
  | { readonly held: "byAnother"; readonly number: DeliveryNumber };

/** Who came by a leave to send one file. A file that came by none holds its own. */
export type LeaveClaim = { readonly held: "byUs" } | { readonly held: "byAnother"; readonly number: DeliveryNumber };

export interface DeliveryRegister {
  /** Finds the record of the arrival or makes it, with the next number of the year it was received in. */
  arrive(arrival: Arrival): Promise<DeliveryRecord>;
  /** Holds for this delivery the leave by which it was sent (`core/uploads.ts`), for ever, unless another holds it. Again: the same answer. */
  claimLeave(record: DeliveryRecord): Promise<LeaveClaim>;
  /** Holds the bytes for this delivery, unless they were accepted before or another delivery holds them. Again: the same answer. */
  claimContent(record: DeliveryRecord, sha256: Sha256): Promise<ContentClaim>;
  /** Lets go of the bytes: `accepted` for ever, otherwise free to be delivered again. Does nothing when another holds them. */
  releaseContent(record: DeliveryRecord, sha256: Sha256, accepted: boolean): Promise<void>;
  /** received → claimed. */
  markClaimed(record: DeliveryRecord, sha256: Sha256, at: string): Promise<void>;
  /** → finished, with the result. Again: nothing. */
  finish(record: DeliveryRecord, result: DeliveryResult, at: string): Promise<void>;
  find(body: BodyCode, arrival: Pick<Arrival, "key" | "versionId">): Promise<DeliveryRecord | undefined>;
  /** All deliveries of a body, newest number first. */
  list(body: BodyCode): Promise<readonly DeliveryRecord[]>;
}

/** A report as the register keeps it: who it is of, where its packed item lies, and what happened to it. */
export interface ReportKey {
  readonly body: BodyCode;
  readonly reference: string;
  readonly label: string;
}

export interface ReportChange extends ReportKey {
  /** Revision that the checks saw; the change applies to that one only. 0: there is none yet. */
  readonly knownRevision: number;
  readonly state: "active" | "withdrawn";
  readonly contentHash: string;
  /** Absent when withdrawn, and when the delivery brought trends alone: then the scores stay as they are. */
  readonly packed?: PackedReport;
  /** Where `packed` is absent and the report active: the trends that replace those it had. Else those of `packed` count. */
  readonly trends?: readonly PackedTrend[];
  readonly outcome: "new" | "replaced" | "withdrawn";
  readonly delivery: DeliveryNumber;
  /** ISO 8601 */
  readonly receivedAt: string;
}

export interface ReportRegister {
  /**
   * Makes the change once: the record of the report with its history, then its packed item in its shard. Again by the same
   * delivery: completes what was left undone. Throws `StaleHistory` when another delivery changed the report meanwhile.
   */
  apply(change: ReportChange): Promise<void>;
  /** What is known of the reports, each asked once, leaving out what `delivery` itself did. Unknown ones are absent. */
  known(keys: readonly ReportKey[], delivery?: DeliveryNumber): Promise<ReadonlyMap<string, KnownReport>>;
  /** Active reports of the organisation under the label whose scores `delivery` did not bring itself, by any body, in no order. */
  tests(organisation: OrganisationId, label: string, delivery?: DeliveryNumber): Promise<readonly KnownTest[]>;
  /** All packed reports of a shard. */
  shard(shard: number): Promise<readonly PackedReport[]>;
  /** Moves packed reports whose organisation has another id now (merger, registration) to where they belong. Gives how many. */
  alignOrganisations(catalogue: Catalogue): Promise<number>;
}

/** Key of a report in the answer of `known`. */
export const reportKey = (reference: string, label: string): string => `${label}\n${reference}`;

/** What figures were made from: when all of it is the same, the figures are. */
export interface ScoringBasis {
  /** Goes up with every change of a report. */
  readonly change: number;
  readonly catalogueVersion: string;
  readonly codeVersion: string;
  /** `jjjj-mm-dd` */
  readonly referenceDate: string;
}

export interface ScoringRegister {
  /** A report was changed: figures made before are out of date. */
  noteChange(): Promise<void>;
  change(): Promise<number>;
  /** Catalogue version for which the packed reports were last aligned. */
  alignedWith(): Promise<string | undefined>;
  noteAligned(catalogueVersion: string): Promise<void>;
  published(): Promise<(ScoringBasis & { readonly run: string }) | undefined>;
  notePublished(run: string, basis: ScoringBasis): Promise<void>;
}

export interface CatalogueStore {
  /** The catalogue in force. Throws `InvalidCatalogue`. */
  current(): Promise<Catalogue>;
  /** Exactly that version, for runs that must rest on one. */
  version(version: string): Promise<Catalogue>;
}

/** What the malware scan says of a file. `unscannable`: it could not look inside, or did not get so far. */
export type ScanVerdict = "clean" | "infected" | "unscannable";

export interface MalwareScan {
  /** What was found in exactly that version. Throws `NotScannedYet`. */
  verdict(arrival: Pick<Arrival, "key" | "versionId">): Promise<ScanVerdict>;
}

/** Objects by key: whole reports, work between steps, receipts, figures. */
export interface ObjectStore {
  /** Bytes in order. Throws `BrokenInvariant` when there is no such object. */
  open(key: string, versionId?: string): Promise<AsyncIterable<Uint8Array>>;
  read(key: string): Promise<Uint8Array>;
  /** Undefined when there is no such object. */
  find(key: string): Promise<Uint8Array | undefined>;
  write(key: string, content: Uint8Array | string, contentType: string): Promise<void>;
  /** Writes what `produce` hands over, piece by piece; nothing is visible before all of it is there. */
  stream(key: string, contentType: string, produce: (write: (chunk: Uint8Array) => void) => Promise<void>): Promise<void>;
}
