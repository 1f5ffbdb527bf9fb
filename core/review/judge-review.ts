import type { Catalogue } from "../catalogue/types.ts";
import type { CatalogueStore, ObjectStore } from "../ports.ts";
import { decodeScores } from "../scoring/encode.ts";
import { agendaOf, type Dossier } from "./dossier.ts";
import { type FreezePorts, type FrozenDecisions, readFrozen, readFrozenInput } from "./frozen-input.ts";
import { makeDossier } from "./make-dossier.ts";
import { dossierKey, reviewScoresKey } from "./review-objects.ts";

interface JudgePorts extends Pick<FreezePorts, "fingerprint"> {
  readonly catalogues: CatalogueStore;
  /** Of the figures. */
  readonly store: ObjectStore;
}

/**
 * Makes the dossier of a review from its frozen input and keeps it with the scores that it was made from. Again: the same bytes.
 *
 * @param scoresKey of the merged scores, made from exactly the frozen reports.
 * @returns how many norms there are and how many ask for a decision.
 * @throws BrokenInvariant when an object is not what was frozen.
 */
export async function judgeReview(
  { catalogues, store, fingerprint }: JudgePorts,
  { review, scoresKey }: { readonly review: string; readonly scoresKey: string },
): Promise<{ readonly norms: number; readonly toDecide: number }> {
  const input = await readFrozenInput(store, review);
  const merged = await store.read(scoresKey);
  const catalogue: Catalogue = await catalogues.version(input.catalogueVersion);
  const frozen = { store, fingerprint };
  const dossier = makeDossier({
    input,
    scores: decodeScores(merged),
    catalogue,
    decisions: await readFrozen<FrozenDecisions>(frozen, input.decisions),
    previous: input.previous && (await readFrozen<Dossier>(frozen, input.previous)),
  });
  await store.write(reviewScoresKey(review), merged, "application/octet-stream");
  await store.write(dossierKey(review, "json"), JSON.stringify(dossier), "application/json");
  return { norms: dossier.norms.length, toDecide: agendaOf(dossier).length };
}
