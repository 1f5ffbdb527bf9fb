import { foldWord } from "../catalogue/codes.ts";
import { nearest } from "./near.ts";
import { MAX_PLACES_PER_CODE } from "./types.ts";

/** Candidates of one search, on average: comparing with so many takes about half a second in all. */
const CANDIDATES = 20;

/**
 * Near matches for one delivery. After as many searches as findings of one code are listed nothing is searched any more: a file of a million
 * different wrong values would otherwise cost seconds for suggestions that nobody sees.
 */
export function createSuggester(): (text: string, candidates: readonly string[]) => readonly string[] {
  let comparisons = MAX_PLACES_PER_CODE * CANDIDATES;
  return (text, candidates) => {
    if (comparisons < candidates.length) return [];
    comparisons -= candidates.length;
    return nearest(text, candidates, foldWord);
  };
}
