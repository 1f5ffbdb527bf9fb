/** Reminders as the table has them: one that went, one that waits for nobody. */
import type { ReminderRecord } from "../../core/notifications/reminders.ts";

export const reminder = (changes: Partial<ReminderRecord> = {}): ReminderRecord => ({
  body: "ciio",
  version: 3,
  at: "2026-11-23T06:00:00.000Z",
  day: "2026-11-23",
  kind: "late",
  state: "done",
  content: {
    labels: [
      {
        label: "KSW",
        late: { count: 3, lines: [{ organisation: "Stichting Noord", lastTest: "2022-03-01", due: "2024-03-01", monthsLate: 32 }] },
        soon: { count: 1, lines: [{ organisation: "Stichting Zuid", lastTest: "2025-01-10", due: "2027-01-10", monthsLate: 0 }] },
      },
    ],
    silence: null,
  },
  told: { "late KSW kvk:99000303": "2026-11-23" },
  mails: { "instelling-ciio": "sent" },
  ...changes,
});

export const reminders = (): readonly ReminderRecord[] => [
  reminder(),
  reminder({ body: "dnv", mails: {}, content: { labels: [], silence: { since: "2026-03-14", months: 8 } } }),
];
