import { contentTypeOf } from "../../core/figures/content-type.ts";
import { LATEST, type Publication } from "../../core/figures/publication.ts";
import { type CountedScores, countedScores } from "../../core/figures/selected/counted-scores.ts";
import { bodyCode, compareDeliveryNumbers } from "../../core/ids.ts";
import { receiptContentTypes, receiptFileKey } from "../../core/intake/receipt-files.ts";
import type { CatalogueStore, DeliveryRecord, DeliveryRegister, ObjectStore } from "../../core/ports.ts";
import type { ReportHistory } from "../../core/report-history.ts";
import { decodeScores } from "../../core/scoring/encode.ts";
import { publishedScoresKey } from "../../core/scoring/run-objects.ts";
import type { PortalData, StoredFile } from "../../portal/data.ts";
import { reportTexts } from "./report-texts.ts";

export interface PortalStores {
  readonly deliveries: DeliveryRegister;
  readonly catalogues: CatalogueStore;
  readonly figures: ObjectStore;
  readonly figureFile: FileAt;
  readonly receipts: ObjectStore;
  readonly receiptFile: FileAt;
  /** Whole reports. */
  readonly whole: ObjectStore;
  readonly reports: ReportHistory;
  readonly reminders: PortalData["reminders"];
  /** ARNs of the state machines whose executions are shown. */
  readonly machines: readonly string[];
  /** First segments of the keys of deliveries: whoever sent something, also a body that the catalogue does not know. */
  senders(): Promise<readonly string[]>;
}

/** The file under a key, to be handed out under a name; undefined when there is none. */
export type FileAt = (key: string, as: { readonly name: string; readonly contentType: string }) => Promise<StoredFile | undefined>;

/** What the portal shows, from the stores. */
export function portalData(stores: PortalStores): PortalData {
  const { deliveries, catalogues, figures, receipts, whole, reports, reminders, machines, senders } = stores;
  const deliveriesOf = (body: string) => deliveries.list(bodyCode(body));

  const find = async (body: string, number: string): Promise<DeliveryRecord | undefined> =>
    (await deliveriesOf(body)).find((record) => record.number === number);

  const publication = async (): Promise<Publication | undefined> => json(await figures.find(LATEST));

  const keyOf = async (name: string): Promise<string | undefined> => {
    const latest = await publication();
    return latest?.files.includes(name) ? `published/${latest.run}/${name}` : undefined;
  };

  const published = async (name: string): Promise<Uint8Array | undefined> => {
    const key = await keyOf(name);
    return key === undefined ? undefined : figures.find(key);
  };

  /** Of the run that was asked for last: the next page most likely asks for the same one. */
  let counted: { readonly run: string; readonly scores: Promise<CountedScores> } | undefined;
  const scores = async (): Promise<CountedScores | undefined> => {
    const latest = await publication();
    if (!latest) return undefined;
    if (counted?.run !== latest.run) counted = { run: latest.run, scores: load(latest) };
    return counted.scores.catch((error: unknown) => {
      counted = undefined;
      throw error;
    });
  };
  const load = async ({ run, catalogueVersion }: Publication) => {
    const [merged, catalogue] = await Promise.all([figures.read(publishedScoresKey(run)), catalogues.version(catalogueVersion)]);
    return countedScores(decodeScores(merged), catalogue);
  };

  return {
    publication,
    figures: async () => json(await published("norm-figures.json")) ?? [],
    scores,
    signals: async () => json(await published("signals.json")) ?? [],
    signalsYearBefore: async () => json(await published("signals-year-before.json")) ?? [],
    async deliveries() {
      const perBody = await Promise.all((await senders()).map(deliveriesOf));
      return perBody.flat().sort((a, b) => compareDeliveryNumbers(b.number, a.number));
    },
    deliveriesOf,
    reminders,
    async receipt(body, number) {
      const record = await find(body, number);
      return record && json(await receipts.find(receiptFileKey(record, "receipt.json")));
    },
    async receiptFile(body, number, kind) {
      const record = await find(body, number);
      if (!record) return undefined;
      const name = `${record.file.split("/").at(-1)}.${kind}`;
      return stores.receiptFile(receiptFileKey(record, kind), { name, contentType: receiptContentTypes[kind] });
    },
    async publishedFile(name) {
      const key = await keyOf(name);
      return key === undefined ? undefined : stores.figureFile(key, { name, contentType: contentTypeOf(name) });
    },
    reportTexts: (report) => reportTexts(reports, whole, report),
    // Read when the page is asked: no other needs the client of Step Functions.
    executions: async () => (await import("./executions.ts")).executionsOf(machines),
    catalogue: () => catalogues.current(),
    frameworks: async () => (await catalogues.current()).frameworks,
    bodies: async () => new Map([...(await catalogues.current()).bodies.values()].map((body) => [body.code, body.name])),
  };
}

const json = <T>(content: Uint8Array | undefined): T | undefined => content && (JSON.parse(new TextDecoder().decode(content)) as T);
