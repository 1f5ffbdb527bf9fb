/** A product around a daily run, for its tests. */
import type { CountedScores } from "../../../core/figures/selected/counted-scores.ts";
import type { DailyRunPorts } from "../../../core/notifications/daily-run.ts";
import { runNotifications } from "../../../core/notifications/daily-run.ts";
import type { Mail } from "../../../core/notifications/mail.ts";
import type { GroupNotice } from "../../../core/notifications/notice-mail.ts";
import type { Mailer } from "../../../core/notifications/ports.ts";
import type { Person } from "../../../core/people.ts";
import type { Publication, PublishedSignal } from "../../../portal/data.ts";
import { signal } from "../../portal/made-up-signals.ts";
import { choicesInMemory, memoryInMemory, outboxInMemory } from "./in-memory.ts";

export const person = (id: string, group: string): Person => ({ id, name: id, email: `${id}@voorbeeld.example`, groups: [group] });
export const never = signal({ norm: "V15", signal: "NOOIT_GEHAALD" });
export const trend = signal({ norm: "D02", signal: "VERSLECHTEREND" });

/** The product around a daily run, as it is after each change of it. */
export function createOffice(scores: CountedScores) {
  const published = new Map<string, readonly PublishedSignal[]>();
  const people: Person[] = [person("bea", "beleid"), person("ben", "beleid"), person("ira", "instelling-ciio")];
  const sent: Mail[] = [];
  const notices: GroupNotice[] = [];
  let latest: string | undefined;
  let now = "2026-11-25T06:00:00.000Z";
  /** Called before a mail goes; throws where the mail service does not answer. */
  let onSend = (_: Mail): "sent" | "refused" => "sent";
  const mailer: Mailer = {
    async send(mail) {
      const outcome = onSend(mail);
      if (outcome === "sent") sent.push(mail);
      return outcome;
    },
  };
  const ports: DailyRunPorts = {
    figures: {
      latest: async () => (latest === undefined ? undefined : ({ run: latest, referenceDate: latest.slice(0, 10) } as Publication)),
      signals: async (run) => published.get(run) ?? [],
      viewFigures: async () => [],
      scores: async () => scores,
    },
    people: { inGroup: async (group) => people.filter(({ groups }) => groups.includes(group)) },
    notices: async () => notices,
    deliveriesOf: async () => [],
    memory: memoryInMemory(),
    tokens: { of: async (id) => `token-of-${id}`, personOf: async () => undefined },
    room: { outbox: outboxInMemory(), mailer, choices: choicesInMemory(), now: () => now },
    place: { origin: "https://normen.example.org", contact: "vragen@voorbeeld.example" },
  };
  return {
    ports,
    people,
    notices,
    sent,
    run: () => runNotifications(ports),
    publish(run: string, ...signals: readonly PublishedSignal[]) {
      published.set(run, signals);
      latest = run;
    },
    at(instant: string) {
      now = instant;
    },
    whenSending(answer: (mail: Mail) => "sent" | "refused") {
      onSend = answer;
    },
    digests: () => sent.filter(({ kind }) => kind === "signals").map(({ to, id }) => `${to.id} ${id}`),
    reminders: () => sent.filter(({ kind }) => kind === "due" || kind === "late").map(({ to, id }) => `${to.id} ${id}`),
  };
}

/** The end of a process. */
export class Killed extends Error {}
