import { dutchDay } from "../../core/calendar.ts";
import type { CountedScores } from "../../core/figures/selected/counted-scores.ts";
import { normRows } from "../../core/figures/selected/norm-rows.ts";
import { summaryOf } from "../../core/figures/selected/norm-summary.ts";
import type { Selection } from "../../core/figures/selected/selection.ts";
import { askedFile } from "../chart-files.ts";
import type { PortalData } from "../data.ts";
import { say } from "../language.tsx";
import { NoFigures } from "../no-figures.tsx";
import { NORMS } from "../norm-links.ts";
import { download, inLanguage, page } from "../page.tsx";
import { normsChart } from "../pages/norms/norms-chart.tsx";
import { readNormsChoice, sortNorms } from "../pages/norms/norms-choice.ts";
import { normsHeadline } from "../pages/norms/norms-headline.ts";
import { signalsOfNorms } from "../pages/norms/signals-of-norms.ts";
import { Norms } from "../pages/norms.tsx";
import type { PageContext, Route } from "../route.ts";
import { selectionSentence } from "../selection-words.ts";

/** The table of norms, and the page of one of them. */
export const normRoutes = (data: PortalData): readonly Route[] => [
  { method: "GET", path: NORMS, right: "seeFigures", answer: (c) => norms(c, data) },
];

async function norms(c: PageContext, data: PortalData): Promise<Response> {
  const [publication, counted] = await Promise.all([data.publication(), data.scores()]);
  if (!counted) return page(c, <NoFigures title={inLanguage(c, () => say("Normen", "Norms"))} section={NORMS} />);
  const [published, figures] = await Promise.all([data.signals(), data.figures()]);
  const choice = readNormsChoice((name) => c.req.queries(name) ?? [], counted);
  const { selection, signal } = choice;
  const selected = normRows(counted, selection);
  const signals = signalsOfNorms(selected, { signals: published, figures, referenceDay: counted.referenceDay });
  const shown = signal === null ? selected.rows : selected.rows.filter((row) => signals.of(row).includes(signal));
  const rows = sortNorms(shown, choice.order, signals.of);
  const { headline, chart, source } = inLanguage(c, () => {
    const headline = normsHeadline({ summary: summaryOf(rows), counting: selection.counting, exploratory: selected.exploratory });
    return {
      headline,
      chart: normsChart({ selected, rows, selection, signals, conclusion: headline }),
      source: sourceOf(selection, counted, selected.exploratory),
    };
  });
  const file = inLanguage(c, () => askedFile((name) => c.req.query(name), [chart], source));
  if (file) return download(c, file);
  return page(c, <Norms {...{ publication, counted, choice, selected, rows, signals, headline, chart }} />);
}

/** Where figures come from, for a file that travels: product, choice, reference date. */
function sourceOf(selection: Selection, counted: CountedScores, exploratory: boolean): string {
  const mark = exploratory ? `${say("Verkennend", "Exploratory")}. ` : "";
  return `Normenmonitor, ${say("peildatum", "reference date")} ${dutchDay(counted.referenceDay)}. ${mark}${selectionSentence(selection, counted)}`;
}
