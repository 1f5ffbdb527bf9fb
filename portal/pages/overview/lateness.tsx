import type { BodyDeliveries } from "../../../core/figures/deliveries/deliveries-overview.ts";
import type { DueOfLabel } from "../../../core/figures/deliveries/due-organisations.ts";
import { count } from "../../format.ts";
import { say } from "../../language.tsx";

interface LatenessProps {
  readonly due: readonly DueOfLabel[];
  readonly bodies: readonly BodyDeliveries[];
}

/** What is late, in a few lines: which organisations stands with the next tests, which bodies with the deliveries. */
export function Lateness({ due, bodies }: LatenessProps) {
  const late = due
    .map(({ label, due: organisations }) => ({ label, count: organisations.filter(({ state }) => state === "overdue").length }))
    .filter((one) => one.count > 0);
  const silent = bodies.filter((body) => body.silent);
  if (late.length === 0 && silent.length === 0) return null;
  return (
    <section aria-labelledby="te-laat">
      <h2 id="te-laat">{say("Wat te laat is", "What is late")}</h2>
      <ul>
        {late.map((one) => (
          <li>
            <a href="/planning">
              {one.label}:{" "}
              {say(
                `${count(one.count, "organisatie is", "organisaties zijn")} over tijd voor een hertoets`,
                `${count(one.count, "organisation is", "organisations are")} overdue for a recertification`,
              )}
            </a>
          </li>
        ))}
        {silent.length > 0 && (
          <li>
            <a href="/aanleveringen#instellingen">
              {say("Al lang niets ontvangen van", "Nothing received for long from")} {silent.map(({ name }) => name).join(", ")}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}
