import type { Catalogue } from "../catalogue/types.ts";
import { type Decision, decisionsAbout } from "../decisions.ts";
import { columnAt, placeAt } from "../figures/norm-address.ts";
import { addressesOf } from "../figures/norm-addresses.ts";
import { viewOf } from "../relevance/views.ts";
import { type Review, type ReviewActor, type ReviewRegister, reached } from "./review.ts";

/** Every address that the norm at an address has or had in its label; the address itself when the catalogue has no such norm (any more). */
export function addressesAt(catalogue: Catalogue, address: string): readonly string[] {
  const place = placeAt(catalogue, address);
  if (!place) return [address];
  const view = viewOf(catalogue, place.framework.label, null);
  const norm = view.norms[columnAt(view, place)];
  return norm ? addressesOf(norm) : [address];
}

/** The decision of the review about a norm that holds, and how many it took the place of. Those recorded after it closed are not its own. */
export interface Decided {
  readonly decision: Decision;
  readonly changed: number;
}

export function decidedIn(review: Review, decisions: readonly Decision[], addresses: readonly string[]): Decided | undefined {
  const closed = reached(review, "closed");
  const own = decisionsAbout(decisions, addresses).filter((one) => one.review === review.id && (closed === undefined || one.at <= closed));
  const decision = own.at(-1);
  return decision && { decision, changed: own.length - 1 };
}

/** Addresses on the agenda that were not decided about. */
export const undecidedOf = (review: Review, decisions: readonly Decision[], catalogue: Catalogue): readonly string[] =>
  (review.agenda ?? []).filter((address) => !decidedIn(review, decisions, addressesAt(catalogue, address)));

/**
 * open → closed. Somebody closes a review when every norm of its agenda is decided about; the deadline closes it as it is, and what is open is kept with it.
 *
 * @param by null: the deadline has passed.
 */
export async function closeReview(
  reviews: ReviewRegister,
  {
    review,
    decisions,
    catalogue,
    by,
    now,
  }: {
    readonly review: Review;
    readonly decisions: readonly Decision[];
    readonly catalogue: Catalogue;
    readonly by: ReviewActor;
    readonly now: string;
  },
): Promise<"closed" | "notOpen" | "undecided"> {
  const undecided = undecidedOf(review, decisions, catalogue);
  if (by !== null && undecided.length > 0) return "undecided";
  return (await reviews.close(review.id, { undecided, by, at: now })) ? "closed" : "notOpen";
}
