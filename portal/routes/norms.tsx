import { may } from "../../core/access.ts";
import { amsterdamDay, isoDay } from "../../core/calendar.ts";
import { type DecisionRegister, decisionsAbout } from "../../core/decisions.ts";
import { placeAt } from "../../core/figures/norm-address.ts";
import { addressesOf } from "../../core/figures/norm-addresses.ts";
import { type NormDossier, normDossier } from "../../core/figures/norm-dossier/norm-dossier.ts";
import type { CountedScores } from "../../core/figures/selected/counted-scores.ts";
import { normRows } from "../../core/figures/selected/norm-rows.ts";
import { summaryOf } from "../../core/figures/selected/norm-summary.ts";
import { readSelection } from "../../core/figures/selected/read-selection.ts";
import { everythingOf } from "../../core/figures/selected/selection.ts";
import { trendsAbout } from "../../core/figures/selected/theme-texts.ts";
import { type DecisionProblem, takeDecision } from "../../core/take-decision.ts";
import { askedFile } from "../chart-files.ts";
import type { PortalData } from "../data.ts";
import { type DecisionAttempt, decisionStatus, readDecisionForm } from "../decide-form.tsx";
import { decisionMarks, figuresMark, figuresToDecideOn, lastDecisions } from "../decisions.ts";
import { say } from "../language.tsx";
import { NoFigures } from "../no-figures.tsx";
import { NORMS, normPage } from "../norm-links.ts";
import { download, inLanguage, page } from "../page.tsx";
import { organisationName } from "../pages/norm/improvement.tsx";
import { allCharts, normCharts } from "../pages/norm/norm-charts.ts";
import { NormNotFound } from "../pages/norm/norm-not-found.tsx";
import type { ThemeOfNorm } from "../pages/norm/themes.tsx";
import { Norm } from "../pages/norm.tsx";
import { normsChart } from "../pages/norms/norms-chart.tsx";
import { chosenRows, ownChoices, readNormsChoice, sortNorms } from "../pages/norms/norms-choice.ts";
import { normsHeadline } from "../pages/norms/norms-headline.ts";
import { signalsOfNorms } from "../pages/norms/signals-of-norms.ts";
import { Norms } from "../pages/norms.tsx";
import { openReviewOf, type ReviewDesk } from "../reviews.ts";
import type { PageContext, Route } from "../route.ts";
import { bodyName, selectionSource } from "../selection-words.ts";

interface NormServices {
  readonly data: PortalData;
  readonly decisions: DecisionRegister;
  readonly reviews: ReviewDesk;
}

const NORM = `${NORMS}/:label/:variant/:version/:norm`;

/** The table of norms, the page of one of them, and what is decided about it. */
export const normRoutes = (services: NormServices, now: () => number): readonly Route[] => [
  { method: "GET", path: NORMS, right: "seeFigures", answer: (c) => norms(c, services) },
  { method: "GET", path: NORM, right: "seeFigures", answer: (c) => norm(c, services, now) },
  // Where somebody lands who changes the language, or signs in again, on the page that a decision answered with.
  { method: "GET", path: `${NORM}/besluit`, right: "seeFigures", answer: (c) => c.redirect(withoutLastPart(c.get("visit").address), 302) },
  { method: "POST", path: `${NORM}/besluit`, right: "decide", answer: (c) => decide(c, services, now) },
];

async function norms(c: PageContext, { data, decisions }: NormServices): Promise<Response> {
  const [publication, counted] = await Promise.all([data.publication(), data.scores()]);
  if (!counted) return noFigures(c);
  const [published, figures, decided] = await Promise.all([data.signals(), data.figures(), decisions.list()]);
  const choice = readNormsChoice((name) => c.req.queries(name) ?? [], counted);
  const { selection } = choice;
  const selected = normRows(counted, selection);
  const signals = signalsOfNorms(selected, { signals: published, figures, referenceDay: counted.referenceDay });
  const decisionAt = lastDecisions(counted.catalogue, decided);
  const rows = sortNorms(chosenRows(selected.rows, choice, signals, decisionAt), choice.order, signals.of);
  const { headline, chart, file } = inLanguage(c, () => {
    const headline = normsHeadline({ summary: summaryOf(rows), counting: selection.counting, exploratory: selected.exploratory });
    const chart = normsChart({ selected, rows, selection, signals, decisionAt, conclusion: headline });
    const own = ownChoices(choice).map(({ text }) => ` ${say("Alleen normen", "Only norms")} ${text}.`);
    const source = [selectionSource(selection, counted, selected.exploratory), ...own].join("");
    return { headline, chart, file: askedFile((name) => c.req.query(name), [chart], source) };
  });
  if (file) return download(c, file);
  return page(c, <Norms {...{ publication, counted, choice, selected, rows, signals, decisionAt, headline, chart }} />);
}

const withoutLastPart = (address: string): string => address.replace(/\/besluit(?=\?|$)/, "");

const askedNorm = (c: PageContext): readonly string[] => ["label", "variant", "version", "norm"].map((name) => c.req.param(name) ?? "");

