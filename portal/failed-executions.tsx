import { may } from "../core/access.ts";
import type { Execution } from "./data.ts";
import { faultAdvice } from "./fault-advice.ts";
import { count, moment, number } from "./format.ts";
import { say } from "./language.tsx";
import { executionsAddress } from "./selection.ts";
import { FormToken, useVisit } from "./visit.tsx";
import { machineWord } from "./words.ts";

interface FailedExecutionsProps {
  readonly executions: readonly Execution[];
  readonly limit?: number;
  /** Level of its heading: one below the heading it stands under. */
  readonly heading: "h2" | "h3";
}

/** What failed, each with what it means and what to do. */
export function FailedExecutions({ executions, limit = Number.POSITIVE_INFINITY, heading: Heading }: FailedExecutionsProps) {
  const mayTry = useMayTryAgain();
  return (
    <div class="notice failed">
      <Heading>
        {executions.length === 1
          ? say("1 uitvoering is mislukt: wat u kunt doen", "1 execution failed: what you can do")
          : say(
              `${number(executions.length)} uitvoeringen zijn mislukt: wat u kunt doen`,
              `${number(executions.length)} executions failed: what you can do`,
            )}
      </Heading>
      <ul>
        {executions.slice(0, limit).map((execution) => (
          <li>
            <p>
              <b>{machineWord(execution.machine)}</b>, {say("gestart op", "started on")} {moment(execution.startedAt)}
              <br />
              <code>{execution.name}</code>
            </p>
            <p>{faultAdvice(execution.status, execution.error)}</p>
            {mayTry && <TryAgain execution={execution} />}
            {execution.error && (
              <p class="quiet">
                {say("Melding", "Message")}: <code>{execution.error}</code>
              </p>
            )}
          </li>
        ))}
      </ul>
      {executions.length > limit && (
        <p>
          <a href={executionsAddress({ standing: "failed" })}>
            {say("Nog", "Another")}{" "}
            {count(
              executions.length - limit,
              say("mislukte uitvoering", "failed execution"),
              say("mislukte uitvoeringen", "failed executions"),
            )}
          </a>
        </p>
      )}
    </div>
  );
}

export const useMayTryAgain = (): boolean => may(useVisit().user, "administer");

/** Every step gives the same effect twice, so trying again does no harm. */
export const TryAgain = ({ execution: { machine, name } }: { readonly execution: Execution }) => (
  <form method="post" action="/uitvoeringen/opnieuw">
    <FormToken />
    <input type="hidden" name="werkstroom" value={machine} />
    <input type="hidden" name="naam" value={name} />
    <p>
      <button type="submit" class="quiet" aria-label={say(`Opnieuw proberen: ${name}`, `Try again: ${name}`)}>
        {say("Opnieuw proberen", "Try again")}
      </button>
    </p>
  </form>
);
