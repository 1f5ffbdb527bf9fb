/** Chromium with the portal in front of it: each test file starts its own, with an empty profile, and takes it down again. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { BrowserContext } from "playwright-core";
import type { User } from "../../core/access.ts";
import type { PortalOptions, PortalServices } from "../../portal/app.tsx";
import type { PortalData } from "../../portal/data.ts";
import { openWith, person } from "../portal/signed-in.ts";
import { startChromium } from "./chromium.ts";

export { findChromium } from "./chromium.ts";

export interface Visit {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** As Windows shows pages in high contrast. */
  readonly forcedColours?: boolean;
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
  services: Partial<PortalServices> = {},
): Promise<OpenedPortal> {
  let answer: (request: Request) => Response | Promise<Response>;
  const server = createServer(getRequestListener((request) => answer(request)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const portal = openWith(data, { origin: url, ...options }, services);
  answer = portal.app.fetch;
  const [name = "", value = ""] = (await portal.signIn(user)).cookie.split("=");
  const { context: browser, close } = await startChromium();
  await browser.addCookies([{ name, value, url, httpOnly: true, sameSite: "Lax" }]);
  return {
    url,
    async open(path, { width = 1280, height = 900, dark = false, forcedColours = false } = {}) {
      const page = await browser.newPage();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: dark ? "dark" : "light", forcedColors: forcedColours ? "active" : "none" });
      await page.goto(url + path);
      return page;
    },
    async close() {
      await close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
