import { BrokenInvariant } from "../core/faults.ts";
import { LATEST, type Publication } from "../core/figures/publication.ts";
import type { PublishedSignal } from "../core/figures/signals-json.ts";
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

/** The signals of the views of a publication; none in one of before there were any. */
export async function signalsOf(stack: Stack, { run, files }: Publication): Promise<readonly PublishedSignal[]> {
  const content = files.includes("signals.json") ? await stack.stores.figures.find(`published/${run}/signals.json`) : undefined;
  return content ? (JSON.parse(new TextDecoder().decode(content)) as PublishedSignal[]) : [];
}
