/**
 * Reports in the table.
 *   pk REPORT#<body>  sk <label>#<reference>                          the record: revision, state, history, where it is packed
 *   pk SHARD#<nn>     sk <label>#<organisation>#<body>#<reference>    the packed report, overwritten by a correction
 * The record is written first and on condition of the revision; the packed item follows from it. A crash in between is mended
 * by the retry of the same delivery, which finds its own revision in the record and goes on from there. A delivery of trends alone
 * is a revision that leaves the scores to the delivery that brought them: that one still completes them when it was late.
 */
import { BatchGetCommand, DeleteCommand, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { amsterdamDay } from "../../../core/calendar.ts";
import { currentOrganisation } from "../../../core/catalogue/organisations.ts";
import { BrokenInvariant, ServiceUnavailable, StaleHistory } from "../../../core/faults.ts";
import type { FrameworkKey, OrganisationId } from "../../../core/ids.ts";
import type { KnownReport } from "../../../core/intake/types.ts";
import { type ReportChange, type ReportKey, type ReportRegister, reportKey } from "../../../core/ports.ts";
import { SHARDS, shardOf } from "../../../core/scoring/shard.ts";
import type { PackedReport, PackedTrend } from "../../../core/scoring/types.ts";
import { held, queryAll, type Table } from "./client.ts";

interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** State of a report after one revision. */
export interface Revision {
  readonly revision: number;
  readonly state: "active" | "withdrawn";
  readonly contentHash: string;
  readonly organisation: OrganisationId;
  readonly framework: FrameworkKey;
  /** Of its scores, so that the other label of a combined audit can be checked against it. */
  readonly audit?: KnownReport["audit"];
  readonly delivery: string;
  readonly receivedAt: string;
  /** Where its packed item lies; null when withdrawn. */
  readonly packedAt: ItemKey | null;
  /** The revision that brought its scores, or withdrew them: an earlier one when this one brought trends alone. */
  readonly scores: { readonly revision: number; readonly delivery: string; readonly replacedAt: ItemKey | null };
}

interface ReportItem extends Revision, ItemKey {
  /** The revision before this one, so that a delivery can be checked again as if it had not come yet. */
  readonly previous: Revision | null;
  /** One line per revision, oldest first. */
  readonly history: readonly { readonly revision: number; readonly outcome: string; readonly delivery: string; readonly at: string }[];
}

interface PackedItem extends ItemKey {
  /** Of its scores or its trends, whichever came last. */
  readonly revision: number;
  /** That brought its scores. */
  readonly delivery: string;
  readonly report: PackedReport;
}

export function reportRegister(table: Table): ReportRegister {
  const { client, name: TableName } = table;

  async function record(key: ReportKey): Promise<ReportItem | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName, ConsistentRead: true, Key: recordKey(key) }));
    return Item as ReportItem | undefined;
  }

  /** Writes the record on condition of the revision that was checked. Gives the record as it stands when this delivery wrote it. */
  async function revise(change: ReportChange): Promise<ReportItem> {
    // Most reports are new: they need no look at what is there, as the condition says whether something is.
    const first = change.knownRevision === 0 && change.packed ? revised(change, undefined) : undefined;
    if (first && (await putRecord(first, 0))) return first;
    const before = await record(change);
    if (before?.history.some((line) => line.delivery === change.delivery)) return before;
    if ((before?.revision ?? 0) !== change.knownRevision) throw stale(change);
    const item = revised(change, before);
    if (!(await putRecord(item, change.knownRevision))) throw stale(change);
    return item;
  }

  /** False when the table holds another revision than the known one. */
  const putRecord = (item: ReportItem, known: number): Promise<boolean> =>
    held(
      client.send(
        new PutCommand({
          TableName,
          Item: item,
          ConditionExpression: "attribute_not_exists(pk) OR revision = :known",
          ExpressionAttributeValues: { ":known": known },
        }),
      ),
    );

  async function putPacked(at: ItemKey, item: Omit<PackedItem, keyof ItemKey>): Promise<void> {
    await held(
      client.send(
        new PutCommand({
          TableName,
          Item: { ...at, ...item },
          ConditionExpression: "attribute_not_exists(pk) OR revision <= :revision",
          ExpressionAttributeValues: { ":revision": item.revision },
        }),
      ),
    );
  }

  /** First the copy, then the record, then away with the old one: whatever happens in between, the report is there. */
  async function move(item: PackedItem, organisation: OrganisationId): Promise<void> {
    const report = { ...item.report, organisation };
    const to = packedKey(report);
    await putPacked(to, { revision: item.revision, delivery: item.delivery, report });
    await held(
      client.send(
        new UpdateCommand({
          TableName,
          Key: recordKey({ body: report.body, reference: report.reference, label: labelOf(report.framework) }),
          UpdateExpression: "SET packedAt = :to, organisation = :organisation",
          // Its place and not its revision: a delivery of trends alone raises the revision and leaves the place.
          ConditionExpression: "packedAt.pk = :pk AND packedAt.sk = :sk",
          ExpressionAttributeValues: { ":to": to, ":organisation": organisation, ":pk": item.pk, ":sk": item.sk },
        }),
      ),
    );
    if (await removePacked(item, item.revision)) return;
    // It was corrected meanwhile, still in its old place: that revision has to move too.
    const { Item } = await client.send(new GetCommand({ TableName, ConsistentRead: true, Key: { pk: item.pk, sk: item.sk } }));
    if (Item) await move(Item as PackedItem, organisation);
  }

  /** Gives the revision of the packed item after it was tried to put these trends in; undefined when there is no item. */
  async function putTrends(at: ItemKey, trends: readonly PackedTrend[], revision: number): Promise<number | undefined> {
    const isPut = await held(
      client.send(
        new UpdateCommand({
          TableName,
          Key: { pk: at.pk, sk: at.sk },
          // Not its delivery: that is who brought the scores.
          UpdateExpression: "SET #report.trends = :trends, revision = :revision",
          ConditionExpression: "attribute_exists(pk) AND revision <= :revision",
          ExpressionAttributeNames: { "#report": "report" },
          ExpressionAttributeValues: { ":trends": trends, ":revision": revision },
        }),
      ),
    );
    if (isPut) return revision;
    const { Item } = await client.send(new GetCommand({ TableName, ConsistentRead: true, Key: { pk: at.pk, sk: at.sk } }));
    return (Item as PackedItem | undefined)?.revision;
  }

  /** False when the item is of a later revision, and so stays. */
  async function removePacked(at: ItemKey, upToRevision: number): Promise<boolean> {
    return held(
      client.send(
        new DeleteCommand({
          TableName,
          Key: { pk: at.pk, sk: at.sk },
          ConditionExpression: "attribute_not_exists(pk) OR revision <= :revision",
          ExpressionAttributeValues: { ":revision": upToRevision },
        }),
      ),
    );
  }

  async function completeScores(change: ReportChange, { packedAt, scores }: ReportItem): Promise<void> {
    if (scores.delivery !== change.delivery) return; // a later delivery has brought other scores since
    const { revision, replacedAt } = scores;
    if (packedAt && change.packed) await putPacked(packedAt, { revision, delivery: change.delivery, report: change.packed });
    if (replacedAt && !sameKey(replacedAt, packedAt)) await removePacked(replacedAt, revision);
  }

  async function completeTrends(change: ReportChange, now: ReportItem): Promise<void> {
    if (now.delivery !== change.delivery || !now.packedAt) return; // a later delivery has revised the report since
    const found = await putTrends(now.packedAt, change.trends ?? [], now.revision);
    if (found !== undefined) return;
    // Its scores are on their way: the delivery that brought them has not completed, or an alignment is moving them.
    throw new ServiceUnavailable(`the packed report of revision ${now.scores.revision} is not there yet`);
  }

  return {
    async apply(change) {
      const now = await revise(change);
      if (bringsTrendsAlone(change)) await completeTrends(change, now);
      else await completeScores(change, now);
    },

    async known(keys, delivery) {
      const found = new Map<string, KnownReport>();
      for (let at = 0; at < keys.length; at += BATCH) {
        for (const item of await batch(table, keys.slice(at, at + BATCH).map(recordKey))) {
          const [label = "", ...rest] = item.sk.split("#");
          const revision = item.delivery === delivery ? item.previous : item;
          if (revision) found.set(reportKey(rest.join("#"), label), knownFrom(revision));
        }
      }
      return found;
    },

    async tests(organisation, label, delivery) {
      const items = await queryAll<PackedItem>(table, {
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
        ExpressionAttributeValues: { ":pk": shardKey(shardOf(organisation)), ":prefix": `${label}#${organisation}#` },
      });
      return items
        .filter((item) => item.delivery !== delivery)
        .map(({ report: { body, reference, day, kind } }) => ({ body, reference, day, kind }));
    },

    async shard(shard) {
      const items = await queryAll<PackedItem>(table, {
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": shardKey(shard) },
      });
      return items.map((item) => item.report);
    },

    async alignOrganisations(catalogue) {
      let moved = 0;
      for (let shard = 0; shard < SHARDS; shard++) {
        const items = await queryAll<PackedItem>(table, {
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": shardKey(shard) },
        });
        for (const item of items) {
          const organisation = currentOrganisation(catalogue, item.report.organisation);
          if (organisation === item.report.organisation) continue;
          await move(item, organisation);
          moved++;
        }
      }
      return moved;
    },
  };
}

