import { describe, expect, it } from "vitest";
import type { FrameworkDraft } from "../../core/framework-draft/types.ts";
import { decision } from "../core/framework-draft/drafts.ts";
import { madeUpData } from "./made-up.ts";
import { administrator, change, DRAFT, opened, policy } from "./opened-drafts.ts";
import { openWith } from "./signed-in.ts";

type Opened = ReturnType<typeof opened>;

const days = { doel: "in gebruik nemen", vanaf: "2028-01-01", tot: "2028-12-31" };

describe("a draft is put in force", () => {
  it("by an administrator, from a day on, beside the version before until the end of the overlap; then it is closed", async () => {
    const { begin, send, draft, catalogue, read, id } = opened();
    await begin();
    await send(`/norm/${await id("O19")}`, { doel: "vervallen", reden: "x" });
    const form = await read(`${DRAFT}/publiceren`, administrator);
    expect(form.html).toMatch(/name="vanaf" type="date" required="" value="2028-01-01"/);
    expect(form.html).toMatch(/name="tot" type="date" required="" value="2028-12-31"/);
    expect((await send("/publiceren", days, administrator)).location).toBe(DRAFT);
    const { frameworks } = await catalogue();
    expect(
      frameworks
        .filter(({ variant, label }) => label === "KSW" && variant === "basis")
        .map(({ version, validFrom, validUntil, norms }) => [version, validFrom, validUntil, norms.length]),
    ).toEqual([
      ["2017", "2017-01-01", "2019-12-31", 52],
      ["2019", "2019-05-01", "2028-12-31", 49],
      ["2028", "2028-01-01", null, 48],
    ]);
    expect((await draft()).state).toBe("published");
    const { text } = await read();
    expect(text).toContain("geldt vanaf 01-01-2028; de vorige versie geldt nog tot en met 31-12-2028");
    expect(text).not.toContain("Norm toevoegen");
    const late = await send("/norm/1", change({ code: "V01", titel: "Te laat." }));
    expect([late.status, late.text.includes("Aan dit concept kan niet meer worden gewerkt.")]).toEqual([409, true]);
    expect((await read("/normenkaders")).all("tr").find((row) => row.includes("basis 2028"))).toContain("aangekondigd");
  });

  it.each([
    [{ vanaf: "2026-11-25" }, "De eerste dag moet in de toekomst liggen"],
    [{ tot: "2027-12-30" }, "Laat de vorige versie ten minste tot en met 31-12-2027 gelden."],
    [{ vanaf: "" }, "Kies vanaf welke dag het nieuwe normenkader geldt."],
  ])("not with %j", async (fields, sentence) => {
    const { begin, send, draft } = opened();
    await begin();
    const { status, text } = await send("/publiceren", { ...days, ...fields }, administrator);
    expect([status, text.includes(sentence)]).toEqual([400, true]);
    expect(await draft()).toMatchObject({ state: "open", revision: 1 });
  });

  it("not while norms are still to be worded", async () => {
    const { begin, send } = opened([decision("V04", "amend")]);
    await begin();
    expect((await send("/publiceren", days, administrator)).text).toContain("Nog uit te werken: V04.");
  });

  it("not when the catalogue refuses it: the draft is open again, and it says why", async () => {
    const { begin, send, draft, keeper } = opened();
    await begin();
    const files = keeper.files;
    Object.assign(keeper, {
      putInForce: async () => {
        const { InvalidCatalogue } = await import("../../core/faults.ts");
        throw new InvalidCatalogue(["bodies.json: er is iets mis"]);
      },
    });
    const { status, text } = await send("/publiceren", days, administrator);
    expect([status, text.includes("bodies.json: er is iets mis")]).toEqual([400, true]);
    expect((await draft()).state).toBe("open");
    expect(await files()).toHaveLength(8);
  });

  it("what was interrupted is finished, or opened again", async () => {
    const { begin, send, draft, keeper, read } = opened();
    await begin();
    const { putInForce } = keeper;
    Object.assign(keeper, { putInForce: () => Promise.reject(new Error("no answer")) });
    expect((await send("/publiceren", days, administrator)).status).toBe(500);
    expect((await draft()).state).toBe("publishing");
    expect((await read(`${DRAFT}/publiceren`, administrator)).text).toContain("is begonnen en niet afgerond");
    await send("/publiceren", { doel: "openen" }, administrator);
    expect((await draft()).state).toBe("open");
    await send("/publiceren", days, administrator);
    Object.assign(keeper, { putInForce });
    await send("/publiceren", { doel: "afronden" }, administrator);
    expect((await draft()).state).toBe("published");
  });

  it("is what was put in force, also when another administrator opened it again at that moment and somebody changed it", async () => {
    const { begin, send, draft, keeper, catalogue, id } = opened();
    await begin();
    const { putInForce } = keeper;
    const meanwhile: typeof putInForce = async (files) => {
      await send("/publiceren", { doel: "openen" }, administrator);
      await send(`/norm/${await id("V04")}`, change({ code: "V04", titel: "Te laat.", zelfde: "ja" }));
      return putInForce(files);
    };
    Object.assign(keeper, { putInForce: meanwhile });
    expect((await send("/publiceren", days, administrator)).location).toBe(DRAFT);
    const { state, validity, norms, trail } = await draft();
    expect([state, validity]).toEqual(["published", { validFrom: days.vanaf, beforeUntil: days.tot }]);
    expect(trail.map(({ event }) => event)).toEqual(["begun", "publishing", "reopened", "changed", "published"]);
    expect(norms.map(({ title }) => title)).toEqual(
      (await catalogue()).frameworkByKey.get("KSW/basis/2028")?.norms.map(({ title }) => title),
    );
  });

  it("what two administrators finish at once is published once", async () => {
    const { begin, send, draft, keeper } = opened();
    await begin();
    const { putInForce } = keeper;
    let first = true;
    const meanwhile: typeof putInForce = async (files) => {
      if (first) {
        first = false;
        await send("/publiceren", { doel: "afronden" }, administrator);
      }
      return putInForce(files);
    };
    Object.assign(keeper, { putInForce: meanwhile });
    expect((await send("/publiceren", days, administrator)).location).toBe(DRAFT);
    expect((await draft()).trail.map(({ event }) => event)).toEqual(["begun", "publishing", "published"]);
  });

  it("is the file that the draft was: immutable, with its lineage", async () => {
    const { begin, send, portal, keeper } = opened();
    await begin();
    const answer = await portal.ask(`${DRAFT}/normenkader.json`);
    expect(answer.headers.get("Content-Disposition")).toContain("ksw-basis-2028.json");
    const text = await answer.text();
    await send("/publiceren", days, administrator);
    expect((await keeper.files()).find(({ path }) => path === "frameworks/ksw-basis-2028.json")?.text).toBe(text);
    const files = (await keeper.files()).map((file) =>
      file.path.includes("2028") ? { ...file, text: file.text.replace(/\n.*"V01".*/, "") } : file,
    );
    await expect(keeper.putInForce(files)).rejects.toThrow("de normen of hun volgorde zijn veranderd");
  });
});

