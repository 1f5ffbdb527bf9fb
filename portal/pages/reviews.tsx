import type { Review } from "../../core/review/review.ts";
import { count, day } from "../format.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { REVIEWS, reviewAddress, reviewStates } from "../reviews.ts";
import { Select } from "../select.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { type Column, Table } from "../table.tsx";
import { FormToken } from "../visit.tsx";

/** A review with how far it is. */
export interface ReviewRow {
  readonly review: Review;
  readonly decided: number;
  /** Preparing it went wrong. */
  readonly failed: boolean;
}

export type RequestProblem = "labelUnknown" | "dateUnreadable" | "dateInFuture" | "reviewExists";

interface ReviewsProps {
  /** The latest reference date first. */
  readonly rows: readonly ReviewRow[];
  readonly labels: readonly string[];
  /** `jjjj-mm-dd` */
  readonly today: string;
  readonly mayRequest: boolean;
  readonly attempt?: { readonly problem: RequestProblem; readonly label: string; readonly referenceDate: string };
}

/** All relevance reviews, what is open first, and the form by which one is asked for. */
export function Reviews({ rows, labels, today, mayRequest, attempt }: ReviewsProps) {
  const open = rows.filter(({ review }) => review.state === "open");
  return (
    <Layout title={say("Relevantietoets", "Relevance review")} section={REVIEWS}>
      <h1>{say("Relevantietoets", "Relevance review")}</h1>
      <p class="lead">
        {say(
          "Eén keer per jaar kijkt de beheercommissie per label welke normen een besluit vragen. De cijfers staan dan vast.",
          "Once a year the committee looks, label by label, which norms ask for a decision. The figures are fixed then.",
        )}
      </p>
      {open.map((row) => (
        <OpenReview {...row} />
      ))}
      {rows.length === 0 ? (
        <p class="notice">{say("Er is nog geen relevantietoets geweest.", "There has been no relevance review yet.")}</p>
      ) : (
        <Table
          name="reviews"
          caption={count(rows.length, say("relevantietoets", "relevance review"), say("relevantietoetsen", "relevance reviews"))}
          columns={columns(mayRequest)}
          rows={rows}
        />
      )}
      {mayRequest && <RequestForm {...{ labels, today, attempt }} />}
    </Layout>
  );
}

function OpenReview({ review, decided }: ReviewRow) {
  const agenda = review.agenda?.length ?? 0;
  return (
    <section class="notice" aria-labelledby={`open-${review.id}`}>
      <h2 id={`open-${review.id}`}>
        {say(`De relevantietoets van ${review.label} staat open`, `The relevance review of ${review.label} is open`)}
        {review.decideBy && say(` tot en met ${day(review.decideBy)}`, ` until ${day(review.decideBy)}`)}
      </h2>
      <p>
        {agenda === 0
          ? say("Geen enkele norm vraagt een besluit.", "No norm asks for a decision.")
          : say(
              `Over ${decided} van de ${count(agenda, "norm", "normen")} is besloten.`,
              `${decided} of ${count(agenda, "norm", "norms")} decided about.`,
            )}{" "}
        <a href={reviewAddress(review.id)}>{say("Naar de relevantietoets", "To the relevance review")}</a>
      </p>
    </section>
  );
}

const columns = (mayRequest: boolean): readonly Column<ReviewRow>[] => [
  {
    header: say("Label en peildatum", "Label and reference date"),
    cell: ({ review }) => (
      <a href={reviewAddress(review.id)}>
        {review.label}, {day(review.referenceDate)}
      </a>
    ),
  },
  {
    header: say("Stand", "State"),
    cell: ({ review, failed }) =>
      failed ? (
        <>
          {say("Het maken is mislukt.", "Making it failed.")}
          {mayRequest && <Retry review={review} />}
        </>
      ) : (
        <StatusBadge word={reviewStates[review.state]} />
      ),
  },
  {
    header: say("Besloten", "Decided"),
    cell: ({ review, decided }) =>
      review.agenda && review.agenda.length > 0
        ? say(`${decided} van de ${review.agenda.length}`, `${decided} of ${review.agenda.length}`)
        : "–",
  },
  {
    header: say("Besluiten tot en met", "Decide by"),
    cell: ({ review }) => (review.decideBy ? day(review.decideBy) : "–"),
  },
];

function Retry({ review }: { readonly review: Review }) {
  return (
    <form method="post" action={REVIEWS}>
      <FormToken />
      <input type="hidden" name="label" value={review.label} />
      <input type="hidden" name="peildatum" value={review.referenceDate} />
      <input type="hidden" name="opnieuw" value="ja" />
      <button type="submit" class="quiet">
        {say("Probeer opnieuw", "Try again")}
      </button>
    </form>
  );
}

function RequestForm({ labels, today, attempt }: Pick<ReviewsProps, "labels" | "today" | "attempt">) {
  const wrongDay = attempt?.problem === "dateUnreadable" || attempt?.problem === "dateInFuture";
  return (
    <section aria-labelledby="aanvragen">
      <h2 id="aanvragen">{say("Een relevantietoets aanvragen", "Ask for a relevance review")}</h2>
      <p>
        {say(
          "De toets van elk jaar komt vanzelf. Vraag er alleen een aan als de commissie eerder wil besluiten, of over een andere peildatum.",
          "The review of every year comes by itself. Ask for one only if the committee wants to decide earlier, or at another reference date.",
        )}
      </p>
      {attempt && (
        <p class="wrong" role="alert" id="aanvraag-fout">
          {problemText(attempt.problem)}
        </p>
      )}
      <form method="post" action={`${REVIEWS}#aanvragen`} class="filter">
        <FormToken />
        <Select
          name="label"
          label={say("Label", "Label")}
          all={say("Kies een label", "Choose a label")}
          options={labels.map((label) => [label, label] as const)}
          chosen={attempt?.label}
        />
        <p>
          <label for="peildatum">{say("Peildatum", "Reference date")}</label>
          <input
            type="date"
            id="peildatum"
            name="peildatum"
            required
            max={today}
            value={attempt?.referenceDate || today}
            aria-invalid={wrongDay ? "true" : undefined}
            aria-describedby={attempt ? "aanvraag-fout" : undefined}
          />
        </p>
        <p>
          <button type="submit">{say("Aanvragen", "Ask for it")}</button>
        </p>
      </form>
    </section>
  );
}

function problemText(problem: RequestProblem): string {
  switch (problem) {
    case "labelUnknown":
      return say("Dit label kennen we niet. Er is niets aangevraagd.", "We do not know this label. Nothing was asked for.");
    case "dateUnreadable":
      return say("Deze datum bestaat niet. Er is niets aangevraagd.", "There is no such date. Nothing was asked for.");
    case "dateInFuture":
      return say(
        "De peildatum ligt in de toekomst: die cijfers zijn er nog niet. Er is niets aangevraagd.",
        "The reference date is in the future: those figures do not exist yet. Nothing was asked for.",
      );
    case "reviewExists":
      return say(
        "Deze relevantietoets is er al. U vindt hem in de lijst hierboven.",
        "This relevance review exists already. It is in the list above.",
      );
  }
}
