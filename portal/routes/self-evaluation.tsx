import { selfEvaluations } from "../../core/figures/analyses/self-evaluation.ts";
import { selfEvaluationGroups, selfEvaluationOfOrganisations } from "../../core/figures/analyses/self-evaluation-groups.ts";
import { readSelection } from "../../core/figures/selected/read-selection.ts";
import { askedFile } from "../chart-files.ts";
import type { PortalData } from "../data.ts";
import { say } from "../language.tsx";
import { NoFigures } from "../no-figures.tsx";
import { download, inLanguage, page } from "../page.tsx";
import { SELF_EVALUATION } from "../pages/compare/tabs.tsx";
import { groupTable, normTable, organisationTable, selfEvaluationsChart } from "../pages/self-evaluation/figures.tsx";
import { SelfEvaluation } from "../pages/self-evaluation.tsx";
import type { Route } from "../route.ts";
import { selectionSource } from "../selection-words.ts";

/** Self-evaluation beside audit. */
export const selfEvaluationRoutes = (data: PortalData): readonly Route[] => [
  {
    method: "GET",
    path: SELF_EVALUATION,
    right: "seeFigures",
    answer: async (c) => {
      const [counted, publication] = await Promise.all([data.scores(), data.publication()]);
      if (!counted) return page(c, <Nothing />);
      const selection = readSelection((name) => c.req.queries(name) ?? [], counted);
      const found = selfEvaluations(counted, selection);
      const divisions = selfEvaluationGroups(counted, selection);
      const organisations = selfEvaluationOfOrganisations(counted, selection);
      const { chart, file } = inLanguage(c, () => {
        const chart = selfEvaluationsChart(found);
        const tables = [normTable(found), groupTable(divisions), organisationTable(organisations)];
        const source = selectionSource(selection, counted, found.exploratory);
        return { chart, file: askedFile((name) => c.req.query(name), chart ? [chart, ...tables] : tables, source) };
      });
      if (file) return download(c, file);
      return page(c, <SelfEvaluation {...{ publication, counted, selection, found, divisions, organisations, chart }} />);
    },
  },
];

const Nothing = () => <NoFigures title={say("Zelfevaluatie naast de audit", "Self-evaluation beside the audit")} section="/vergelijken" />;
