import { neverMetStanding, type SignalGroup, signalDigest, sinceText, viewName } from "../../../core/figures/signal-digest.ts";
import type { FlaggedNorm, PublishedSignal } from "../../data.ts";
import { type FrameworkFigures, frameworkOf } from "../../figures-by-framework.ts";
import { count } from "../../format.ts";
import { say, useLanguage } from "../../language.tsx";
import { StatusBadge } from "../../status-badge.tsx";
import { statusWords } from "../../words.ts";
import { NormName } from "./norm-name.tsx";

interface SignalsProps {
  readonly signals: readonly PublishedSignal[];
  readonly frameworks: readonly FrameworkFigures[];
}

/** So many of one kind are in sight; the others open with a click. */
const IN_SIGHT = 5;

/** What else stands out: a sentence each, by kind, with whether it is new or lasting. */
export function Signals({ signals, frameworks }: SignalsProps) {
  const groups = signalDigest(signals);
  if (groups.length === 0) return null;
  return (
    <section class="signals" aria-labelledby="signalen">
      <h2 id="signalen">{say("Wat verder opvalt", "What else stands out")}</h2>
      <p>
        {say(
          "Een reden voor een gesprek, geen oordeel. Geen signaal betekent niet dat er geen verschil is: het kan te klein zijn, of er zijn nog te weinig toetsen om het te kunnen zien.",
          "A reason to talk, no verdict. No signal does not mean that there is no difference: it can be too small, or there are too few tests yet to see it.",
        )}
      </p>
      {groups.map((group) => (
        <Group group={group} frameworks={frameworks} />
      ))}
    </section>
  );
}

function Group({
  group: { heading, signals },
  frameworks,
}: {
  readonly group: SignalGroup;
  readonly frameworks: SignalsProps["frameworks"];
}) {
  const inSight = signals.slice(0, IN_SIGHT);
  const others = signals.slice(IN_SIGHT);
  return (
    <>
      <h3>{heading[useLanguage()]}</h3>
      <List signals={inSight} frameworks={frameworks} />
      {others.length > 0 && (
        <details>
          <summary>
            {say("Nog", "Another")} {count(others.length, say("norm", "norm"), say("normen", "norms"))}
          </summary>
          <List signals={others} frameworks={frameworks} />
        </details>
      )}
    </>
  );
}

function List({ signals, frameworks }: SignalsProps) {
  const language = useLanguage();
  return (
    <ul class="norms">
      {signals.map((signal) => (
        <li>
          <div>
            <p class="norm">
              <NormName signal={signal} frameworks={frameworks} />
            </p>
            <p>{signal.sentence[language]}</p>
          </div>
          <div class="evidence">
            <p>
              <StatusBadge word={statusWords[signal.status]} /> {viewName(signal.view)[language]}
            </p>
            <p class="quiet">{sinceText(signal)[language]}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Since when nobody meets the norm, where the signals of its view say so. */
export function Since({ norm, signals }: { readonly norm: FlaggedNorm; readonly signals: readonly PublishedSignal[] }) {
  const text = neverMetStanding({ ...norm, framework: frameworkOf(norm).split("/").at(-1)! }, signals);
  return text ? <p class="quiet">{text[useLanguage()]}</p> : null;
}
