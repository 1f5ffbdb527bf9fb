/** Chromium with an empty profile. */
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

/** Names under which distributions install it. `CHROMIUM` names another one. */
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** What is switched off would reach the network or need a graphical session. */
const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Throws when there is no Chromium: a browser test that is passed over looks like one that succeeded. */
export function findChromium(): string {
  const candidates = process.env["CHROMIUM"]
    ? [process.env["CHROMIUM"]]
    : (process.env["PATH"] ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = candidates.find(isExecutable);
  if (found) return found;
  throw new Error("No Chromium found: the browser tests need it. Install it (Debian: apt-get install chromium) or name it in CHROMIUM.");
}

export interface StartedChromium {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

export async function startChromium(): Promise<StartedChromium> {
  const profile = mkdtempSync(join(tmpdir(), "normenmonitor-browser-"));
  const context = await chromium.launchPersistentContext(profile, { executablePath: findChromium(), args: flags, headless: true });
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
