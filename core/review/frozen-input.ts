import { parseIsoDay } from "../calendar.ts";
import type { Decision, DecisionRegister } from "../decisions.ts";
import { BrokenInvariant } from "../faults.ts";
import type { CatalogueStore, ObjectStore, ReportRegister, ScoringRegister } from "../ports.ts";
import { type ViewThresholds, viewThresholds } from "../relevance/thresholds.ts";
import { alignOrganisations } from "../scoring/align-organisations.ts";
import { compareCodePoints } from "../scoring/code-points.ts";
import { SHARDS } from "../scoring/shard.ts";
import type { PackedReport } from "../scoring/types.ts";
import { previousReview, type Review, type ReviewRegister, type ReviewStart } from "./review.ts";
import { dossierKey, type FrozenFolder, frozenDecisionsKey, frozenInputKey, frozenShardKey } from "./review-objects.ts";

/** An object with the SHA-256 of its bytes, lower-case hexadecimal. */
export interface FrozenObject {
  readonly key: string;
  readonly sha256: string;
}

/** Everything that a review rests on. With the objects that it names, it gives the same dossier for ever. */
export interface FrozenInput {
  readonly review: string;
  readonly label: string;
  /** `jjjj-mm-dd` */
  readonly referenceDate: string;
  readonly catalogueVersion: string;
  /** Of the program that fixed it. */
  readonly codeVersion: string;
  readonly thresholds: ViewThresholds;
  /** State of the register of reports when the first shard was read. */
  readonly change: number;
  /** Packed reports of all labels up to the reference date (a combined audit lends judgements), in canonical order. */
  readonly shards: readonly (FrozenObject & { readonly shard: number; readonly reports: number })[];
  /** Reports that were there, and are of a later day. */
  readonly laterReports: number;
  /** What had been decided about norms of the label. */
  readonly decisions: FrozenObject;
  /** The review that this one is compared with; null: it is the first. */
  readonly previous: (FrozenObject & Pick<Review, "id" | "referenceDate">) | null;
}

export interface FreezePorts {
  readonly reviews: ReviewRegister;
  readonly reports: ReportRegister;
  readonly scoring: ScoringRegister;
  readonly catalogues: CatalogueStore;
  readonly decisions: DecisionRegister;
  /** Of the figures. */
  readonly store: ObjectStore;
  /** SHA-256, lower-case hexadecimal. */
  fingerprint(content: Uint8Array): string;
}

/**
 * Fixes what a review rests on. Again by the same execution: the input that was fixed the first time, so that a review that failed halfway and is
 * taken up a week later is still about the same reports. `exists`: the review is another execution's, or is there already.
 *
 * @throws BrokenInvariant for a label that the catalogue does not have, or a reference date that is no day.
 */
export async function freezeInput(
  ports: FreezePorts,
  { codeVersion, ...start }: ReviewStart & { readonly codeVersion: string },
): Promise<"frozen" | "exists"> {
  const { reviews, scoring, catalogues, store } = ports;
  const { id, label, referenceDate } = start;
  const catalogue = await catalogues.current();
  const referenceDay = parseIsoDay(referenceDate);
  if (referenceDay === undefined) throw new BrokenInvariant(`reference date ${referenceDate}`);
  if (!catalogue.frameworks.some((framework) => framework.label === label))
    throw new BrokenInvariant(`the catalogue has no label ${label}`);
  if ((await reviews.begin(start)) === "exists") return "exists";
  if (await store.find(frozenInputKey(id))) return "frozen";
  await alignOrganisations(ports, catalogue);
  const change = await scoring.change();
  const folder = { review: id, execution: start.execution };
  const { shards, laterReports } = await freezeShards(ports, folder, referenceDay);
  const input: FrozenInput = {
    review: id,
    label,
    referenceDate,
    catalogueVersion: catalogue.version,
    codeVersion,
    thresholds: viewThresholds,
    change,
    shards,
    laterReports,
    decisions: await freezeDecisions(ports, folder, label),
    previous: await previousOf(ports, start),
  };
  // Another execution took it over meanwhile: what that one fixes counts.
  if ((await reviews.find(id))?.execution !== start.execution) return "exists";
  // Last: an input without its manifest is not fixed yet.
  await store.write(frozenInputKey(id), JSON.stringify(input), JSON_TYPE);
  return "frozen";
}

const JSON_TYPE = "application/json";

async function freezeShards(ports: FreezePorts, folder: FrozenFolder, referenceDay: number) {
  const shards: FrozenInput["shards"][number][] = [];
  let laterReports = 0;
  for (let shard = 0; shard < SHARDS; shard++) {
    const all = await ports.reports.shard(shard);
    const reports = all.filter(({ day }) => day <= referenceDay).sort(canonically);
    laterReports += all.length - reports.length;
    shards.push({ shard, reports: reports.length, ...(await freeze(ports, frozenShardKey(folder, shard), reports)) });
  }
  return { shards, laterReports };
}

/** Those about norms of the label: an address begins with it. */
async function freezeDecisions(ports: FreezePorts, folder: FrozenFolder, label: string): Promise<FrozenObject> {
  const decisions = (await ports.decisions.list()).filter(({ norm }) => norm.startsWith(`${encodeURIComponent(label)}/`));
  return freeze(ports, frozenDecisionsKey(folder), decisions);
}

async function freeze({ store, fingerprint }: FreezePorts, key: string, content: readonly object[]): Promise<FrozenObject> {
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  await store.write(key, bytes, JSON_TYPE);
  return { key, sha256: fingerprint(bytes) };
}

async function previousOf({ reviews, store, fingerprint }: FreezePorts, start: ReviewStart): Promise<FrozenInput["previous"]> {
  const previous = previousReview(await reviews.list(), start);
  if (!previous) return null;
  const key = dossierKey(previous.id, "json");
  return { id: previous.id, referenceDate: previous.referenceDate, key, sha256: fingerprint(await store.read(key)) };
}

const canonically = (a: PackedReport, b: PackedReport): number =>
  a.day - b.day ||
  compareCodePoints(a.reference, b.reference) ||
  compareCodePoints(a.body, b.body) ||
  compareCodePoints(a.framework, b.framework);

/** The input of a review. @throws BrokenInvariant when it was not fixed. */
export const readFrozenInput = async (store: ObjectStore, review: string): Promise<FrozenInput> =>
  parse(await store.read(frozenInputKey(review)));

/** What stands in a frozen object. @throws BrokenInvariant when it is not what was frozen. */
export async function readFrozen<T>(
  { store, fingerprint }: Pick<FreezePorts, "store" | "fingerprint">,
  { key, sha256 }: FrozenObject,
): Promise<T> {
  const bytes = await store.read(key);
  if (fingerprint(bytes) !== sha256) throw new BrokenInvariant(`${key} is not what was frozen`);
  return parse(bytes);
}

export type FrozenReports = readonly PackedReport[];
export type FrozenDecisions = readonly Decision[];

const parse = <T>(bytes: Uint8Array): T => JSON.parse(new TextDecoder().decode(bytes)) as T;
