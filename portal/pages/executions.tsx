import type { Execution, RedriveOutcome } from "../data.ts";
import { FailedExecutions, TryAgain, useMayTryAgain } from "../failed-executions.tsx";
import { count, duration, moment, number } from "../format.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { Pager } from "../pager.tsx";
import { Select } from "../select.tsx";
import { type ExecutionSelection, executionsAddress, slice } from "../selection.ts";
import { StatusBadge } from "../status-badge.tsx";
import { type Column, Table } from "../table.tsx";
import { type ExecutionStanding, executionSlugs, executionStanding, executionWords, machineWord } from "../words.ts";
import { ExecutionStates, MachineName } from "./executions/execution-states.tsx";

/** Why an execution was not tried again. */
export type RedriveProblem = Extract<RedriveOutcome, "tooLate" | "unknown">;

interface ExecutionsProps {
  readonly executions: readonly Execution[];
  readonly selection: ExecutionSelection;
  /** What was just tried again, as it stands now. */
  readonly tried?: Execution;
  readonly problem?: RedriveProblem;
}

const PER_PAGE = 100;
/** Failed ones with advice above the table. */
const MOST_FAILED = 10;

/** All executions, newest first, with what to do about those that failed. */
export function Executions({ executions, selection, tried, problem }: ExecutionsProps) {
  const chosen = executions.filter(
    (execution) =>
      (selection.machine === undefined || execution.machine === selection.machine) &&
      (selection.standing === undefined || executionStanding(execution.status) === selection.standing),
  );
  const failed = chosen.filter((execution) => executionStanding(execution.status) === "failed");
  const shown = slice(chosen, selection.page, PER_PAGE);
  const mayTry = useMayTryAgain();
  return (
    <Layout title={say("Uitvoeringen", "Executions")} section="/uitvoeringen">
      <h1>{say("Uitvoeringen", "Executions")}</h1>
      <p class="lead">
        {say(
          "Elke aanlevering en elke berekening van de cijfers is een uitvoering van een werkstroom.",
          "Every delivery and every computation of figures is an execution of a workflow.",
        )}
      </p>
      {tried && <Tried execution={tried} />}
      {problem && (
        <p class="verdict bad" role="alert">
          {problemText(problem)}
        </p>
      )}
      {executions.length === 0 ? (
        <p class="notice">
          {say(
            "Er is nog niets uitgevoerd. Zodra er een bestand binnenkomt, staat de verwerking hier.",
            "Nothing was executed yet. As soon as a file comes in, its processing is here.",
          )}
        </p>
      ) : (
        <>
          <ExecutionStates executions={executions} />
          <Choice executions={executions} selection={selection} />
          {failed.length > 0 && <FailedExecutions executions={failed} limit={MOST_FAILED} heading="h2" />}
          {chosen.length === 0 ? (
            <p class="notice">
              {say("Geen uitvoering past bij deze keuze.", "No execution fits this choice.")}{" "}
              <a href="/uitvoeringen">{say(`Toon alle ${number(executions.length)}`, `Show all ${number(executions.length)}`)}</a>
            </p>
          ) : (
            <Table
              name="executions"
              caption={`${count(chosen.length, say("uitvoering", "execution"), say("uitvoeringen", "executions"))}, ${say("nieuwste eerst", "newest first")}`}
              columns={mayTry ? [...columns(), tryAgain()] : columns()}
              rows={shown.items}
            />
          )}
          <Pager slice={shown} what={say("uitvoeringen", "executions")} address={(page) => executionsAddress({ ...selection, page })} />
        </>
      )}
    </Layout>
  );
}

const Tried = ({ execution: { name, status } }: { readonly execution: Execution }) => (
  <p class="notice" role="status">
    {say("Opnieuw geprobeerd:", "Tried again:")} <code class="file">{name}</code>, {say("stand nu:", "now:")}{" "}
    <StatusBadge word={executionWords[executionStanding(status)]} />{" "}
    {say("Ververs de pagina om te zien hoe het verder gaat.", "Refresh the page to see how it goes on.")}
  </p>
);

const problemText = (problem: RedriveProblem): string =>
  problem === "tooLate"
    ? say(
        "Deze uitvoering is te lang geleden mislukt: na veertien dagen kan zij niet meer verder. Was het een aanlevering, laat het bestand dan opnieuw aanleveren. Een relevantietoets kunt u opnieuw aanvragen; cijfers worden vanzelf opnieuw berekend.",
        "This execution failed too long ago: after fourteen days it cannot go on. If it was a delivery, have the file delivered again. A relevance review can be asked for again; figures are computed again by themselves.",
      )
    : say("Deze uitvoering is er niet (meer). Er is niets gestart.", "This execution is not there (any more). Nothing was started.");

const columns = (): readonly Column<Execution>[] => [
  { header: say("Werkstroom", "Workflow"), cell: (execution) => <MachineName machine={execution.machine} /> },
  { header: say("Naam", "Name"), cell: (execution) => <code class="file">{execution.name}</code>, wide: true },
  { header: "Status", cell: (execution) => <StatusBadge word={executionWords[executionStanding(execution.status)]} /> },
  { header: say("Gestart", "Started"), cell: (execution) => <time datetime={execution.startedAt}>{moment(execution.startedAt)}</time> },
  { header: say("Duur", "Took"), cell: ({ startedAt, stoppedAt }) => (stoppedAt && duration(startedAt, stoppedAt)) || "–", numeric: true },
];

const tryAgain = (): Column<Execution> => ({
  header: say("Opnieuw", "Again"),
  cell: (execution) => (executionStanding(execution.status) === "failed" ? <TryAgain execution={execution} /> : "–"),
});

function Choice({ executions, selection }: Pick<ExecutionsProps, "executions" | "selection">) {
  const machines = [...new Set(executions.map((execution) => execution.machine))].sort();
  const standings = Object.keys(executionWords) as ExecutionStanding[];
  return (
    <form method="get" action="/uitvoeringen" class="filter">
      <Select
        name="machine"
        label={say("Werkstroom", "Workflow")}
        all={say("Alle", "All")}
        options={machines.map((machine) => [machine, machineWord(machine)])}
        chosen={selection.machine}
      />
      <Select
        name="status"
        label="Status"
        all={say("Alle", "All")}
        options={standings.map((standing) => [executionSlugs[standing], executionWords[standing].text])}
        chosen={selection.standing && executionSlugs[selection.standing]}
      />
      <p>
        <button type="submit">{say("Toon", "Show")}</button>
      </p>
    </form>
  );
}
