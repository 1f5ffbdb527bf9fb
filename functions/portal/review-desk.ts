import type { ObjectStore } from "../../core/ports.ts";
import type { Dossier } from "../../core/review/dossier.ts";
import type { ReviewRegister } from "../../core/review/review.ts";
import { dossierKey } from "../../core/review/review-objects.ts";
import type { ReviewDesk } from "../../portal/reviews.ts";

interface DeskStores {
  readonly register: ReviewRegister;
  readonly figures: ObjectStore;
  /** ARN of relevance-review. */
  readonly machine: string;
}

/** Reviews from the stores; they are made by their state machine. */
export const reviewDesk = ({ register, figures, machine }: DeskStores): ReviewDesk => ({
  register,
  dossier: remembered(async (review) => {
    const content = await figures.find(dossierKey(review, "json"));
    return content && (JSON.parse(new TextDecoder().decode(content)) as Dossier);
  }),
  dossierFile: (review, format) => figures.find(dossierKey(review, format)),
  // Read when somebody asks for one: no page needs the client of Step Functions.
  async request(request) {
    const { requestReview } = await import("./request-review.ts");
    const exists = async (review: string) => (await register.find(review)) !== undefined;
    await requestReview({ machine, exists, now: Date.now }, request);
  },
});

/** So many dossiers are kept in memory: those of the open reviews, and of the ones before. 100 kB each. */
const KEPT = 8;

/** A dossier never changes once it is there: it is read once. */
function remembered(read: (review: string) => Promise<Dossier | undefined>): (review: string) => Promise<Dossier | undefined> {
  const known = new Map<string, Dossier>();
  return async (review) => {
    const found = known.get(review) ?? (await read(review));
    if (!found) return undefined;
    known.delete(review);
    known.set(review, found);
    const [oldest] = known.keys();
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
    return found;
  };
}
