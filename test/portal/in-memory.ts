/** What the table and the store of deliveries are elsewhere, in a few lines. */
import type { Decision, DecisionRegister } from "../../core/decisions.ts";
import type { Machine, MachineRegister } from "../../core/machines.ts";
import type { ReportHistory, ReportRecord } from "../../core/report-history.ts";
import type { Session, SessionRegister } from "../../core/sessions.ts";
import type { DeliveryStore, Upload, UploadRegister } from "../../core/uploads.ts";

export function sessionsInMemory(): SessionRegister {
  const sessions = new Map<string, Session>();
  return {
    start: async (key, session) => void sessions.set(key, session),
    find: async (key) => sessions.get(key),
    extend: async (key, endsAt) => {
      const session = sessions.get(key);
      if (session) sessions.set(key, { ...session, endsAt });
    },
    end: async (key) => void sessions.delete(key),
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
  return {
    list: async () => decisions.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.number - b.number)),
    async add(decision) {
      if (decisions.some(({ norm, number }) => norm === decision.norm && number === decision.number)) return false;
      decisions.push(decision);
      return true;
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

export const historyOf = (records: readonly ReportRecord[]): ReportHistory => ({
  ofBody: async (body) => records.filter((record) => record.body === body),
  find: async (body, label, reference) =>
    records.find((record) => record.body === body && record.label === label && record.reference === reference),
});
