import { dutchDay } from "../../core/calendar.ts";
import { mirrorReport } from "../../core/figures/mirror/mirror-report.ts";
import { askedFile } from "../chart-files.ts";
import type { PortalData } from "../data.ts";
import { labelsOf } from "../labels.ts";
import { say } from "../language.tsx";
import { NoFigures } from "../no-figures.tsx";
import { download, inLanguage, page } from "../page.tsx";
import { mirrorTable } from "../pages/mirror/figures.tsx";
import { MIRROR, Mirror } from "../pages/mirror.tsx";
import type { Route } from "../route.ts";

/** The mirror report of the body of who is signed in: whose it is never comes from the address. */
export const mirrorRoutes = (data: PortalData): readonly Route[] => [
  {
    method: "GET",
    path: MIRROR,
    right: "seeMirror",
    answer: async (c) => {
      const { user } = c.get("visit");
      if (user?.role !== "body") return c.notFound();
      const [counted, publication, bodies] = await Promise.all([data.scores(), data.publication(), data.bodies()]);
      if (!counted || !publication) return page(c, <Nothing />);
      const labels = labelsOf(counted);
      const label = labels.find((one) => one === c.req.query("label")) ?? labels[0] ?? "";
      const report = mirrorReport(counted, label, user.body);
      const file = inLanguage(c, () => askedFile((name) => c.req.query(name), [mirrorTable(report, label)], sourceOf(report.until)));
      if (file) return download(c, file);
      const name = bodies.get(user.body) ?? user.body;
      return page(c, <Mirror {...{ name, labels, label, report, illustrative: publication.illustrative }} />);
    },
  },
];

/** The day up to which the report counts: later than that it says nothing, so the run does not matter. */
const sourceOf = (until: number): string =>
  say(
    `Bron: normenmonitor, spiegelrapport tot en met ${dutchDay(until)}. Kleine aantallen van andere instellingen zijn niet getoond.`,
    `Source: normenmonitor, mirror report until ${dutchDay(until)}. Small numbers of other bodies are not shown.`,
  );

const Nothing = () => <NoFigures title={say("Spiegelrapport", "Mirror report")} section="/spiegel" />;
