import type { Access } from "./access.ts";

/** Everything that differs between the functions. What they have in common is `constructs/task-function.ts`. */
export interface TaskFunctionSettings {
  /** Folder in `functions/`. */
  readonly name: string;
  /** MB. Lambda gives CPU in proportion: 1 769 MB is one whole CPU, and more does not make a single thread faster. */
  readonly memory: number;
  /** Seconds. A call that takes longer is broken, not busy. */
  readonly timeout: number;
  readonly access: readonly Access[];
  /** MB of temporary disk, where more than Lambda's 512 MB. */
  readonly disk?: number;
  /** Carries the worker in which workbooks are read. */
  readonly readsWorkbooks?: boolean;
  /** What it means for a person when this function takes too long. */
  readonly failureMeans: string;
}

/** Memory of what computes or reads files: one CPU. Below it a file of a million rows takes longer and costs the same. */
const ONE_CPU = 1769;

/** Disk of what spools: a file of 220 MB on its way in and on its way out, and what a call that was killed left behind. */
const ROOM_FOR_TWO_FILES = 1024;

/** Exactly the version of the file that arrived: what was checked is what gets the receipt, also when it is overwritten meanwhile. */
const readArrival: Access = { to: "deliveries", may: ["GetObjectVersion"] };
/** The catalogue in force. Whether one was ever published is told apart from "forbidden" by ListBucket. */
const readCatalogueInForce: Access = { to: "catalogue", may: ["GetObject", "ListBucket"] };
/** Exactly the version that the run was planned with. */
const readCatalogueVersion: Access = { to: "catalogue", may: ["GetObject"], under: "versions/" };

/** The reports that were fixed for a review. */
const readFrozenInput: Access = { to: "figures", may: ["GetObject"], under: "reviews/" };

const ingest = [
  {
    name: "claim-delivery",
    // Streams the file once for its SHA-256: bound by the network, not by memory.
    memory: 1024,
    // 220 MB, the largest file we promise to take, at the 30 MB/s of a bad day is 8 s.
    timeout: 60,
    access: [
      readArrival,
      // What the malware scan said, of exactly the version that arrived.
      { to: "deliveries", may: ["GetObjectVersionTagging"] },
      { to: "table", may: ["GetItem", "PutItem", "UpdateItem"], partitions: ["DELIVERIES#*"] },
      { to: "table", may: ["GetItem", "PutItem"], partitions: ["CONTENT#*"] },
      { to: "table", may: ["UpdateItem"], partitions: ["COUNTER"] },
    ],
    failureMeans: "Large deliveries soon fail at their first step: a certifying body gets no number and no receipt.",
  },
  {
    name: "check-delivery",
    memory: ONE_CPU,
    // A million rows takes about 10 s; the rest is room for a workbook that has to be unzipped and for a slow history.
    timeout: 300,
    access: [
      readArrival,
      readCatalogueInForce,
      { to: "work", may: ["PutObject"] },
      { to: "table", may: ["BatchGetItem"], partitions: ["REPORT#*"] },
      { to: "table", may: ["Query"], partitions: ["SHARD#*"] },
    ],
    disk: ROOM_FOR_TWO_FILES,
    readsWorkbooks: true,
    failureMeans: "Large deliveries soon fail while they are checked: a certifying body waits for a receipt that does not come.",
  },
  {
    name: "accept-reports",
    memory: 1024,
    // A delivery of a million rows holds about 20 000 reports of four small writes each, many at a time: minutes.
    timeout: 900,
    access: [
      // It asks whether a delivery has explanations at all: hence ListBucket.
      { to: "work", may: ["GetObject", "ListBucket"] },
      { to: "reports", may: ["PutObject"] },
      { to: "table", may: ["GetItem", "PutItem"], partitions: ["REPORT#*"] },
      // Trends alone are put into the packed report that is there, by an update; who comes too late looks what is there.
      { to: "table", may: ["PutItem", "UpdateItem", "GetItem", "DeleteItem"], partitions: ["SHARD#*"] },
      { to: "table", may: ["UpdateItem"], partitions: ["SCORING"] },
    ],
    failureMeans: "A delivery may soon stop halfway: some of its reports count in the figures and the certifying body has no receipt.",
  },
  {
    name: "write-receipt",
    memory: ONE_CPU,
    // Reads the file a second time and writes it back as a workbook with remarks.
    timeout: 300,
    access: [
      readArrival,
      { to: "work", may: ["GetObject"] },
      { to: "receipts", may: ["PutObject"] },
      { to: "table", may: ["GetItem", "UpdateItem"], partitions: ["DELIVERIES#*"] },
      // For a file that was accepted before it asks who holds the bytes, by trying to hold them.
      { to: "table", may: ["GetItem", "PutItem", "UpdateItem"], partitions: ["CONTENT#*"] },
    ],
    disk: ROOM_FOR_TWO_FILES,
    readsWorkbooks: true,
    failureMeans: "Receipts of large deliveries soon fail: reports are accepted, but the certifying body does not hear it.",
  },
] as const satisfies readonly TaskFunctionSettings[];

