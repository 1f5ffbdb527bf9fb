/** What the table and the store of deliveries are elsewhere, in a few lines. */
import type { Decision, DecisionRegister } from "../../core/decisions.ts";
import {
  type PublishedReport,
  type PublishedReports,
  type ReportContents,
  reportFiles,
} from "../../core/figures/yearly-report/published.ts";
import { type DraftKey, type DraftRegister, type FrameworkDraft, isTooLarge } from "../../core/framework-draft/types.ts";
import { frameworkKey } from "../../core/ids.ts";
import type { OwnReport } from "../../core/intake/own-past.ts";
import type { Machine, MachineRegister } from "../../core/machines.ts";
import type { ReportHistory, ReportRecord } from "../../core/report-history.ts";
import { dossierHtml } from "../../core/review/documents/dossier-html.ts";
import type { Dossier } from "../../core/review/dossier.ts";
import type { Review, ReviewRegister } from "../../core/review/review.ts";
import type { Session, SessionRegister } from "../../core/sessions.ts";
import type { DeliveryStore, Upload, UploadRegister } from "../../core/uploads.ts";
import type { ReviewDesk } from "../../portal/reviews.ts";

export function sessionsInMemory(): SessionRegister {
  const sessions = new Map<string, Session>();
  const ended = new Map<string, string>();
  return {
    async start(key, session) {
      if ((ended.get(session.user.id) ?? "") >= session.startedAt) return false;
      sessions.set(key, session);
      return true;
    },
    find: async (key) => sessions.get(key),
    extend: async (key, endsAt) => {
      const session = sessions.get(key);
      if (session) sessions.set(key, { ...session, endsAt });
    },
    end: async (key) => void sessions.delete(key),
    async endAllOf(userId, now) {
      ended.set(userId, now);
      for (const [key, { user }] of sessions) if (user.id === userId) sessions.delete(key);
    },
  };
}

export function uploadsInMemory(): UploadRegister {
  const uploads: Upload[] = [];
  return {
    begin: async (upload) => void uploads.push(upload),
    find: async (body, id) => uploads.find((upload) => upload.body === body && upload.id === id),
    list: async (body) => uploads.filter((upload) => upload.body === body).toSorted((a, b) => (a.id < b.id ? 1 : -1)),
  };
}

export function machinesInMemory(known: readonly Machine[] = []): MachineRegister {
  const machines = new Map(known.map((machine) => [machine.clientId, machine]));
  return {
    find: async (clientId) => machines.get(clientId),
    list: async () => [...machines.values()].sort((a, b) => (a.clientId < b.clientId ? -1 : 1)),
    put: async (machine) => void machines.set(machine.clientId, machine),
    remove: async (clientId) => void machines.delete(clientId),
  };
}

export function decisionsInMemory(known: readonly Decision[] = []): DecisionRegister {
  const decisions = [...known];
  const taken = new Set(known.map(({ norm, number }) => `${norm}#${number}`));
  return {
    list: async () => decisions.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.number - b.number)),
    async add(decision, line = decision.norm) {
      const key = `${line}#${decision.number}`;
      if (taken.has(key)) return false;
      taken.add(key);
      decisions.push(decision);
      return true;
    },
  };
}

export function publishedInMemory(): PublishedReports {
  const reports: PublishedReport[] = [];
  const kept = new Map<string, ReportContents>();
  const key = ({ label, number }: Pick<PublishedReport, "label" | "number">) => `${label} ${number}`;
  return {
    list: async () => [...reports],
    async publish(report, contents) {
      if (kept.has(key(report))) return false;
      kept.set(key(report), contents);
      reports.push({ ...report, files: Object.fromEntries(reportFiles.map((name) => [name, name])) as PublishedReport["files"] });
      return true;
    },
    file: async (report, name) => kept.get(key(report))![name],
    reportsOf: async (label) =>
      reports
        .filter((report) => report.label === label)
        .map((report) => JSON.parse(new TextDecoder().decode(kept.get(key(report))!["report.json"]))),
  };
}

