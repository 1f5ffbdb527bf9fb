import type { Decision } from "../../../core/decisions.ts";
import { byForce, distinctNorms } from "../../../core/figures/publication.ts";
import { BarLegend, StackedBar } from "../../charts/stacked-bar.tsx";
import type { FlaggedNorm, FrameworkTitles, Publication, PublishedSignal } from "../../data.ts";
import { type DecisionAt, decisionText } from "../../decisions.ts";
import { frameworkOf, namesOf } from "../../figures-by-framework.ts";
import { count, day, number } from "../../format.ts";
import { say, useLanguage } from "../../language.tsx";
import { addressAt, normPageAt, normsOfFramework } from "../../norm-links.ts";
import { Since } from "./signals.tsx";

/** The answer in one sentence, about the frameworks that are in force: about others nothing can be changed. */
export function neverMetHeadline({ flagged, referenceDate }: Publication): string {
  const { inForce, past } = byForce(flagged, referenceDate);
  const never = distinctNorms(inForce.filter(isNever));
  if (never > 0) {
    return say(
      `Aan ${count(never, "norm", "normen")} voldoet geen enkele organisatie`,
      `No organisation meets ${count(never, "norm", "norms")}`,
    );
  }
  const soFar = distinctNorms(inForce.filter(isSoFar));
  if (soFar > 0) {
    return say(`Aan ${count(soFar, "norm", "normen")} voldoet tot nu toe niemand`, `So far nobody meets ${count(soFar, "norm", "norms")}`);
  }
  if (past.some(isNever)) {
    return say(
      "Van geen enkele norm die nu geldt, staat vast dat niemand eraan voldoet",
      "Of no norm that is in force it is certain that nobody meets it",
    );
  }
  // Not "every norm is met by somebody": of norms with few judgements that is not known.
  return say("Van geen enkele norm staat vast dat niemand eraan voldoet", "Of no norm it is certain that nobody meets it");
}

const isNever = ({ signal }: FlaggedNorm): boolean => signal === "NOOIT_GEHAALD";
const isSoFar = ({ signal }: FlaggedNorm): boolean => signal === "NOOIT_TOT_NU_TOE";

interface NeverMetProps {
  readonly decisionAt: DecisionAt;
  readonly publication: Publication;
  readonly titles: readonly FrameworkTitles[];
  readonly signals: readonly PublishedSignal[];
}

/** The norms that nobody meets, then those that nobody meets so far, each under its framework; folded, those of frameworks out of force. */
export function NeverMet({ publication, titles, signals, decisionAt }: NeverMetProps) {
  const { inForce, past } = byForce(publication.flagged, publication.referenceDate);
  const never = inForce.filter(isNever);
  const soFar = inForce.filter(isSoFar);
  return (
    <>
      {never.length > 0 && (
        <section class="answer" aria-labelledby="niemand">
          <h2 id="niemand">{say("Niemand voldoet", "Nobody meets it")}</h2>
          <p>
            {say(
              "Vaak genoeg getoetst om het te kunnen zeggen: met 95% zekerheid haalt hooguit 1 op de 10 organisaties zo’n norm. Elk normenkader is apart geteld, zodat een norm er meer dan één keer kan staan; bij Normen staan opeenvolgende normenkaders samen.",
              "Tested often enough to say so: with 95% confidence at most 1 in 10 organisations meets such a norm. Every framework is counted apart, so that a norm can stand here more than once; under Norms successive frameworks stand together.",
            )}
          </p>
          <BarLegend />
          <ByFramework norms={never} titles={titles} signals={signals} decisionAt={decisionAt} />
        </section>
      )}
      {soFar.length > 0 && (
        <section class="answer so-far" aria-labelledby="tot-nu-toe">
          <h2 id="tot-nu-toe">{say("Tot nu toe voldoet niemand", "Nobody so far")}</h2>
          <p>
            {say(
              "Te weinig organisaties getoetst voor een conclusie; houd deze normen in het oog.",
              "Too few organisations tested for a conclusion; keep an eye on these norms.",
            )}
          </p>
          <ByFramework norms={soFar} titles={titles} signals={signals} decisionAt={decisionAt} limit={MOST_SO_FAR} />
        </section>
      )}
      <OutOfForce
        never={past.filter(isNever)}
        soFar={past.filter(isSoFar)}
        referenceDate={publication.referenceDate}
        titles={titles}
        signals={signals}
        decisionAt={decisionAt}
      />
    </>
  );
}