describe("a draft whose version was put in force as a file", () => {
  async function broughtAsFile() {
    const portal = opened();
    await portal.begin();
    const text = await (await portal.portal.ask(`${DRAFT}/normenkader.json`)).text();
    await portal.keeper.putInForce([...(await portal.keeper.files()), { path: "frameworks/ksw-basis-2028.json", text }]);
    return portal;
  }

  it("counts as published: it says so, and nobody works on it any more", async () => {
    const { read, send, draft } = await broughtAsFile();
    expect((await read("/normenkaders")).text).toContain("Er is geen concept in bewerking.");
    const { text } = await read();
    expect(text).toMatch(/vastgesteld 49 normen; volgt op KSW basis 2019; geldt vanaf 01-01-2028\./);
    expect(text).toContain("Deze versie is buiten dit concept om in gebruik genomen; wat geldt, kan ervan verschillen.");
    expect(text).not.toMatch(/Dit concept weggooien|Norm toevoegen|Controle:/);
    expect((await read(DRAFT, administrator)).html).not.toContain(`${DRAFT}/publiceren`);
    const late = await send("", { doel: "weggooien" });
    expect([late.status, late.text.includes("Aan dit concept kan niet meer worden gewerkt.")]).toEqual([409, true]);
    expect((await draft()).revision).toBe(1);
  });

  it("does not stand in the way of the version after it", async () => {
    const { begin } = await broughtAsFile();
    const next = await begin({ kader: "KSW/basis/2028", versie: "2030", ingang: "2030-01-01" });
    expect(next.headers.get("Location")).toBe("/normenkaders/concept/KSW/basis/2030");
  });

  it("is finished without more when its publishing was interrupted after that", async () => {
    const { begin, send, draft, keeper, drafts, read } = opened();
    await begin();
    const { keep } = drafts;
    Object.assign(drafts, {
      keep: (one: FrameworkDraft) => (one.state === "published" ? Promise.reject(new Error("no answer")) : keep(one)),
    });
    expect((await send("/publiceren", days, administrator)).status).toBe(500);
    expect([(await draft()).state, (await keeper.files()).length]).toEqual(["publishing", 9]);
    const { text } = await read();
    expect(text).toContain("vastgesteld");
    expect(text).not.toContain("buiten dit concept om");
    expect((await begin({ kader: "KSW/basis/2028", versie: "2030" })).headers.get("Location")).toContain("2030");
  });
});

