/** Every page and action of the portal with the right it needs, on one screen. What is not here does not exist. */

import type { Terms } from "../core/figures/open-data/terms.ts";
import type { PortalServices } from "./app.tsx";
import { later } from "./later.ts";
import type { Route } from "./route.ts";
import type { Scripts } from "./script-assets.ts";

interface TableOptions {
  readonly origin: string;
  readonly inbox: string;
  readonly scripts: Scripts;
  readonly terms: Terms;
  /** Milliseconds since 1970. */
  now(): number;
}

export const routeTable = (services: PortalServices, { origin, inbox, scripts, terms, now }: TableOptions): readonly Route[] => [
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
  ...later(
    [
      { method: "GET", path: "/jaarrapport", right: "seeFigures" },
      { method: "GET", path: "/jaarrapport/bestand", right: "seeFigures" },
      { method: "GET", path: "/jaarrapport/onderzoek.zip", right: "seeFigures" },
      { method: "GET", path: "/jaarrapport/publiceren", right: "seeFigures" },
      { method: "POST", path: "/jaarrapport/publiceren", right: "publishYearlyReport" },
    ],
    async () => (await import("./routes/yearly-report.tsx")).yearlyReportRoutes(services, terms, now),
  ),
  ...later(
    [
      { method: "GET", path: "/openbaar/jaarrapport", right: "enter" },
      { method: "GET", path: "/openbaar/jaarrapport/:label/:year", right: "enter" },
      { method: "GET", path: "/openbaar/jaarrapport/:label/:year/:version/:name", right: "enter" },
    ],
    async () => (await import("./routes/public-reports.tsx")).publicReportRoutes(services.published),
  ),
  ...later([{ method: "GET", path: "/trends", right: "seeTexts" }], async () =>
    (await import("./routes/reported-trends.tsx")).reportedTrendRoutes(services.data),
  ),
  ...later(
    [
      { method: "GET", path: "/normenkaders", right: "seeDrafts" },
      { method: "POST", path: "/normenkaders", right: "editDrafts" },
      { method: "GET", path: "/normenkaders/vergelijken", right: "seeDrafts" },
    ],
    async () => (await import("./routes/frameworks.tsx")).frameworkRoutes(services, now),
  ),
  ...later(
    [
      { method: "GET", path: "/normenkaders/concept/:label/:variant/:version", right: "seeDrafts" },
      { method: "POST", path: "/normenkaders/concept/:label/:variant/:version", right: "editDrafts" },
      { method: "GET", path: "/normenkaders/concept/:label/:variant/:version/norm/:norm", right: "editDrafts" },
      { method: "POST", path: "/normenkaders/concept/:label/:variant/:version/norm/:norm", right: "editDrafts" },
      { method: "GET", path: "/normenkaders/concept/:label/:variant/:version/samenvoegen", right: "editDrafts" },
      { method: "POST", path: "/normenkaders/concept/:label/:variant/:version/samenvoegen", right: "editDrafts" },
      { method: "GET", path: "/normenkaders/concept/:label/:variant/:version/gegevens", right: "editDrafts" },
      { method: "POST", path: "/normenkaders/concept/:label/:variant/:version/gegevens", right: "editDrafts" },
    ],
    async () => (await import("./routes/framework-drafts.tsx")).draftRoutes(services, now),
  ),
  ...later(
    [
      { method: "GET", path: "/normenkaders/concept/:label/:variant/:version/concept.xlsx", right: "seeDrafts" },
      { method: "GET", path: "/normenkaders/concept/:label/:variant/:version/normenkader.json", right: "seeDrafts" },
      { method: "GET", path: "/normenkaders/concept/:label/:variant/:version/bestand", right: "editDrafts" },
      { method: "POST", path: "/normenkaders/concept/:label/:variant/:version/bestand", right: "editDrafts" },
      { method: "GET", path: "/normenkaders/concept/:label/:variant/:version/publiceren", right: "administer" },
      { method: "POST", path: "/normenkaders/concept/:label/:variant/:version/publiceren", right: "administer" },
    ],
    async () => (await import("./routes/framework-draft-files.tsx")).draftFileRoutes(services, now),
  ),
  ...later(
    [
      { method: "GET", path: "/dias", right: "seeFigures" },
      { method: "GET", path: "/dias/normen.pptx", right: "seeFigures" },
    ],
    async () => (await import("./routes/slides.tsx")).slideRoutes(services),
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
      { method: "GET", path: "/aanleveren/eerder.json", right: "deliver" },
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
  ...later(
    [
      { method: "GET", path: "/berichten", right: "beSignedIn" },
      { method: "POST", path: "/berichten/samenvattingen", right: "beSignedIn" },
      // From a mail, by somebody who is not signed in: the token in the address says who it is.
      { method: "GET", path: "/berichten/afmelden", right: "enter" },
      { method: "POST", path: "/berichten/afmelden", right: "enter" },
      { method: "GET", path: "/berichten/:id", right: "beSignedIn" },
      { method: "GET", path: "/berichten/:id/bericht.eml", right: "beSignedIn" },
    ],
    async () => (await import("./routes/messages.tsx")).messageRoutes(services.mailbox, now),
  ),
  ...later(
    [
      { method: "GET", path: "/uitvoeringen", right: "seeExecutions" },
      { method: "POST", path: "/uitvoeringen/opnieuw", right: "administer" },
    ],
    async () => (await import("./routes/executions.tsx")).executionRoutes(services),
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
      { method: "GET", path: "/beheer/mensen", right: "administer" },
      { method: "POST", path: "/beheer/mensen/uitnodigen", right: "administer" },
      { method: "GET", path: "/beheer/mensen/persoon", right: "administer" },
      { method: "POST", path: "/beheer/mensen/wijzigen", right: "administer" },
      { method: "GET", path: "/beheer/mensen/blokkeren", right: "administer" },
      { method: "POST", path: "/beheer/mensen/blokkeren", right: "administer" },
      { method: "POST", path: "/beheer/mensen/blokkade-opheffen", right: "administer" },
      { method: "POST", path: "/beheer/mensen/opnieuw-uitnodigen", right: "administer" },
    ],
    async () => (await import("./routes/people.tsx")).peopleRoutes(services, now),
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