interface OutOfForceProps extends Omit<NeverMetProps, "publication"> {
  readonly never: readonly FlaggedNorm[];
  readonly soFar: readonly FlaggedNorm[];
  /** `jjjj-mm-dd` */
  readonly referenceDate: string;
}

function OutOfForce({ never, soFar, referenceDate, ...shown }: OutOfForceProps) {
  const norms = distinctNorms([...never, ...soFar]);
  if (norms === 0) return null;
  const date = day(referenceDate);
  return (
    <section class="answer so-far" aria-labelledby="niet-meer">
      <h2 id="niet-meer">{say("In normenkaders die niet meer gelden", "In frameworks out of force")}</h2>
      <p>
        {say(
          `Deze normenkaders golden op ${date} niet meer. De cijfers blijven staan, maar aan deze normenkaders is niets meer te veranderen.`,
          `These frameworks were out of force on ${date}. Their figures remain, but nothing can be changed about these frameworks.`,
        )}
      </p>
      <details>
        <summary>
          {say(
            `Toon ${count(norms, "norm waaraan niemand voldeed", "normen waaraan niemand voldeed")}`,
            `Show ${count(norms, "norm that nobody met", "norms that nobody met")}`,
          )}
        </summary>
        <ByFramework norms={never} {...shown} />
        <ByFramework norms={soFar} {...shown} limit={MOST_SO_FAR} />
      </details>
    </section>
  );
}

/** Norms that nobody meets are all shown. Of those without a conclusion only so many per framework; the table has the rest. */
const MOST_SO_FAR = 10;

function ByFramework({
  norms,
  titles,
  signals,
  decisionAt,
  limit = Number.POSITIVE_INFINITY,
}: {
  decisionAt: DecisionAt;
  norms: readonly FlaggedNorm[];
  titles: readonly FrameworkTitles[];
  signals: readonly PublishedSignal[];
  limit?: number;
}) {
  const groups = new Map<string, FlaggedNorm[]>();
  for (const norm of norms) groups.set(frameworkOf(norm), [...(groups.get(frameworkOf(norm)) ?? []), norm]);
  return [...groups].map(([key, group]) => (
    <>
      <h3>{namesOf(key, titles).name}</h3>
      <ul class="norms">
        {group.slice(0, limit).map((norm) => (
          <li>
            <Norm norm={norm} framework={key} signals={signals} decision={decisionAt(addressAt({ framework: key, norm: norm.norm }))} />
          </li>
        ))}
      </ul>
      {group.length > limit && (
        <p>
          <a href={normsOfFramework(key, group[0]?.signal)}>
            {say("Nog", "Another")} {count(group.length - limit, say("norm", "norm"), say("normen", "norms"))}{" "}
            {say("in de tabel", "in the table")}
          </a>
        </p>
      )}
    </>
  ));
}

function Norm({
  norm,
  framework,
  signals,
  decision,
}: {
  readonly decision: Decision | undefined;
  readonly norm: FlaggedNorm;
  readonly framework: string;
  readonly signals: readonly PublishedSignal[];
}) {
  return (
    <>
      <div>
        <p class="norm">
          <a href={normPageAt({ framework, norm: norm.norm })}>
            <b>{norm.norm}</b> {norm.title}
          </a>
        </p>
        <p>{norm.sentence[useLanguage()]}</p>
        <Since norm={norm} signals={signals} />
        <p class="quiet">
          {decision ? `${say("Besluit", "Decision")}: ${decisionText(decision)}` : say("Nog niets besloten.", "Nothing decided yet.")}
        </p>
      </div>
      <div class="evidence">
        <StackedBar met={norm.met} partiallyMet={norm.partly} notMet={norm.n - norm.met - norm.partly} interval={norm.interval} />
        <p class="quiet">n = {number(norm.n)}</p>
      </div>
    </>
  );
}