/** DynamoDB reads at most 100 items in one batch. */
const BATCH = 100;
/** Unprocessed keys are asked again at most this often: a table that cannot answer then is not available. */
const BATCH_ROUNDS = 8;

async function batch(table: Table, keys: readonly ItemKey[]): Promise<ReportItem[]> {
  const items: ReportItem[] = [];
  let open: Record<string, unknown>[] = keys.map((key) => ({ ...key }));
  for (let round = 0; open.length > 0; round++) {
    if (round === BATCH_ROUNDS) throw new ServiceUnavailable("the table left keys of a batch unread");
    const answer = await table.client.send(new BatchGetCommand({ RequestItems: { [table.name]: { Keys: open, ConsistentRead: true } } }));
    items.push(...((answer.Responses?.[table.name] ?? []) as ReportItem[]));
    open = answer.UnprocessedKeys?.[table.name]?.Keys ?? [];
  }
  return items;
}

function revised(change: ReportChange, before: ReportItem | undefined): ReportItem {
  const { packed } = change;
  const organisation = packed?.organisation ?? before?.organisation;
  const framework = packed?.framework ?? before?.framework;
  if (!organisation || !framework)
    throw new BrokenInvariant(`a report of ${change.body} under ${change.label} is withdrawn but was never there`);
  const revision = change.knownRevision + 1;
  const keeps = bringsTrendsAlone(change) ? before : undefined;
  const audit = packed ? { kvk: packed.kvk, day: packed.day, form: packed.form } : before?.audit;
  return {
    ...recordKey(change),
    revision,
    state: change.state,
    contentHash: change.contentHash,
    organisation,
    framework,
    ...(audit ? { audit } : {}),
    delivery: change.delivery,
    receivedAt: change.receivedAt,
    packedAt: keeps ? keeps.packedAt : packed ? packedKey(packed) : null,
    scores: keeps ? keeps.scores : { revision, delivery: change.delivery, replacedAt: before?.packedAt ?? null },
    previous: before ? revisionOf(before) : null,
    history: [...(before?.history ?? []), { revision, outcome: change.outcome, delivery: change.delivery, at: change.receivedAt }],
  };
}

