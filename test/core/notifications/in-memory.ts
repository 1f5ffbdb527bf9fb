/** What the table is elsewhere, in a few lines; `test/functions/adapters/table/` holds both to the same promises. */
import type { DigestRecord } from "../../../core/notifications/digest.ts";
import { type MailRecord, queuedAt } from "../../../core/notifications/mail.ts";
import type { MailChoices, NotificationMemory, Outbox } from "../../../core/notifications/ports.ts";
import type { ReminderRecord } from "../../../core/notifications/reminders.ts";

export function outboxInMemory(): Outbox {
  const items = new Map<string, MailRecord & { heldUntil?: string }>();
  const keyOf = (person: string, id: string) => `${person}\n${id}`;
  const ofPerson = (person: string) => [...items.values()].filter(({ to }) => to.id === person);
  return {
    async queue(mail, at) {
      if (items.has(keyOf(mail.to.id, mail.id))) return false;
      items.set(keyOf(mail.to.id, mail.id), { ...mail, state: "queued", trail: [{ state: "queued", at }] });
      return true;
    },
    async claim(person, id, at, until) {
      const item = items.get(keyOf(person, id));
      if (item?.state !== "queued" || (item.heldUntil !== undefined && item.heldUntil > at)) return false;
      items.set(keyOf(person, id), { ...item, heldUntil: until });
      return true;
    },
    async release(person, id, until) {
      const item = items.get(keyOf(person, id));
      if (item?.heldUntil !== until) return;
      const { heldUntil: _, ...record } = item;
      items.set(keyOf(person, id), record);
    },
    async settle(person, id, state, at) {
      const item = items.get(keyOf(person, id));
      if (item?.state !== "queued") return;
      const { heldUntil: _, ...record } = item;
      items.set(keyOf(person, id), { ...record, state, trail: [...record.trail, { state, at }] });
    },
    queued: async (person) =>
      ofPerson(person)
        .filter(({ state }) => state === "queued")
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    list: async (person) => ofPerson(person).toSorted((a, b) => (queuedAt(a) < queuedAt(b) ? 1 : -1)),
    find: async (person, id) => items.get(keyOf(person, id)),
  };
}

export function choicesInMemory(): MailChoices {
  const off = new Set<string>();
  return {
    wantsDigests: async (person) => !off.has(person),
    choose: async (person, digests) => void (digests ? off.delete(person) : off.add(person)),
  };
}

export function memoryInMemory(): NotificationMemory {
  let digest: DigestRecord | undefined;
  const reminders = new Map<string, ReminderRecord>();
  return {
    digest: async () => digest,
    async keepDigest(record) {
      if (record.version !== (digest?.version ?? 0) + 1) return false;
      digest = record;
      return true;
    },
    reminders: async () => [...reminders.values()].toSorted((a, b) => (a.body < b.body ? -1 : 1)),
    async keepReminder(record) {
      if (record.version !== (reminders.get(record.body)?.version ?? 0) + 1) return false;
      reminders.set(record.body, record);
      return true;
    },
  };
}
