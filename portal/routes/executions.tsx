import type { PortalData } from "../data.ts";
import { page } from "../page.tsx";
import { Executions } from "../pages/executions.tsx";
import type { Route } from "../route.ts";
import { executionSelection } from "../selection.ts";

/** Whether processing goes well. */
export const executionRoutes = (data: PortalData): readonly Route[] => [
  {
    method: "GET",
    path: "/uitvoeringen",
    right: "seeExecutions",
    answer: async (c) => {
      const selection = executionSelection((name) => c.req.query(name));
      return page(c, <Executions executions={await data.executions()} selection={selection} />);
    },
  },
];
