/** A meeting of the committee, through the running product: ask for a review, decide norm by norm, two at once, close it, read the list of decisions. */
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { type Person, type Running, startRunning } from "./running.ts";

let product: Running;
let policy: Person;
let cor: Person;
/** The same member at another computer: what he does there he does not know here. */
let elsewhere: Person;

const HEADER = "rapportkenmerk;kvk_nummer;organisatie;label;normenkader;soort_toets;toetsdatum;norm;score";
/** Thirty organisations: nobody meets V15, everybody meets O11, and of D02 half. */
const rows = Array.from({ length: 30 }, (_, i) =>
  (
    [
      ["V15", "voldoet niet"],
      ["O11", "voldoet"],
      ["D02", i % 2 === 0 ? "voldoet" : "voldoet deels"],
    ] as const
  ).map(([norm, score]) => `M-${i};${30_000_000 + i};Stichting ${i};KSW;2019;eerste toets;01-03-2025;${norm};${score}`),
).flat();

beforeAll(async () => {
  product = await startRunning("2026-06-30");
  await product.stack.s3.send(
    new PutObjectCommand({
      Bucket: product.stack.deliveriesBucket,
      Key: "ciio/vergadering.csv",
      Body: `\uFEFF${[HEADER, ...rows, ""].join("\r\n")}`,
    }),
  );
  policy = await product.enter("Bea Beleid");
  cor = await product.enter("Cor Commissie");
  elsewhere = await product.enter("Cor Commissie");
});
afterAll(() => product?.close());

const text = ({ page }: Person) => page.locator("main").textContent();

describe("a meeting of the committee", () => {
  it("begins with a review that policy staff asked for", async () => {
    await product.settled();
    const { page } = policy;
    await page.getByRole("link", { name: "Relevantietoets", exact: true }).click();
    expect(await text(policy)).toContain("Er is nog geen relevantietoets geweest.");
    await page.getByLabel("Label").selectOption("KSW");
    await page.getByLabel("Peildatum").fill("2026-06-30");
    await page.getByRole("button", { name: "Aanvragen" }).click();
    const shown = async () => {
      await page.goto(`${product.url}/relevantietoets`);
      return text(policy);
    };
    await expect.poll(shown, { timeout: 20_000 }).toContain("Over 0 van de 2 normen is besloten.");
    await page.getByRole("link", { name: "Naar de relevantietoets" }).click();
    expect(await page.getByRole("button", { name: "Besluit vastleggen" }).count()).toBe(0);
  });

  it("decides with the keyboard alone, and comes to the next norm by itself", async () => {
    const { page } = cor;
    await page.goto(`${product.url}/relevantietoets/KSW-2026-06-30`);
    await page.getByRole("link", { name: "Begin met norm V15" }).press("Enter");
    await page.waitForURL(/V15$/);
    expect(await text(cor)).toContain("Geen van de 30 organisaties voldoet.");
    await page.getByRole("radio", { name: "aanpassen" }).press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Te hoog gegrepen: vraag om een onderbouwing, geen bewijs.");
    await page.getByRole("button", { name: "Besluit vastleggen" }).press("Enter");
    await page.waitForURL(/O11#inhoud$/);
    expect(await text(cor)).toContain("Norm 2 van de 2 op de agenda. Er is nog niet over besloten.");
  });

  it("of two at once, the second sees the first, and may still decide", async () => {
    const second = elsewhere.page;
    await second.goto(cor.page.url());
    await cor.page.getByRole("radio", { name: "behouden" }).check();
    await cor.page.getByLabel("Waarom?").fill("Een ondergrens die moet blijven.");
    await second.getByRole("radio", { name: "schrappen" }).check();
    await second.getByLabel("Waarom?").fill("Iedereen haalt hem.");
    await cor.page.getByRole("button", { name: "Besluit vastleggen" }).click();
    await cor.page.waitForURL(/KSW-2026-06-30#inhoud$/);
    await second.getByRole("button", { name: "Besluit vastleggen" }).click();
    const seen = await text(elsewhere);
    expect(seen).toContain("Iemand anders heeft intussen over deze norm besloten");
    expect(seen).toContain("Een ondergrens die moet blijven.");
    expect(await second.getByLabel("Waarom?").inputValue()).toBe("Iedereen haalt hem.");
  });

  it("closes the review, and reads the list of decisions, which policy staff read too", async () => {
    const { page } = cor;
    expect(await text(cor)).toContain("Over elke norm is besloten. De toets kan dicht.");
    await page.getByRole("button", { name: "Sluit de relevantietoets" }).click();
    await page.getByText("Gesloten. Over elke norm is besloten.").waitFor();
    await policy.page.goto(page.url());
    await policy.page.getByRole("link", { name: "Besluitenlijst" }).click();
    const list = await text(policy);
    expect(list).toContain("Gesloten op");
    expect(list).toMatch(/V15[\s\S]*aanpassen[\s\S]*Te hoog gegrepen/);
    expect(list).toMatch(/O11[\s\S]*behouden[\s\S]*Een ondergrens/);
  });

  it("finds the dossier printable: tagged, with the committee's page first", async () => {
    const { page } = policy;
    await page.goto(`${product.url}/relevantietoets/KSW-2026-06-30/dossier/html`);
    // Its own style is applied, and nothing else: the policy of the document allows that one text.
    expect(await page.evaluate("getComputedStyle(document.body).maxWidth")).not.toBe("none");
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
    expect(pdf.toString("latin1")).toContain("/StructTreeRoot");
    // 30 organisations and every norm of the framework: what a committee can bring to a meeting.
    expect([...pdf.toString("latin1").matchAll(/\/Type\s*\/Page\b(?!s)/g)].length).toBeLessThanOrEqual(8);
  });

  it("sees the decision with the norm afterwards, and follows it with a new one", async () => {
    const { page } = cor;
    await page.goto(`${product.url}/relevantietoets/KSW-2026-06-30/normen/KSW/basis/2019/V15`);
    await page.getByRole("link", { name: "Neem een nieuw besluit bij de norm" }).click();
    await page.getByRole("radio", { name: "monitoren" }).check();
    await page.getByLabel("Waarom?").fill("Eerst een jaar aanzien.");
    await page.getByRole("button", { name: "Besluit vastleggen" }).click();
    await page.getByText("Besluit 2, volgt op besluit 1").waitFor();
  });
});

describe("the pages of a review", () => {
  it.each(["", "/KSW-2026-06-30", "/KSW-2026-06-30/normen/KSW/basis/2019/V15"])(
    "have nothing that axe objects to, wide and narrow, light and dark: %s",
    async (path) => {
      const { page } = cor;
      for (const width of [1280, 320]) {
        for (const colorScheme of ["light", "dark"] as const) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme });
          await page.goto(`${product.url}/relevantietoets${path}`);
          expect(await violations(page), `${width} ${colorScheme}`).toEqual([]);
          expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), `${width}`).toBe(true);
        }
      }
    },
  );

  it.each(["dossier/html", "besluitenlijst"])("have nothing that axe objects to in their documents: %s", async (path) => {
    const { page } = policy;
    const document = await (await page.request.get(`${product.url}/relevantietoets/KSW-2026-06-30/${path}`)).text();
    for (const width of [1280, 320]) {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        // At its own address a document lets no script in, and axe is one.
        await page.goto("about:blank");
        await page.setContent(document);
        expect(await violations(page), `${width} ${colorScheme}`).toEqual([]);
      }
    }
  });
});
