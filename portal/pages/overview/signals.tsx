import { neverMetStanding, type SignalGroup, signalDigest, sinceText, viewName } from "../../../core/figures/signal-digest.ts";
import type { FlaggedNorm, PublishedSignal } from "../../data.ts";
import { type FrameworkFigures, frameworkOf } from "../../figures-by-framework.ts";
import { count } from "../../format.ts";
import { normPageAt } from "../../norm-links.ts";
import { StatusBadge } from "../../status-badge.tsx";
import { statusWords } from "../../words.ts";

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
      <h2 id="signalen">Wat verder opvalt</h2>
      <p>
        Een reden voor een gesprek, geen oordeel. Geen signaal betekent niet dat er geen verschil is: het kan te klein zijn, of er zijn nog
        te weinig toetsen om het te kunnen zien.
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
      <h3>{heading}</h3>
      <List signals={inSight} frameworks={frameworks} />
      {others.length > 0 && (
        <details>
          <summary>Nog {count(others.length, "norm", "normen")}</summary>
          <List signals={others} frameworks={frameworks} />
        </details>
      )}
    </>
  );
}

function List({ signals, frameworks }: SignalsProps) {
  return (
    <ul class="norms">
      {signals.map((signal) => (
        <li>
          <div>
            <p class="norm">
              <NormName signal={signal} frameworks={frameworks} />
            </p>
            <p>{signal.sentence.nl}</p>
          </div>
          <div class="evidence">
            <p>
              <StatusBadge word={statusWords[signal.status]} /> {viewName(signal.view)}
            </p>
            <p class="quiet">{sinceText(signal)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** With a link to its page. */
function NormName({ signal, frameworks }: { readonly signal: PublishedSignal; readonly frameworks: SignalsProps["frameworks"] }) {
  const place = signal.evidence.restsOn?.norms.at(-1);
  const framework = frameworks.find(({ key }) => key === place?.framework);
  const row = framework?.rows.find(({ norm }) => norm === place?.norm);
  if (!framework || !row) return <b>{signal.norm}</b>;
  return (
    <a href={normPageAt({ framework: framework.key, norm: row.norm })}>
      <b>{signal.norm}</b> {row.titel}
    </a>
  );
}

/** Since when nobody meets the norm, where the signals of its view say so. */
export function Since({ norm, signals }: { readonly norm: FlaggedNorm; readonly signals: readonly PublishedSignal[] }) {
  const text = neverMetStanding({ ...norm, framework: frameworkOf(norm).split("/").at(-1)! }, signals);
  return text ? <p class="quiet">{text}</p> : null;
}
