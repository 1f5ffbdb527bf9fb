import { type Decision, decidedOn } from "../../../core/decisions.ts";
import type { Review } from "../../../core/review/review.ts";
import { DecideForm, type DecisionAttempt } from "../../decide-form.tsx";
import { decisionWords, figuresMark, figuresText } from "../../decisions.ts";
import { day } from "../../format.ts";
import { say } from "../../language.tsx";
import { reviewAddress } from "../../reviews.ts";
import { StatusBadge } from "../../status-badge.tsx";
import { type Column, Table } from "../../table.tsx";

interface DecisionsProps {
  /** Oldest first. */
  readonly decisions: readonly Decision[];
  /** What a decision would rest on now; absent for who does not decide. */
  readonly figures?: Decision["figures"];
  /** Where the form goes. */
  readonly action: string;
  readonly attempt?: DecisionAttempt;
  /** The open review of the label. */
  readonly review?: Review;
  /** `jjjj-mm-dd` */
  readonly today: string;
}

/** What was decided about the norm, on which figures; and for the committee the next decision. */
export function Decisions({ decisions, figures, action, attempt, review, today }: DecisionsProps) {
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
          columns={decisionColumns()}
          rows={decisions.toReversed()}
        />
      )}
      {figures && review && (
        <p class="notice">
          {say("Er loopt een relevantietoets van dit label.", "A relevance review of this label is open.")}{" "}
          <a href={reviewAddress(review.id)}>{say("Besluit daar", "Decide there")}</a>,{" "}
          {say(
            "op de cijfers van die toets. Een besluit hier telt ook voor de toets.",
            "on the figures of that review. A decision here counts for the review too.",
          )}
        </p>
      )}
      {figures && (
        <DecideForm
          action={`${action}#besluiten`}
          known={decisions.length}
          mark={figuresMark(figures)}
          today={today}
          attempt={attempt}
          figures={
            <>
              {say("Bij uw besluit bewaren we de cijfers van alle rapporten:", "With your decision we keep the figures of all reports:")}{" "}
              {figuresText(figures)}.
            </>
          }
        />
      )}
    </section>
  );
}

/** Of a list of decisions about one norm. */
export const decisionColumns = (): readonly Column<Decision>[] => [
  { header: say("Besluit", "Decision"), cell: ({ kind }) => <StatusBadge word={decisionWords[kind]} /> },
  { header: say("Datum", "Date"), cell: (decision) => <time datetime={decision.at}>{day(decidedOn(decision))}</time> },
  {
    header: say("Reden", "Reason"),
    cell: ({ reason, refersTo, number }) => (
      <>
        <bdi>{reason}</bdi>
        {refersTo !== undefined && (
          <small>{say(`Besluit ${number}, volgt op besluit ${refersTo}`, `Decision ${number}, follows decision ${refersTo}`)}</small>
        )}
      </>
    ),
    wide: true,
  },
  { header: say("Door", "By"), cell: ({ by }) => by.name },
  { header: say("Op deze cijfers", "On these figures"), cell: ({ figures }) => figuresText(figures) },
];