describe("version after version", () => {
  /** Begins the version, words the norms as said, and puts it in force for two years. */
  async function publishNext(portal: Opened, base: string, version: string, worded: Readonly<Record<string, string>> = {}) {
    const { drafts, begin } = portal;
    const key = { label: "KSW", variant: "basis", version };
    const path = `/normenkaders/concept/KSW/basis/${version}`;
    const send = async (part: string, fields: Record<string, string>, as = policy) =>
      portal.portal.send(`${path}${part}`, { herziening: String((await drafts.find(key))?.revision), ...fields }, as);
    await begin({ kader: `KSW/basis/${base}`, versie: version, ingang: `${version}-01-01` });
    const begun = (await drafts.find(key))!;
    for (const [code, titel] of Object.entries(worded)) {
      const { id } = begun.norms.find((norm) => norm.code === code)!;
      await send(`/norm/${id}`, change({ code, titel, zelfde: "ja" }));
    }
    await send("/publiceren", { doel: "in gebruik nemen", vanaf: `${version}-01-01`, tot: `${version}-12-31` }, administrator);
    return { begun, state: (await drafts.find(key))!.state };
  }

  it("a decision is worked out once: it does not come back when a version in between took up nothing", async () => {
    const portal = opened([decision("V04", "clarify")]);
    const in2028 = await publishNext(portal, "2019", "2028", { V04: "Helderder verwoord." });
    expect([in2028.begun.decisions.map(({ norm }) => norm), in2028.state]).toEqual([["V04"], "published"]);
    const [in2030, in2032] = [await publishNext(portal, "2028", "2030"), await publishNext(portal, "2030", "2032")];
    expect([in2030.begun.decisions, in2030.state]).toEqual([[], "published"]);
    expect([in2032.begun.decisions, in2032.state]).toEqual([[], "published"]);
    expect((await portal.read("/normenkaders/concept/KSW/basis/2032")).text).not.toContain("dat nog niet in dit concept is verwerkt");
  });

  it("a decision from before the first version that came from no draft stays out, also when drafts came after it", async () => {
    const portal = opened([decision("V01", "retire", { norm: "KSW/basis/2017/V01", at: "2019-04-30T10:00:00.000Z" })]);
    const [in2028, in2030] = [await publishNext(portal, "2019", "2028"), await publishNext(portal, "2028", "2030")];
    expect([in2028.begun.dropped, in2030.begun.dropped]).toEqual([[], []]);
  });
});

describe("two versions side by side", () => {
  const path = (van: string, naar: string, more = "") => `/normenkaders/vergelijken?van=${van}&naar=${naar}${more}`;

  it("show what changed, with the words marked, the older one to the left whichever comes first", async () => {
    const { read } = opened();
    const { text, html } = await read(path("KSW/basis/2017", "KSW/basis/2019"));
    expect(text).toContain("8 anders verwoord, 2 samengevoegd, 1 vervalt");
    expect(html).toMatch(/<del>.*<ins>/s);
    const other = await read(path("KSW/basis/2019", "KSW/basis/2017"));
    expect(other.all("tr")).toEqual((await read(path("KSW/basis/2017", "KSW/basis/2019"))).all("tr"));
    expect((await read(path("KSW/basis/2017", "KSW/basis/2019", "&toon=alles"))).all("tr").length).toBe(51);
  });

  it("without a choice lead to where it is made; with half of one there is nothing", async () => {
    const portal = openWith(madeUpData());
    const answer = await portal.ask("/normenkaders/vergelijken");
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/normenkaders"]);
    expect((await portal.ask(path("KSW/basis/2019", ""))).status).toBe(404);
  });

  it("also of a draft, of the same twice, and not of what does not exist", async () => {
    const { begin, send, id, read } = opened();
    await begin();
    await send(`/norm/${await id("O19")}`, { doel: "vervallen", reden: "x" });
    expect((await read(path("KSW/basis/2019", "KSW/basis/2028"))).text).toContain(
      "48 normen zijn helemaal gelijk, 1 regel verschilt: 1 vervalt.",
    );
    expect((await read(path("KSW/basis/2019", "KSW/basis/2019"))).status).toBe(200);
    expect((await read(path("KSW/basis/2019", "x"))).status).toBe(404);
  });
});
