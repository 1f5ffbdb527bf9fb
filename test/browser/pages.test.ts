import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draftsInMemory } from "../portal/in-memory.ts";
import { madeUpData } from "../portal/made-up.ts";
import { madeUpDraft } from "../portal/made-up-draft.ts";
import { longReceipt } from "../portal/made-up-receipts.ts";
import { mailboxWithMail } from "../portal/mailbox.ts";
import { person } from "../portal/signed-in.ts";
import { type OpenedPortal, openPortal } from "./browser.ts";
import { findChromium } from "./chromium.ts";

/** A name without a place to break, as programs make them. */
const LONG_NAME = `${"export_toetsingsrapporten_definitief_".repeat(5)}.csv`;

const paths = [
  "/overzicht",
  "/aanleveringen",
  "/aanleveringen/ciio/A-2026-0192",
  "/aanleveringen/ciio/A-2026-0193",
  "/aanleveringen/keurmerkinstituut/A-2026-0195",
  "/berichten",
  "/berichten/signals-1",
  "/uitvoeringen",
  "/vergelijken",
  "/vergelijken/labels",
  "/vergelijken/varianten",
  "/zelfevaluatie",
  "/verbeterpunten",
  "/planning",
  "/competenties",
  "/trends",
  "/dias",
  "/normen?label=KSW",
  "/normen/KSW/wijkteam/2021/V04",
  "/cijfers",
  "/normenkaders",
  "/normenkaders/vergelijken?van=KSW/basis/2017&naar=KSW/basis/2019",
  "/normenkaders/concept/KSW/basis/2028",
  "/normenkaders/concept/KSW/basis/2028/norm/4",
  "/normenkaders/concept/KSW/basis/2028/samenvoegen",
  "/nergens",
];

let portal: OpenedPortal;

beforeAll(async () => {
  const data = madeUpData();
  const changed = {
    ...data,
    deliveries: async () => (await data.deliveries()).map((record, i) => (i === 0 ? { ...record, file: LONG_NAME } : record)),
    executions: async () => (await data.executions()).map((execution) => ({ ...execution, name: LONG_NAME })),
  };
  portal = await openPortal(changed, {}, person("policy"), {
    drafts: draftsInMemory([{ ...madeUpDraft(), revision: 1 }]),
    mailbox: await mailboxWithMail(LONG_NAME),
  });
});

afterAll(async () => portal?.close());

it("the browser tests fail, and say why, where there is no Chromium", () => {
  const before = process.env["CHROMIUM"];
  process.env["CHROMIUM"] = "/nowhere/chromium";
  try {
    expect(findChromium).toThrow("No Chromium found");
  } finally {
    if (before === undefined) delete process.env["CHROMIUM"];
    else process.env["CHROMIUM"] = before;
  }
});

describe("a reader with a screen of any width", () => {
  it.each([320, 390, 768, 1025, 1280])("never scrolls sideways at %i", async (width) => {
    for (const path of paths) {
      const page = await portal.open(path, { width });
      expect(await sticksOut(page), path).toEqual([]);
      await page.close();
    }
  });

  it("sees on a narrow one of every value what it is", async () => {
    const page = await portal.open("/aanleveringen", { width: 320 });
    const label = await page.evaluate(
      "getComputedStyle(document.querySelector('table.deliveries td[data-label=Status]'), '::before').content",
    );
    expect(String(label).replace(/"\s*"/g, "")).toContain('"Status');
    expect(await page.getByRole("table", { name: "5 aanleveringen, nieuwste eerst" }).getByRole("row").count()).toBe(6);
    await page.close();
  });
});

describe("a reader who prints", () => {
  it.each(paths)("gets %s whole: nothing sticks out of the paper", async (path) => {
    const page = await portal.open(path);
    // A4 without the margins: 182 mm at 96 dots per inch.
    await page.setViewportSize({ width: 688, height: 1000 });
    await page.emulateMedia({ media: "print" });
    expect(await sticksOut(page)).toEqual([]);
    expect(await page.locator("nav:visible, form:visible").count()).toBe(0);
    await page.close();
  });

  it("needs three sheets at most for the first page", async () => {
    const ordinary = await openPortal(madeUpData());
    const page = await ordinary.open("/overzicht");
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(3);
    await ordinary.close();
  });
});

describe("a reader without a mouse", () => {
  it("comes at the skip link first, sees it, and lands in the page", async () => {
    const page = await portal.open("/overzicht");
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Naar de inhoud" });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    expect(await skip.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe("solid");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("inhoud");
    await page.close();
  });

  it("can reach and see everything that can be followed", async () => {
    const page = await portal.open("/overzicht");
    const all = await page.locator("a[href]:visible, button:visible, input:visible, select:visible").count();
    const reached = new Set<string>();
    for (let i = 0; i < all; i++) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        // Where it begins: the box around a link over two lines begins where its line does.
        const place = element.getClientRects()[0]!;
        return {
          key: `${element.tagName} ${Math.round(place.x)} ${Math.round(place.y + scrollY)}`,
          outline: getComputedStyle(element).outlineWidth,
        };
      });
      expect(seen.outline, seen.key).toBe("3px");
      reached.add(seen.key);
    }
    expect(reached.size).toBe(all);
    await page.close();
  });
});

describe("a reader who follows the answer", () => {
  it("leafs through the places of a long receipt and takes the list along", async () => {
    const page = await portal.open("/aanleveringen/keurmerkinstituut/A-2026-0195");
    await page.getByRole("link", { name: "Volgende plaatsen (200)" }).first().click();
    await page.getByRole("link", { name: "Volgende plaatsen (50)" }).first().click();
    await page.waitForURL(/pagina=3/);
    expect(await page.locator("table.places tbody tr").count()).toBe(longReceipt().findings.length - 400);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Bevindingen (CSV)", exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^export .maart.\.csv\.findings\.csv$/);
    expect(readFileSync(await download.path(), "utf8")).toBe("inhoud van A-2026-0195");
    await page.close();
  });
});

it("no page makes the browser complain or asks for anything from elsewhere", async () => {
  for (const path of paths.filter((one) => one !== "/nergens")) {
    const page = await portal.open("/nergens");
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("request", (request) => {
      if (!request.url().startsWith(portal.url)) complaints.push(request.url());
    });
    page.on("requestfailed", (request) => complaints.push(request.url()));
    await page.goto(portal.url + path, { waitUntil: "networkidle" });
    expect(complaints, path).toEqual([]);
    await page.close();
  }
});

/** What is wider than the window, as "element: right edge". */
async function sticksOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll("body *")]
      .filter((element) => !element.closest(".skip, .definitions, thead") && element.getBoundingClientRect().right > width + 1.5)
      .map(
        (element) =>
          `${element.tagName}.${element.getAttribute("class")}: ${Math.round(element.getBoundingClientRect().right)} of ${width}`,
      );
  });
}
