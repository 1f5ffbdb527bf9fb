/** The offline check as a certifying body opens it: a file on a disk, in a browser, without a network. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { benchCatalogue } from "../../bench/catalogue.ts";
import { BODY as BENCH_BODY, writeDeliveryFile } from "../../bench/delivery-file.ts";
import { amsterdamDay } from "../../core/calendar.ts";
import type { Catalogue } from "../../core/catalogue/types.ts";
import { bodyCode } from "../../core/ids.ts";
import { checkFile } from "../../core/intake/check-file.ts";
import { readDelivery } from "../../functions/adapters/read-delivery.ts";
import { bundlePortalScripts, type PortalScripts } from "../../portal/bundle-scripts.ts";
import { offlineCheck } from "../../portal/offline-check.tsx";
import { type DeliveredFile, root, sampleFiles, shippedCatalogue } from "../portal/scripts/deliveries.ts";
import buildWorker from "../setup.ts";
import { type StartedChromium, startChromium } from "./chromium.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let chromium: StartedChromium;
let catalogue: Catalogue;
let scripts: PortalScripts;
let samples: readonly DeliveredFile[];
const folder = mkdtempSync(join(tmpdir(), "normenmonitor-offline-"));

beforeAll(async () => {
  await buildWorker();
  [chromium, catalogue, scripts, samples] = await Promise.all([
    startChromium(),
    shippedCatalogue(),
    bundlePortalScripts(root),
    sampleFiles(),
  ]);
  writeFileSync(join(folder, "controle.html"), offlineCheck(catalogue, scripts));
});

afterAll(async () => {
  await chromium?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  /** Every address that was asked for. */
  readonly asked: string[];
}

async function open(file = "controle.html", { width = 1280, dark = false } = {}): Promise<Opened> {
  const page = await chromium.context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
  await page.goto(pathToFileURL(join(folder, file)).href);
  return { page, asked };
}

const choose = (page: Page, { name, bytes }: Pick<DeliveredFile, "name" | "bytes">) =>
  page.setInputFiles("#bestand", { name: name.split("/").at(-1)!, mimeType: "text/csv", buffer: Buffer.from(bytes) });

const verdict = async (page: Page): Promise<string | null> => {
  await page.waitForSelector(".check-result[data-status]");
  return page.getAttribute(".check-result", "data-status");
};

const sample = (ending: string): DeliveredFile => samples.find(({ name }) => name.endsWith(ending))!;

/** What `npm run check-file` says of a file. */
async function statusOf({ body, bytes, catalogue: whole }: DeliveredFile): Promise<string> {
  async function* once() {
    yield new Uint8Array(bytes);
  }
  const day = amsterdamDay(new Date().toISOString());
  const read = (receiver: Parameters<typeof readDelivery>[1]) => readDelivery(once(), receiver);
  return (await checkFile({ catalogue: whole, body: bodyCode(body), today: day, read, digest: () => "" })).status;
}

