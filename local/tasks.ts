import { createHandler as acceptReports } from "../functions/accept-reports/handler.ts";
import { createHandler as checkDelivery } from "../functions/check-delivery/handler.ts";
import { createHandler as claimDelivery } from "../functions/claim-delivery/handler.ts";
import { createHandler as freezeReview } from "../functions/freeze-review/handler.ts";
import { createHandler as judgeReview } from "../functions/judge-review/handler.ts";
import { createHandler as mergeScores } from "../functions/merge-scores/handler.ts";
import { createHandler as planShards } from "../functions/plan-shards/handler.ts";
import { createHandler as publishDossier } from "../functions/publish-dossier/handler.ts";
import { createHandler as publishFigures } from "../functions/publish-figures/handler.ts";
import { createHandler as scoreShard } from "../functions/score-shard/handler.ts";
import { createHandler as sendNotifications } from "../functions/send-notifications/handler.ts";
import { createHandler as tendReviews } from "../functions/tend-reviews/handler.ts";
import { createHandler as writeReceipt } from "../functions/write-receipt/handler.ts";

export type Tasks = Readonly<Record<string, (event: unknown) => Promise<unknown>>>;

/** The functions by name, run in this process exactly as Lambda would run them: each wires its own adapters at its first event. */
export const createTasks = (): Tasks => ({
  "claim-delivery": claimDelivery(),
  "check-delivery": checkDelivery(),
  "accept-reports": acceptReports(),
  "write-receipt": writeReceipt(),
  "plan-shards": planShards(),
  "score-shard": scoreShard(),
  "merge-scores": mergeScores(),
  "publish-figures": publishFigures(),
  "freeze-review": freezeReview(),
  "judge-review": judgeReview(),
  "publish-dossier": publishDossier(),
  "tend-reviews": tendReviews(),
  "send-notifications": sendNotifications(),
});
