import { runNotifications } from "../../core/notifications/daily-run.ts";
import { sendNotifications as contract } from "../../workflows/contracts.ts";
import { defineHandler } from "../runtime/handler.ts";
import { log } from "../runtime/log.ts";
import { wireDailyRun } from "./wiring.ts";

export const createHandler = () =>
  defineHandler(contract, wireDailyRun, async (_, ports) => {
    if (!ports) {
      log("no sender is set for this stage: nothing was told to anybody");
      return { outcome: "noSender" as const };
    }
    const run = await runNotifications(ports);
    log("notifications", { ...run });
    return { outcome: "done" as const, ...run };
  });

export const handler = createHandler();
