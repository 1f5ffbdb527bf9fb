import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madeUpData } from "../portal/made-up.ts";
import { person } from "../portal/signed-in.ts";
import { readPptx } from "../portal/slides/read-pptx.ts";
import { violations } from "./axe.ts";
import { type OpenedPortal, openPortal, type Visit } from "./browser.ts";

let policy: OpenedPortal;
let body: OpenedPortal;

beforeAll(async () => {
  policy = await openPortal(madeUpData());
  body = await openPortal(madeUpData(), {}, person("body", "ciio"));
});

afterAll(async () => {
  await policy?.close();
  await body?.close();
});

const ofPolicy = ["/vergelijken?label=KSW", "/vergelijken/labels", "/competenties?label=KSW", "/trends?label=KSW", "/dias?label=KSW"];
const ofBody = ["/spiegel?label=KSW", "/spiegel?label=NVVK"];
const pages = [...ofPolicy.map((path) => [path, () => policy] as const), ...ofBody.map((path) => [path, () => body] as const)];

/** With everything open that a reader can open. */
async function openAll(portal: OpenedPortal, path: string, visit?: Visit): Promise<Page> {
  const page = await portal.open(path, visit);
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })");
  return page;
}

const sticksOut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll("body *")]
      .filter((element) => !element.closest(".skip, .definitions, thead") && element.getBoundingClientRect().right > width + 1.5)
      .map((element) => `${element.tagName}.${element.getAttribute("class")}`);
  });

describe.each(pages)("%s, with all of it open", (path, portal) => {
  it.each([
    { width: 1280, forced: "none" },
    { width: 390, dark: true, forced: "none" },
    { width: 1280, forced: "active" },
  ] as const)("axe finds nothing at $width wide, dark: $dark, forced colours: $forced", async ({ forced, ...visit }) => {
    const page = await openAll(portal(), path, visit);
    await page.emulateMedia({ forcedColors: forced });
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it.each([320, 768, 1025, 1280])("nothing scrolls sideways at %i", async (width) => {
    const page = await openAll(portal(), path, { width });
    expect(await sticksOut(page)).toEqual([]);
    await page.close();
  });

  it("prints whole, without what can only be clicked", async () => {
    const page = await portal().open(path);
    await page.setViewportSize({ width: 688, height: 1000 });
    await page.emulateMedia({ media: "print" });
    expect(await sticksOut(page)).toEqual([]);
    expect(await page.locator("nav:visible, form:visible, .downloads:visible").count()).toBe(0);
    await page.close();
  });
});

it("the mirror report has eleven norms or more on a sheet of paper", async () => {
  const page = await body.open("/spiegel?label=KSW");
  const norms = await page.locator("table.mirror tbody tr").count();
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(Math.ceil(norms / 11));
  await page.close();
});

describe("policy staff, without a script", () => {
  it("lay one body beside the others, then choose two sides themselves, and the link says it all", async () => {
    const page = await policy.open("/vergelijken?label=KSW");
    await page.getByRole("link", { name: "CIIO naast de andere instellingen" }).click();
    await page.waitForURL(/b-instelling=ciio/);
    expect(await page.locator(".answer").textContent()).toContain("alle instellingen behalve CIIO");
    await page.getByText("Zelf twee kanten kiezen").click();
    await page.getByLabel("Variant").first().selectOption("basis");
    await page.getByLabel("Wat telt als voldoet").selectOption("soepel");
    await page.getByRole("button", { name: "Vergelijk" }).click();
    await page.waitForURL(/a-variant=basis/);
    expect(page.url()).toContain("telling=soepel");
    expect(await page.locator(".answer").textContent()).toContain("variant basis, alle instellingen behalve CIIO");
    const again = await policy.open(new URL(page.url()).pathname + new URL(page.url()).search);
    expect(await again.locator(".answer").textContent()).toBe(await page.locator(".answer").textContent());
    await again.close();
    await page.close();
  });

  it("go from a cell of a heat map to the norms behind it", async () => {
    const page = await openAll(policy, "/competenties?label=KSW");
    await page
      .getByRole("link", { name: /C04.*wijkteam 2021: naar de normen/ })
      .first()
      .click();
    await page.waitForURL(/\/normen\?.*competentie=C04/);
    expect(page.url()).toContain("variant=wijkteam");
    await page.close();
  });

  it("tick norms and get slides of exactly those", async () => {
    const page = await policy.open("/dias?label=KSW&norm=KSW/basis/2019/D06");
    await page.getByRole("checkbox", { name: /^D14/ }).or(page.getByRole("checkbox").nth(1)).first().check();
    const ticked = await page.getByRole("checkbox", { checked: true }).count();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /Haal de dia/ }).click()]);
    const { slides } = readPptx(new Uint8Array(readFileSync(await download.path())));
    expect(slides.length).toBe(1 + ticked);
    expect(slides[1]?.join(" ")).toContain("D06");
    await page.close();
  });
});
