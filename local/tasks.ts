import { handler as acceptReports } from "../functions/accept-reports/handler.ts";
import { handler as checkDelivery } from "../functions/check-delivery/handler.ts";
import { handler as claimDelivery } from "../functions/claim-delivery/handler.ts";
import { handler as mergeScores } from "../functions/merge-scores/handler.ts";
import { handler as planShards } from "../functions/plan-shards/handler.ts";
import { handler as publishFigures } from "../functions/publish-figures/handler.ts";
import { handler as scoreShard } from "../functions/score-shard/handler.ts";
import { handler as writeReceipt } from "../functions/write-receipt/handler.ts";

/** The functions by name, run in this process exactly as Lambda would run them. */
export const tasks: Readonly<Record<string, (event: unknown) => Promise<unknown>>> = {
  "claim-delivery": claimDelivery,
  "check-delivery": checkDelivery,
  "accept-reports": acceptReports,
  "write-receipt": writeReceipt,
  "plan-shards": planShards,
  "score-shard": scoreShard,
  "merge-scores": mergeScores,
  "publish-figures": publishFigures,
};
