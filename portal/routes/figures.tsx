import type { PortalData } from "../data.ts";
import { download, page } from "../page.tsx";
import { Overview } from "../pages/overview.tsx";
import { PublishedFiles } from "../pages/published-files.tsx";
import type { Route } from "../route.ts";

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
      return page(c, <Overview {...{ publication, figures, signals, titles, deliveries, bodies, executions, inbox }} />);
    },
  },
  {
    method: "GET",
    path: "/cijfers",
    right: "seeFigures",
    answer: async (c) => page(c, <PublishedFiles publication={await data.publication()} />),
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
