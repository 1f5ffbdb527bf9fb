import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noTerms } from "../../core/figures/open-data/terms.ts";
import type { PublishedReports } from "../../core/figures/yearly-report/published.ts";
import { yearlyReport } from "../../core/figures/yearly-report/yearly-report.ts";
import { bodyCode, deliveryNumber, frameworkKey, organisationId } from "../../core/ids.ts";
import type { PeopleChange } from "../../core/people-trail.ts";
import type { ReportRecord } from "../../core/report-history.ts";
import { bundlePortalScripts } from "../../portal/bundle-scripts.ts";
import { reportContents } from "../../portal/yearly-report-files.ts";
import { draftsInMemory, historyOf, machinesInMemory, publishedInMemory } from "../portal/in-memory.ts";
import { madeUpData, nothingYet } from "../portal/made-up.ts";
import { madeUpDraft } from "../portal/made-up-draft.ts";
import { mailboxWithMail } from "../portal/mailbox.ts";
import { known, peopleInMemory, peopleTrailInMemory } from "../portal/people-in-memory.ts";
import { root } from "../portal/scripts/deliveries.ts";
import { person } from "../portal/signed-in.ts";
import { violations as violationsOn } from "./axe.ts";
import { type OpenedPortal, openPortal, type Visit } from "./browser.ts";

let portal: OpenedPortal;
let empty: OpenedPortal;
let body: OpenedPortal;
let administrator: OpenedPortal;

beforeAll(async () => {
  const scripts = await bundlePortalScripts(root);
  const drafts = draftsInMemory([{ ...madeUpDraft(), revision: 1 }]);
  const published = publishedInMemory();
  await publishOne(published);
  portal = await openPortal(madeUpData(), { scripts }, person("policy"), { mailbox: await mailboxWithMail(), drafts, published });
  empty = await openPortal(nothingYet());
  const reports = historyOf([aReport]);
  body = await openPortal(madeUpData(), { scripts }, person("body"), { reports });
  const machines = machinesInMemory([{ clientId: "api-ciio", body: bodyCode("ciio"), name: "Systeem van CIIO" }]);
  const people = async () => peopleInMemory(somePeople);
  const peopleTrail = peopleTrailInMemory(someChanges);
  administrator = await openPortal(madeUpData(), {}, person("administrator"), { machines, people, peopleTrail, drafts });
});

afterAll(async () => {
  for (const one of [portal, empty, body, administrator]) await one?.close();
});

/** A report that was made public, as a file of its own. */
async function publishOne(published: PublishedReports): Promise<void> {
  const counted = (await madeUpData().scores())!;
  const made = yearlyReport(counted, { run: "1", catalogueVersion: "c", illustrative: true }, "NVVK", 2025)!;
  const at = "2026-02-01T10:00:00.000Z";
  const { label, year, referenceDate, provisional, run } = made;
  const about = { label, number: 1, year, version: 1, referenceDate, provisional, run, by: { id: "1", name: "Bea" }, at };
  await published.publish(about, reportContents(made, { version: 1, at, publisher: noTerms.publisher }, noTerms));
}

const aReport: ReportRecord = {
  body: bodyCode("ciio"),
  reference: "CI-2026-014",
  label: "KSW",
  state: "active",
  organisation: organisationId("kvk:99000303"),
  framework: frameworkKey("KSW", "basis", "2019"),
  history: [{ revision: 1, outcome: "new", delivery: deliveryNumber("A-2026-0193"), at: "2026-03-14T09:58:00.000Z" }],
};