const scoring = [
  {
    name: "plan-shards",
    memory: 1024,
    // Usually a few reads. After a merger of organisations it moves their reports, which takes a minute for thousands.
    timeout: 300,
    access: [
      readCatalogueInForce,
      // A report that was corrected while it was being moved is read again.
      { to: "table", may: ["Query", "GetItem", "PutItem", "DeleteItem"], partitions: ["SHARD#*"] },
      { to: "table", may: ["UpdateItem"], partitions: ["REPORT#*"] },
      { to: "table", may: ["GetItem", "PutItem"], partitions: ["SCORING"] },
      readFrozenInput,
    ],
    failureMeans: "The figures soon stop being renewed: policy staff look at an older state without knowing.",
  },
  {
    name: "score-shard",
    memory: ONE_CPU,
    // A sixteenth of 120 000 reports is 7.5 MB from the table, eight pages: seconds.
    timeout: 120,
    access: [
      readCatalogueVersion,
      { to: "table", may: ["Query"], partitions: ["SHARD#*"] },
      { to: "figures", may: ["PutObject"], under: "runs/" },
      readFrozenInput,
    ],
    failureMeans: "The figures soon stop being renewed: there are too many reports per shard, so raise the number of shards.",
  },
  {
    name: "merge-scores",
    memory: ONE_CPU,
    timeout: 120,
    access: [{ to: "figures", may: ["GetObject", "PutObject"], under: "runs/" }],
    failureMeans: "The figures soon stop being renewed: policy staff look at an older state without knowing.",
  },
  {
    name: "publish-figures",
    memory: ONE_CPU,
    timeout: 120,
    access: [
      readCatalogueVersion,
      { to: "figures", may: ["GetObject"], under: "runs/" },
      { to: "figures", may: ["PutObject"], under: "published/" },
      { to: "table", may: ["GetItem", "PutItem"], partitions: ["SCORING"] },
    ],
    failureMeans: "New figures are computed but soon no longer published: policy staff look at an older state without knowing.",
  },
] as const satisfies readonly TaskFunctionSettings[];

