import { amsterdamDay, dutchDay } from "../../../core/calendar.ts";
import { type Decision, type DecisionKind, decisionKinds } from "../../../core/decisions.ts";
import { decisionWords, figuresMark, figuresText } from "../../decisions.ts";
import { say } from "../../language.tsx";
import { StatusBadge } from "../../status-badge.tsx";
import { type Column, Table } from "../../table.tsx";
import { FormToken } from "../../visit.tsx";

/** Longer than the minutes of most meetings about one norm. */
export const MAX_DECISION_REASON = 1000;

export type DecisionProblem = "kindMissing" | "reasonMissing" | "decidedMeanwhile" | "figuresMeanwhile";

/** A decision that was not recorded: what was filled in stands in the form again. */
export interface DecisionAttempt {
  readonly problem: DecisionProblem;
  readonly kind: DecisionKind | undefined;
  readonly reason: string;
}

interface DecisionsProps {
  /** Oldest first. */
  readonly decisions: readonly Decision[];
  /** What a decision would rest on now; absent for who does not decide. */
  readonly figures?: Decision["figures"];
  /** Where the form goes. */
  readonly action: string;
  readonly attempt?: DecisionAttempt;
}

/** What was decided about the norm, on which figures; and for the committee the next decision. */
export function Decisions({ decisions, figures, action, attempt }: DecisionsProps) {
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
      {figures && <Decide {...{ known: decisions.length, figures, action, attempt }} />}
    </section>
  );
}

const columns = (): readonly Column<Decision>[] => [
  { header: say("Besluit", "Decision"), cell: ({ kind }) => <StatusBadge word={decisionWords[kind]} /> },
  { header: say("Datum", "Date"), cell: ({ at }) => <time datetime={at}>{dutchDay(amsterdamDay(at))}</time> },
  { header: say("Reden", "Reason"), cell: ({ reason }) => <bdi>{reason}</bdi>, wide: true },
  { header: say("Door", "By"), cell: ({ by }) => by.name },
  { header: say("Op deze cijfers", "On these figures"), cell: ({ figures }) => figuresText(figures) },
];

interface DecideProps extends Pick<DecisionsProps, "action" | "attempt"> {
  readonly known: number;
  readonly figures: Decision["figures"];
}

function Decide({ known, figures, action, attempt }: DecideProps) {
  const wrong = (problem: DecisionProblem) => (attempt?.problem === problem ? "besluit-fout" : undefined);
  return (
    // To the form again when something is missing: the page is long.
    <form method="post" action={`${action}#besluiten`} class="decide">
      <FormToken />
      {/* What there was when this page was made: whoever decides on an older page hears so first. */}
      <input type="hidden" name="bekend" value={String(known)} />
      <input type="hidden" name="cijfers" value={figuresMark(figures)} />
      {attempt && (
        <p id="besluit-fout" class="wrong" role="alert">
          {problemText(attempt.problem)}
        </p>
      )}
      <fieldset class="choices" aria-describedby={wrong("kindMissing")}>
        <legend>{known === 0 ? say("Wat besluit u?", "What do you decide?") : say("Nieuw besluit", "New decision")}</legend>
        {decisionKinds.map((kind) => (
          <label>
            <input type="radio" name="besluit" value={kind} required checked={attempt?.kind === kind} /> {decisionWords[kind].text}
          </label>
        ))}
      </fieldset>
      <p class="field">
        <label for="besluit-reden">{say("Waarom?", "Why?")}</label>
        <span class="quiet" id="besluit-hulp">
          {say(
            "Wie de cijfers mag zien, kan dit lezen. Schrijf geen namen van mensen op.",
            "Whoever may see the figures can read this. Write down no names of people.",
          )}
        </span>
        <textarea
          id="besluit-reden"
          name="reden"
          rows={3}
          maxlength={MAX_DECISION_REASON}
          required
          aria-invalid={attempt?.problem === "reasonMissing" ? "true" : undefined}
          aria-describedby={["besluit-hulp", wrong("reasonMissing")].filter(Boolean).join(" ")}
        >
          {attempt?.reason}
        </textarea>
      </p>
      <p>
        {say("Bij uw besluit bewaren we de cijfers van alle rapporten:", "With your decision we keep the figures of all reports:")}{" "}
        {figuresText(figures)}.{" "}
        {say(
          "Een besluit kunt u later niet veranderen; u kunt wel een nieuw besluit nemen.",
          "A decision cannot be changed later; you can take a new one.",
        )}
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
  if (problem === "figuresMeanwhile") {
    return say(
      "De cijfers van deze norm zijn veranderd sinds u de pagina opende. Uw besluit is niet vastgelegd. Bekijk de cijfers opnieuw en leg uw besluit dan nog eens vast.",
      "The figures of this norm have changed since you opened the page. Your decision was not recorded. Look at the figures again and then record your decision once more.",
    );
  }
  return say(
    "Iemand anders heeft intussen over deze norm besloten; dat besluit staat hierboven. Uw besluit is niet vastgelegd. Wilt u het toch nemen? Leg het dan nog eens vast.",
    "Somebody else decided about this norm meanwhile; that decision is above. Yours was not recorded. If you still want to take it, record it again.",
  );
}
