import { may } from "../../../core/access.ts";
import { amsterdamDay, dutchDay } from "../../../core/calendar.ts";
import { type Decision, decisionKinds } from "../../../core/decisions.ts";
import { decisionWords } from "../../decisions.ts";
import { day, number } from "../../format.ts";
import { say } from "../../language.tsx";
import { StatusBadge } from "../../status-badge.tsx";
import { type Column, Table } from "../../table.tsx";
import { FormToken, useVisit } from "../../visit.tsx";
import { signalWord } from "../../words.ts";

/** Longer than the minutes of most meetings about one norm. */
export const MAX_DECISION_REASON = 1000;

export type DecisionProblem = "kindMissing" | "reasonMissing" | "decidedMeanwhile";

interface DecisionsProps {
  /** Oldest first. */
  readonly decisions: readonly Decision[];
  /** Where the form goes. */
  readonly action: string;
  readonly problem?: DecisionProblem;
}

/** What was decided about the norm, on which figures; and for the committee the next decision. */
export function Decisions({ decisions, action, problem }: DecisionsProps) {
  const { user } = useVisit();
  return (
    <section aria-labelledby="besluiten">
      <h2 id="besluiten">{say("Besluiten", "Decisions")}</h2>
      {decisions.length === 0 ? (
        <p>{say("Over deze norm is nog niets besloten.", "Nothing was decided about this norm yet.")}</p>
      ) : (
        <Table
          name="decisions"
          caption={say(
            "Nieuwste eerst; een later besluit komt in de plaats van het vorige",
            "Newest first; a later decision takes the place of the one before",
          )}
          columns={columns()}
          rows={decisions.toReversed()}
        />
      )}
      {may(user, "decide") && <Decide known={decisions.length} action={action} problem={problem} />}
    </section>
  );
}

const columns = (): readonly Column<Decision>[] => [
  { header: say("Besluit", "Decision"), cell: ({ kind }) => <StatusBadge word={decisionWords[kind]} /> },
  { header: say("Datum", "Date"), cell: ({ at }) => <time datetime={at}>{dutchDay(amsterdamDay(at))}</time> },
  { header: say("Reden", "Reason"), cell: ({ reason }) => <bdi>{reason}</bdi>, wide: true },
  { header: say("Door", "By"), cell: ({ by }) => by.name },
  { header: say("Op deze cijfers", "On these figures"), cell: (decision) => figuresText(decision) },
];

function figuresText({ figures: { met, judged, referenceDate, signals } }: Decision): string {
  const share = say(
    `${number(met)} van ${number(judged)} voldoen, peildatum ${day(referenceDate)}`,
    `${number(met)} of ${number(judged)} meet it, reference date ${day(referenceDate)}`,
  );
  return signals.length === 0 ? share : `${share}; ${signals.map((code) => signalWord(code).text).join(", ")}`;
}

function Decide({ known, action, problem }: { readonly known: number } & Pick<DecisionsProps, "action" | "problem">) {
  return (
    <form method="post" action={action} class="decide">
      <FormToken />
      {/* How many there were when this page was made: whoever decides on an older page hears so first. */}
      <input type="hidden" name="bekend" value={String(known)} />
      {problem && (
        <p id="besluit-fout" class="wrong" role="alert">
          {problemText(problem)}
        </p>
      )}
      <fieldset class="choices" aria-describedby={problem === "kindMissing" ? "besluit-fout" : undefined}>
        <legend>{known === 0 ? say("Wat besluit u?", "What do you decide?") : say("Nieuw besluit", "New decision")}</legend>
        {decisionKinds.map((kind) => (
          <label>
            <input type="radio" name="besluit" value={kind} required /> {decisionWords[kind].text}
          </label>
        ))}
      </fieldset>
      <p class="field">
        <label for="besluit-reden">{say("Waarom?", "Why?")}</label>
        <textarea
          id="besluit-reden"
          name="reden"
          rows={3}
          maxlength={MAX_DECISION_REASON}
          required
          aria-invalid={problem === "reasonMissing" ? "true" : undefined}
          aria-describedby={problem === "reasonMissing" ? "besluit-fout" : undefined}
        />
      </p>
      <p>
        <button type="submit">{say("Besluit vastleggen", "Record the decision")}</button>
      </p>
    </form>
  );
}

function problemText(problem: DecisionProblem): string {
  if (problem === "kindMissing") return say("Kies een besluit. Er is niets vastgelegd.", "Choose a decision. Nothing was recorded.");
  if (problem === "reasonMissing") return say("Geef een reden. Er is niets vastgelegd.", "Give a reason. Nothing was recorded.");
  return say(
    "Iemand anders heeft intussen over deze norm besloten; dat besluit staat hierboven. Uw besluit is niet vastgelegd. Wilt u het toch nemen, leg het dan opnieuw vast.",
    "Somebody else decided about this norm meanwhile; that decision is above. Yours was not recorded. If you still want to take it, record it again.",
  );
}