const review = [
  {
    name: "freeze-review",
    memory: ONE_CPU,
    // Reads every packed report, 120 MB of 120 000, one shard after another, and writes it back.
    timeout: 300,
    access: [
      readCatalogueInForce,
      { to: "table", may: ["GetItem", "PutItem", "UpdateItem", "Query"], partitions: ["REVIEWS"] },
      { to: "table", may: ["Query", "GetItem", "PutItem", "DeleteItem"], partitions: ["SHARD#*"] },
      { to: "table", may: ["UpdateItem"], partitions: ["REPORT#*"] },
      { to: "table", may: ["GetItem", "PutItem"], partitions: ["SCORING"] },
      { to: "table", may: ["Query"], partitions: ["DECISIONS"] },
      // Whether the input was fixed before: absent is an answer.
      { to: "figures", may: ["GetObject", "PutObject", "ListBucket"], under: "reviews/" },
    ],
    failureMeans: "A relevance review soon cannot be made any more: the committee has nothing to decide on.",
  },
  {
    name: "judge-review",
    memory: ONE_CPU,
    // The signals of all views at every yearly reference date: seconds for a million scores.
    timeout: 300,
    access: [
      readCatalogueVersion,
      { to: "figures", may: ["GetObject"], under: "runs/" },
      // Is it still being prepared?
      { to: "table", may: ["GetItem"], partitions: ["REVIEWS"] },
      { to: "figures", may: ["GetObject", "PutObject"], under: "reviews/" },
    ],
    failureMeans: "A relevance review soon cannot be judged any more: the committee has nothing to decide on.",
  },
  {
    name: "publish-dossier",
    memory: ONE_CPU,
    timeout: 60,
    access: [
      { to: "figures", may: ["GetObject", "PutObject"], under: "reviews/" },
      { to: "table", may: ["GetItem", "UpdateItem"], partitions: ["REVIEWS"] },
    ],
    failureMeans: "A relevance review is judged and soon cannot be opened: the committee has nothing to decide on.",
  },
  {
    name: "tend-reviews",
    memory: 1024,
    timeout: 60,
    access: [
      // There is one: without it there would be no review to look after.
      { to: "catalogue", may: ["GetObject"] },
      { to: "table", may: ["Query", "UpdateItem"], partitions: ["REVIEWS"] },
      { to: "table", may: ["Query"], partitions: ["DECISIONS"] },
    ],
    failureMeans: "Relevance reviews whose last day has passed soon stay open.",
  },
] as const satisfies readonly TaskFunctionSettings[];

/** Tells people what there is to tell; started by a schedule, by no state machine. */
export const notificationFunction = {
  name: "send-notifications",
  // Counts who is due from the merged scores of all labels.
  memory: ONE_CPU,
  // Tens of mails of a tenth of a second each, and of the time that SES asks to wait. `HELD_MINUTES` in core/notifications/rules.ts is longer.
  timeout: 300,
  access: [
    // Before the first publication there is none: absent is an answer, hence ListBucket.
    { to: "figures", may: ["GetObject", "ListBucket"], under: "published/" },
    // The version that the figures rest on lies beside it.
    readCatalogueInForce,
    { to: "table", may: ["Query"], partitions: ["DELIVERIES#*"] },
    // Of open reviews the committee is reminded.
    { to: "table", may: ["Query"], partitions: ["REVIEWS"] },
    { to: "table", may: ["Query"], partitions: ["DECISIONS"] },
    { to: "table", may: ["Query", "GetItem", "PutItem", "UpdateItem"], partitions: ["MAILS#*"] },
    { to: "table", may: ["Query", "GetItem", "PutItem"], partitions: ["NOTIFIED"] },
    { to: "table", may: ["GetItem"], partitions: ["MAILCHOICES"] },
    { to: "table", may: ["GetItem", "PutItem"], partitions: ["MAILKEY"] },
  ],
  failureMeans: "Messages soon stop halfway: some people hear of a new signal or of a test that is due, others not until the next day.",
} as const satisfies TaskFunctionSettings;

/** Whatever is bundled for Lambda. */
export type BundleName = FunctionName | typeof notificationFunction.name | "portal";

export type FunctionName = (typeof ingest)[number]["name"] | (typeof scoring)[number]["name"] | (typeof review)[number]["name"];

export const taskFunctions: readonly (TaskFunctionSettings & { readonly name: FunctionName })[] = [...ingest, ...scoring, ...review];

/** The functions whose code decides what the figures are, or what they are called by: they are told their version. */
export const scoringFunctions: readonly FunctionName[] = [...scoring, review[0], review[1]].map(({ name }) => name);
