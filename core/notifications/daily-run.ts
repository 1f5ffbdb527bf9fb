import { amsterdamDay, type Day, isoDay } from "../calendar.ts";
import type { Catalogue } from "../catalogue/types.ts";
import { deliveriesOverview } from "../figures/deliveries/deliveries-overview.ts";
import { dueOrganisations } from "../figures/deliveries/due-organisations.ts";
import type { Publication } from "../figures/publication.ts";
import type { CountedScores } from "../figures/selected/counted-scores.ts";
import type { PublishedSignal } from "../figures/signals-json.ts";
import type { ViewFigureRow } from "../figures/view-figure-rows.ts";
import type { PeopleDirectory, Person } from "../people.ts";
import type { DeliveryRecord } from "../ports.ts";
import { type Digest, type DigestRecord, digestOf } from "./digest.ts";
import type { MailPlace, MailState } from "./mail.ts";
import { type GroupNotice, noticeMail } from "./notice-mail.ts";
import type { NotificationMemory, UnsubscribeTokens } from "./ports.ts";
import { type MailRoom, type Posted, type Reader, sendQueued } from "./post.ts";
import { reminderMail } from "./reminder-mail.ts";
import { type OpenAtBody, openAtBodies, type ReminderRecord, reminderFor } from "./reminders.ts";
import { signalDigest } from "./signal-digest-mail.ts";

/** What was published, as messages need it. */
export interface PublishedFigures {
  /** What is published now; undefined: nothing yet. */
  latest(): Promise<Publication | undefined>;
  signals(run: string): Promise<readonly PublishedSignal[]>;
  viewFigures(run: string): Promise<readonly ViewFigureRow[]>;
  scores(publication: Publication): Promise<CountedScores>;
}

export interface DailyRunPorts {
  readonly figures: PublishedFigures;
  readonly people: PeopleDirectory;
  /** What else there is to say today, whichever part of the product says it: each notice is sent once to each person. */
  notices(today: Day): Promise<readonly GroupNotice[]>;
  /** All deliveries of a body. */
  deliveriesOf(body: string): Promise<readonly DeliveryRecord[]>;
  readonly memory: NotificationMemory;
  readonly tokens: UnsubscribeTokens;
  readonly room: MailRoom;
  readonly place: MailPlace;
}

export interface DailyRun extends Posted {
  /** `told`: a new digest was made. `finished`: one of an earlier run, which had not come to everybody. */
  readonly digest: "told" | "finished" | "nothingNew";
  /** Bodies that got a reminder, and that have nobody who could. */
  readonly reminded: number;
  readonly unreachable: number;
}

/**
 * Tells policy staff which norms got or lost a signal, and bodies what is due or late; then sends what lies in the outbox. What is told is fixed before the first
 * mail is written, so a run that stops halfway is taken up by the next one with the same words.
 */
export async function runNotifications(ports: DailyRunPorts): Promise<DailyRun> {
  const { figures, room } = ports;
  const today = amsterdamDay(room.now());
  const publication = await figures.latest();
  const published = publication && { ...publication, scores: await figures.scores(publication) };
  const groups = await groupsOf(ports, published?.scores.catalogue);
  const digest = published ? await tellStaff(ports, published, groups.get(POLICY_STAFF) ?? [], today) : "nothingNew";
  const bodies = published ? await remindBodies(ports, published.scores, groups, today) : { reminded: 0, unreachable: 0 };
  await queueNotices(ports, groups, today);
  const posted = await sendQueued(await readersOf(ports, groups), room);
  await noteOutcomes(ports);
  return { digest, ...bodies, ...posted };
}

async function queueNotices({ notices, people, room, place }: DailyRunPorts, groups: Groups, today: Day): Promise<void> {
  for (const { group, notice } of await notices(today)) {
    for (const person of groups.get(group) ?? (await people.inGroup(group))) {
      await room.outbox.queue({ ...noticeMail(recipient(person), notice, place), group }, room.now());
    }
  }
}

type Groups = ReadonlyMap<string, readonly Person[]>;
type Published = Publication & { readonly scores: CountedScores };

/** Everybody who can have a mail in the outbox, by group. */
async function groupsOf({ people }: DailyRunPorts, catalogue: Catalogue | undefined): Promise<Groups> {
  const names = [POLICY_STAFF, "commissie", "beheer", ...[...(catalogue?.bodies.keys() ?? [])].map(groupOf)];
  const groups = new Map<string, readonly Person[]>();
  for (const name of names) groups.set(name, await people.inGroup(name));
  return groups;
}

const POLICY_STAFF = "beleid";

const groupOf = (body: string): string => `instelling-${body}`;

/** Everybody in a group, and who was to be reminded and is in none any more. */
async function readersOf({ memory }: DailyRunPorts, groups: Groups): Promise<readonly Reader[]> {
  const groupsById = new Map<string, string[]>();
  for (const [group, people] of groups) for (const { id } of people) groupsById.set(id, [...(groupsById.get(id) ?? []), group]);
  const reminded = (await memory.reminders()).filter(({ state }) => state === "queued").flatMap(({ mails }) => Object.keys(mails));
  for (const id of reminded) if (!groupsById.has(id)) groupsById.set(id, []);
  return [...groupsById].map(([id, inGroups]) => ({ id, groups: inGroups }));
}

