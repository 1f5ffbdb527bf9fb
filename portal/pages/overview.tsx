import type { Decision } from "../../core/decisions.ts";
import type { BodyDeliveries } from "../../core/figures/deliveries/deliveries-overview.ts";
import type { DueOfLabel } from "../../core/figures/deliveries/due-organisations.ts";
import { signalDigest } from "../../core/figures/signal-digest.ts";
import type { Review } from "../../core/review/review.ts";
import type { DeliveryRecord, Execution, FrameworkTitles, NormFigureRow, Publication, PublishedSignal } from "../data.ts";
import { DECISIONS } from "../decisions.ts";
import { EmptyState } from "../empty-state.tsx";
import { FailedExecutions } from "../failed-executions.tsx";
import { byFramework } from "../figures-by-framework.ts";
import { count, day, number } from "../format.ts";
import { Illustrative } from "../illustrative.tsx";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { NORMS } from "../norm-links.ts";
import { reviewAddress } from "../reviews.ts";
import { executionStanding } from "../words.ts";
import { Changes } from "./overview/changes.tsx";
import { Lateness } from "./overview/lateness.tsx";
import { NeverMet, neverMetHeadline } from "./overview/never-met.tsx";
import { OtherSignals } from "./overview/other-signals.tsx";
import { Signals } from "./overview/signals.tsx";

export interface OverviewProps {
  /** The last decision about the norm at an address. */
  decisionAt(address: string): Decision | undefined;
  readonly publication: Publication | undefined;
  readonly figures: readonly NormFigureRow[];
  readonly signals: readonly PublishedSignal[];
  /** What became of the signals, and since when. */
  readonly changes: Parameters<typeof Changes>[0]["changes"];
  readonly since: Parameters<typeof Changes>[0]["since"];
  /** Reviews that are open now and have norms to decide about. */
  readonly reviews: readonly Review[];
  readonly titles: readonly FrameworkTitles[];
  readonly deliveries: readonly DeliveryRecord[];
  readonly bodies: readonly BodyDeliveries[];
  readonly due: readonly DueOfLabel[];
  /** Only for who may see them. */
  readonly executions: readonly Execution[];
  readonly inbox: string;
}

/** The first page: the answer, what changed, what is late, then what else stands out. */
export function Overview(props: OverviewProps) {
  const { decisionAt, publication, figures, signals, changes, since, titles, due, bodies, executions, reviews } = props;
  const frameworks = byFramework(figures, titles);
  const failed = executions.filter((execution) => executionStanding(execution.status) === "failed");
  return (
    <Layout title={say("Overzicht", "Overview")} section="/overzicht" publication={publication}>
      {publication ? (
        <>
          <Introduction publication={publication} />
          <OpenReviews reviews={reviews} />
          <Contents hasSignals={signalDigest(signals).length > 0} />
          <NeverMet publication={publication} titles={titles} signals={signals} decisionAt={decisionAt} />
          <Changes changes={changes} since={since} frameworks={frameworks} />
          <Lateness due={due} bodies={bodies} />
          <Signals signals={signals} frameworks={frameworks} />
          <OtherSignals frameworks={frameworks} />
          <Onward />
        </>
      ) : (
        <Unpublished {...props} />
      )}
      {failed.length > 0 && (
        <section class="off-paper">
          <FailedExecutions executions={failed} limit={MOST_FAILED} heading="h2" />
        </section>
      )}
    </Layout>
  );
}

/** Failed executions on the first page; the page of executions has them all. */
const MOST_FAILED = 3;

function Introduction({ publication }: { readonly publication: Publication }) {
  return (
    <>
      <h1>{neverMetHeadline(publication)}</h1>
      <p class="lead">
        {say("Peildatum", "Reference date")} {day(publication.referenceDate)}:{" "}
        {count(publication.organisations, say("organisatie", "organisation"), say("organisaties", "organisations"))},{" "}
        {count(publication.reports, say("toetsingsrapport", "test report"), say("toetsingsrapporten", "test reports"))}.{" "}
        {say("Elke organisatie telt één keer mee, met haar laatste toets.", "Every organisation counts once, by its latest test.")}
      </p>
      <Illustrative publication={publication} />
    </>
  );
}

/** The committee is deciding: where. */
const OpenReviews = ({ reviews }: Pick<OverviewProps, "reviews">) => (
  <>
    {reviews.map(({ id, label, agenda = [], decideBy = "" }) => (
      <p class="notice">
        {say(
          `De relevantietoets van ${label} staat open: ${count(agenda.length, "norm vraagt", "normen vragen")} een besluit, tot en met ${day(decideBy)}.`,
          `The relevance review of ${label} is open: ${count(agenda.length, "norm asks", "norms ask")} for a decision, until ${day(decideBy)}.`,
        )}{" "}
        <a href={reviewAddress(id)}>{say("Naar de relevantietoets", "To the relevance review")}</a>
      </p>
    ))}
  </>
);

const Contents = ({ hasSignals }: { readonly hasSignals: boolean }) => (
  <nav class="contents" aria-label={say("Op deze pagina", "On this page")}>
    <ul>
      <li>
        <a href="#veranderd">{say("Wat is er veranderd", "What has changed")}</a>
      </li>
      {hasSignals && (
        <li>
          <a href="#signalen">{say("Wat verder opvalt", "What else stands out")}</a>
        </li>
      )}
      <li>
        <a href={NORMS}>{say("Alle normen", "All norms")}</a>
      </li>
    </ul>
  </nav>
);

const Onward = () => (
  <p>
    <a href={NORMS}>{say("Cijfers van alle normen", "Figures of all norms")}</a>
    {say(", om te filteren en te sorteren.", ", to filter and to sort.")} <a href={DECISIONS}>{say("Alle besluiten", "All decisions")}</a>.{" "}
    <a href="/cijfers">{say("Bestanden met alle cijfers", "Files with all figures")}</a>.
  </p>
);

function Unpublished({ deliveries, bodies, inbox }: OverviewProps) {
  if (deliveries.length === 0) {
    return (
      <>
        <h1>{say("Nog niets verwerkt", "Nothing processed yet")}</h1>
        <p class="lead">
          {say(
            "Er zijn nog geen toetsingsrapporten aangeleverd, en dus nog geen cijfers.",
            "No test reports were delivered yet, so there are no figures.",
          )}
        </p>
        <EmptyState inbox={inbox} bodies={new Map(bodies.map(({ code, name }) => [code, name]))} />
      </>
    );
  }
  return (
    <>
      <h1>{say("De cijfers zijn nog niet berekend", "The figures are not computed yet")}</h1>
      <p class="lead">
        {say(
          `${deliveries.length === 1 ? "Er is 1 aanlevering" : `Er zijn ${number(deliveries.length)} aanleveringen`} ontvangen.`,
          `${count(deliveries.length, "delivery was", "deliveries were")} received.`,
        )}{" "}
        {say(
          "De cijfers per norm volgen zodra ten minste één rapport is aangenomen en de berekening klaar is. Ververs deze pagina over enkele seconden.",
          "The figures per norm follow as soon as at least one report is accepted and the computation is done. Refresh this page in a few seconds.",
        )}
      </p>
    </>
  );
}
