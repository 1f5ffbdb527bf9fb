import type { CountedScores } from "../core/figures/selected/counted-scores.ts";
import type { Selection } from "../core/figures/selected/selection.ts";
import { say } from "./language.tsx";
import { choicesOf, exploratoryReason, selectionSentence } from "./selection-words.ts";
import { StatusBadge } from "./status-badge.tsx";
import { word } from "./words.ts";

/** A choice that only this page knows, and its address without it. */
export interface OwnChoice {
  readonly text: string;
  readonly without: string;
}

interface ChosenProps {
  readonly counted: CountedScores;
  readonly selection: Selection;
  readonly exploratory: boolean;
  /** Address of this page with another selection. */
  address(selection: Selection): string;
  readonly own?: readonly OwnChoice[];
  /** Address of this page without any choice. */
  readonly nothing: string;
}

const exploring = word("verkennend", "exploratory", "mixed");

/** What is chosen, in a sentence; each choice can be taken back; and whether it is only for looking around, with why. */
export function Chosen({ counted, selection, exploratory, address, own = [], nothing }: ChosenProps) {
  const choices = [...own, ...choicesOf(selection, counted.catalogue).map(({ text, without }) => ({ text, without: address(without) }))];
  const reason = exploratoryReason(selection, exploratory);
  return (
    <section class="chosen" aria-label={say("Wat u ziet", "What you see")}>
      <p>
        <b>{say("U ziet:", "You see:")}</b> {selectionSentence(selection, counted)}
      </p>
      {choices.length > 0 && (
        <nav aria-label={say("Uw keuzes, om weg te halen", "Your choices, to take back")}>
          <ul class="chips">
            {choices.map(({ text, without }) => (
              <li>
                <a class="chip" href={without} aria-label={`${text}: ${say("weghalen", "take back")}`}>
                  {text}
                </a>
              </li>
            ))}
            <li>
              <a href={nothing}>{say("Alle keuzes weghalen", "Take back all choices")}</a>
            </li>
          </ul>
        </nav>
      )}
      {reason && (
        <p class="exploratory">
          <StatusBadge word={exploring} /> {reason}
        </p>
      )}
    </section>
  );
}