const somePeople = [
  known("administrator", "Pers administrator", ["beheer"]),
  known("bea", "Bea Beleid", ["beleid"]),
  known("eva", "Eva Elders", ["commissie"], { managedElsewhere: true }),
  known("noa", `Noa ${"Lange-Naam ".repeat(6)}`, ["instelling-ciio"], {
    state: "invited",
    email: `${"noa.".repeat(15)}x@voorbeeld.example`,
  }),
  known("tom", "Tom Twee", ["beleid", "instelling-dnv"], { state: "blocked" }),
];
const by = { id: "administrator", name: "Pers administrator" };
const someChanges: readonly PeopleChange[] = [
  { id: "2", at: "2026-11-25T10:00:00.000Z", by, action: "moved", person: "Bea Beleid", from: ["commissie"], to: "beleid", ended: "done" },
  { id: "1", at: "2026-11-24T10:00:00.000Z", by, action: "blocked", person: "Tom Twee" },
];

const pathsOfAdministrator = [
  "/normenkaders/concept/KSW/basis/2028/publiceren",
  "/uitvoeringen",
  "/uitvoeringen?opnieuw=lloyds-0b52",
  "/beheer",
  "/beheer/mensen",
  "/beheer/mensen?wie=bea&wijziging=2",
  "/beheer/mensen/persoon?wie=noa",
  "/beheer/mensen/persoon?wie=tom",
  "/beheer/mensen/persoon?wie=administrator",
  "/beheer/mensen/blokkeren?wie=bea",
];

const PUBLISHED = "/openbaar/jaarrapport/NVVK/2025";

const paths = [
  "/overzicht",
  "/overzicht?kader=KSW/wijkteam/2021&sorteer=norm&zoek=bestaatniet",
  "/aanleveringen",
  "/aanleveringen?instelling=dnv&status=aangenomen",
  "/aanleveringen/ciio/A-2026-0192",
  "/aanleveringen/ciio/A-2026-0194",
  "/aanleveringen/keurmerkinstituut/A-2026-0195?pagina=3",
  "/aanleveringen/dnv/A-2026-0196",
  "/berichten",
  "/berichten/signals-1",
  "/berichten/afmelden?sleutel=token-of-policy",
  "/berichten/afmelden?sleutel=onzin",
  "/uitvoeringen",
  "/vergelijken",
  "/vergelijken/labels",
  "/vergelijken/varianten",
  "/zelfevaluatie",
  "/zelfevaluatie?label=KSW&soort=eerste-toets&categorie=V",
  "/verbeterpunten",
  "/planning",
  "/planning?maanden=3",
  "/competenties",
  "/competenties?niveau=categorie&per=halfjaar&telling=soepel",
  "/trends",
  "/jaarrapport",
  "/jaarrapport?label=NVVK&jaar=2021",
  "/openbaar/jaarrapport",
  "/dias",
  "/dias/normen.pptx",
  "/normen?label=KSW&sorteer=signaal",
  "/normen?label=KSW&besluit=geen",
  "/normen?label=KSW&variant=wijkteam&instelling=ciio&van=2020-01-01&telling=soepel",
  "/normen/KSW/wijkteam/2021/V04",
  "/normen/KSW/basis/2019/O19?telling=soepel&instelling=ciio",
  "/normen/KSW/basis/2019/X99",
  "/cijfers",
  "/besluiten",
  "/normenkaders",
  "/normenkaders/vergelijken?van=KSW/basis/2017&naar=KSW/basis/2019",
  "/normenkaders/concept/KSW/basis/2028",
  "/normenkaders/concept/KSW/basis/2028?toon=anders",
  "/normenkaders/concept/KSW/basis/2028/norm/4",
  "/normenkaders/concept/KSW/basis/2028/norm/nieuw",
  "/normenkaders/concept/KSW/basis/2028/samenvoegen",
  "/normenkaders/concept/KSW/basis/2028/gegevens",
  "/normenkaders/concept/KSW/basis/2028/bestand",
  "/bestaat/niet",
];

const pathsOfBody = [
  "/aanleveren",
  "/aanleveren?label=KSW&kenmerk=CI-2026-014",
  "/mijn-aanleveringen",
  "/mijn-aanleveringen?zoek=bestaatniet",
  "/rapporten/ciio/KSW/CI-2026-014",
  "/aanleveringen/ciio/A-2026-0192",
  "/aanleveringen/ciio/onderweg/20261125T101500Z-0123abcd",
  "/spiegel",
  "/sjabloon",
  "/specificatie",
  "/overzicht",
];

