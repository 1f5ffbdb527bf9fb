import { labelOverlaps } from "../../core/figures/analyses/label-overlaps.ts";
import { overlapCandidates } from "../../core/figures/analyses/overlap-candidates.ts";
import { compareVariants, labelsWithVariants } from "../../core/figures/analyses/variant-comparison.ts";
import { byDifference, compareSelections } from "../../core/figures/selected/compare-selections.ts";
import { askedFile, type FileTable } from "../chart-files.ts";
import type { Chart } from "../charts/chart-figure.tsx";
import { readComparison } from "../comparison.ts";
import type { PortalData, Publication } from "../data.ts";
import { labelsOf } from "../labels.ts";
import { say } from "../language.tsx";
import { NoFigures } from "../no-figures.tsx";
import { download, inLanguage, page } from "../page.tsx";
import { candidatesTable } from "../pages/compare/candidates.tsx";
import { COMPARE } from "../pages/compare/choice.tsx";
import { comparisonTable, differenceChart, type Names } from "../pages/compare/figures.tsx";
import { type ChosenLabels, CompareLabels } from "../pages/compare/labels-page.tsx";
import { overlapChart, overlapTable } from "../pages/compare/overlap-figures.tsx";
import { distinction } from "../pages/compare/side-words.tsx";
import { COMPARE_LABELS, COMPARE_VARIANTS } from "../pages/compare/tabs.tsx";
import { CompareVariants, variantChart, variantTable } from "../pages/compare/variants-page.tsx";
import { ComparePage } from "../pages/compare.tsx";
import type { PageContext, Route } from "../route.ts";
import { sourceWords } from "../source.tsx";

/** Two selections of one label side by side, two of its variants, and two labels in the audits that judged both. */
export const compareRoutes = (data: PortalData): readonly Route[] => [
  { method: "GET", path: COMPARE, right: "seeFigures", answer: (c) => compare(c, data) },
  { method: "GET", path: COMPARE_LABELS, right: "seeFigures", answer: (c) => labelsPage(c, data) },
  { method: "GET", path: COMPARE_VARIANTS, right: "seeFigures", answer: (c) => variantsPage(c, data) },
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

async function labelsPage(c: PageContext, data: PortalData) {
  const [counted, publication, signals] = await Promise.all([data.scores(), data.publication(), data.signals()]);
  if (!counted) return page(c, <Nothing />);
  const labels = labelsOf(counted);
  const a = labels.find((label) => label === c.req.query("a")) ?? labels[0];
  const others = labels.filter((label) => label !== a);
  const b = others.find((label) => label === c.req.query("b")) ?? others[0];
  const chosen: ChosenLabels | undefined =
    a !== undefined && b !== undefined
      ? { a, b, found: labelOverlaps(counted, a, b, signals), search: overlapCandidates(counted, a, b) }
      : undefined;
  const file = chosen && fileOf(c, publication, () => [overlapChart(chosen), overlapTable(chosen), candidatesTable(chosen)]);
  return file ? download(c, file) : page(c, <CompareLabels {...{ publication, labels, chosen }} />);
}

async function variantsPage(c: PageContext, data: PortalData) {
  const [counted, publication] = await Promise.all([data.scores(), data.publication()]);
  if (!counted) return page(c, <Nothing />);
  const labels = labelsWithVariants(counted);
  const [label] = [...labels.keys()].filter((one) => one === c.req.query("label")).concat([...labels.keys()]);
  const variants = (label !== undefined && labels.get(label)) || [];
  const a = variants.find((one) => one === c.req.query("a")) ?? variants[0];
  const others = variants.filter((one) => one !== a);
  const b = others.find((one) => one === c.req.query("b")) ?? others[0];
  const found = label !== undefined && a !== undefined && b !== undefined ? compareVariants(counted, label, a, b) : undefined;
  const file = found && fileOf(c, publication, () => [variantChart(found), variantTable(found)]);
  return file ? download(c, file) : page(c, <CompareVariants {...{ publication, labels, found }} />);
}

/** The file that is asked for of the figures of a page. */
const fileOf = (c: PageContext, publication: Publication | undefined, figures: () => readonly (Chart | FileTable | undefined)[]) =>
  inLanguage(c, () =>
    askedFile(
      (name) => c.req.query(name),
      figures().filter((one) => one !== undefined),
      publication ? sourceWords(publication) : "",
    ),
  );

const Nothing = () => <NoFigures title={say("Vergelijken", "Compare")} section="/vergelijken" />;
