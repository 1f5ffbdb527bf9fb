import type { Execution } from "./data.ts";
import { faultAdvice } from "./fault-advice.ts";
import { count, moment } from "./format.ts";
import { executionsAddress } from "./selection.ts";
import { machineWord } from "./words.ts";

interface FailedExecutionsProps {
  readonly executions: readonly Execution[];
  readonly limit?: number;
  /** Level of its heading: one below the heading it stands under. */
  readonly heading: "h2" | "h3";
}

/** What failed, each with what it means and what to do. */
export function FailedExecutions({ executions, limit = Number.POSITIVE_INFINITY, heading: Heading }: FailedExecutionsProps) {
  return (
    <div class="notice failed">
      <Heading>
        {executions.length === 1 ? "1 uitvoering is mislukt" : `${count(executions.length, "", "uitvoeringen")} zijn mislukt`}: wat u kunt
        doen
      </Heading>
      <ul>
        {executions.slice(0, limit).map((execution) => (
          <li>
            <p>
              <b>{machineWord(execution.machine)}</b>, gestart op {moment(execution.startedAt)}
              <br />
              <code>{execution.name}</code>
            </p>
            <p>{faultAdvice(execution.status, execution.error)}</p>
            {execution.error && (
              <p class="quiet">
                Melding: <code>{execution.error}</code>
              </p>
            )}
          </li>
        ))}
      </ul>
      {executions.length > limit && (
        <p>
          <a href={executionsAddress({ standing: "failed" })}>
            Nog {count(executions.length - limit, "mislukte uitvoering", "mislukte uitvoeringen")}
          </a>
        </p>
      )}
    </div>
  );
}
