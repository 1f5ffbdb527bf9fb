import type { FrameworkFigures } from "../../figures-by-framework.ts";
import { count, number } from "../../format.ts";
import { say, useLanguage } from "../../language.tsx";
import { normsOfFramework } from "../../norm-links.ts";
import { codes } from "../../words.ts";

/** Signals that are named as a count: worth knowing, no reason for alarm. */
const counted = [
  {
    signal: "ALTIJD_GEHAALD",
    one: { nl: "norm wordt door iedereen gehaald", en: "norm is met by everybody" },
    many: { nl: "normen worden door iedereen gehaald", en: "norms are met by everybody" },
  },
  {
    signal: "TE_WEINIG_GEGEVENS",
    one: { nl: "norm is nog te weinig getoetst om iets te zeggen", en: "norm was tested too little yet to say anything" },
    many: { nl: "normen zijn nog te weinig getoetst om iets te zeggen", en: "norms were tested too little yet to say anything" },
  },
] as const;

/** One line per signal, with a link per framework to the norms that have it. */
export function OtherSignals({ frameworks }: { readonly frameworks: readonly FrameworkFigures[] }) {
  const language = useLanguage();
  const lines = counted
    .map((line) => ({
      ...line,
      places: frameworks.map((framework) => ({ framework, norms: withSignal(framework, line.signal) })).filter(({ norms }) => norms > 0),
    }))
    .filter(({ places }) => places.length > 0);
  if (lines.length === 0) return null;
  return (
    <section class="other" aria-labelledby="verder">
      <h2 id="verder">{say("Verder", "Further")}</h2>
      <ul>
        {lines.map(({ signal, one, many, places }) => (
          <li>
            {count(
              places.reduce((sum, { norms }) => sum + norms, 0),
              one[language],
              many[language],
            )}
            :{" "}
            {places.map(({ framework, norms }, i) => (
              <>
                {i > 0 && ", "}
                <a href={normsOfFramework(framework.key, signal)}>
                  {framework.shortName} ({number(norms)})
                </a>
              </>
            ))}
            .
          </li>
        ))}
      </ul>
    </section>
  );
}

const withSignal = ({ rows }: FrameworkFigures, signal: string): number =>
  rows.filter((row) => codes(row.signalen).includes(signal)).length;