describe("the offline check", () => {
  it("gives every kind of sample the status that the check of the server gives it, and asks the network for nothing", async () => {
    const faulty = samples.filter(({ name }) => name.includes("fout"));
    const good = ["ciio", "dnv", "lloyds", "keurmerkinstituut"].flatMap((body) => samples.filter((one) => one.body === body).slice(0, 4));
    const { page, asked } = await open();
    for (const file of [...faulty, ...good]) {
      await page.selectOption("#instelling", file.body);
      await choose(page, file);
      expect(await verdict(page), file.name).toBe(await statusOf(file));
      await page.reload();
    }
    expect(faulty.length).toBeGreaterThan(7);
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((address) => !/^(file:\/\/\/|blob:)/.test(address))).toEqual([]);
  }, 120_000);

  it("cannot reach the network even if it wanted to: neither the page nor its worker", async () => {
    let connections = 0;
    const server = createServer().on("connection", () => connections++);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { page } = await open();
    const refused = await page.evaluate(`(async () => {
      const refused = [];
      addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
      await fetch("${at}/page").catch(() => undefined);
      new Image().src = "${at}/picture";
      const source = 'addEventListener("securitypolicyviolation", (event) => postMessage("worker: " + event.effectiveDirective)); fetch("${at}/worker");';
      const worker = new Worker(URL.createObjectURL(new Blob([source])));
      worker.onmessage = ({ data }) => refused.push(data);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return refused;
    })()`);
    await page.close();
    await new Promise((resolve) => server.close(resolve));
    expect(refused).toEqual(expect.arrayContaining(["connect-src", "img-src", "worker: connect-src"]));
    expect(connections).toBe(0);
  });

  it("asks for the certifying body first, and then checks the file that was chosen already", async () => {
    const { page } = await open();
    const file = sample("fout-kvk-zonder-nullen.csv");
    await choose(page, file);
    expect(await page.locator("#kies-eerst").isVisible()).toBe(true);
    expect(await page.evaluate("document.activeElement.id")).toBe("instelling");
    await page.selectOption("#instelling", file.body);
    expect(await verdict(page)).toBe(await statusOf(file));
    expect(await page.locator("#kies-eerst").isVisible()).toBe(false);
    await page.close();
  });

  it("takes a file that is dropped anywhere on the page", async () => {
    const { page } = await open();
    const file = sample("fout-datum.csv");
    await page.selectOption("#instelling", file.body);
    await page.evaluate(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([${JSON.stringify(Buffer.from(file.bytes).toString("latin1"))}], "gesleept.csv"));
      document.querySelector("h1").dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    })()`);
    expect(await verdict(page)).toBe("rejected");
    expect(await visibleText(page, "[role=status]")).toContain("gesleept.csv");
    await page.close();
  });

  it("brings the keyboard to the verdict, and everything else is reached from there", async () => {
    const { page } = await open();
    const file = sample("fout-score-en-dubbele-norm.csv");
    await page.selectOption("#instelling", file.body);
    await choose(page, file);
    await verdict(page);
    expect(await page.evaluate("document.activeElement.id")).toBe("controle-uitkomst");
    await page.keyboard.press("Tab");
    const isOpen = () => page.evaluate("document.activeElement.closest('details').open");
    expect(await isOpen()).toBe(true);
    await page.keyboard.press("Enter");
    expect(await isOpen()).toBe(false);
    await page.close();
  });

  it("speaks English when asked, also what was found, and keeps the verdict", async () => {
    const { page } = await open();
    const file = sample("fout-kolom-ontbreekt.csv");
    await page.selectOption("#instelling", file.body);
    await choose(page, file);
    await verdict(page);
    await page.click("[data-speak=en]");
    expect(await visibleText(page, "#controle-uitkomst")).toBe("The file is not in order");
    expect(await visibleText(page, ".finding summary")).toMatch(/Column ".*" is missing/);
    expect(await visibleText(page, "h1")).toBe("Check of a delivery");
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
    expect(await page.title()).toBe("Check of a delivery");
    expect(await page.getByText("Kies uw bestand").isVisible()).toBe(false);
    await page.close();
  });

  it("shows what stood in the file as text, whatever it is", async () => {
    const { page } = await open();
    await page.selectOption("#instelling", "lloyds");
    const header = "rapportkenmerk;kvk_nummer;organisatie;label;normenkader;soort_toets;toetsdatum;norm;<img src=x onerror=alert(1)>;score";
    const row = '<b id="x">R</b>;01234567;"<script>alert(1)</script>";KSW;2019;eerste toets;14-03-2024;V01;;<svg onload=alert(1)>';
    await choose(page, { name: "<i>naam</i>.csv", bytes: new TextEncoder().encode(`${header}\n${row}\n`) });
    expect(await verdict(page)).toBe("rejected");
    expect(await visibleText(page, "#controle")).toContain("<svg onload=alert(1)>");
    expect(await page.locator("#controle :is(script, img, svg, i, #x)").count()).toBe(0);
    await page.close();
  });

  it("of one body has no other body's terms in it, and needs no choice", async () => {
    writeFileSync(join(folder, "dnv.html"), offlineCheck(catalogue, scripts, bodyCode("dnv")));
    expect(readFileSync(join(folder, "dnv.html"), "utf8")).not.toContain("Major NC");
    const { page } = await open("dnv.html");
    const file = samples.find(({ body }) => body === "dnv")!;
    await choose(page, file);
    expect(await verdict(page)).toBe(await statusOf(file));
    await page.close();
  });
});

describe.each([{ width: 1280 }, { width: 1280, dark: true }, { width: 320 }, { width: 320, dark: true }])(
  "at $width wide, dark: $dark",
  (visit) => {
    it("axe finds nothing, before and after a check, and nothing sticks out", async () => {
      const { page } = await open("controle.html", visit);
      expect(await violations(page)).toEqual([]);
      for (const file of [
        sample("fout-bsn-in-toelichting.csv"),
        sample("fout-score-en-dubbele-norm.csv"),
        sample("dnv/2017-1-rapporten.csv"),
      ]) {
        await page.selectOption("#instelling", file.body);
        await choose(page, file);
        await page.waitForSelector(`[role=status]:has-text("${file.name.split("/").at(-1)}")`);
        await page.waitForSelector("#controle:not([aria-busy]) .check-result[data-status]");
        expect(await violations(page), file.name).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), file.name).toBeLessThanOrEqual(0);
      }
      await page.close();
    });
  },
);

it("stops a check when another file is chosen, and shows what is found in that one", async () => {
  const { page } = await open();
  const header = "rapportkenmerk;kvk_nummer;organisatie;label;normenkader;soort_toets;toetsdatum;norm;score\n";
  const row = "R-1;01234567;Stichting Het Baken;KSW;2019;eerste toets;14-03-2024;V01;voldoet\n";
  await page.selectOption("#instelling", "lloyds");
  await choose(page, { name: "groot.csv", bytes: new TextEncoder().encode(header + row.repeat(200_000)) });
  await page.waitForSelector("#controle[aria-busy]");
  await choose(page, sample("fout-bsn-in-toelichting.csv"));
  expect(await verdict(page)).toBe("rejected");
  const shown = () => page.evaluate("document.querySelector('#controle').innerText");
  const before = await shown();
  expect(before).toContain("PERSONAL_BSN");
  // Longer than the first check would have taken.
  await page.waitForTimeout(3_000);
  expect(await shown()).toBe(before);
  await page.close();
});

it("axe would find it: a field without its name", async () => {
  const { page } = await open();
  await page.evaluate("document.querySelector('label[for=bestand]').remove()");
  expect(await violations(page)).toEqual([expect.stringContaining("label: #bestand")]);
  await page.close();
});

it("checks 100 000 rows (22 MB) within 3 seconds, and the page answers all the while", async () => {
  const whole = await benchCatalogue();
  writeFileSync(join(folder, "groot.html"), offlineCheck(whole, scripts));
  const bytes = await writeDeliveryFile(join(folder, "groot.csv"), 100_000, whole);
  const { page } = await open("groot.html");
  await page.selectOption("#instelling", BENCH_BODY);
  // Timed within the page: the driver's own work is not what a person waits for.
  await page.evaluate(`(() => {
    let before = performance.now();
    self.worst = 0;
    setInterval(() => { self.worst = Math.max(self.worst, performance.now() - before - 20); before = performance.now(); }, 20);
    document.getElementById("bestand").addEventListener("change", () => { self.begun = performance.now(); }, { capture: true });
    new MutationObserver(() => { if (document.querySelector('.check-result').dataset.status) self.ended ??= performance.now(); }).observe(document.querySelector(".check-result"), { attributeFilter: ["data-status"], attributes: true });
  })()`);
  // The fastest of three: what else the machine does makes a check slower, never quicker.
  let seconds = Number.POSITIVE_INFINITY;
  let worst = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 3 && (seconds > 3 || worst > 200); turn++) {
    await page.evaluate("self.worst = 0, self.ended = undefined");
    await page.setInputFiles("#bestand", join(folder, "groot.csv"));
    expect(await verdict(page)).toBe("partlyAccepted");
    const [took, waited] = (await page.evaluate("[(self.ended - self.begun) / 1000, self.worst]")) as [number, number];
    seconds = Math.min(seconds, took);
    worst = Math.min(worst, waited);
  }
  console.log(
    `${(bytes / 1e6).toFixed(1)} MB, 100 000 rows: ${seconds.toFixed(2)} s; the page was kept waiting ${worst.toFixed(0)} ms at most`,
  );
  expect(seconds).toBeLessThanOrEqual(3);
  // What is felt as instantaneous (Nielsen: 0.1 s), and as much again for a busy machine.
  expect(worst).toBeLessThanOrEqual(200);
  await page.close();
});

/** What a person reads there: text in the other language is in the page, but hidden. */
const visibleText = (page: Page, selector: string): Promise<string> =>
  page.evaluate(`document.querySelector(${JSON.stringify(selector)}).innerText`);

/** "rule: place" of everything axe objects to. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(tags)} }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ": " + target.join(" "))))`,
  );
}