/** A delivery of trends alone adds to a report: its scores stay as they are. */
const bringsTrendsAlone = (change: ReportChange): boolean => change.state === "active" && !change.packed;

const revisionOf = (item: ReportItem): Revision => ({
  revision: item.revision,
  state: item.state,
  contentHash: item.contentHash,
  organisation: item.organisation,
  framework: item.framework,
  ...(item.audit ? { audit: item.audit } : {}),
  delivery: item.delivery,
  receivedAt: item.receivedAt,
  packedAt: item.packedAt,
  scores: item.scores,
});

export const knownFrom = (revision: Revision): KnownReport => ({
  state: revision.state,
  revision: revision.revision,
  contentHash: revision.contentHash,
  organisation: revision.organisation,
  framework: revision.framework,
  ...(revision.audit ? { audit: revision.audit } : {}),
  deliveryNumber: revision.delivery,
  receivedDay: amsterdamDay(revision.receivedAt),
});

const recordKey = (key: ReportKey): ItemKey => ({ pk: `REPORT#${key.body}`, sk: `${key.label}#${key.reference}` });

const shardKey = (shard: number): string => `SHARD#${String(shard).padStart(2, "0")}`;

const packedKey = (report: PackedReport): ItemKey => ({
  pk: shardKey(shardOf(report.organisation)),
  sk: `${labelOf(report.framework)}#${report.organisation}#${report.body}#${report.reference}`,
});

const labelOf = (framework: FrameworkKey): string => framework.slice(0, framework.indexOf("/"));

const sameKey = (a: ItemKey, b: ItemKey | null): boolean => a.pk === b?.pk && a.sk === b.sk;

const stale = (change: ReportChange) =>
  new StaleHistory(`report of ${change.body} under ${change.label}: revision is not ${change.knownRevision}`);
