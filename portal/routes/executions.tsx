import type { ExecutionPlace, PortalData, RedriveOutcome } from "../data.ts";
import { page } from "../page.tsx";
import { Executions, type RedriveProblem } from "../pages/executions.tsx";
import type { PageContext, Route } from "../route.ts";
import { executionSelection } from "../selection.ts";

interface ExecutionServices {
  readonly data: PortalData;
  redrive(execution: ExecutionPlace): Promise<RedriveOutcome>;
}

/** Whether processing goes well, and another try for what failed. */
export function executionRoutes({ data, redrive }: ExecutionServices): readonly Route[] {
  const show = async (c: PageContext, problem?: RedriveProblem) => {
    const selection = executionSelection((name) => c.req.query(name));
    const executions = await data.executions();
    const tried = executions.find(({ name }) => name === c.req.query("opnieuw"));
    return page(c, <Executions {...{ executions, selection, tried, problem }} />, problem ? 409 : 200);
  };
  return [
    { method: "GET", path: "/uitvoeringen", right: "seeExecutions", answer: (c) => show(c) },
    {
      method: "POST",
      path: "/uitvoeringen/opnieuw",
      right: "administer",
      answer: async (c) => {
        const { werkstroom, naam } = await c.req.parseBody();
        const execution = { machine: String(werkstroom ?? ""), name: String(naam ?? "") };
        const outcome = await redrive(execution);
        if (outcome === "tooLate" || outcome === "unknown") return show(c, outcome);
        return c.redirect(`/uitvoeringen?${new URLSearchParams({ opnieuw: execution.name })}`, 303);
      },
    },
  ];
}
