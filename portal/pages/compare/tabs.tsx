import { say } from "../../language.tsx";
import { COMPARE } from "./choice.tsx";

export const COMPARE_LABELS = "/vergelijken/labels";
export const COMPARE_VARIANTS = "/vergelijken/varianten";
export const SELF_EVALUATION = "/zelfevaluatie";

type Tab = "selections" | "variants" | "labels" | "selfEvaluation";

/** The ways to compare. */
export function CompareTabs({ current }: { readonly current: Tab }) {
  const tabs: readonly (readonly [Tab, string, string])[] = [
    ["selections", COMPARE, say("Perioden en instellingen", "Periods and bodies")],
    ["variants", COMPARE_VARIANTS, say("Twee varianten", "Two variants")],
    ["labels", COMPARE_LABELS, say("Twee labels in één toets", "Two labels in one audit")],
    ["selfEvaluation", SELF_EVALUATION, say("Zelfevaluatie en audit", "Self-evaluation and audit")],
  ];
  return (
    <nav class="choice tabs" aria-label={say("Wat u vergelijkt", "What you compare")}>
      <ul>
        {tabs.map(([tab, href, text]) => (
          <li>
            <a href={href} aria-current={tab === current ? "page" : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