async function norm(
  c: PageContext,
  { data, decisions: register, reviews }: NormServices,
  now: () => number,
  attempt?: DecisionAttempt,
): Promise<Response> {
  const asked = askedNorm(c);
  const [publication, counted] = await Promise.all([data.publication(), data.scores()]);
  if (!counted) return noFigures(c);
  const address = asked.map(encodeURIComponent).join("/");
  const found = await dossierAt(c, address, counted, data);
  if (!found) return page(c, <NormNotFound address={asked.join(" ")} />, 404);
  const { dossier, selection } = found;
  // The norm has a newer place: its page is there, so that it has one address.
  if (dossier.address !== address) return c.redirect(normPage(dossier.address) + new URL(c.req.url).search, 302);
  const decisions = decisionsAbout(await register.list(), addressesOf(dossier.norm));
  const { charts, file } = inLanguage(c, () => {
    const charts = normCharts(dossier, selection.counting, decisionMarks(decisions));
    const source = `${dossier.norm.code} ${dossier.norm.title}. ${selectionSource(selection, counted, dossier.exploratory)}`;
    return { charts, file: askedFile((name) => c.req.query(name), allCharts(charts), source) };
  });
  if (file) return download(c, file);
  const themes = may(c.get("visit").user, "seeTexts") ? await themesOf(dossier, counted, data) : [];
  const full =
    may(c.get("visit").user, "decide") &&
    normDossier(counted, everythingOf(selection.label), dossier.norm.places.at(-1)!, await data.signals());
  const decideOn = full && publication ? figuresToDecideOn(publication, full) : undefined;
  const review = decideOn && openReviewOf(await reviews.register.list(), selection.label);
  const today = isoDay(amsterdamDay(new Date(now()).toISOString()));
  const props = {
    publication,
    counted,
    selection,
    dossier,
    charts,
    themes,
    decisions,
    figuresToDecideOn: decideOn,
    attempt,
    review,
    today,
  };
  return page(c, <Norm {...props} />, attempt === undefined ? 200 : decisionStatus(attempt.problem));
}

/** Records what the committee decides, on the figures of all reports of the label that it saw; whoever decided meanwhile goes first. */
async function decide(c: PageContext, services: NormServices, now: () => number): Promise<Response> {
  const fields = await c.req.parseBody();
  const form = readDecisionForm(fields);
  const { user } = c.get("visit");
  const [publication, counted] = await Promise.all([services.data.publication(), services.data.scores()]);
  const place = counted && placeAt(counted.catalogue, askedNorm(c).map(encodeURIComponent).join("/"));
  const dossier = place && normDossier(counted, everythingOf(place.framework.label), place, await services.data.signals());
  if (!publication || !dossier || !user) return norm(c, services, now);
  const figures = figuresToDecideOn(publication, dossier);
  const refuse = (problem: DecisionProblem) => norm(c, services, now, { problem, ...form });
  const outcome = await takeDecision(services.decisions, {
    form,
    norm: dossier.address,
    addresses: addressesOf(dossier.norm),
    figures,
    figuresSeen: fields["cijfers"] === figuresMark(figures),
    review: openReviewOf(await services.reviews.register.list(), place.framework.label),
    by: user,
    now: new Date(now()).toISOString(),
  });
  return outcome === "recorded" ? c.redirect(`${normPage(dossier.address)}#besluiten`, 303) : refuse(outcome);
}

/** The dossier at an address, for the choice of reports in the query; without its variants and versions where those do not have the norm. */
async function dossierAt(c: PageContext, address: string, counted: CountedScores, data: PortalData) {
  const place = placeAt(counted.catalogue, address);
  if (!place) return undefined;
  const { label } = place.framework;
  const read = readSelection((name) => (name === "label" ? [label] : (c.req.queries(name) ?? [])), counted);
  const chosen = { ...read, category: null, competency: null, search: "" };
  const signals = await data.signals();
  for (const selection of [chosen, { ...chosen, variants: [], versions: [] }]) {
    const dossier = normDossier(counted, selection, place, signals);
    if (dossier) return { dossier, selection };
  }
  return undefined;
}

/** Of each theme so many reports are quoted; all of them have a page of their own. */
const QUOTED = 3;

async function themesOf(
  { reportedThemes: { themes } }: NormDossier,
  { catalogue }: CountedScores,
  data: PortalData,
): Promise<readonly ThemeOfNorm[]> {
  return Promise.all(
    themes.map(async (theme) => ({
      theme,
      texts: await Promise.all(
        theme.reports.slice(0, QUOTED).map(async (report) => {
          const texts = await data.reportTexts(report);
          return {
            report,
            organisation: organisationName(report.organisation, catalogue),
            body: bodyName(report.body, catalogue),
            trends: texts && trendsAbout(theme, texts.trends, catalogue),
          };
        }),
      ),
    })),
  );
}

const noFigures = (c: PageContext) => page(c, <NoFigures title={inLanguage(c, () => say("Normen", "Norms"))} section={NORMS} />);
