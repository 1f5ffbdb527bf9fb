import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutObjectCommand, PutObjectTaggingCommand } from "@aws-sdk/client-s3";
import type { Catalogue } from "../../core/catalogue/types.ts";
import { arrivalOf } from "../../core/intake/claim.ts";
import type { Receipt } from "../../core/intake/receipt.ts";
import { type ReceiptFile, receiptFileKey } from "../../core/intake/receipt-files.ts";
import type { DeliveryRecord } from "../../core/ports.ts";
import { catalogueStore, publishCatalogue } from "../../functions/adapters/catalogue-store.ts";
import { findPublication } from "../../local/score.ts";
import { type Message, type Stack, startStack } from "../../local/stack.ts";
import { createTasks, type Tasks } from "../../local/tasks.ts";
import type { ObjectCreated } from "../../workflows/contracts.ts";
import { catalogueFiles } from "./catalogue.ts";

export interface FigureRow {
  readonly label: string;
  readonly norm: string;
  readonly organisaties: number;
  readonly beoordeeld: number;
  readonly voldoet: number;
  readonly voldoet_deels: number;
  readonly voldoet_niet: number;
  readonly signalen: string;
}

/** The whole product in a folder of its own, as a scenario sees it: put a file in, look at receipts and figures. */
export interface World {
  readonly stack: Stack;
  readonly messages: Message[];
  /** The functions, as the state machines call them. */
  readonly tasks: Tasks;
  /** The catalogue in force. */
  catalogue(): Promise<Catalogue>;
  /** Uploads the file and runs ingest-delivery to its end. */
  deliver(key: string, content: string | Uint8Array): Promise<Delivered>;
  /** Only uploads: the event that the upload gives. */
  upload(key: string, content: string | Uint8Array): Promise<ObjectCreated>;
  ingest(event: ObjectCreated): Promise<Delivered>;
  /** Puts other tags in the place of what the malware scan said of a version. */
  retag(key: string, versionId: string, tags?: Readonly<Record<string, string>>): Promise<void>;
  useRegister(organisations: readonly object[]): Promise<void>;
  /** Runs score-norms and gives the published rows by norm. */
  figures(referenceDate?: string): Promise<Record<string, FigureRow>>;
  file(record: DeliveryRecord, suffix: ReceiptFile): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface Delivered {
  readonly status: string;
  readonly error?: string;
  readonly record: DeliveryRecord;
  readonly receipt: Receipt;
}

/** `replace` puts other functions in the place of ours, for a scenario in which something fails. */
export async function createWorld(replace: (own: Tasks) => Partial<Tasks> = () => ({})): Promise<World> {
  const state = mkdtempSync(join(tmpdir(), "normenmonitor-world-"));
  const messages: Message[] = [];
  const own = createTasks();
  const tasks = { ...own, ...replace(own) } as Tasks;
  const stack = await startStack({
    state,
    root: join(import.meta.dirname, "..", ".."),
    tasks,
    onMessage: (message) => messages.push(message),
    retryScale: 0.001,
  });
  await publishCatalogue(stack.stores.catalogue, catalogueFiles());

  async function upload(key: string, content: string | Uint8Array): Promise<ObjectCreated> {
    const { VersionId = "" } = await stack.s3.send(new PutObjectCommand({ Bucket: stack.deliveriesBucket, Key: key, Body: content }));
    return { time: new Date().toISOString(), detail: { object: { key, "version-id": VersionId, size: content.length } } };
  }

  async function ingest(event: ObjectCreated): Promise<Delivered> {
    const { executionArn } = await stack.workflows.start("ingest-delivery", event);
    const { status, error } = await stack.workflows.wait(executionArn);
    const { key, "version-id": versionId, size } = event.detail.object;
    const arrival = arrivalOf({ key, versionId, size, time: event.time });
    const record = await stack.deliveries.find(arrival.body, arrival);
    if (!record) throw new Error(`no record of ${key}: the execution ended ${status} ${error ?? ""}`);
    const text = await stack.stores.receipts.find(receiptFileKey(record, "receipt.json"));
    return { status, error, record, receipt: text ? JSON.parse(new TextDecoder().decode(text)) : undefined };
  }

  return {
    stack,
    messages,
    tasks,
    catalogue: () => catalogueStore(stack.stores.catalogue).current(),
    upload,
    ingest,
    deliver: async (key, content) => ingest(await upload(key, content)),
    async retag(key, versionId, tags = {}) {
      const TagSet = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
      const which = { Bucket: stack.deliveriesBucket, Key: key, VersionId: versionId };
      await stack.s3.send(new PutObjectTaggingCommand({ ...which, Tagging: { TagSet } }));
    },
    async useRegister(organisations) {
      await publishCatalogue(stack.stores.catalogue, catalogueFiles(organisations));
    },
    async figures(referenceDate) {
      const { executionArn } = await stack.workflows.start("score-norms", referenceDate ? { referenceDate } : {});
      const { status, error, cause } = await stack.workflows.wait(executionArn);
      if (status !== "SUCCEEDED") throw new Error(`score-norms ended ${status}: ${error} ${cause}`);
      const publication = await findPublication(stack);
      const rows = await stack.stores.figures.read(`published/${publication?.run}/norm-figures.json`);
      return Object.fromEntries(
        (JSON.parse(new TextDecoder().decode(rows)) as FigureRow[]).map((row) => [`${row.label} ${row.norm}`, row]),
      );
    },
    file: (record, suffix) => stack.stores.receipts.read(receiptFileKey(record, suffix)),
    async close() {
      await stack.close();
      rmSync(state, { recursive: true, force: true });
    },
  };
}

/** What a row of the long layout says, unless a scenario says otherwise. */
const defaults = {
  rapportkenmerk: "R-1",
  status: "nieuw",
  kvk_nummer: "10000001",
  organisatie: "Stichting Noord",
  label: "KSW",
  normenkader: "2019",
  soort_toets: "eerste toets",
  toetsdatum: "12-03-2024",
  norm: "V01",
  score: "voldoet",
  toelichting: "",
};
type Row = Partial<Record<keyof typeof defaults | "toetsvorm", string>>;

/** A CSV in the long layout. */
export function csv(...rows: readonly Row[]): string {
  const columns = [...new Set([...Object.keys(defaults), ...rows.flatMap((row) => Object.keys(row))])] as (keyof Row)[];
  const lines = rows.map((row) => columns.map((column) => ({ ...defaults, ...row })[column] ?? "").join(";"));
  return `${[columns.join(";"), ...lines].join("\r\n")}\r\n`;
}

/** A whole KSW report of three norms. */
export const report = (row: Row, scores: Readonly<Record<"V01" | "V02" | "D01", string>>): Row[] =>
  Object.entries(scores).map(([norm, score]) => ({ ...row, norm, score }));
