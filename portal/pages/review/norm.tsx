import type { Decision } from "../../../core/decisions.ts";
import { viewName } from "../../../core/figures/signal-digest.ts";
import { type DossierNorm, type DossierSignal, normsThat } from "../../../core/review/dossier.ts";
import { isPastDeadline } from "../../../core/review/review.ts";
import { lowerBound, upperBound } from "../../../core/statistics/one-sided-bound.ts";
import { BarLegend, StackedBar } from "../../charts/stacked-bar.tsx";
import { DecideForm, type DecisionAttempt } from "../../decide-form.tsx";
import { figuresText } from "../../decisions.ts";
import { count, day, number, percent } from "../../format.ts";
import { say, useLanguage } from "../../language.tsx";
import { Layout } from "../../layout.tsx";
import { normPage } from "../../norm-links.ts";
import { REVIEWS, reviewAddress, reviewNormAddress } from "../../reviews.ts";
import { StatusBadge } from "../../status-badge.tsx";
import { Table } from "../../table.tsx";
import { signalWord } from "../../words.ts";
import { decisionColumns } from "../norm/decisions.tsx";
import type { AgendaProps } from "./agenda.tsx";

interface ReviewNormProps extends AgendaProps {
  readonly norm: DossierNorm;
  /** Every decision about it, oldest first. */
  readonly decisions: readonly Decision[];
  /** What a decision would rest on. */
  readonly figures: Decision["figures"];
  readonly mayDecide: boolean;
  /** `jjjj-mm-dd` */
  readonly today: string;
  readonly attempt?: DecisionAttempt;
}

/** One norm of a review: the evidence beside the decision, and on to the next. */
export function ReviewNorm(props: ReviewNormProps) {
  const { review, dossier, norm, decisions, figures, mayDecide, today, attempt } = props;
  const title = `${norm.code} ${norm.title}`;
  const past = isPastDeadline(review, today);
  return (
    <Layout title={`${attempt ? say("Niet vastgelegd: ", "Not recorded: ") : ""}${title}`} section={REVIEWS}>
      <p class="back">
        <a href={reviewAddress(review.id)}>
          {say(
            `Relevantietoets ${review.label}, peildatum ${day(review.referenceDate)}`,
            `Relevance review ${review.label}, reference date ${day(review.referenceDate)}`,
          )}
        </a>
      </p>
      <h1>{title}</h1>
      <Neighbours {...props} />
      <section class={norm.signals.length > 0 ? "answer" : "answer so-far"} aria-labelledby="waarom">
        <h2 id="waarom">
          {norm.verdict === "decide"
            ? say("Waarom op de agenda", "Why on the agenda")
            : say("Wat de cijfers zeggen", "What the figures say")}
        </h2>
        <p>
          <Figure norm={norm} confidence={dossier.restsOn.thresholds.confidence} />
        </p>
        {norm.counts.judged > 0 && (
          <>
            <BarLegend />
            <div class="one-bar">
              <StackedBar {...norm.counts} interval={norm.interval ?? undefined} />
            </div>
          </>
        )}
        {norm.signals.length === 0 ? (
          <p>{say("Er viel niets op.", "Nothing stood out.")}</p>
        ) : (
          <ul class="said">
            {norm.signals.map((signal) => (
              <li>
                <Said signal={signal} isFirst={dossier.previous === null} />
              </li>
            ))}
          </ul>
        )}
        <p>
          <a href={normPage(norm.address)}>
            {say("Verloop, instellingen en varianten van deze norm", "Course, bodies and variants of this norm")}
          </a>{" "}
          {say("(met de cijfers van nu)", "(with the figures of now)")}
        </p>
      </section>
      <Earlier {...props} />
      <section aria-labelledby="besluiten">
        <h2 id="besluiten">{say("Besluiten", "Decisions")}</h2>
        {decisions.length === 0 ? (
          <p>{say("Over deze norm is nog niets besloten.", "Nothing was decided about this norm yet.")}</p>
        ) : (
          <Table
            name="decisions"
            caption={say("Nieuwste eerst; het bovenste geldt", "Newest first; the one on top holds")}
            columns={decisionColumns()}
            rows={decisions.toReversed()}
          />
        )}
        {norm.verdict === "withdrawn" && (
          <p>
            {say(
              "Deze norm staat niet meer in het geldende normenkader. Er valt niets meer over te besluiten.",
              "This norm is no longer in the framework in force. There is nothing left to decide about it.",
            )}
          </p>
        )}
        {mayDecide && norm.verdict !== "withdrawn" && review.state === "open" && !past && (
          <DecideForm
            action={`${reviewNormAddress(review.id, norm.address)}/besluit#besluiten`}
            known={decisions.length}
            today={today}
            attempt={attempt}
            figures={
              <>
                {say("Bij uw besluit bewaren we de cijfers van deze toets:", "With your decision we keep the figures of this review:")}{" "}
                {figuresText(figures)}.
              </>
            }
          />
        )}
        {(review.state === "closed" || past) && (
          <p>
            {attempt && (
              <span class="wrong" role="alert">
                {say("Uw besluit is niet vastgelegd. ", "Your decision was not recorded. ")}
              </span>
            )}
            {past
              ? say("De termijn van deze relevantietoets is voorbij.", "The time to decide in this relevance review is over.")
              : say("Deze relevantietoets is gesloten.", "This relevance review is closed.")}{" "}
            <a href={`${normPage(norm.address)}#besluiten`}>
              {say("Neem een nieuw besluit bij de norm", "Take a new decision with the norm")}
            </a>
          </p>
        )}
      </section>
    </Layout>
  );
}

