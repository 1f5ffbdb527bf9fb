import { changesSince } from "../../../core/figures/signal-changes.ts";
import { viewName, worthTelling } from "../../../core/figures/signal-digest.ts";
import type { PublishedSignal } from "../../data.ts";
import type { FrameworkFigures } from "../../figures-by-framework.ts";
import { count, day, number } from "../../format.ts";
import { say, useLanguage } from "../../language.tsx";
import { signalWord } from "../../words.ts";
import { NormName } from "./norm-name.tsx";

interface ChangesProps {
  readonly signals: readonly PublishedSignal[];
  /** Those of a year earlier. */
  readonly before: readonly PublishedSignal[];
  /** `jjjj-mm-dd`, a year before the reference date. */
  readonly since: string;
  readonly frameworks: readonly FrameworkFigures[];
}

/** So many in sight of each; the rest opens. */
const IN_SIGHT = 4;

/** What got or lost a signal in a year: a norm is named once for each kind, as on the rest of the page. */
export function Changes({ signals, before, since, frameworks }: ChangesProps) {
  const { gained, lost } = changesSince(before, signals);
  const [came, went] = [worthTelling(gained), worthTelling(lost)];
  return (
    <section aria-labelledby="veranderd">
      <h2 id="veranderd">{say("Wat is er veranderd", "What has changed")}</h2>
      <p>
        {say(
          `Vergeleken met de peildatum een jaar eerder, ${day(since)}: ${number(came.length)} nieuw, ${number(went.length)} niet meer.`,
          `Compared with the reference date a year earlier, ${day(since)}: ${number(came.length)} new, ${number(went.length)} gone.`,
        )}
      </p>
      <List title={say("Nieuw", "New")} signals={came} frameworks={frameworks} />
      <List title={say("Niet meer", "Gone")} signals={went} frameworks={frameworks} />
    </section>
  );
}

function List({ title, signals, frameworks }: { readonly title: string } & Pick<ChangesProps, "signals" | "frameworks">) {
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

function Lines({ signals, frameworks }: Pick<ChangesProps, "signals" | "frameworks">) {
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
