import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChartFigure } from "../../portal/charts/chart-figure.tsx";
import { BarDefinitions } from "../../portal/charts/stacked-bar.tsx";
import { stylesheet } from "../../portal/stylesheet.ts";
import { madeUpCharts } from "../portal/charts/made-up-charts.tsx";
import { findChromium } from "./browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const page = `<!doctype html>${(
  <html lang="nl">
    <head>
      <title>Figuren</title>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="stylesheet" href="/stijl.css" />
    </head>
    <body>
      <main class="width">
        <BarDefinitions />
        <h1>Figuren</h1>
        {madeUpCharts().map((chart) => (
          <ChartFigure
            chart={chart}
            level={2}
            source="Peildatum 31-12-2025"
            downloads={{ svg: "/a.svg", csv: "/a.csv", xlsx: "/a.xlsx" }}
          />
        ))}
      </main>
    </body>
  </html>
)}`;

let server: Server;
let browser: Browser;
let address: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'");
    const isStyle = request.url === "/stijl.css";
    response.setHeader("Content-Type", isStyle ? "text/css" : "text/html; charset=utf-8");
    response.end(isStyle ? stylesheet : page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"] });
});

afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => server.close(resolve));
});

const visits = [
  { width: 1280, colorScheme: "light", forcedColors: "none" },
  { width: 1280, colorScheme: "dark", forcedColors: "none" },
  { width: 1280, colorScheme: "dark", forcedColors: "active" },
  { width: 700, colorScheme: "light", forcedColors: "none" },
  { width: 320, colorScheme: "light", forcedColors: "none" },
  { width: 320, colorScheme: "dark", forcedColors: "active" },
] as const;

async function open({ width, colorScheme, forcedColors }: (typeof visits)[number]): Promise<{ page: Page; complaints: string[] }> {
  const opened = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, forcedColors, bypassCSP: false });
  const complaints: string[] = [];
  opened.on("console", (message) => complaints.push(message.text()));
  await opened.goto(address);
  return { page: opened, complaints };
}

describe.each(visits)("charts at $width wide, $colorScheme, forced colours $forcedColors", (visit) => {
  it("show one drawing each, all texts inside it and none over another", async () => {
    const { page: opened, complaints } = await open(visit);
    const found = (await opened.evaluate(textsOutOfPlace)) as { drawings: number; faults: string[] };
    expect(found.drawings).toBe(madeUpCharts().length);
    expect(found.faults).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await opened.evaluate("document.documentElement.scrollWidth")).toBe(visit.width);
    await opened.close();
  });

  it("give axe nothing to object to", async () => {
    const { page: opened } = await open(visit);
    await opened.evaluate(axe);
    const violations = await opened.evaluate(
      "axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))",
    );
    expect(violations).toEqual([]);
    await opened.close();
  });
});

it("the check of texts sees one that is out of place, and two that touch", async () => {
  const { page: opened } = await open(visits[0]);
  await opened.evaluate("document.querySelector('.chart-wide text').setAttribute('x', '-30')");
  await opened.evaluate(
    "{ const [, a, b] = document.querySelectorAll('.chart-wide text'); a.setAttribute('x', b.getAttribute('x')); a.setAttribute('y', b.getAttribute('y')); }",
  );
  expect(((await opened.evaluate(textsOutOfPlace)) as { faults: string[] }).faults.length).toBeGreaterThanOrEqual(2);
  await opened.close();
});

it("on paper every table is open, drawings are wide, and links to files are gone", async () => {
  const { page: opened } = await open(visits[0]);
  // The width of A4 between the margins of the style sheet.
  await opened.setViewportSize({ width: 688, height: 1000 });
  await opened.emulateMedia({ media: "print" });
  const shown = (selector: string) =>
    opened.evaluate(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((one) => one.checkVisibility({ contentVisibilityAuto: true }) && one.getBoundingClientRect().height > 5).length`,
    );
  // What was hidden by `content-visibility` is visible from the next picture on.
  await opened.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  expect(await shown(".chart-table table")).toBe(madeUpCharts().length);
  expect(await shown(".chart-wide svg")).toBe(madeUpCharts().length);
  expect(await shown(".chart-narrow svg")).toBe(0);
  expect(await shown(".chart-actions a")).toBe(0);
  await opened.close();
});

/** In the page: drawings that are shown, and texts that leave theirs or lie over each other (by more than 1 pixel of it). */
const textsOutOfPlace = `(() => {
  const drawings = [...document.querySelectorAll(".chart-drawing")].filter((one) => one.checkVisibility());
  const faults = [];
  for (const drawing of drawings) {
    const frame = drawing.getBoundingClientRect();
    const texts = [...drawing.querySelectorAll("text")].map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }));
    for (const { text, box } of texts) {
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) faults.push("outside: " + text);
    }
    texts.forEach((a, i) => texts.slice(i + 1).forEach((b) => {
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      // Lines of one text stand closer than their boxes are high.
      if (wide > 1 && high > 5) faults.push("touching: " + a.text + " / " + b.text);
    }));
  }
  return { drawings: drawings.length, faults };
})()`;
