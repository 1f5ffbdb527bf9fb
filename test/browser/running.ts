/** The whole product on one machine, with people in a browser before it: what `npm start` runs, without the samples. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { useCatalogue } from "../../local/catalogue.ts";
import { processOutstanding } from "../../local/deliver.ts";
import { servePortal } from "../../local/portal.ts";
import { score } from "../../local/score.ts";
import { type Stack, startStack } from "../../local/stack.ts";
import { findChromium } from "./chromium.ts";

const root = join(import.meta.dirname, "../..");

export interface Running {
  readonly url: string;
  readonly stack: Stack;
  /** A person with a browser of his own, signed in by the page on which one chooses who one is. */
  enter(name: string): Promise<Person>;
  /** Waits until everything that arrived is processed and counted. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
}

export async function startRunning(referenceDate?: string): Promise<Running> {
  const state = mkdtempSync(join(tmpdir(), "running-"));
  let busy: Promise<void> = Promise.resolve();
  const onArrival = () => {
    busy = busy.then(async () => {
      const failed = await processOutstanding(stack, ({ fault }) => fault && console.error(fault));
      if (failed > 0 || !(await score(stack, referenceDate))) throw new Error("the product did not process what was delivered");
    });
  };
  const stack = await startStack({ state, root, onArrival });
  const catalogue = await useCatalogue(stack, join(root, "normenkader"));
  const portal = await servePortal(stack, catalogue, { port: 0, state, root });
  const browser: Browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu"],
    headless: true,
  });
  return {
    url: portal.url,
    stack,
    async enter(name) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
      const page = await context.newPage();
      await page.goto(portal.url);
      await page.getByRole("button", { name, exact: true }).click();
      await page.waitForURL(`${portal.url}/**`);
      return { page, context };
    },
    settled: () => busy,
    async close() {
      await browser.close();
      await busy;
      await portal.close();
      await stack.close();
      rmSync(state, { recursive: true, force: true });
    },
  };
}
