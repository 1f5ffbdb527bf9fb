import { type HeatLevel, heatMapOverFrameworks, heatMapOverTime } from "../../core/figures/selected/heat-maps.ts";
import { readSelection } from "../../core/figures/selected/read-selection.ts";
import type { Span } from "../../core/figures/tables/periods.ts";
import { askedFile } from "../chart-files.ts";
import type { PortalData } from "../data.ts";
import { say } from "../language.tsx";
import { NoFigures } from "../no-figures.tsx";
import { download, inLanguage, page } from "../page.tsx";
import { frameworkChart, timeChart } from "../pages/competencies/figures.tsx";
import { COMPETENCIES, Competencies } from "../pages/competencies.tsx";
import type { Route } from "../route.ts";
import { sourceWords } from "../source.tsx";

/** Competencies and categories as heat maps. */
export const competencyRoutes = (data: PortalData): readonly Route[] => [
  {
    method: "GET",
    path: COMPETENCIES,
    right: "seeFigures",
    answer: async (c) => {
      const [counted, publication] = await Promise.all([data.scores(), data.publication()]);
      if (!counted) return page(c, <Nothing />);
      // A row is a category or a competency: choosing one of them would leave the others empty.
      const selection = { ...readSelection((name) => c.req.queries(name) ?? [], counted), category: null, competency: null, search: "" };
      const level: HeatLevel = c.req.query("niveau") === "categorie" ? "categorie" : "competentie";
      const span: Span = c.req.query("per") === "halfjaar" ? "halfjaar" : "jaar";
      const overTime = heatMapOverTime(counted, selection, level, span);
      const overFrameworks = heatMapOverFrameworks(counted, selection, level);
      const file = inLanguage(c, () =>
        askedFile(
          (name) => c.req.query(name),
          [frameworkChart(overFrameworks), timeChart(overTime)],
          publication ? sourceWords(publication) : "",
        ),
      );
      return file ? download(c, file) : page(c, <Competencies {...{ publication, counted, selection, span, overTime, overFrameworks }} />);
    },
  },
];

const Nothing = () => <NoFigures title={say("Competenties en categorieën", "Competencies and categories")} section="/competenties" />;
