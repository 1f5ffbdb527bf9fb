/** The check as a browser runs it, with the browser's build of csv-parse, beside the check of the server. */
import { createHash } from "node:crypto";
import { createContext, Script } from "node:vm";
import { amsterdamDay } from "../../../core/calendar.ts";
import { catalogueForChecking } from "../../../core/catalogue/for-checking.ts";
import { bodyCode } from "../../../core/ids.ts";
import { checkFile, type Past } from "../../../core/intake/check-file.ts";
import { type CheckResult, checkResult } from "../../../core/intake/check-result.ts";
import { type OwnReport, ownPast } from "../../../core/intake/own-past.ts";
import type { CheckedDelivery, TableReceiver } from "../../../core/intake/types.ts";
import { readDelivery } from "../../../functions/adapters/read-delivery.ts";
import { bundlePortalScripts } from "../../../portal/bundle-scripts.ts";
import type { CheckJob, FromCheckWorker } from "../../../portal/scripts/check-messages.ts";
import { type DeliveredFile, root } from "./deliveries.ts";

/** Compiled once; every check runs it in a world of its own. */
const worker = new Script(new TextDecoder().decode((await bundlePortalScripts(root)).get("check-worker.js")));

/** Runs the bundle in a world that has what a worker of a browser has. */
export function inBrowser(job: CheckJob): Promise<FromCheckWorker[]> {
  return new Promise((resolve) => {
    const heard: FromCheckWorker[] = [];
    let listener: (event: { data: CheckJob }) => void = () => undefined;
    const world = {
      ...{ TextEncoder, TextDecoder, ArrayBuffer, Uint8Array, Int32Array, Blob, DOMException, setTimeout, Intl },
      addEventListener: (_: string, given: typeof listener) => {
        listener = given;
      },
      postMessage: (message: FromCheckWorker) => {
        heard.push(JSON.parse(JSON.stringify(message)));
        if (message.type !== "progress") resolve(heard);
      },
    };
    worker.runInContext(createContext(Object.assign(world, { self: world })));
    listener({ data: job });
  });
}

export const jobOf = ({ bytes, body, catalogue: whole }: DeliveredFile, past?: readonly OwnReport[]): CheckJob => ({
  file: new Blob([bytes]),
  // As it arrives in a page: as JSON.
  catalogue: JSON.parse(JSON.stringify(catalogueForChecking(whole, bodyCode(body)))),
  body,
  ...(past ? { past: JSON.parse(JSON.stringify(past)) } : {}),
});

export async function onServer(file: DeliveredFile, past?: readonly OwnReport[]): Promise<CheckResult> {
  return JSON.parse(JSON.stringify(checkResult(await checkedOnServer(file, past && ownPast(past)), past ? "ownReports" : "nothing")));
}

/** With a hash of Node, which the one of the browser has to equal. */
export async function checkedOnServer({ bytes, body, catalogue: whole }: DeliveredFile, past?: Past): Promise<CheckedDelivery> {
  async function* once() {
    yield bytes;
  }
  const file = {
    catalogue: whole,
    body: bodyCode(body),
    today: amsterdamDay(new Date().toISOString()),
    read: (receiver: TableReceiver) => readDelivery(once(), receiver),
    digest: (text: string) => createHash("sha256").update(text).digest("hex"),
  };
  return checkFile(file, past);
}
