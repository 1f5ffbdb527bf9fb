import { BrokenInvariant } from "../core/faults.ts";
import { LATEST, type Publication } from "../core/figures/publication.ts";
import type { Stack } from "./stack.ts";

/** Runs score-norms. False when a fault stopped it. */
export async function score(stack: Stack, referenceDate?: string): Promise<boolean> {
  const { executionArn } = await stack.workflows.start("score-norms", referenceDate ? { referenceDate } : {});
  return (await stack.workflows.wait(executionArn)).status === "SUCCEEDED";
}

/** What was published last; undefined before the first time. */
export async function findPublication(stack: Stack): Promise<Publication | undefined> {
  const latest = await stack.stores.figures.find(LATEST);
  return latest && (JSON.parse(new TextDecoder().decode(latest)) as Publication);
}

/** What was published last. Throws `BrokenInvariant` when nothing was. */
export async function latestPublication(stack: Stack): Promise<Publication> {
  const publication = await findPublication(stack);
  if (!publication) throw new BrokenInvariant("score-norms ended and published nothing");
  return publication;
}
