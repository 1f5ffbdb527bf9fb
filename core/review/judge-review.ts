import type { Catalogue } from "../catalogue/types.ts";
import type { CatalogueStore, ObjectStore } from "../ports.ts";
import { RULES_VERSION } from "../relevance/thresholds.ts";
import { decodeScores } from "../scoring/encode.ts";
import type { Dossier } from "./dossier.ts";
import { type FreezePorts, type FrozenDecisions, readFrozen, readFrozenInput } from "./frozen-input.ts";
import { makeDossier } from "./make-dossier.ts";
import type { ReviewRegister } from "./review.ts";
import { dossierKey, reviewScoresKey } from "./review-objects.ts";

interface JudgePorts extends Pick<FreezePorts, "fingerprint"> {
  readonly catalogues: CatalogueStore;
  /** Of the figures. */
  readonly store: ObjectStore;
  readonly reviews: ReviewRegister;
}

/**
 * Makes the dossier of a review from its frozen input and keeps it with the scores that it was made from. Again: the same bytes.
 *
 * @param scoresKey of the merged scores, made from exactly the frozen reports.
 * @throws BrokenInvariant when an object is not what was frozen.
 */
export async function judgeReview(
  { catalogues, store, reviews, fingerprint }: JudgePorts,
  { review, scoresKey, codeVersion }: { readonly review: string; readonly scoresKey: string; readonly codeVersion: string },
): Promise<"judged" | "wasOpen"> {
  // An execution that was passed by and is taken up again: what the committee decides on stays as it is.
  if ((await reviews.find(review))?.state !== "preparing") return "wasOpen";
  const input = await readFrozenInput(store, review);
  const merged = await store.read(scoresKey);
  const catalogue: Catalogue = await catalogues.version(input.catalogueVersion);
  const frozen = { store, fingerprint };
  const dossier = makeDossier({
    input,
    judgedBy: { codeVersion, rulesVersion: RULES_VERSION },
    scores: decodeScores(merged),
    catalogue,
    decisions: await readFrozen<FrozenDecisions>(frozen, input.decisions),
    previous: input.previous && (await readFrozen<Dossier>(frozen, input.previous)),
  });
  await store.write(reviewScoresKey(review), merged, "application/octet-stream");
  await store.write(dossierKey(review, "json"), JSON.stringify(dossier), "application/json");
  return "judged";
}