async function tellStaff(ports: DailyRunPorts, published: Published, staff: readonly Person[], today: Day): Promise<DailyRun["digest"]> {
  const { memory } = ports;
  const record = await memory.digest();
  if (record?.last?.state === "planned") {
    await queueDigest(ports, record, record.last, staff);
    return "finished";
  }
  // One a day at most: what came since is told tomorrow.
  if (record?.run === published.run || record?.last?.day === isoDay(today)) return "nothingNew";
  const content = await digestContent(ports, published, record);
  const last: Digest | null = content ? { run: published.run, day: isoDay(today), state: "planned", content } : (record?.last ?? null);
  const planned: DigestRecord = { version: (record?.version ?? 0) + 1, run: published.run, last };
  if (!(await memory.keepDigest(planned)) || !content || !last) return "nothingNew";
  await queueDigest(ports, planned, last, staff);
  return "told";
}

async function digestContent({ figures }: DailyRunPorts, { run, referenceDate, scores }: Published, record: DigestRecord | undefined) {
  const [signals, rows, before] = await Promise.all([
    figures.signals(run),
    figures.viewFigures(run),
    record && figures.signals(record.run),
  ]);
  return digestOf(
    { run, referenceDate, signals, figures: rows, catalogue: scores.catalogue },
    record && before && { referenceDate: referenceDateOf(record.run), signals: before },
  );
}

/** A run is named after what it rests on, its reference date first (`core/scoring/plan.ts`). */
const referenceDateOf = (run: string): string => run.slice(0, "jjjj-mm-dd".length);

async function queueDigest(ports: DailyRunPorts, record: DigestRecord, last: Digest, staff: readonly Person[]): Promise<void> {
  const { room, place, tokens, memory } = ports;
  for (const person of staff) {
    const unsubscribe = `${place.origin}/berichten/afmelden?${new URLSearchParams({ sleutel: await tokens.of(person.id) })}`;
    await room.outbox.queue({ ...signalDigest(recipient(person), last, place, unsubscribe), group: POLICY_STAFF }, room.now());
  }
  await memory.keepDigest({ ...record, version: record.version + 1, last: { ...last, state: "queued" } });
}

async function remindBodies({ memory, room, ...ports }: DailyRunPorts, scores: CountedScores, groups: Groups, today: Day) {
  const { catalogue } = scores;
  const known = new Map((await memory.reminders()).map((record) => [record.body, record]));
  const deliveries = (await Promise.all([...catalogue.bodies.keys()].map((body) => ports.deliveriesOf(body)))).flat();
  const overview = deliveriesOverview(deliveries, catalogue, today);
  const open = new Map(openAtBodies(dueOrganisations(scores), overview.bodies, today).map((one) => [one.body, one]));
  let [reminded, unreachable] = [0, 0];
  for (const { code, name } of catalogue.bodies.values()) {
    const group = groups.get(groupOf(code)) ?? [];
    const record = await nextReminder({ memory, room }, known.get(code), open.get(code), group, today);
    if (record === undefined) continue;
    if (group.length === 0) unreachable++;
    else reminded++;
    await queueReminder({ memory, room, place: ports.place }, record, group, name);
  }
  return { reminded, unreachable };
}

/** The one that was planned and did not come to everybody, or else a new one; undefined when there is none to send. */
async function nextReminder(
  { memory, room }: Pick<DailyRunPorts, "memory" | "room">,
  previous: ReminderRecord | undefined,
  open: OpenAtBody | undefined,
  group: readonly Person[],
  today: Day,
): Promise<ReminderRecord | undefined> {
  if (previous?.state === "planned") return previous;
  const people = group.map(({ id }) => id);
  const planned = open && reminderFor(open, previous, people, room.now(), today);
  return planned && (await memory.keepReminder(planned)) ? planned : undefined;
}

async function queueReminder(
  { memory, room, place }: Pick<DailyRunPorts, "memory" | "room" | "place">,
  record: ReminderRecord,
  group: readonly Person[],
  bodyName: string,
): Promise<void> {
  if (record.state !== "planned") return;
  const told = group.filter(({ id }) => id in record.mails);
  for (const person of told) {
    const mail = reminderMail(recipient(person), record, bodyName, place);
    await room.outbox.queue({ ...mail, group: groupOf(record.body) }, room.now());
  }
  await memory.keepReminder({ ...record, version: record.version + 1, state: "queued" });
}

/** What became of the mails of a reminder, for the page that shows it. Who left in the meantime got none. */
async function noteOutcomes({ memory, room, place }: DailyRunPorts): Promise<void> {
  for (const record of await memory.reminders()) {
    if (record.state !== "queued") continue;
    const mails: Record<string, MailState> = {};
    for (const person of Object.keys(record.mails)) {
      const { id } = reminderMail({ id: person, name: "", email: "" }, record, record.body, place);
      mails[person] = (await room.outbox.find(person, id))?.state ?? "withheld";
    }
    const isOpen = Object.values(mails).includes("queued");
    await memory.keepReminder({ ...record, version: record.version + 1, mails, state: isOpen ? "queued" : "done" });
  }
}

const recipient = ({ id, name, email }: Person) => ({ id, name, email });
