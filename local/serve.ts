import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Cron } from "croner";
import { wirePortalData } from "../functions/portal/wiring.ts";
import type { ServeArguments } from "./arguments.ts";
import { useCatalogue } from "./catalogue.ts";
import { daily } from "./daily.ts";
import { deliver, isDelivered, processOutstanding } from "./deliver.ts";
import { makeFolder } from "./folders.ts";
import { fingerprint, readInbox } from "./inbox.ts";
import { servePortal } from "./portal.ts";
import { progressLine } from "./progress.ts";
import { latestPublication, score, signalsOf } from "./score.ts";
import { MAILS, type Stack, startStack } from "./stack.ts";
import { summarise, summaryText } from "./summary.ts";
import { takeIn } from "./take-in.ts";

/** How often the inbox is looked at. A file is taken when it did not change between two looks. */
const LOOK_MS = 1000;

/** Runs the whole product: processes what is waiting, then serves the portal and takes in what is put in the inbox. */
export async function serve(args: ServeArguments, root: string): Promise<void> {
  makeFolder("--state", args.state);
  // Until the inbox is watched, what arrives is processed by the steps below.
  const arrivals: Arrivals = { tell: () => {} };
  const stack = await startStack({ state: args.state, root, onArrival: () => arrivals.tell() });
  const catalogue = await useCatalogue(stack, args.normenkader);
  const server = await servePortal(stack, catalogue, { ...args, root });
  const inbox = join(args.state, "inbox");
  for (const body of catalogue.bodies.keys()) mkdirSync(join(inbox, body), { recursive: true });

  await deliverSamples(stack, join(root, "samples", "deliveries"), args.state);
  await takeIn(stack, inbox, readInbox(inbox).files);
  await bringUpToDate(stack, args.referenceDate);

  const records = await wirePortalData(stack.stateMachines).deliveries();
  const publication = await latestPublication(stack);
  console.log(summaryText(summarise(records, publication, await signalsOf(stack, publication)), server.url, `${server.url}/aanleveringen`));
  console.log(
    "Aanmelden:          kies een voorbeeldgebruiker, bijvoorbeeld Bea Beleid (ziet alle cijfers) of een certificerende instelling",
  );
  console.log(
    `Zelf aanleveren:    op de pagina Aanleveren, of zet een bestand in ${relative(process.cwd(), inbox)}/<instelling>/  (stoppen: Ctrl+C)`,
  );
  console.log(
    `Berichten:          in ${relative(process.cwd(), join(args.state, MAILS))}/ en op de pagina Berichten; er gaat niets naar buiten`,
  );
  const labels = publication.organisations === 0 ? [] : [...new Set(catalogue.frameworks.map(({ label }) => label))];
  const everyDay = () => daily(stack, labels, new Date().toISOString());
  await untilStopped(stack, server, () => watchInbox(stack, inbox, arrivals, everyDay, args.referenceDate), everyDay, args.referenceDate);
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

/** What tells that a delivery arrived in the bucket: uploads from the portal do, and what the inbox puts there. */
interface Arrivals {
  tell(): void;
}

/**
 * Looks at the inbox until it is stopped, and processes what arrives in the bucket at once; one thing at a time. The inbox is looked at
 * by the clock alone: a file that is still being copied must be seen twice. `first` is done before anything else, while pages are served already.
 */
function watchInbox(
  stack: Stack,
  inbox: string,
  arrivals: Arrivals,
  first: () => Promise<void>,
  referenceDate?: string,
): () => Promise<void> {
  let before = new Map<string, string>();
  const passedOver = new Set<string>();
  let busy: Promise<void> = Promise.resolve();
  let waiting = 0;
  const next = (work: () => Promise<void>) => {
    waiting++;
    busy = busy
      .then(work)
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        waiting--;
      });
  };
  const look = async () => {
    const { files, passedOver: lines } = readInbox(inbox);
    for (const line of lines) {
      if (!passedOver.has(line)) console.error(line);
      passedOver.add(line);
    }
    const now = new Map(files.map((file) => [file.key, fingerprint(file)]));
    const settled = files.filter((file) => before.get(file.key) === now.get(file.key));
    before = now;
    await takeIn(stack, inbox, settled);
  };
  next(first);
  arrivals.tell = () => next(() => bringUpToDate(stack, referenceDate));
  const timer = setInterval(() => {
    if (waiting === 0) next(look);
  }, LOOK_MS);
  return async () => {
    clearInterval(timer);
    arrivals.tell = () => {};
    await busy;
  };
}

async function untilStopped(
  stack: Stack,
  server: { close(): Promise<void> },
  watch: () => () => Promise<void>,
  everyDay: () => Promise<void>,
  referenceDate?: string,
): Promise<void> {
  const stopWatching = watch();
  // As on AWS: every quarter of an hour; the run ends at once when nothing changed.
  const schedule = new Cron("*/15 * * * *", { protect: true }, async () => {
    await score(stack, referenceDate);
  });
  const morning = new Cron("0 7 * * *", { protect: true, timezone: "Europe/Amsterdam", catch: (error) => console.error(error) }, everyDay);
  await new Promise<void>((stop) => {
    process.once("SIGINT", () => stop());
    process.once("SIGTERM", () => stop());
  });
  schedule.stop();
  morning.stop();
  await stopWatching();
  await server.close();
  await stack.close();
}
