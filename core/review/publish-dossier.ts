import { amsterdamDay, isoDay } from "../calendar.ts";
import { contentTypeOf } from "../figures/content-type.ts";
import type { ObjectStore } from "../ports.ts";
import { dossierHtml } from "./documents/dossier-html.ts";
import { dossierCsv, dossierWorkbook } from "./documents/dossier-tables.ts";
import { agendaOf, type Dossier } from "./dossier.ts";
import type { ReviewRegister } from "./review.ts";
import { type DossierFormat, dossierKey } from "./review-objects.ts";

/** Six weeks: bodies of volunteers meet monthly at most, and the papers go out two weeks before. */
export const DAYS_TO_DECIDE = 42;

/**
 * Writes the files of a dossier and opens the review: preparing → open. Undefined, and nothing is written, when it was open already.
 *
 * @param now ISO 8601
 */
export async function publishDossier(
  { store, reviews }: { readonly store: ObjectStore; readonly reviews: ReviewRegister },
  { review, now }: { readonly review: string; readonly now: string },
): Promise<{ readonly dossier: Dossier; readonly decideBy: string } | undefined> {
  if ((await reviews.find(review))?.state !== "preparing") return undefined;
  const dossier = JSON.parse(new TextDecoder().decode(await store.read(dossierKey(review, "json")))) as Dossier;
  const write = (format: DossierFormat, content: string | Uint8Array) =>
    store.write(dossierKey(review, format), content, contentTypeOf(dossierKey(review, format)));
  await write("html", dossierHtml(dossier));
  await write("csv", dossierCsv(dossier));
  await write("xlsx", dossierWorkbook(dossier));
  const decideBy = isoDay(amsterdamDay(now) + DAYS_TO_DECIDE);
  return (await reviews.open(review, { decideBy, agenda: agendaOf(dossier), at: now })) ? { dossier, decideBy } : undefined;
}
