import type { DescribedKappa } from "../core/figures/analyses/described-kappa.ts";
import { isSaid, type Outcome, type Reason } from "../core/relevance/outcome.ts";
import { hundredths, number, percent } from "./format.ts";
import { say } from "./language.tsx";

/** Kappa in a cell of a table: with its interval, or why there is none. */
export function Kappa({ value }: { readonly value: Outcome<DescribedKappa> }) {
  if (!isSaid(value)) return <Missing reason={value.notYet} />;
  return (
    <>
      {hundredths(value.kappa)}
      <small>{value.interval ? range(value.interval) : say("geen interval", "no interval")}</small>
    </>
  );
}

const range = ({ lower, upper }: NonNullable<DescribedKappa["interval"]>): string =>
  `${hundredths(lower)} ${say("tot", "to")} ${hundredths(upper)}`;

function Missing({ reason }: { readonly reason: Reason }) {
  const [what, how] = partsOf(reason);
  return (
    <span class="quiet">
      {what}
      {how !== "" && <small>{how}</small>}
    </span>
  );
}

/** Why there is none, in a few words for a file. */
const whyNoKappa = (reason: Reason): string =>
  partsOf(reason)
    .filter((part) => part !== "")
    .join(": ");

function partsOf(reason: Reason): readonly [what: string, how: string] {
  switch (reason.because) {
    case "nothingJudged":
      return ["–", ""];
    case "tooFewOrganisations":
      return [
        say("te weinig", "too few"),
        say(`${number(reason.n)} van ${number(reason.needed)}`, `${number(reason.n)} of ${number(reason.needed)}`),
      ];
    case "almostAllOneScore":
      return [say("één score", "one score"), percent(reason.share)];
    default:
      return [say("één score", "one score"), say("bij iedereen", "of everybody")];
  }
}

/** Columns of a file, for `kappaCells`. */
export const kappaColumns = () => [
  { header: "Kappa", kind: "count" as const },
  { header: say("Kappa: ondergrens (95%)", "Kappa: lower limit (95%)"), kind: "count" as const },
  { header: say("Kappa: bovengrens (95%)", "Kappa: upper limit (95%)"), kind: "count" as const },
  { header: say("Waarom geen kappa", "Why no kappa"), kind: "text" as const },
];

export function kappaCells(value: Outcome<DescribedKappa>): readonly (number | string | null)[] {
  if (!isSaid(value)) return [null, null, null, whyNoKappa(value.notYet)];
  const { kappa, interval } = value;
  return [sixDecimals(kappa), interval && sixDecimals(interval.lower), interval && sixDecimals(interval.upper), null];
}

/** As shares in files. */
const sixDecimals = (value: number): number => Math.round(value * 1e6) / 1e6;

/** What kappa is, once per page that shows it. */
export function AboutKappa() {
  return (
    <details class="about-figures">
      <summary>{say("Wat is kappa, en waarom ontbreekt hij soms?", "What is kappa, and why is it missing at times?")}</summary>
      <p>
        {say(
          "Kappa zegt hoeveel vaker twee oordelen gelijk zijn dan bij toeval: 1 is altijd gelijk, 0 is niet meer dan toeval. Een verschil van “voldoet” met “voldoet niet” telt zwaarder dan een verschil van één stap.",
          "Kappa says how much more often two judgements are equal than by chance: 1 is always equal, 0 is no more than chance. A difference of “met” and “not met” weighs more than a difference of one step.",
        )}
      </p>
      <p>
        {say(
          "Hebben bijna alle organisaties dezelfde score, dan zegt kappa niets: bij 96% gelijk kan hij onder 0 liggen, omdat het toeval alleen al bijna alles gelijk maakt. Kijk dan naar het percentage gelijk. Onder de 20 organisaties staat er geen kappa.",
          "Where nearly all organisations have the same score, kappa says nothing: at 96% equal it can be below 0, because chance alone makes nearly all equal. Look at the percentage equal then. Below 20 organisations there is no kappa.",
        )}
      </p>
    </details>
  );
}
