import { combinedComparison } from "../../core/figures/selected/combined-comparison.ts";
import { byDifference, compareSelections } from "../../core/figures/selected/compare-selections.ts";
import { askedFile } from "../chart-files.ts";
import { readComparison } from "../comparison.ts";
import type { PortalData } from "../data.ts";
import { labelsOf } from "../labels.ts";
import { say } from "../language.tsx";
import { NoFigures } from "../no-figures.tsx";
import { download, inLanguage, page } from "../page.tsx";
import { COMPARE } from "../pages/compare/choice.tsx";
import { comparisonTable, differenceChart, type Names } from "../pages/compare/figures.tsx";
import { CompareLabels, combinedTable } from "../pages/compare/labels-page.tsx";
import { distinction } from "../pages/compare/side-words.tsx";
import { COMPARE_LABELS } from "../pages/compare/tabs.tsx";
import { ComparePage } from "../pages/compare.tsx";
import type { PageContext, Route } from "../route.ts";
import { sourceWords } from "../source.tsx";

/** Two selections of one label side by side, and two labels in the audits that judged both. */
export const compareRoutes = (data: PortalData): readonly Route[] => [
  { method: "GET", path: COMPARE, right: "seeFigures", answer: (c) => compare(c, data) },
  { method: "GET", path: COMPARE_LABELS, right: "seeFigures", answer: (c) => compareLabels(c, data) },
];

async function compare(c: PageContext, data: PortalData) {
  const [counted, publication, bodies] = await Promise.all([data.scores(), data.publication(), data.bodies()]);
  if (!counted) return page(c, <Nothing />);
  const comparison = readComparison((name) => c.req.queries(name) ?? [], counted);
  // Both have the label of the address.
  const found = compareSelections(counted, comparison.a, comparison.b)!;
  const { names, file } = inLanguage(c, () => {
    const names: Names = [distinction(comparison.a, comparison.b, bodies), distinction(comparison.b, comparison.a, bodies)];
    const figures = [differenceChart(found.rows, names, comparison.a.counting), comparisonTable(byDifference(found.rows), names)];
    return { names, file: askedFile((name) => c.req.query(name), figures, publication ? sourceWords(publication) : "") };
  });
  return file ? download(c, file) : page(c, <ComparePage {...{ publication, comparison, counted, found, bodies, names }} />);
}

async function compareLabels(c: PageContext, data: PortalData) {
  const [counted, publication] = await Promise.all([data.scores(), data.publication()]);
  if (!counted) return page(c, <Nothing />);
  const labels = labelsOf(counted);
  const a = labels.find((label) => label === c.req.query("a")) ?? labels[0];
  const others = labels.filter((label) => label !== a);
  const b = others.find((label) => label === c.req.query("b")) ?? others[0];
  const chosen = a !== undefined && b !== undefined ? { a, b, found: combinedComparison(counted, a, b) } : undefined;
  const file =
    chosen &&
    inLanguage(c, () => askedFile((name) => c.req.query(name), [combinedTable(chosen)], publication ? sourceWords(publication) : ""));
  return file ? download(c, file) : page(c, <CompareLabels {...{ publication, labels, chosen }} />);
}

const Nothing = () => <NoFigures title={say("Vergelijken", "Compare")} section="/vergelijken" />;
