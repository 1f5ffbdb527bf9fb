import type { OpenWork } from "../../../core/framework-draft/check.ts";
import type { PublicationFault } from "../../../core/framework-draft/publish.ts";
import type { Validity } from "../../../core/framework-draft/types.ts";
import { count } from "../../format.ts";
import { publicationFaultText } from "../../framework-faults.ts";
import { listed } from "../../framework-words.ts";
import { say } from "../../language.tsx";
import { DraftFields, DraftLayout, Faults, type Refusal } from "./draft-layout.tsx";
import type { DraftView } from "./view.ts";

export interface PublishAttempt {
  readonly validity: Validity;
  readonly faults: readonly PublicationFault[];
  /** Of the checks of the catalogue, Dutch. */
  readonly problems: readonly string[];
  readonly refusal?: Refusal;
}

interface PublishPageProps extends DraftView {
  readonly action: string;
  /** What stands in the form to begin with. */
  readonly validity: Validity;
  readonly work: readonly OpenWork[];
  readonly attempt?: PublishAttempt;
}

/** An administrator puts a draft in force, from a day on, with the time in which both versions may be tested by. */
export function PublishPage(props: PublishPageProps) {
  const { draft, base, attempt } = props;
  return (
    <DraftLayout draft={draft} heading={say("In gebruik nemen", "Put in force")} refused={attempt !== undefined}>
      {attempt && (attempt.faults.length > 0 || attempt.refusal) && (
        <Faults faults={attempt.faults.map(publicationFaultText)} refusal={attempt.refusal} />
      )}
      {attempt && attempt.problems.length > 0 && (
        <section class="verdict bad" role="alert" aria-label={say("Niet in orde", "Not right")}>
          <p>{say("De controle vond dit; er is niets veranderd.", "The check found this; nothing was changed.")}</p>
          <ul lang="nl">
            {attempt.problems.map((problem) => (
              <li>{problem}</li>
            ))}
          </ul>
        </section>
      )}
      {draft.state === "publishing" ? <Interrupted {...props} /> : <Begin {...props} />}
      <p class="quiet">
        {say(
          `Een normenkader dat in gebruik is, verandert niet meer: rapporten rusten erop. ${base.label} ${base.variant} ${base.version} blijft bestaan voor wat erop getoetst is.`,
          `A framework that is in force does not change any more: reports rest on it. ${base.label} ${base.variant} ${base.version} stays for what was tested by it.`,
        )}
      </p>
    </DraftLayout>
  );
}

function Begin({ draft, base, action, validity, work, attempt }: PublishPageProps) {
  const shown = attempt?.validity ?? validity;
  const wrong = (...faults: readonly PublicationFault["fault"][]) =>
    attempt?.faults.some(({ fault }) => faults.includes(fault)) ? { "aria-invalid": "true" as const, "aria-describedby": "fouten" } : {};
  const promised = work.filter(({ what }) => what === "samePromised").map(({ norm }) => norm.code);
  return (
    <form method="post" action={action} class="filter selection draft-form">
      <DraftFields draft={draft} />
      <p>
        {say(
          `${count(draft.norms.length, "norm", "normen")}; ${count(draft.dropped.length, "norm vervalt", "normen vervallen")}.`,
          `${count(draft.norms.length, "norm", "norms")}; ${count(draft.dropped.length, "norm is dropped", "norms are dropped")}.`,
        )}{" "}
        {promised.length > 0 &&
          say(
            `Met een andere tekst, en toch als gelijk geteld: ${listed(promised)}.`,
            `With another text, and counted as the same all the same: ${listed(promised)}.`,
          )}
      </p>
      <div class="fields">
        <p>
          <label for="vanaf">{say("Geldt vanaf", "In force from")}</label>
          <input id="vanaf" name="vanaf" type="date" required value={shown.validFrom} {...wrong("fromMissing", "fromPast")} />
        </p>
        <p>
          <label for="tot">{say(`${base.version} geldt nog tot en met`, `${base.version} lasts until`)}</label>
          <input id="tot" name="tot" type="date" required value={shown.beforeUntil} {...wrong("untilMissing", "gap", "baseNotBegun")} />
        </p>
      </div>
      <p>
        {say(
          "Tussen die twee dagen kan op beide versies worden getoetst; elk rapport zegt op welke.",
          "Between these two days tests may be by either version; every report says by which.",
        )}
      </p>
      <p>
        <button type="submit" name="doel" value="in gebruik nemen">
          {say("In gebruik nemen", "Put in force")}
        </button>
      </p>
    </form>
  );
}

/** Somebody began, and it was not finished: the page was closed, or a service did not answer. */
const Interrupted = ({ draft, action }: PublishPageProps) => (
  <form method="post" action={action}>
    <DraftFields draft={draft} />
    <p>
      {say(
        "Het in gebruik nemen is begonnen en niet afgerond. Rond het af, of maak het concept weer open.",
        "Putting it in force was begun and not finished. Finish it, or open the draft again.",
      )}
    </p>
    <p>
      <button type="submit" name="doel" value="afronden">
        {say("Afronden", "Finish")}
      </button>{" "}
      <button type="submit" name="doel" value="openen">
        {say("Weer openen", "Open again")}
      </button>
    </p>
  </form>
);
