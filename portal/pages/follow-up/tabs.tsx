import { say } from "../../language.tsx";

export const IMPROVEMENT_POINTS = "/verbeterpunten";
export const PLANNING = "/planning";

/** What comes after a test: what was agreed, and the next one. */
export function FollowUpTabs({ current }: { readonly current: "points" | "planning" }) {
  return (
    <nav class="choice tabs" aria-label={say("Wat er na een toets komt", "What comes after a test")}>
      <ul>
        <li>
          <a href={IMPROVEMENT_POINTS} aria-current={current === "points" ? "page" : undefined}>
            {say("Verbeterpunten", "Improvement points")}
          </a>
        </li>
        <li>
          <a href={PLANNING} aria-current={current === "planning" ? "page" : undefined}>
            {say("Volgende toetsen", "Next tests")}
          </a>
        </li>
      </ul>
    </nav>
  );
}
