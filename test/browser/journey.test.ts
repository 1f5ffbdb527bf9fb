/** Whole journeys through the running product, each step by what a person sees and clicks. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LATEST, type Publication } from "../../core/figures/publication.ts";
import { objectStore, s3 } from "../../functions/adapters/object-store.ts";
import { MOST_ANSWERED } from "../../functions/portal/stored-file.ts";
import { place } from "../../functions/runtime/config.ts";
import { type Person, type Running, startRunning } from "./running.ts";

let product: Running;
let ciio: Person;
let dnv: Person;
let policy: Person;

beforeAll(async () => {
  product = await startRunning("2026-11-25");
  ciio = await product.enter("Medewerker CIIO");
  dnv = await product.enter("Medewerker DNV");
  policy = await product.enter("Bea Beleid");
});
afterAll(() => product?.close());

const HEADER = "rapportkenmerk;kvk_nummer;organisatie;label;normenkader;soort_toets;toetsdatum;norm;score";
const row = (reference: string, norm: string, score: string) =>
  `${reference};99000303;Coöperatie Buurtkracht Lauwerzicht;KSW;2019;eerste toets;01-03-2024;${norm};${score}`;
const file = (name: string, ...rows: string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(`\uFEFF${[HEADER, ...rows, ""].join("\r\n")}`),
});

/** How many organisations the figures of a norm rest on. */
async function judged(norm: string): Promise<number> {
  await product.settled();
  const answer = await policy.page.request.get(`${product.url}/cijfers/norm-figures.json`);
  const rows = (await answer.json()) as { normenkader: string; variant: string; norm: string; beoordeeld: number }[];
  return rows.find((one) => one.normenkader === "2019" && one.variant === "basis" && one.norm === norm)?.beoordeeld ?? -1;
}

describe("a certifying body", () => {
  it("delivers a faulty file, mends the workbook it got back, delivers that, and the figure changes", async () => {
    const { page } = ciio;
    await page.getByRole("link", { name: "Aanleveren", exact: true }).click();
    await page.locator("#bestand").setInputFiles(file("maart.csv", row("J-1", "V01", "voldoet"), row("J-1", "V02", "voldoe nit")));

    await page.getByRole("heading", { name: "Het bestand is niet in orde" }).waitFor();
    await expect(page.locator("#controle").textContent()).resolves.toContain('Bedoelde u "voldoet niet"?');
    await page.getByRole("button", { name: "Toch aanleveren" }).click();

    await page.waitForURL(/\/aanleveringen\/ciio\/A-/);
    expect(await page.getByRole("heading", { level: 2 }).first().textContent()).toBe("Niet aangenomen");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download uw bestand met opmerkingen (Excel)" }).click(),
    ]);
    const returned = await download.path();
    await page.getByRole("link", { name: "Herstelde bestand aanleveren" }).click();

    await page.locator("#bestand").setInputFiles(mended(returned, "voldoe nit", "voldoet niet"));
    await page.getByRole("heading", { name: "Geen fouten gevonden" }).waitFor();
    await page.getByRole("button", { name: "Aanleveren", exact: true }).click();
    await page.waitForURL(/\/aanleveringen\/ciio\/A-/);
    expect(await page.getByRole("heading", { level: 2 }).first().textContent()).toBe("Aangenomen");
    expect(await judged("V02")).toBe(1);
  });

  it("hears before it sends anything what is known already, and that a correction has to say so", async () => {
    const { page } = ciio;
    await page.goto(`${product.url}/aanleveren`);
    const choose = (score: string) =>
      page.locator("#bestand").setInputFiles(file("nogmaals.csv", row("J-1", "V01", "voldoet"), row("J-1", "V02", score)));
    await choose("voldoet niet");
    await page.getByRole("heading", { name: "Geen fouten gevonden" }).waitFor();
    await expect(page.locator("#controle").textContent()).resolves.toContain("al bekend, er verandert niets");
    await expect(page.locator("#controle").textContent()).resolves.toContain("Er is ook gekeken naar wat u eerder hebt aangeleverd.");
    await choose("voldoet");
    await page.getByRole("heading", { name: "Het bestand is niet in orde" }).waitFor();
    await expect(page.locator("#controle").textContent()).resolves.toContain("STATUS_NEW_KNOWN");
  });

  it("finds its report with its history, takes it back with a reason, and the figure changes again", async () => {
    const { page } = ciio;
    await page.getByRole("navigation").getByRole("link", { name: "Mijn aanleveringen" }).click();
    await page.getByRole("link", { name: "J-1", exact: true }).click();
    await page.getByText("Rapport intrekken").click();
    await page.getByLabel("Waarom trekt u dit rapport in?").fill("Hoort bij een andere organisatie");
    await page.getByRole("button", { name: "Intrekken" }).click();
    await page.waitForURL(/\/aanleveringen\/ciio\/A-/);
    await page.getByRole("link", { name: "J-1", exact: true }).click();
    expect(await page.locator("main").textContent()).toContain("Hoort bij een andere organisatie");
    expect(await judged("V02")).toBe(0);
  });

  it("tries a file, and nothing is sent or kept", async () => {
    const { page } = ciio;
    await page.goto(`${product.url}/aanleveren`);
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() !== "GET") sent.push(request.url());
    });
    await page.getByLabel(/Alleen proberen/).check();
    await page.locator("#bestand").setInputFiles(file("proef.csv", row("J-2", "V01", "voldoet")));
    await page.getByText("Dit was een proef: er is niets verstuurd of bewaard.").waitFor();
    expect(await page.getByRole("button", { name: "Aanleveren", exact: true }).count()).toBe(0);
    expect(sent).toEqual([]);
    page.removeAllListeners("request");
    await page.goto(`${product.url}/mijn-aanleveringen`);
    expect(await page.locator("main").textContent()).not.toContain("proef.csv");
  });

  it("drops a file anywhere on the page", async () => {
    const { page } = ciio;
    await page.goto(`${product.url}/aanleveren`);
    const { buffer } = file("sleep.csv", row("J-3", "V01", "voldoet"));
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "sleep.csv", { type: "text/csv" }));
      return data;
    }, buffer.toString());
    await page.dispatchEvent("main", "dragover", { dataTransfer: transfer });
    await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
    await page.getByRole("heading", { name: "Geen fouten gevonden" }).waitFor();
  });

  it("sees nothing of what another delivers", async () => {
    const { page } = ciio;
    const receipt = await page
      .goto(`${product.url}/mijn-aanleveringen`)
      .then(() => page.locator("table.deliveries a").first().getAttribute("href"));
    await dnv.page.goto(`${product.url}/mijn-aanleveringen`);
    expect(await dnv.page.locator("main").textContent()).toContain("U hebt nog niets aangeleverd.");
    for (const path of [receipt ?? "", "/rapporten/ciio/KSW/J-1", "/overzicht", "/aanleveringen"]) {
      expect((await dnv.page.goto(product.url + path))?.status(), path).toBe(403);
      expect(await dnv.page.locator("main").textContent()).toContain("Deze pagina is niet voor u");
    }
  });
});