export function draftsInMemory(known: readonly FrameworkDraft[] = []): DraftRegister {
  const keyOf = ({ label, variant, version }: DraftKey) => frameworkKey(label, variant, version);
  const drafts = new Map<string, FrameworkDraft>(known.map((draft) => [keyOf(draft), draft]));
  return {
    list: async () => [...drafts.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    find: async (key) => drafts.get(keyOf(key)),
    async keep(draft) {
      if (isTooLarge(draft)) return "tooLarge";
      if ((drafts.get(keyOf(draft))?.revision ?? 0) !== draft.revision - 1) return "changedMeanwhile";
      // As a table keeps it: without what is undefined.
      drafts.set(keyOf(draft), JSON.parse(JSON.stringify(draft)) as FrameworkDraft);
      return "kept";
    },
  };
}

export interface StoreInMemory extends DeliveryStore {
  /** What was put, by key. */
  readonly put_: ReadonlyMap<string, string>;
}

export function storeInMemory(): StoreInMemory {
  const put_ = new Map<string, string>();
  return {
    put_,
    grant: async ({ prefix, contentType, maxBytes, next }) => ({
      address: "https://store.example/",
      fields: { key: `${prefix}\${filename}`, "Content-Type": contentType, max: String(maxBytes), ...(next ? { next } : {}) },
    }),
    put: async (key, content) => void put_.set(key, typeof content === "string" ? content : new TextDecoder().decode(content)),
  };
}

export const historyOf = (records: readonly ReportRecord[], own: readonly OwnReport[] = []): ReportHistory => ({
  ofBody: async (body) => records.filter((record) => record.body === body),
  ownReports: async () => own,
  find: async (body, label, reference) =>
    records.find((record) => record.body === body && record.label === label && record.reference === reference),
});

/** Reviews, with the dossiers that a test gives; `requested` tells what was asked for. */
export function deskInMemory(
  known: readonly Review[] = [],
  dossiers: readonly Dossier[] = [],
): ReviewDesk & { readonly requested: object[] } {
  const requested: object[] = [];
  const dossier = async (id: string) => dossiers.find(({ review }) => review.id === id);
  return {
    requested,
    register: reviewsInMemory(known),
    dossier,
    async dossierFile(id, format) {
      const found = await dossier(id);
      return found && new TextEncoder().encode(format === "html" ? dossierHtml(found) : `${format} van ${id}`);
    },
    request: async (request) => void requested.push(request),
  };
}

export function reviewsInMemory(known: readonly Review[] = []): ReviewRegister {
  const reviews = new Map(known.map((review) => [review.id, review]));
  const step = (review: Review, state: Review["state"], at: string, by: Review["trail"][number]["by"], fields: Partial<Review>) =>
    reviews.set(review.id, { ...review, ...fields, state, trail: [...review.trail, { state, at, by }] });
  return {
    async begin({ by, at, takeOver, ...start }) {
      const there = reviews.get(start.id);
      if (!there) {
        reviews.set(start.id, { ...start, state: "preparing", trail: [{ state: "preparing", at, by }] });
        return "begun";
      }
      if (there.state !== "preparing" || !(takeOver || there.execution === start.execution)) return "exists";
      reviews.set(start.id, { ...there, execution: start.execution });
      return "begun";
    },
    async open(id, { at, ...opening }) {
      const review = reviews.get(id);
      if (review?.state !== "preparing") return false;
      step(review, "open", at, null, opening);
      return true;
    },
    async close(id, { at, by, undecided }) {
      const review = reviews.get(id);
      if (review?.state !== "open") return false;
      step(review, "closed", at, by, { undecided });
      return true;
    },
    find: async (id) => reviews.get(id),
    list: async () =>
      [...reviews.values()].sort((a, b) => (a.referenceDate < b.referenceDate ? 1 : a.referenceDate > b.referenceDate ? -1 : 0)),
  };
}
