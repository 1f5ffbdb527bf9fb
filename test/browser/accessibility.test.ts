import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madeUpData, nothingYet } from "../portal/made-up.ts";
import { violations as violationsOn } from "./axe.ts";
import { type OpenedPortal, openPortal, type Visit } from "./browser.ts";

let portal: OpenedPortal;
let empty: OpenedPortal;

beforeAll(async () => {
  portal = await openPortal(madeUpData());
  empty = await openPortal(nothingYet());
});

afterAll(async () => {
  await portal?.close();
  await empty?.close();
});

const paths = [
  "/overzicht",
  "/overzicht?kader=KSW/wijkteam/2021&sorteer=norm&zoek=bestaatniet",
  "/aanleveringen",
  "/aanleveringen?instelling=dnv&status=aangenomen",
  "/aanleveringen/ciio/A-2026-0192",
  "/aanleveringen/ciio/A-2026-0194",
  "/aanleveringen/keurmerkinstituut/A-2026-0195?pagina=3",
  "/aanleveringen/dnv/A-2026-0196",
  "/uitvoeringen",
  "/vergelijken",
  "/vergelijken/labels",
  "/competenties",
  "/competenties?niveau=categorie&per=halfjaar&telling=soepel",
  "/trends",
  "/dias",
  "/dias/normen.pptx",
  "/normen?label=KSW&sorteer=signaal",
  "/normen?label=KSW&variant=wijkteam&instelling=ciio&van=2020-01-01&telling=soepel",
  "/normen/KSW/wijkteam/2021/V04",
  "/normen/KSW/basis/2019/O19?telling=soepel&instelling=ciio",
  "/normen/KSW/basis/2019/X99",
  "/cijfers",
  "/bestaat/niet",
];

const visits: readonly Visit[] = [{ width: 1280 }, { width: 1280, dark: true }, { width: 390 }, { width: 390, dark: true }];

describe.each(visits)("at $width wide, dark: $dark", (visit) => {
  it.each(paths)("axe finds nothing on %s", async (path) => {
    expect(await violations(await portal.open(path, visit))).toEqual([]);
  });

  it("axe finds nothing on the empty pages", async () => {
    for (const path of ["/overzicht", "/aanleveringen", "/uitvoeringen"])
      expect(await violations(await empty.open(path, visit)), path).toEqual([]);
  });
});

it("axe would find it: a picture without words", async () => {
  const page = await portal.open("/overzicht");
  await page.evaluate("document.querySelector('svg.bar').removeAttribute('aria-label')");
  expect(await violations(page)).toEqual([expect.stringContaining("svg-img-alt")]);
});

/** What axe objects to; the page is closed. */
async function violations(page: Page): Promise<readonly string[]> {
  const found = await violationsOn(page);
  await page.close();
  return found;
}
