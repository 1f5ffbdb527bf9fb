/** What goes into and comes out of every task of the state machines. The state machine files are tested against these shapes. */
import * as z from "zod";

export interface Contract<Input, Output> {
  /** Folder of the function in `functions/`. */
  readonly name: string;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
}

const contract = <I extends z.ZodType, O extends z.ZodType>(name: string, input: I, output: O): Contract<z.infer<I>, z.infer<O>> =>
  ({ name, input, output }) as Contract<z.infer<I>, z.infer<O>>;

const count = z.number().int().min(0);
const isoDate = z.iso.date();

/** The event that S3 gives when a file arrived, as EventBridge passes it on: whole, since a template would break on a name with a quote in it. */
const arrived = z.object({
  /** ISO 8601 */
  time: z.string(),
  detail: z.object({
    object: z.object({ key: z.string().min(1), "version-id": z.string().min(1), size: count }),
  }),
});
export type ObjectCreated = z.infer<typeof arrived>;

/** A delivery between the steps: what the next step needs to find everything else. */
const delivery = z.object({
  number: z.string(),
  body: z.string(),
  file: z.string(),
  key: z.string(),
  versionId: z.string(),
  receivedAt: z.string(),
  sha256: z.string(),
});

/** A delivery whose bytes are not known if the malware scan did not let anybody read them. */
const arrivedDelivery = delivery.extend({ sha256: z.string().nullable() });

/** `infected`, `unscannable`: the malware scan withholds the file. `leaveUsed`: the leave by which it was sent was for another. Nothing of ours reads it. */
const withheld = ["infected", "unscannable", "leaveUsed"] as const;

export const claimDelivery = contract(
  "claim-delivery",
  arrived,
  z.object({
    /** `finished`: this very arrival was processed before. `unchanged`: the same bytes were accepted before. */
    outcome: z.enum(["claimed", "unchanged", "finished", ...withheld]),
    delivery: arrivedDelivery,
  }),
);

export const checkDelivery = contract(
  "check-delivery",
  delivery,
  z.object({
    status: z.enum(["accepted", "partlyAccepted", "rejected"]),
    /** Reports that bring a change to the register: new, replaced, withdrawn. */
    changes: count,
    errors: count,
    warnings: count,
  }),
);

export const acceptReports = contract("accept-reports", delivery, z.object({ applied: count }));

export const writeReceipt = contract(
  "write-receipt",
  z.object({ outcome: z.enum(["claimed", "unchanged", ...withheld]), delivery: arrivedDelivery }),
  z.object({
    number: z.string(),
    status: z.enum(["accepted", "partlyAccepted", "rejected", "unchanged"]),
    receiptKey: z.string(),
    /** For the message to the policy staff: subject (fewer than 100 characters, as SNS asks) and text, in Dutch. */
    subject: z.string().max(99),
    message: z.string(),
  }),
);

/** An object and the SHA-256 of its bytes. */
const frozen = z.object({ key: z.string(), sha256: z.string() });

const shard = z.object({
  run: z.string(),
  referenceDate: isoDate,
  catalogueVersion: z.string(),
  shard: count,
  /** The reports to score, for a review; absent: those that the register has now. */
  frozen: frozen.optional(),
});

const run = z.object({
  run: z.string(),
  referenceDate: isoDate,
  catalogueVersion: z.string(),
  /** State of the register that the run rests on. */
  change: count,
  shards: z.array(shard),
  /** The review that the run is for: its scores are not published. */
  review: z.string().optional(),
});

export const planShards = contract(
  "plan-shards",
  z.object({ referenceDate: isoDate.nullish(), force: z.boolean().optional(), review: z.string().optional() }),
  /** `unchanged`: the published figures rest on exactly the same; nothing has to be done. */
  z.object({ outcome: z.enum(["planned", "unchanged"]), run }),
);

export const scoreShard = contract("score-shard", shard, z.object({ shard: count, reports: count, key: z.string() }));

export const mergeScores = contract(
  "merge-scores",
  z.object({ run, scored: z.array(z.object({ shard: count, reports: count, key: z.string() })) }),
  z.object({ key: z.string(), reports: count }),
);

export const publishFigures = contract(
  "publish-figures",
  z.object({ run, merged: z.object({ key: z.string(), reports: count }) }),
  /** `outdated`: figures of a later state of the register are published; nothing was done. */
  z.union([
    z.object({ outcome: z.literal("published"), published: z.string(), files: z.array(z.string()), neverMet: count }),
    z.object({ outcome: z.literal("outdated") }),
  ]),
);

/** Who asked for a review in the portal, by the ids that the portal knows; a schedule says when instead. */
export const reviewRequest = z.object({
  label: z.string().min(1),
  /** Absent: the yearly one that was complete when it was scheduled. */
  referenceDate: isoDate.optional(),
  /** ISO 8601 */
  scheduledAt: z.string().optional(),
  requestedBy: z.object({ id: z.string(), name: z.string() }).optional(),
  /** Carry on with what an execution that failed began. */
  takeOver: z.boolean().optional(),
});
export type ReviewRequest = z.infer<typeof reviewRequest>;

export const freezeReview = contract(
  "freeze-review",
  z.object({ request: reviewRequest, execution: z.string() }),
  /** `exists`: another execution prepares it, or it is open or closed; nothing has to be done. */
  z.object({ outcome: z.enum(["frozen", "exists"]), review: z.string() }),
);

export const judgeReview = contract(
  "judge-review",
  z.object({ review: z.string(), scored: z.object({ key: z.string(), reports: count }) }),
  /** `wasOpen`: another execution opened it; nothing was done. */
  z.object({ outcome: z.enum(["judged", "wasOpen"]) }),
);

export const publishDossier = contract(
  "publish-dossier",
  z.object({ review: z.string() }),
  z.union([
    z.object({ outcome: z.literal("opened"), subject: z.string().max(99), message: z.string() }),
    z.object({ outcome: z.literal("wasOpen") }),
  ]),
);

/** Started by a schedule, every day; what it is told does not matter. */
export const tendReviews = contract("tend-reviews", z.object({}), z.object({ closed: z.array(z.string()) }));

/** Started by a schedule, by no state machine: what the schedule says is of no matter. */
export const sendNotifications = contract(
  "send-notifications",
  z.object({}),
  z.discriminatedUnion("outcome", [
    z.object({ outcome: z.literal("noSender") }),
    z.object({
      outcome: z.literal("done"),
      digest: z.enum(["told", "finished", "nothingNew"]),
      reminded: count,
      unreachable: count,
      sent: count,
      refused: count,
      withheld: count,
    }),
  ]),
);

/** Of the functions that are tasks of a state machine. */
export const contracts = [
  claimDelivery,
  checkDelivery,
  acceptReports,
  writeReceipt,
  planShards,
  scoreShard,
  mergeScores,
  publishFigures,
  freezeReview,
  judgeReview,
  publishDossier,
] as const;
