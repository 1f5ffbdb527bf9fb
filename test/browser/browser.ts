/** Chromium with the portal in front of it: each test file starts its own, with an empty profile, and takes it down again. */
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { type BrowserContext, chromium } from "playwright-core";
import type { User } from "../../core/access.ts";
import type { PortalOptions } from "../../portal/app.tsx";
import type { PortalData } from "../../portal/data.ts";
import { openWith, person } from "../portal/signed-in.ts";

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

export interface Visit {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

export interface OpenedPortal {
  readonly url: string;
  /** A page of the portal in a fresh window of that size. */
  open(path: string, visit?: Visit): ReturnType<BrowserContext["newPage"]>;
  close(): Promise<void>;
}

/** As policy staff, unless told otherwise. */
export async function openPortal(
  data: PortalData,
  options: Partial<PortalOptions> = {},
  user: User = person("policy"),
): Promise<OpenedPortal> {
  const executablePath = findChromium();
  const profile = mkdtempSync(join(tmpdir(), "normenmonitor-browser-"));
  let answer: (request: Request) => Response | Promise<Response>;
  const server = createServer(getRequestListener((request) => answer(request)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const portal = openWith(data, { origin: url, ...options });
  answer = portal.app.fetch;
  const [name = "", value = ""] = (await portal.signIn(user)).cookie.split("=");
  const browser = await chromium.launchPersistentContext(profile, { executablePath, args: flags, headless: true });
  await browser.addCookies([{ name, value, url, httpOnly: true, sameSite: "Lax" }]);
  return {
    url,
    async open(path, { width = 1280, height = 900, dark = false } = {}) {
      const page = await browser.newPage();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
      await page.goto(url + path);
      return page;
    },
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
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
