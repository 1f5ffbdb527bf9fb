/** Relevance reviews as the portal shows and asks for them. */
import type { Dossier } from "../core/review/dossier.ts";
import type { Review, ReviewActor, ReviewRegister } from "../core/review/review.ts";
import type { DossierFormat } from "../core/review/review-objects.ts";
import { type Word, word } from "./words.ts";

export interface ReviewDesk {
  readonly register: ReviewRegister;
  /** Undefined while it is being made. */
  dossier(review: string): Promise<Dossier | undefined>;
  dossierFile(review: string, format: DossierFormat): Promise<Uint8Array | undefined>;
  /** Starts relevance-review; asked for twice, it runs once. `retry`: the execution before failed. */
  request(request: Pick<Review, "label" | "referenceDate"> & { readonly by: ReviewActor; readonly retry: boolean }): Promise<void>;
}

export const REVIEWS = "/relevantietoets";

export const reviewAddress = (review: string): string => `${REVIEWS}/${encodeURIComponent(review)}`;

/** Page on which one norm of a review is decided about. */
export const reviewNormAddress = (review: string, address: string): string => `${reviewAddress(review)}/normen/${address}`;

export const reviewStates: Readonly<Record<Review["state"], Word>> = {
  preparing: word("wordt gemaakt", "being prepared", "busy"),
  open: word("open", "open", "mixed"),
  closed: word("gesloten", "closed", "good"),
};

/** The open review of a label. */
export const openReviewOf = (reviews: readonly Review[], label: string): Review | undefined =>
  reviews.find((review) => review.label === label && review.state === "open");
