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
  async dossier(review) {
    const content = await figures.find(dossierKey(review, "json"));
    return content && (JSON.parse(new TextDecoder().decode(content)) as Dossier);
  },
  dossierFile: (review, format) => figures.find(dossierKey(review, format)),
  // Read when somebody asks for one: no page needs the client of Step Functions.
  request: async (request) => (await import("./request-review.ts")).requestReview(machine, request, Date.now),
});
