import { may } from "../../core/access.ts";
import { amsterdamDay, isoDay, parseIsoDay } from "../../core/calendar.ts";
import type { DecisionRegister } from "../../core/decisions.ts";
import { deliveriesOverview } from "../../core/figures/deliveries/deliveries-overview.ts";
import { dueOrganisations } from "../../core/figures/deliveries/due-organisations.ts";
import { changesSince } from "../../core/figures/signal-changes.ts";
import { yearsBefore } from "../../core/relevance/reference-dates.ts";
import type { Dossier } from "../../core/review/dossier.ts";
import type { Review } from "../../core/review/review.ts";
import { changesSinceReviews } from "../../core/review/since-review.ts";
import { askedFile } from "../chart-files.ts";
import type { PortalData } from "../data.ts";
import { DECISIONS, lastDecisions } from "../decisions.ts";
import { say } from "../language.tsx";
import { download, handOut, inLanguage, page } from "../page.tsx";
import { DecisionList, decisionTable } from "../pages/decisions.tsx";
import { Overview, type OverviewProps } from "../pages/overview.tsx";
import { PublishedFiles } from "../pages/published-files.tsx";
import type { ReviewDesk } from "../reviews.ts";
import type { Route } from "../route.ts";

interface FigureServices {
  readonly data: PortalData;
  readonly decisions: DecisionRegister;
  readonly reviews: ReviewDesk;
}

/** The first screen of policy staff, and the published files. */
export const figureRoutes = ({ data, decisions, reviews }: FigureServices, inbox: string, now: () => number): readonly Route[] => [
  {
    method: "GET",
    path: "/overzicht",
    right: "seeFigures",
    answer: async (c) => {
      const sees = may(c.get("visit").user, "seeExecutions");
      const [publication, deliveries, catalogue, titles, executions, scores, decided] = await Promise.all([
        data.publication(),
        data.deliveries(),
        data.catalogue(),
        data.frameworks(),
        sees ? data.executions() : [],
        data.scores(),
        decisions.list(),
      ]);
      const [figures, signals, earlier] = publication
        ? await Promise.all([data.figures(), data.signals(), data.signalsYearBefore()])
        : [[], [], []];
      const { bodies } = deliveriesOverview(deliveries, catalogue, amsterdamDay(new Date(now()).toISOString()));
      const all = await reviews.register.list();
      const labels = new Set(signals.map(({ view }) => view.slice(0, view.indexOf("/"))));
      const dossiers = await lastDossiers(reviews, all, labels);
      const change: Pick<OverviewProps, "changes" | "since"> = dossiers
        ? { changes: changesSinceReviews(dossiers, signals), since: { is: "review", date: dossiers[0]!.review.referenceDate } }
        : {
            changes: changesSince(earlier, signals),
            since: { is: "yearBefore", date: publication ? yearEarlier(publication.referenceDate) : "" },
          };
      const due = scores ? dueOrganisations(scores) : [];
      const decisionAt = lastDecisions(catalogue, decided);
      return page(
        c,
        <Overview
          {...{
            ...change,
            reviews: all.filter(({ state, agenda = [] }) => state === "open" && agenda.length > 0),
            decisionAt,
            publication,
            figures,
            signals,
            titles,
            deliveries,
            bodies,
            due,
            executions,
            inbox,
          }}
        />,
      );
    },
  },
  {
    method: "GET",
    path: DECISIONS,
    right: "seeFigures",
    answer: async (c) => {
      const [all, catalogue] = await Promise.all([decisions.list(), data.catalogue()]);
      const source = inLanguage(c, () => say("Besluiten van de beheercommissie.", "Decisions of the committee."));
      const file = inLanguage(c, () => askedFile((name) => c.req.query(name), [decisionTable(all, catalogue)], source));
      return file ? download(c, file) : page(c, <DecisionList decisions={all} catalogue={catalogue} />);
    },
  },
  {
    method: "GET",
    path: "/cijfers",
    right: "seeFigures",
    answer: async (c) => page(c, <PublishedFiles publication={await data.publication()} />),
  },
  {
    method: "GET",
    path: "/cijfers/:name",
    right: "seeFigures",
    answer: async (c) => {
      const name = c.req.param("name") ?? "";
      const publication = await data.publication();
      const file = publication?.files.includes(name) ? await data.publishedFile(name) : undefined;
      return file ? handOut(c, file) : c.notFound();
    },
  },
];

/** Of each label with signals its last review; undefined when one has none, or they are of different dates: then there is no one date to compare with. */
async function lastDossiers(
  { dossier }: ReviewDesk,
  all: readonly Review[],
  labels: ReadonlySet<string>,
): Promise<readonly Dossier[] | undefined> {
  const last = [...labels].map((label) => all.find((review) => review.label === label && review.state !== "preparing"));
  if (last.length === 0 || new Set(last.map((review) => review?.referenceDate)).size !== 1) return undefined;
  const found = await Promise.all(last.map((review) => review && dossier(review.id)));
  return found.every((one) => one !== undefined) ? found : undefined;
}

const yearEarlier = (referenceDate: string): string => isoDay(yearsBefore(parseIsoDay(referenceDate)!, 1));
