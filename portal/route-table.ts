/** Every page and action of the portal with the right it needs, on one screen. What is not here does not exist. */
import type { PortalServices } from "./app.tsx";
import { later } from "./later.ts";
import type { Route } from "./route.ts";
import type { Scripts } from "./script-assets.ts";

interface TableOptions {
  readonly origin: string;
  readonly inbox: string;
  readonly scripts: Scripts;
  /** Milliseconds since 1970. */
  now(): number;
}

export const routeTable = (services: PortalServices, { origin, inbox, scripts, now }: TableOptions): readonly Route[] => [
  ...later(
    [
      { method: "GET", path: "/overzicht", right: "seeFigures" },
      { method: "GET", path: "/besluiten", right: "seeFigures" },
      { method: "GET", path: "/cijfers", right: "seeFigures" },
      { method: "GET", path: "/cijfers/:name", right: "seeFigures" },
    ],
    async () => (await import("./routes/figures.tsx")).figureRoutes(services, inbox, now),
  ),
  ...later(
    [
      { method: "GET", path: "/normen", right: "seeFigures" },
      { method: "GET", path: "/normen/:label/:variant/:version/:norm", right: "seeFigures" },
      { method: "GET", path: "/normen/:label/:variant/:version/:norm/besluit", right: "seeFigures" },
      { method: "POST", path: "/normen/:label/:variant/:version/:norm/besluit", right: "decide" },
    ],
    async () => (await import("./routes/norms.tsx")).normRoutes(services, now),
  ),
  ...later(
    [
      { method: "GET", path: "/relevantietoets", right: "seeFigures" },
      { method: "POST", path: "/relevantietoets", right: "requestReview" },
      { method: "GET", path: "/relevantietoets/:review", right: "seeFigures" },
      { method: "GET", path: "/relevantietoets/:review/normen/:label/:variant/:version/:norm", right: "seeFigures" },
      { method: "GET", path: "/relevantietoets/:review/normen/:label/:variant/:version/:norm/besluit", right: "seeFigures" },
      { method: "POST", path: "/relevantietoets/:review/normen/:label/:variant/:version/:norm/besluit", right: "decide" },
      { method: "GET", path: "/relevantietoets/:review/sluiten", right: "seeFigures" },
      { method: "POST", path: "/relevantietoets/:review/sluiten", right: "decide" },
      { method: "GET", path: "/relevantietoets/:review/dossier/:format", right: "seeFigures" },
      { method: "GET", path: "/relevantietoets/:review/besluitenlijst", right: "seeFigures" },
    ],
    async () => (await import("./routes/reviews.tsx")).reviewRoutes(services, now),
  ),
  ...later(
    [
      { method: "GET", path: "/vergelijken", right: "seeFigures" },
      { method: "GET", path: "/vergelijken/labels", right: "seeFigures" },
      { method: "GET", path: "/vergelijken/varianten", right: "seeFigures" },
    ],
    async () => (await import("./routes/compare.tsx")).compareRoutes(services.data),
  ),
  ...later([{ method: "GET", path: "/zelfevaluatie", right: "seeFigures" }], async () =>
    (await import("./routes/self-evaluation.tsx")).selfEvaluationRoutes(services.data),
  ),
  ...later(
    [
      { method: "GET", path: "/verbeterpunten", right: "seeFigures" },
      { method: "GET", path: "/planning", right: "seeFigures" },
    ],
    async () => (await import("./routes/follow-up.tsx")).followUpRoutes(services.data),
  ),
  ...later([{ method: "GET", path: "/competenties", right: "seeFigures" }], async () =>
    (await import("./routes/competencies.tsx")).competencyRoutes(services.data),
  ),
  ...later([{ method: "GET", path: "/trends", right: "seeTexts" }], async () =>
    (await import("./routes/reported-trends.tsx")).reportedTrendRoutes(services.data),
  ),
  ...later(
    [
      { method: "GET", path: "/dias", right: "seeFigures" },
      { method: "GET", path: "/dias/normen.pptx", right: "seeFigures" },
    ],
    async () => (await import("./routes/slides.tsx")).slideRoutes(services.data),
  ),
  ...later(
    [
      { method: "GET", path: "/specificatie", right: "enter" },
      { method: "GET", path: "/sjabloon", right: "beSignedIn" },
      { method: "GET", path: "/sjabloon.xlsx", right: "beSignedIn" },
      { method: "GET", path: "/controle.html", right: "beSignedIn" },
    ],
    async () => (await import("./routes/preparing.tsx")).preparingRoutes(services.data, scripts),
  ),
  ...later(
    [
      { method: "GET", path: "/aanleveren", right: "deliver" },
      { method: "GET", path: "/aanleveren/normenkader.json", right: "deliver" },
      { method: "POST", path: "/aanleveren/toegang", right: "deliver" },
      { method: "GET", path: "/aanleveringen/:body/onderweg/:upload", right: "seeDeliveriesOf" },
      { method: "GET", path: "/aanleveringen/:body/onderweg/:upload/stand", right: "seeDeliveriesOf" },
    ],
    async () => (await import("./routes/delivering.tsx")).deliveringRoutes(services, origin, now),
  ),
  ...later(
    [
      { method: "GET", path: "/mijn-aanleveringen", right: "deliver" },
      { method: "GET", path: "/rapporten/:body/:label/:reference", right: "seeDeliveriesOf" },
      { method: "POST", path: "/rapporten/:body/:label/:reference/intrekken", right: "deliver" },
    ],
    async () => (await import("./routes/reports.tsx")).reportRoutes(services, now),
  ),
  ...later([{ method: "GET", path: "/spiegel", right: "seeMirror" }], async () =>
    (await import("./routes/mirror.tsx")).mirrorRoutes(services.data),
  ),
  ...later(
    [
      { method: "GET", path: "/aanleveringen", right: "seeAllDeliveries" },
      { method: "GET", path: "/aanleveringen/:body/:number", right: "seeDeliveriesOf" },
      { method: "GET", path: "/aanleveringen/:body/:number/receipt.json", right: "seeDeliveriesOf" },
      { method: "GET", path: "/aanleveringen/:body/:number/findings.csv", right: "seeDeliveriesOf" },
      { method: "GET", path: "/aanleveringen/:body/:number/remarks.xlsx", right: "seeDeliveriesOf" },
    ],
    async () => (await import("./routes/deliveries.tsx")).deliveryRoutes(services.data, inbox, now),
  ),
  ...later([{ method: "GET", path: "/uitvoeringen", right: "seeExecutions" }], async () =>
    (await import("./routes/executions.tsx")).executionRoutes(services.data),
  ),
  ...later(
    [
      { method: "GET", path: "/beheer", right: "administer" },
      { method: "POST", path: "/beheer/systemen", right: "administer" },
      { method: "POST", path: "/beheer/systemen/verwijderen", right: "administer" },
    ],
    async () => (await import("./routes/administration.tsx")).administrationRoutes(services),
  ),
  ...later(
    [
      { method: "GET", path: "/beheer/normenkader", right: "administer" },
      { method: "GET", path: "/beheer/normenkader.zip", right: "administer" },
      { method: "POST", path: "/beheer/normenkader", right: "administer" },
    ],
    async () => (await import("./routes/catalogue.tsx")).catalogueRoutes(services),
  ),
];
