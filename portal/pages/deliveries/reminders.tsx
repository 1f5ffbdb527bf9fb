import type { MailState } from "../../../core/notifications/mail.ts";
import type { ReminderContent, ReminderRecord } from "../../../core/notifications/reminders.ts";
import { count, day, number } from "../../format.ts";
import { say } from "../../language.tsx";
import { StatusBadge } from "../../status-badge.tsx";
import { type Column, Table } from "../../table.tsx";
import { type Word, word } from "../../words.ts";

interface RemindersProps {
  readonly reminders: readonly ReminderRecord[];
  readonly bodies: ReadonlyMap<string, string>;
}

/** When which body was last reminded of what, and what became of it. A body that was never reminded is not in it. */
export function Reminders({ reminders, bodies }: RemindersProps) {
  const columns: readonly Column<ReminderRecord>[] = [
    { header: say("Instelling", "Body"), cell: ({ body }) => bodies.get(body) ?? body, wide: true },
    { header: say("Laatst herinnerd", "Last reminded"), cell: (reminder) => (isEmpty(reminder) ? "–" : day(reminder.day)) },
    { header: say("Waaraan", "Of what"), cell: ({ content }) => whatText(content) },
    {
      header: say("Aan", "To"),
      cell: ({ mails }) => count(Object.keys(mails).length, say("persoon", "person"), say("personen", "people")),
    },
    { header: say("Stand", "State"), cell: (reminder) => <StatusBadge word={stateWord(reminder)} /> },
  ];
  return (
    <section aria-labelledby="herinneringen">
      <h2 id="herinneringen">{say("Wie is herinnerd", "Who was reminded")}</h2>
      <p>
        {say(
          "Een instelling krijgt hooguit één keer per week een herinnering, en alleen over wat nieuw is of een maand later nog openstaat. Ze kan dat niet uitzetten.",
          "A body gets a reminder once a week at most, and only of what is new or still open a month later. It cannot turn that off.",
        )}
      </p>
      {reminders.length === 0 ? (
        <p class="notice">{say("Er is nog geen instelling herinnerd.", "No body was reminded yet.")}</p>
      ) : (
        <Table
          name="reminders"
          caption={count(reminders.length, say("instelling", "body"), say("instellingen", "bodies"))}
          columns={columns}
          rows={reminders}
        />
      )}
    </section>
  );
}

/** There was something to remind of, and nobody who could be reminded. */
const isEmpty = ({ mails }: ReminderRecord): boolean => Object.keys(mails).length === 0;

function whatText({ labels, silence }: ReminderContent): string {
  const sum = (which: "late" | "soon") => labels.reduce((all, label) => all + label[which].count, 0);
  const [late, soon] = [sum("late"), sum("soon")];
  return [
    ...(late > 0 ? [say(`${number(late)} te laat`, `${number(late)} late`)] : []),
    ...(soon > 0 ? [say(`${number(soon)} binnenkort`, `${number(soon)} soon`)] : []),
    ...(silence
      ? [say(`${count(silence.months, "maand", "maanden")} niets aangeleverd`, `nothing for ${count(silence.months, "month", "months")}`)]
      : []),
  ].join(", ");
}

function stateWord(reminder: ReminderRecord): Word {
  const { mails } = reminder;
  const states = Object.values(mails);
  const of = (state: MailState) => states.filter((one) => one === state).length;
  const refused = number(of("refused"));
  if (isEmpty(reminder)) return word("niemand om te herinneren", "nobody to remind", "bad");
  if (of("refused") > 0) return word(`${refused} niet verstuurd`, `${refused} not sent`, "bad");
  if (of("queued") > 0) return word("wordt verstuurd", "being sent", "busy");
  if (of("sent") === 0) return word("niet meer verstuurd", "no longer sent", "quiet");
  return word("verstuurd", "sent", "good");
}