describe("a browser without scripts", () => {
  it("delivers too, in two steps", async () => {
    const { context } = await product.enter("Medewerker Keurmerkinstituut");
    const cookies = await context.cookies();
    const plain = await context.browser()!.newContext({ javaScriptEnabled: false });
    await plain.addCookies(cookies);
    const page = await plain.newPage();
    await page.goto(`${product.url}/aanleveren`);
    await page.getByRole("button", { name: "Verder naar bestand kiezen" }).click();
    await page.locator("#bestand").setInputFiles(file("zonder.csv", row("K-1", "V03", "voldoet")));
    await page.getByRole("button", { name: "Aanleveren" }).click();
    await page.waitForURL(/onderweg/);
    await product.settled();
    await page.reload();
    expect(await page.getByRole("heading", { level: 2 }).first().textContent()).toBe("Aangenomen");
    await plain.close();
  });
});

/** The workbook with every cell of that text changed, as somebody does in Excel. */
function mended(path: string, wrong: string, right: string): string {
  const parts = unzipSync(new Uint8Array(readFileSync(path)));
  for (const [name, content] of Object.entries(parts)) {
    if (name.endsWith(".xml")) parts[name] = strToU8(strFromU8(content).replaceAll(`>${wrong}<`, `>${right}<`));
  }
  const to = join(path, "..", "hersteld.xlsx");
  writeFileSync(to, zipSync(parts));
  return to;
}

describe("policy staff", () => {
  it("fetches a file that is too large for an answer of the portal, under its own name", async () => {
    await product.settled();
    const { page } = policy;
    const { run } = await published();
    const Body = new Uint8Array(MOST_ANSWERED + 1).fill(65);
    await s3().send(new PutObjectCommand({ Bucket: place("figures"), Key: `published/${run}/trends.csv`, Body }));
    await page.goto(`${product.url}/cijfers`);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator('a[href="/cijfers/trends.csv"]').click()]);
    expect(download.suggestedFilename()).toBe("trends.csv");
    expect(readFileSync(await download.path())).toHaveLength(Body.length);
    expect(new URL(download.url()).origin).not.toBe(product.url);
  });
});

const published = async (): Promise<Publication> =>
  JSON.parse(new TextDecoder().decode(await objectStore(s3(), place("figures")).read(LATEST)));
