import { readSelection } from "../../core/figures/selected/read-selection.ts";
import { type ReportedTheme, reportedThemes } from "../../core/figures/selected/reported-themes.ts";
import { selectedReports } from "../../core/figures/selected/selected-reports.ts";
import { mostReportedFirst, themeScores } from "../../core/figures/selected/theme-scores.ts";
import { trendsAbout } from "../../core/figures/selected/theme-texts.ts";
import type { Span } from "../../core/figures/tables/periods.ts";
import type { OrganisationId } from "../../core/ids.ts";
import { askedFile } from "../chart-files.ts";
import { lastCycles } from "../comparison.ts";
import type { PortalData } from "../data.ts";
import { say } from "../language.tsx";
import { NoFigures } from "../no-figures.tsx";
import { download, inLanguage, page } from "../page.tsx";
import { saidAndScoredTable, themeChart } from "../pages/reported-trends/figures.tsx";
import type { TextsOfReport } from "../pages/reported-trends/one-theme.tsx";
import { REPORTED_TRENDS, ReportedTrends } from "../pages/reported-trends.tsx";
import type { Route } from "../route.ts";
import { pageNumber, type Slice, slice } from "../selection.ts";
import { sourceWords } from "../source.tsx";

/** A reader reads so many texts before turning a page; each is an object to fetch. */
const TEXTS = 10;

/** Trends that bodies report, beside the scores, with the texts of the reports. */
export const reportedTrendRoutes = (data: PortalData): readonly Route[] => [
  {
    method: "GET",
    path: REPORTED_TRENDS,
    right: "seeTexts",
    answer: async (c) => {
      const [counted, publication, bodies] = await Promise.all([data.scores(), data.publication(), data.bodies()]);
      if (!counted) return page(c, <Nothing />);
      const { catalogue } = counted;
      const asked = readSelection((name) => c.req.queries(name) ?? [], counted);
      // All themes and norms of these reports: a choice of norms has no meaning here.
      const selection = { ...asked, category: null, competency: null, search: "" };
      const span: Span = c.req.query("per") === "halfjaar" ? "halfjaar" : "jaar";
      const { source } = selectedReports(counted, selection);
      const found = reportedThemes(source, catalogue, span);
      const { a, b } = lastCycles(counted, selection.label);
      const [before, now] = [a, b].map(({ from, until }) => ({ ...selection, from, until })) as [typeof a, typeof b];
      const themes = mostReportedFirst(found.themes);
      const scores = themeScores(counted, themes, source.view.norms, before, now);
      const file = inLanguage(c, () =>
        askedFile(
          (name) => c.req.query(name),
          [themeChart(found), saidAndScoredTable(scores)],
          publication ? sourceWords(publication) : "",
        ),
      );
      if (file) return download(c, file);
      const theme = themes.find(({ key }) => key === c.req.query("thema")) ?? themes[0];
      const chosen = theme && { theme, texts: await textsOf(theme, pageNumber(c.req.query("pagina"))) };
      return page(c, <ReportedTrends {...{ publication, counted, selection, span, found, scores, bodies, chosen }} />);

      async function textsOf(about: ReportedTheme, asked: number): Promise<Slice<TextsOfReport>> {
        const part = slice(about.reports, asked, TEXTS);
        const items = part.items.map(async (report): Promise<TextsOfReport> => {
          const texts = await data.reportTexts(report);
          const organisation =
            catalogue.organisationById.get(report.organisation as OrganisationId)?.name ?? report.organisation.replace(/^kvk:/, "KvK ");
          return { report, organisation, trends: texts && trendsAbout(about, texts.trends, catalogue) };
        });
        return { ...part, items: await Promise.all(items) };
      }
    },
  },
];

const Nothing = () => <NoFigures title={say("Gemelde trends", "Reported trends")} section="/trends" />;
