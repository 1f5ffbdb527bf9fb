import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { normRows } from "../../core/figures/selected/norm-rows.ts";
import { everythingOf } from "../../core/figures/selected/selection.ts";
import { madeUpData } from "../portal/made-up.ts";
import { signal } from "../portal/made-up-signals.ts";
import { sampleScores } from "../portal/sample-scores.ts";
import { violations } from "./axe.ts";
import { type OpenedPortal, openPortal, type Visit } from "./browser.ts";
import { sticksOut } from "./sticks-out.ts";

/** As long as a text in a delivery may be. */
const LONG_TEXT = "Wij zien dat mensen langer wachten dan vorig jaar. ".repeat(40).slice(0, 2_000);

let portal: OpenedPortal;

beforeAll(async () => {
  const signals = ["NOOIT_GEHAALD", "ZELFEVALUATIE_WIJKT_AF", "ONDERSCHEIDT_NIET"] as const;
  portal = await openPortal(
    madeUpData({
      signals: async () =>
        signals.map((code) =>
          signal({
            norm: "O19",
            signal: code,
            view: "KSW/*/2017..2021",
            places: ["KSW/basis/2019 O19"],
            nl: "Een zin over deze norm. ".repeat(8),
          }),
        ),
      reportTexts: async () => ({
        trends: (await sampleScores()).catalogue.themes.map(({ code }) => ({ theme: code, direction: "increasing", text: LONG_TEXT })),
        explanations: [],
      }),
    }),
  );
});

afterAll(async () => portal?.close());

describe("policy staff that look for the norm nobody meets", () => {
  it("sort, filter, share, download and print it, with the keyboard and without a script", async () => {
    const page = await portal.open("/normen?label=KSW");
    await page.getByRole("link", { name: "Signaal", exact: true }).press("Enter");
    await page.waitForURL(/sorteer=signaal/);
    expect(await page.locator("tbody tr").first().textContent()).toContain("niemand voldoet");

    await page.getByText("Meer keuzes").press("Enter");
    await page.getByLabel("Certificerende instelling").selectOption("ciio");
    await page.getByLabel("basis", { exact: true }).check();
    await page.getByLabel("Toetsen vanaf").fill("2021-01-01");
    await page.getByRole("button", { name: "Toon" }).last().press("Enter");
    await page.waitForURL(/instelling=ciio/);
    expect(new URL(page.url()).searchParams.get("sorteer")).toBe("signaal");
    expect(await page.locator(".chosen").textContent()).toContain("verkennend");

    const shared = await portal.open(page.url().slice(portal.url.length));
    expect(await shared.locator("table.figures").textContent()).toBe(await page.locator("table.figures").textContent());
    const [download] = await Promise.all([shared.waitForEvent("download"), shared.getByRole("link", { name: "Download CSV" }).click()]);
    const rows = readFileSync(await download.path(), "utf8")
      .trim()
      .split("\r\n");
    expect(rows).toHaveLength(1 + (await shared.locator("tbody tr").count()));

    await shared.getByRole("link", { name: /^O19 Een/ }).click();
    await shared.waitForURL(/\/normen\/KSW\/basis\/2019\/O19\?/);
    expect(await shared.locator("h1").textContent()).toContain("O19");
    await page.close();
    await shared.close();
  });

  it("can sort on a narrow screen too: the heads are seen there", async () => {
    const page = await portal.open("/normen?label=KSW", { width: 320 });
    const head = page.getByRole("link", { name: "Beoordeeld (n)" });
    await head.focus();
    const place = await head.boundingBox();
    expect(place && place.width > 20 && place.height >= 24 && place.x >= 0 && place.x + place.width <= 320).toBe(true);
    await page.close();
  });
});

/** With everything open that a reader can open. */
async function openAll(path: string, visit: Visit): Promise<Page> {
  const page = await portal.open(path, visit);
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })");
  return page;
}

describe.each(["/normen?label=KSW&instelling=ciio&zoek=de", "/normen/KSW/wijkteam/2021/V04", "/normen/NVVK/basis/2021/3.5"])(
  "%s, with all of it open",
  (path) => {
    it.each([
      { width: 1280, forced: "none" },
      { width: 320, dark: true, forced: "none" },
      { width: 1280, forced: "active" },
    ] as const)("axe finds nothing at $width wide, dark: $dark, forced colours: $forced", async ({ forced, ...visit }) => {
      const page = await openAll(path, visit);
      await page.emulateMedia({ forcedColors: forced });
      expect(await violations(page)).toEqual([]);
      await page.close();
    });

    it.each([320, 768, 1025, 1280])("nothing scrolls sideways at %i", async (width) => {
      const page = await openAll(path, { width });
      expect(await sticksOut(page)).toEqual([]);
      await page.close();
    });
  },
);

describe("a norm on paper", () => {
  it("takes three sheets at most, tagged, whichever norm it is", async () => {
    const counted = await sampleScores();
    const page = await portal.open("/normen");
    for (const label of ["KSW", "NVVK"]) {
      const { rows } = normRows(counted, everythingOf(label));
      // All norms with texts, and every fifth of the others: the same page with less on it.
      const themed = new Set(counted.catalogue.themes.flatMap(({ norms = [] }) => norms.map(({ norm }) => norm)));
      for (const [i, { address, norm }] of rows.entries()) {
        if (!themed.has(norm.code) && i % 5 > 0) continue;
        await page.goto(`${portal.url}/normen/${address}`);
        const pdf = (await page.pdf({ format: "A4", tagged: true })).toString("latin1");
        expect(pdf.match(/\/Type\s*\/Page\b/g)?.length, address).toBeLessThanOrEqual(3);
        expect(pdf).toContain("/StructTreeRoot");
      }
    }
    await page.close();
  }, 120_000);

  it("has no table cell and no drawing that sticks out of its column", async () => {
    const page = await portal.open("/normen/KSW/wijkteam/2021/V04");
    await page.setViewportSize({ width: 688, height: 1000 });
    await page.emulateMedia({ media: "print" });
    const clipped = await page.evaluate(() =>
      [...document.querySelectorAll(".pair .chart")].flatMap((figure) => {
        const columns = [...figure.getClientRects()];
        return [...figure.querySelectorAll("th, td, svg")].flatMap((part) =>
          [...part.getClientRects()]
            .filter((box) => box.width > 0 && !columns.some((column) => box.left >= column.left - 1 && box.right <= column.right + 1))
            .map((box) => `${part.tagName} ${part.textContent?.slice(0, 20)}: ${Math.round(box.left)}-${Math.round(box.right)}`),
        );
      }),
    );
    expect(clipped).toEqual([]);
    await page.close();
  });
});
