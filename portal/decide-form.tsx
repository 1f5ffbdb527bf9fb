import type { Child } from "hono/jsx";
import { type DecisionKind, decisionKinds } from "../core/decisions.ts";
import { type DecisionForm, type DecisionProblem, MAX_DECISION_REASON } from "../core/take-decision.ts";
import { decisionWords } from "./decisions.ts";
import { say } from "./language.tsx";
import { FormToken } from "./visit.tsx";

/** A decision that was not recorded: what was filled in stands in the form again. */
export interface DecisionAttempt extends Pick<DecisionForm, "kind" | "reason" | "on"> {
  readonly problem: DecisionProblem;
}

interface DecideFormProps {
  readonly action: string;
  /** How many decisions about the norm there are: whoever decides on an older page hears so first. */
  readonly known: number;
  /** Of the figures that are shown; absent where they do not change. */
  readonly mark?: string;
  /** What is kept with the decision. */
  readonly figures: Child;
  /** `jjjj-mm-dd` */
  readonly today: string;
  readonly attempt?: DecisionAttempt;
}

/** What the committee decides about a norm: what, why, and when. */
export function DecideForm({ action, known, mark, figures, today, attempt }: DecideFormProps) {
  const wrong = (...problems: readonly DecisionProblem[]) => (attempt && problems.includes(attempt.problem) ? "besluit-fout" : undefined);
  const wrongDay = wrong("dateUnreadable", "dateInFuture", "dateBeforeReview");
  return (
    <form method="post" action={action} class="decide">
      <FormToken />
      <input type="hidden" name="bekend" value={String(known)} />
      {mark !== undefined && <input type="hidden" name="cijfers" value={mark} />}
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
          aria-invalid={wrong("reasonMissing") && "true"}
          aria-describedby={["besluit-hulp", wrong("reasonMissing")].filter(Boolean).join(" ")}
        >
          {attempt?.reason}
        </textarea>
      </p>
      <p class="field">
        <label for="besluit-op">{say("Datum van het besluit", "Date of the decision")}</label>
        <input
          type="date"
          id="besluit-op"
          name="op"
          value={attempt?.on || today}
          max={today}
          aria-invalid={wrongDay && "true"}
          aria-describedby={wrongDay}
        />
      </p>
      <p>
        {figures}{" "}
        {say(
          "Een besluit wordt bewaard. Wie het wil veranderen, neemt een nieuw besluit, dat naar dit besluit verwijst.",
          "A decision is kept. Whoever wants to change it takes a new one, which refers to this one.",
        )}
      </p>
      <p>
        <button type="submit">{say("Besluit vastleggen", "Record the decision")}</button>
      </p>
    </form>
  );
}

/** What is in a form of `DecideForm`. */
export const readDecisionForm = (form: Readonly<Record<string, unknown>>): DecisionForm => ({
  kind: decisionKinds.find((one: DecisionKind) => one === form["besluit"]),
  reason: String(form["reden"] ?? ""),
  on: String(form["op"] ?? ""),
  known: /^\d{1,6}$/.test(String(form["bekend"])) ? Number(form["bekend"]) : Number.NaN,
});

/** HTTP status of an answer that says why a decision was not recorded. */
export const decisionStatus = (problem: DecisionProblem): 400 | 409 =>
  problem === "decidedMeanwhile" || problem === "figuresMeanwhile" || problem === "reviewClosed" ? 409 : 400;

function problemText(problem: DecisionProblem): string {
  switch (problem) {
    case "kindMissing":
      return say("Kies een besluit. Er is niets vastgelegd.", "Choose a decision. Nothing was recorded.");
    case "reasonMissing":
      return say("Geef een reden. Er is niets vastgelegd.", "Give a reason. Nothing was recorded.");
    case "dateUnreadable":
      return say("Deze datum bestaat niet. Er is niets vastgelegd.", "There is no such date. Nothing was recorded.");
    case "dateInFuture":
      return say(
        "Een besluit kan niet van een latere dag zijn dan vandaag. Er is niets vastgelegd.",
        "A decision cannot be of a later day than today. Nothing was recorded.",
      );
    case "dateBeforeReview":
      return say(
        "Op die dag was deze relevantietoets nog niet geopend. Er is niets vastgelegd. Kies een latere dag.",
        "On that day this relevance review was not open yet. Nothing was recorded. Choose a later day.",
      );
    case "reviewClosed":
      return say(
        "Deze relevantietoets is gesloten. Uw besluit is niet vastgelegd. Neem een nieuw besluit op de pagina van de norm.",
        "This relevance review is closed. Your decision was not recorded. Take a new decision on the page of the norm.",
      );
    case "figuresMeanwhile":
      return say(
        "De cijfers van deze norm zijn veranderd sinds u de pagina opende. Uw besluit is niet vastgelegd. Bekijk de cijfers opnieuw en leg uw besluit dan nog eens vast.",
        "The figures of this norm have changed since you opened the page. Your decision was not recorded. Look at the figures again and then record your decision once more.",
      );
    case "decidedMeanwhile":
      return say(
        "Iemand anders heeft intussen over deze norm besloten; dat besluit staat hierboven. Uw besluit is niet vastgelegd. Wilt u het toch nemen? Leg het dan nog eens vast.",
        "Somebody else decided about this norm meanwhile; that decision is above. Yours was not recorded. If you still want to take it, record it again.",
      );
  }
}
