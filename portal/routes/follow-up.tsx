import { combinedProposals } from "../../core/figures/analyses/combined-proposals.ts";
import { improvementOverview } from "../../core/figures/analyses/improvement-overview.ts";
import { planning } from "../../core/figures/analyses/planning.ts";
import { readSelection } from "../../core/figures/selected/read-selection.ts";
import { askedFile } from "../chart-files.ts";
import type { PortalData } from "../data.ts";
import { say } from "../language.tsx";
import { NoFigures } from "../no-figures.tsx";
import { download, inLanguage, page } from "../page.tsx";
import { nextTestsTable, planningChart } from "../pages/follow-up/next-tests.tsx";
import { categoryTable, pointsChart, pointsTable } from "../pages/follow-up/point-figures.tsx";
import { DEFAULT_MONTHS, monthChoices, proposalsTable } from "../pages/follow-up/proposals.tsx";
import { IMPROVEMENT_POINTS, PLANNING } from "../pages/follow-up/tabs.tsx";
import { ImprovementPoints } from "../pages/improvement-points.tsx";
import { type CombinedChoice, PlanningPage } from "../pages/planning.tsx";
import type { PageContext, Route } from "../route.ts";
import { categoryTitle, selectionSource } from "../selection-words.ts";
import { sourceWords } from "../source.tsx";

/** What comes after a test: improvement points, and the next one. */
export const followUpRoutes = (data: PortalData): readonly Route[] => [
  { method: "GET", path: IMPROVEMENT_POINTS, right: "seeFigures", answer: (c) => improvementPoints(c, data) },
  { method: "GET", path: PLANNING, right: "seeFigures", answer: (c) => nextTests(c, data) },
];

async function improvementPoints(c: PageContext, data: PortalData) {
  const [counted, publication] = await Promise.all([data.scores(), data.publication()]);
  if (!counted) return page(c, <NoPoints />);
  // A point is of the norm as a whole, and resolved is resolved: neither has a discipline or a way of counting.
  const selection = { ...readSelection((name) => c.req.queries(name) ?? [], counted), discipline: null, counting: "streng" } as const;
  const found = improvementOverview(counted, selection);
  const { chart, file } = inLanguage(c, () => {
    const chart = pointsChart(found);
    const tables = [pointsTable(found), categoryTable(found, (code) => categoryTitle(code, selection.label, counted.catalogue))];
    const source = selectionSource(selection, counted, false);
    return { chart, file: askedFile((name) => c.req.query(name), chart ? [chart, ...tables] : tables, source) };
  });
  return file ? download(c, file) : page(c, <ImprovementPoints {...{ publication, counted, selection, found, chart }} />);
}

async function nextTests(c: PageContext, data: PortalData) {
  const [counted, publication, bodies] = await Promise.all([data.scores(), data.publication(), data.bodies()]);
  if (!counted) return page(c, <NoTests />);
  const plan = planning(counted);
  const labels = plan.labels.map(({ label }) => label);
  const a = labels.find((label) => label === c.req.query("a")) ?? labels[0];
  const others = labels.filter((label) => label !== a);
  const b = others.find((label) => label === c.req.query("b")) ?? others[0];
  const months = monthChoices.find((one) => String(one) === c.req.query("maanden")) ?? DEFAULT_MONTHS;
  const combined: CombinedChoice | undefined =
    a !== undefined && b !== undefined ? { a, b, months, found: combinedProposals(counted, a, b, months) } : undefined;
  const { chart, file } = inLanguage(c, () => {
    const chart = planningChart(plan);
    const tables = [...plan.labels.map((label) => nextTestsTable(label, bodies)), ...(combined ? [proposalsTable(combined, bodies)] : [])];
    const source = publication ? sourceWords(publication) : "";
    return { chart, file: askedFile((name) => c.req.query(name), chart ? [chart, ...tables] : tables, source) };
  });
  return file ? download(c, file) : page(c, <PlanningPage {...{ publication, plan, labels, combined, bodies, chart }} />);
}

const NoPoints = () => <NoFigures title={say("Verbeterpunten", "Improvement points")} section={IMPROVEMENT_POINTS} />;

const NoTests = () => <NoFigures title={say("Volgende toetsen", "Next tests")} section={IMPROVEMENT_POINTS} />;
