import type { Relation } from "../../../core/catalogue/types.ts";
import type { Break } from "../../../core/figures/tables/breaks.ts";
import { say } from "../../language.tsx";

/** What happened to a norm from one framework to the next. */
export const relationWords = (relation: Relation): string =>
  ({
    same: say("bleef gelijk", "stayed the same"),
    reworded: say("is anders verwoord", "was reworded"),
    merged: say("is samengevoegd", "was merged"),
    split: say("is gesplitst", "was split"),
  })[relation];

/** What a new framework did to the norm, in a few words for beside a line. */
export function breakWords(found: Break): string {
  if (found.at === "begin") {
    const [origin] = found.origins;
    return origin === undefined ? say("norm is nieuw", "norm is new") : shortRelation(origin.relation);
  }
  const [successor] = found.successors;
  return successor === undefined ? say("norm vervalt", "norm is dropped") : `${shortRelation(successor.relation)} (${successor.norm})`;
}

const shortRelation = (relation: Relation): string =>
  ({
    same: say("norm gelijk", "norm the same"),
    reworded: say("norm herschreven", "norm reworded"),
    merged: say("norm samengevoegd", "norm merged"),
    split: say("norm gesplitst", "norm split"),
  })[relation];
