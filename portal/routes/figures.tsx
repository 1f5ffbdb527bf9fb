import type { PortalData } from "../data.ts";
import { download, page } from "../page.tsx";
import { Overview } from "../pages/overview.tsx";
import type { Route } from "../route.ts";
import { figureSelection } from "../selection.ts";

/** The first screen of policy staff, and the published files. */
export const figureRoutes = (data: PortalData, inbox: string): readonly Route[] => [
  {
    method: "GET",
    path: "/overzicht",
    right: "seeFigures",
    answer: async (c) => {
      const [publication, deliveries, bodies, executions, titles] = await Promise.all([
        data.publication(),
        data.deliveries(),
        data.bodies(),
        data.executions(),
        data.frameworks(),
      ]);
      const [figures, signals] = publication ? await Promise.all([data.figures(), data.signals()]) : [[], []];
      const selection = figureSelection((name) => c.req.query(name));
      return page(c, <Overview {...{ publication, figures, signals, titles, deliveries, bodies, executions, selection, inbox }} />);
    },
  },
  {
    method: "GET",
    path: "/cijfers/:name",
    right: "seeFigures",
    answer: async (c) => {
      const name = c.req.param("name") ?? "";
      const publication = await data.publication();
      const file = publication?.files.includes(name) ? await data.publishedFile(name) : undefined;
      return file ? download(c, { ...file, name }) : c.notFound();
    },
  },
];
