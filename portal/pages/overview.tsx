import { signalDigest } from "../../core/figures/signal-digest.ts";
import type { DeliveryRecord, Execution, FrameworkTitles, NormFigureRow, Publication, PublishedSignal } from "../data.ts";
import { DeliveriesTable } from "../deliveries-table.tsx";
import { EmptyState } from "../empty-state.tsx";
import { byFramework } from "../figures-by-framework.ts";
import { count, day, number } from "../format.ts";
import { Layout } from "../layout.tsx";
import { NORMS } from "../norm-links.ts";
import { executionStanding } from "../words.ts";
import { ExecutionStates } from "./overview/execution-states.tsx";
import { NeverMet, neverMetHeadline } from "./overview/never-met.tsx";
import { OtherSignals } from "./overview/other-signals.tsx";
import { Signals } from "./overview/signals.tsx";

export interface OverviewProps {
  readonly publication: Publication | undefined;
  readonly figures: readonly NormFigureRow[];
  readonly signals: readonly PublishedSignal[];
  readonly titles: readonly FrameworkTitles[];
  readonly deliveries: readonly DeliveryRecord[];
  readonly bodies: ReadonlyMap<string, string>;
  readonly executions: readonly Execution[];
  readonly inbox: string;
}

/** The first page: the answer first, then what it rests on. */
export function Overview({ publication, figures, signals, titles, deliveries, bodies, executions, inbox }: OverviewProps) {
  const frameworks = byFramework(figures, titles);
  return (
    <Layout title="Overzicht" section="/overzicht" publication={publication}>
      {publication ? (
        <>
          <Introduction publication={publication} />
          <Contents deliveries={deliveries} executions={executions} signals={signals} />
          <NeverMet publication={publication} titles={titles} signals={signals} />
          <Signals signals={signals} frameworks={frameworks} />
          <OtherSignals frameworks={frameworks} />
          <p>
            <a href={NORMS}>Cijfers van alle normen</a>, om te filteren en te sorteren. <a href="/cijfers">Bestanden met alle cijfers</a>.
          </p>
        </>
      ) : (
        <Unpublished deliveries={deliveries} bodies={bodies} inbox={inbox} />
      )}
      {deliveries.length > 0 && <LatestDeliveries deliveries={deliveries} bodies={bodies} />}
      {executions.length > 0 && <ExecutionStates executions={executions} />}
    </Layout>
  );
}

function Introduction({ publication }: { readonly publication: Publication }) {
  return (
    <>
      <h1>{neverMetHeadline(publication)}</h1>
      <p class="lead">
        Peildatum {day(publication.referenceDate)}: {count(publication.organisations, "organisatie", "organisaties")},{" "}
        {count(publication.reports, "toetsingsrapport", "toetsingsrapporten")}. Elke organisatie telt één keer mee, met haar laatste toets.
      </p>
      {publication.illustrative && (
        <p class="illustrative">
          <strong>Voorbeeldcatalogus, geen officiële normtekst.</strong> De normen op deze pagina zijn verzonnen om te laten zien hoe de
          normenmonitor werkt.
        </p>
      )}
    </>
  );
}

/** What lies below the answer is announced above it, and most of all what failed. */
function Contents({ deliveries, executions, signals }: Pick<OverviewProps, "deliveries" | "executions" | "signals">) {
  const failed = executions.filter((execution) => executionStanding(execution.status) === "failed").length;
  return (
    <nav class="contents" aria-label="Op deze pagina">
      <ul>
        {signalDigest(signals).length > 0 && (
          <li>
            <a href="#signalen">Wat verder opvalt</a>
          </li>
        )}
        {deliveries.length > 0 && (
          <li>
            <a href="#aanleveringen">Laatste aanleveringen</a>
          </li>
        )}
        {executions.length > 0 && (
          <li>
            <a href="#uitvoeringen">{failed === 0 ? "Uitvoeringen" : `Uitvoeringen: ${number(failed)} mislukt`}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Unpublished({ deliveries, bodies, inbox }: Pick<OverviewProps, "deliveries" | "bodies" | "inbox">) {
  if (deliveries.length === 0) {
    return (
      <>
        <h1>Nog niets verwerkt</h1>
        <p class="lead">Er zijn nog geen toetsingsrapporten aangeleverd, en dus nog geen cijfers.</p>
        <EmptyState inbox={inbox} bodies={bodies} />
      </>
    );
  }
  return (
    <>
      <h1>De cijfers zijn nog niet berekend</h1>
      <p class="lead">
        {deliveries.length === 1 ? "Er is 1 aanlevering" : `Er zijn ${number(deliveries.length)} aanleveringen`} ontvangen. De cijfers per
        norm volgen zodra ten minste één rapport is aangenomen en de berekening klaar is. Ververs deze pagina over enkele seconden.
      </p>
    </>
  );
}

/** So many fit on a screen beside the answer; all of them have their own page. */
const LATEST = 8;

function LatestDeliveries({ deliveries, bodies }: Pick<OverviewProps, "deliveries" | "bodies">) {
  const latest = deliveries.slice(0, LATEST);
  const all = count(deliveries.length, "aanlevering", "aanleveringen");
  return (
    <section class="brief" aria-labelledby="aanleveringen">
      <h2 id="aanleveringen">Laatste aanleveringen</h2>
      <DeliveriesTable
        caption={latest.length < deliveries.length ? `De laatste ${latest.length} van ${all}, nieuwste eerst` : `${all}, nieuwste eerst`}
        deliveries={latest}
        bodies={bodies}
      />
      <p>
        <a href="/aanleveringen">Alle aanleveringen ({number(deliveries.length)})</a>
      </p>
    </section>
  );
}