const visits: readonly Visit[] = [
  { width: 1280 },
  { width: 1280, dark: true },
  { width: 320 },
  { width: 320, dark: true },
  { width: 1280, forcedColours: true },
];

describe.each(visits)("at $width wide, dark: $dark, forced colours: $forcedColours", (visit) => {
  it.each(pathsOfBody)("axe finds nothing on %s of a certifying body", async (path) => {
    expect(await violations(await body.open(path, visit))).toEqual([]);
  });

  it.each(pathsOfAdministrator)("axe finds nothing on %s of an administrator", async (path) => {
    expect(await violations(await administrator.open(path, visit))).toEqual([]);
  });

  it("axe finds nothing on an invitation that was refused", async () => {
    const page = await administrator.open("/beheer/mensen", visit);
    await page.getByLabel("Naam", { exact: true }).fill("Noor");
    await page.getByLabel("E-mailadres").fill("bea@voorbeeld.example");
    await page.getByLabel("Rol").selectOption({ label: "beheerder" });
    await page.getByRole("button", { name: "Uitnodigen" }).click();
    expect(await page.getByRole("alert").textContent()).toContain("Dit adres is al in gebruik");
    expect(await violations(page)).toEqual([]);
  });

  it("axe finds nothing on an English page", async () => {
    const page = await portal.open("/taal/en?terug=%2Foverzicht", visit);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await violationsOn(page)).toEqual([]);
    await page.goto(`${portal.url}/taal/nl`);
    await page.close();
  });

  it.each(paths)("axe finds nothing on %s", async (path) => {
    expect(await violations(await portal.open(path, visit))).toEqual([]);
  });

  it("axe finds nothing on a published report, let out of its sandbox: no script runs in that, axe neither", async () => {
    const page = await portal.open("/openbaar/jaarrapport", visit);
    await page.route("**/openbaar/jaarrapport/*/*", async (route) => {
      const response = await route.fetch();
      const { "content-security-policy": policy = "", ...headers } = response.headers();
      await route.fulfill({ response, headers: { ...headers, "content-security-policy": policy.replace(" sandbox;", "") } });
    });
    await page.goto(`${portal.url}${PUBLISHED}`);
    expect(await violations(page)).toEqual([]);
  });

  it("axe finds nothing on the empty pages", async () => {
    for (const path of ["/overzicht", "/aanleveringen", "/uitvoeringen"])
      expect(await violations(await empty.open(path, visit)), path).toEqual([]);
  });
});

it("a link within a published report leads to its place, though the report may do nothing", async () => {
  const page = await portal.open(PUBLISHED);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.url()).toBe(`${portal.url}${PUBLISHED}#inhoud`);
  await page.close();
});

describe("axe would find it", () => {
  it.each([
    ["a picture without words", "document.querySelector('svg.bar').removeAttribute('aria-label')", "svg-img-alt"],
    ["a text too pale to read", "document.querySelector('h1').style.color = '#ccc'", "color-contrast"],
    ["a field without a name", "document.querySelector('main').insertAdjacentHTML('beforeend', '<input>')", "label"],
    ["a heading that is skipped", "document.querySelector('main').insertAdjacentHTML('beforeend', '<h5>x</h5>')", "heading-order"],
    [
      "a button too small to hit",
      "document.querySelector('main').insertAdjacentHTML('beforeend', '<a href=\"/a\">a</a><a href=\"/b\">b</a>'.repeat(3))",
      "target-size",
    ],
  ])("%s", async (_, fault, rule) => {
    const page = await portal.open("/overzicht");
    await page.evaluate(fault);
    expect(await violations(page)).toEqual(expect.arrayContaining([expect.stringContaining(rule)]));
  });
});

/** What axe objects to; the page is closed. */
async function violations(page: Page): Promise<readonly string[]> {
  const found = await violationsOn(page);
  await page.close();
  return found;
}
