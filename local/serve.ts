import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Cron } from "croner";
import { createPortal } from "../portal/app.tsx";
import type { ServeArguments } from "./arguments.ts";
import { useCatalogue } from "./catalogue.ts";
import { deliver, isDelivered, processOutstanding } from "./deliver.ts";
import { makeFolder } from "./folders.ts";
import { startHttp } from "./http.ts";
import { fingerprint, passedOverLine, readInbox } from "./inbox.ts";
import { portalData } from "./portal-data.ts";
import { progressLine } from "./progress.ts";
import { latestPublication, score, signalsOf } from "./score.ts";
import { type Stack, startStack } from "./stack.ts";
import { summarise, summaryText } from "./summary.ts";
import { takeIn } from "./take-in.ts";

/** How often the inbox is looked at. A file is taken when it did not change between two looks. */
const LOOK_MS = 1000;

/** Runs the whole product: processes what is waiting, then serves the portal and takes in what is put in the inbox. */
export async function serve(args: ServeArguments, root: string): Promise<void> {
  makeFolder("--state", args.state);
  const stack = await startStack({ state: args.state, root });
  const catalogue = await useCatalogue(stack, args.normenkader);
  const data = portalData(stack, catalogue);
  const server = await startHttp(createPortal(data, { inbox: relative(process.cwd(), join(args.state, "inbox")) }), args.port);
  const inbox = join(args.state, "inbox");
  for (const body of catalogue.bodies.keys()) mkdirSync(join(inbox, body), { recursive: true });

  await deliverSamples(stack, join(root, "samples", "deliveries"), args.state);
  await takeIn(stack, inbox, readInbox(inbox).files);
  await bringUpToDate(stack, args.referenceDate);

  const records = await data.deliveries();
  const publication = await latestPublication(stack);
  console.log(summaryText(summarise(records, publication, await signalsOf(stack, publication)), server.url, `${server.url}/aanleveringen`));
  console.log(`Zelf aanleveren:    zet een bestand in ${relative(process.cwd(), inbox)}/<instelling>/  (stoppen: Ctrl+C)`);
  await untilStopped(stack, server, () => watchInbox(stack, inbox, args.referenceDate), args.referenceDate);
}

/** On the first start only: the samples are delivered as if the bodies had sent them. */
async function deliverSamples(stack: Stack, folder: string, state: string): Promise<void> {
  const mark = join(state, "samples-delivered");
  if (existsSync(mark) || !existsSync(folder)) return;
  console.log("Eerste start: de voorbeeldaanleveringen worden verwerkt.");
  for (const file of readInbox(folder).files) {
    if (!(await isDelivered(stack, file))) await deliver(stack, file);
  }
  writeFileSync(mark, "");
}

/** Processes what has no receipt yet, then makes the figures (which ends at once when nothing changed). */
async function bringUpToDate(stack: Stack, referenceDate?: string): Promise<void> {
  const failed = await processOutstanding(stack, progressLine);
  const scored = await score(stack, referenceDate);
  if (failed > 0 || !scored)
    console.error("Er ging iets mis bij ons. Zie /uitvoeringen; bij de volgende start wordt het opnieuw geprobeerd.");
}

/** Looks at the inbox until it is stopped; one look at a time. */
function watchInbox(stack: Stack, inbox: string, referenceDate?: string): () => Promise<void> {
  let before = new Map<string, string>();
  const passedOver = new Set<string>();
  let busy: Promise<void> = Promise.resolve();
  const look = async () => {
    const { files, withoutBody } = readInbox(inbox);
    for (const name of withoutBody) {
      if (!passedOver.has(name)) console.error(passedOverLine(name));
      passedOver.add(name);
    }
    const now = new Map(files.map((file) => [file.key, fingerprint(file)]));
    const settled = files.filter((file) => before.get(file.key) === now.get(file.key));
    before = now;
    if (settled.length === 0) return;
    await takeIn(stack, inbox, settled);
    await bringUpToDate(stack, referenceDate);
  };
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    busy = look()
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        looking = false;
      });
  }, LOOK_MS);
  return async () => {
    clearInterval(timer);
    await busy;
  };
}

async function untilStopped(
  stack: Stack,
  server: { close(): Promise<void> },
  watch: () => () => Promise<void>,
  referenceDate?: string,
): Promise<void> {
  const stopWatching = watch();
  // As on AWS: every quarter of an hour; the run ends at once when nothing changed.
  const schedule = new Cron("*/15 * * * *", { protect: true }, async () => {
    await score(stack, referenceDate);
  });
  await new Promise<void>((stop) => {
    process.once("SIGINT", () => stop());
    process.once("SIGTERM", () => stop());
  });
  schedule.stop();
  await stopWatching();
  await server.close();
  await stack.close();
}
