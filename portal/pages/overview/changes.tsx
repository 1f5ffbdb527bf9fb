import type { SignalChanges } from "../../../core/figures/signal-changes.ts";
import { viewName, worthTelling } from "../../../core/figures/signal-digest.ts";
import type { PublishedSignal } from "../../data.ts";
import type { FrameworkFigures } from "../../figures-by-framework.ts";
import { count, day, number } from "../../format.ts";
import { say, useLanguage } from "../../language.tsx";
import { signalWord } from "../../words.ts";
import { NormName } from "./norm-name.tsx";

interface ChangesProps {
  readonly changes: Pick<SignalChanges, "gained" | "lost">;
  /** What is compared with: a reference date (`jjjj-mm-dd`), of the last reviews or a year before. */
  readonly since: { readonly is: "review" | "yearBefore"; readonly date: string };
  readonly frameworks: readonly FrameworkFigures[];
}

/** So many in sight of each; the rest opens. */
const IN_SIGHT = 4;

/** What got or lost a signal since then: a norm is named once for each kind, as on the rest of the page. */
export function Changes({ changes: { gained, lost }, since, frameworks }: ChangesProps) {
  const [came, went] = [worthTelling(gained), worthTelling(lost)];
  return (
    <section aria-labelledby="veranderd">
      <h2 id="veranderd">{say("Wat is er veranderd", "What has changed")}</h2>
      <p>
        {say(
          `Vergeleken met ${since.is === "review" ? "de laatste relevantietoets" : "de peildatum een jaar eerder"}, ${day(since.date)}: ${number(came.length)} nieuw, ${number(went.length)} niet meer.`,
          `Compared with ${since.is === "review" ? "the last relevance review" : "the reference date a year earlier"}, ${day(since.date)}: ${number(came.length)} new, ${number(went.length)} gone.`,
        )}
      </p>
      <List title={say("Nieuw", "New")} signals={came} frameworks={frameworks} />
      <List title={say("Niet meer", "Gone")} signals={went} frameworks={frameworks} />
    </section>
  );
}

function List({ title, signals, frameworks }: { readonly title: string } & LinesProps) {
  if (signals.length === 0) return null;
  const [inSight, others] = [signals.slice(0, IN_SIGHT), signals.slice(IN_SIGHT)];
  return (
    <>
      <h3>{title}</h3>
      <Lines signals={inSight} frameworks={frameworks} />
      {others.length > 0 && (
        <details>
          <summary>
            {say("Nog", "Another")} {count(others.length, say("norm", "norm"), say("normen", "norms"))}
          </summary>
          <Lines signals={others} frameworks={frameworks} />
        </details>
      )}
    </>
  );
}

interface LinesProps extends Pick<ChangesProps, "frameworks"> {
  readonly signals: readonly PublishedSignal[];
}

function Lines({ signals, frameworks }: LinesProps) {
  const language = useLanguage();
  return (
    <ul class="changes">
      {signals.map((signal) => (
        <li>
          {signalWord(signal.signal).text}: <NormName signal={signal} frameworks={frameworks} />
          <small>{viewName(signal.view)[language]}</small>
        </li>
      ))}
    </ul>
  );
}
