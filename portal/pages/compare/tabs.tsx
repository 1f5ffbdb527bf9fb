import { say } from "../../language.tsx";
import { COMPARE } from "./choice.tsx";

export const COMPARE_LABELS = "/vergelijken/labels";

/** The two ways to compare. */
export function CompareTabs({ current }: { readonly current: "selections" | "labels" }) {
  return (
    <nav class="choice tabs" aria-label={say("Wat u vergelijkt", "What you compare")}>
      <ul>
        <li>
          <a href={COMPARE} aria-current={current === "selections" ? "page" : undefined}>
            {say("Perioden, varianten, instellingen", "Periods, variants, bodies")}
          </a>
        </li>
        <li>
          <a href={COMPARE_LABELS} aria-current={current === "labels" ? "page" : undefined}>
            {say("Twee labels in één toets", "Two labels in one audit")}
          </a>
        </li>
      </ul>
    </nav>
  );
}