/** Where in the agenda it is, and the way to what comes before and after. */
function Neighbours({ review, dossier, norm, decidedAbout }: ReviewNormProps) {
  const agenda = normsThat(dossier, "decide");
  const at = agenda.findIndex(({ address }) => address === norm.address);
  if (at < 0) return null;
  const [before, after] = [agenda[at - 1], agenda[at + 1]];
  return (
    <nav class="neighbours" aria-label={say("Agenda", "Agenda")}>
      <p>
        {say(`Norm ${at + 1} van de ${agenda.length} op de agenda.`, `Norm ${at + 1} of ${agenda.length} on the agenda.`)}{" "}
        {decidedAbout(norm)
          ? say("Er is over besloten.", "It is decided about.")
          : say("Er is nog niet over besloten.", "It is not decided about yet.")}
      </p>
      <ul>
        {before && (
          <li>
            <a href={reviewNormAddress(review.id, before.address)} rel="prev">
              {say(`Vorige: ${before.code}`, `Previous: ${before.code}`)}
            </a>
          </li>
        )}
        {after && (
          <li>
            <a href={reviewNormAddress(review.id, after.address)} rel="next">
              {say(`Volgende: ${after.code}`, `Next: ${after.code}`)}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Figure({ norm: { counts, share, interval }, confidence }: { readonly norm: DossierNorm; readonly confidence: number }) {
  const { met, judged, partiallyMet, notMet } = counts;
  if (share === null || interval === null)
    return <>{say("Nog niemand is op deze norm beoordeeld.", "Nobody was judged on this norm yet.")}</>;
  const sure =
    met === 0
      ? say(
          `met ${percent(confidence)} zekerheid hooguit ${percent(upperBound(met, judged, confidence)!)}`,
          `with ${percent(confidence)} certainty at most ${percent(upperBound(met, judged, confidence)!)}`,
        )
      : met === judged
        ? say(
            `met ${percent(confidence)} zekerheid minstens ${percent(lowerBound(met, judged, confidence)!)}`,
            `with ${percent(confidence)} certainty at least ${percent(lowerBound(met, judged, confidence)!)}`,
          )
        : say(
            `waarschijnlijk tussen ${percent(interval.lower)} en ${percent(interval.upper)}`,
            `probably between ${percent(interval.lower)} and ${percent(interval.upper)}`,
          );
  return (
    <>
      {say(
        `${number(met)} van de ${count(judged, "organisatie", "organisaties")} ${met === 1 ? "voldoet" : "voldoen"} (${percent(share)}), ${sure}. Deels: ${number(partiallyMet)}, niet: ${number(notMet)}.`,
        `${number(met)} of ${count(judged, "organisation", "organisations")} ${met === 1 ? "meets" : "meet"} it (${percent(share)}), ${sure}. Partly: ${number(partiallyMet)}, not: ${number(notMet)}.`,
      )}
    </>
  );
}

function Said({ signal, isFirst }: { readonly signal: DossierSignal; readonly isFirst: boolean }) {
  const language = useLanguage();
  const { reviews, why, notYet } = signal;
  return (
    <>
      <StatusBadge word={signalWord(signal.signal)} /> {signal.sentence[language]} {notYet?.[language]}
      <small>
        {viewName(signal.view)[language]}.{" "}
        {isFirst
          ? say("Dit is de eerste relevantietoets.", "This is the first relevance review.")
          : reviews > 1
            ? say(`Voor de ${reviews}e relevantietoets op rij.`, `In ${reviews} relevance reviews in a row.`)
            : `${say("Nieuw sinds de vorige relevantietoets.", "New since the previous relevance review.")} ${why?.[language] ?? ""}`}
      </small>
    </>
  );
}

/** Whether earlier decisions about it helped. */
function Earlier({ dossier, norm }: ReviewNormProps) {
  const language = useLanguage();
  const own = dossier.effects.filter(({ address }) => address === norm.address);
  if (own.length === 0) return null;
  return (
    <section aria-labelledby="geholpen">
      <h2 id="geholpen">{say("Heeft een eerder besluit geholpen?", "Did an earlier decision help?")}</h2>
      <ul>
        {own.map(({ decision, sentence }) => (
          <li>
            {say(`Besluit van ${day(decision.on)}.`, `Decision of ${day(decision.on)}.`)} {sentence[language]}
          </li>
        ))}
      </ul>
    </section>
  );
}
