/** What a test says, or why nothing can be said yet. "Nothing found" and "could not look" are never the same. */
export type Outcome<Said> = Said | NotYet;

export interface NotYet {
  readonly notYet: Reason;
}

/** Why it is "nog niet te zeggen", as data. `needed` is what it takes. */
export type Reason =
  | { readonly because: "nothingJudged" }
  /** Scores over time. */
  | { readonly because: "tooFewScores"; readonly n: number; readonly needed: number }
  /** Calendar years with enough scores. */
  | { readonly because: "tooFewYears"; readonly n: number; readonly years: number; readonly needed: number }
  | { readonly because: "oneBody" }
  | { readonly because: "tooFewBeside"; readonly n: number; readonly others: number; readonly needed: number }
  | { readonly because: "otherVariantsEmpty" }
  | { readonly because: "tooFewOrganisations"; readonly n: number; readonly needed: number }
  | { readonly because: "tooFewSelfEvaluations"; readonly n: number; readonly needed: number }
  /** One score is so common that there is nothing to compare; share is a fraction. */
  | { readonly because: "almostAllOneScore"; readonly share: number; readonly atMost: number }
  /** All scores equal, or all that can be compared with each other. */
  | { readonly because: "noVariation" };

export const notYet = (reason: Reason): NotYet => ({ notYet: reason });

export const isSaid = <Said extends object>(outcome: Outcome<Said>): outcome is Said => !("notYet" in outcome);
