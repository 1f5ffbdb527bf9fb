import { describe, expect, it } from "vitest";
import { compileCatalogue } from "../../core/catalogue/compile.ts";
import { parseCatalogueFiles } from "../../core/catalogue/parse.ts";
import type { Catalogue } from "../../core/catalogue/types.ts";
import type { Decision } from "../../core/decisions.ts";
import { readDraftWorkbook } from "../../core/framework-draft/workbook/read.ts";
import { writeWorkbook } from "../../core/workbook/write.ts";
import { decision } from "../core/framework-draft/drafts.ts";
import { decisionsInMemory, draftsInMemory } from "./in-memory.ts";
import { shippedKeeper } from "./keeper.ts";
import { madeUpData } from "./made-up.ts";
import { readAnswer } from "./page-text.ts";
import { openWith, person } from "./signed-in.ts";

const [policy, committee, administrator] = [person("policy"), person("committee"), person("administrator")];
const DRAFT = "/normenkaders/concept/KSW/basis/2028";
const KEY = { label: "KSW", variant: "basis", version: "2028" };

function opened(known: readonly Decision[] = []) {
  const [drafts, keeper] = [draftsInMemory(), shippedKeeper()];
  const catalogue = async (): Promise<Catalogue> => compileCatalogue(parseCatalogueFiles(await keeper.files()), "now");
  const data = madeUpData({ catalogue });
  const portal = openWith(data, { now: () => Date.parse("2026-11-25T10:00:00Z") }, { decisions: decisionsInMemory(known), drafts, keeper });
  const read = async (path = DRAFT, as = policy) => readAnswer(await portal.ask(path, {}, as));
  const draft = async () => (await drafts.find(KEY))!;
  const id = async (code: string) => String((await draft()).norms.find((norm) => norm.code === code)!.id);
  /** Sends a form of the draft as it is now, unless the fields say another revision. */
  const send = async (path: string, fields: Record<string, string>, as = policy) => {
    const answer = await portal.send(`${DRAFT}${path}`, { herziening: String((await drafts.find(KEY))?.revision ?? ""), ...fields }, as);
    return {
      answer,
      location: answer.headers.get("Location"),
      ...(answer.status < 300 || answer.status >= 400 ? await readAnswer(answer) : { status: answer.status, text: "", html: "" }),
    };
  };
  const begin = (fields: Record<string, string> = {}, as = policy) =>
    portal.send("/normenkaders", { kader: "KSW/basis/2019", versie: "2028", ingang: "2028-01-01", ...fields }, as);
  return { portal, drafts, keeper, catalogue, read, draft, id, send, begin };
}

const change = (fields: Record<string, string>) => ({ doel: "wijzigen", categorie: "V", competentie: "C03", ...fields });

describe("the list of frameworks", () => {
  it("says of each where it stands in its life, and what is being drafted", async () => {
    const { read, begin } = opened();
    expect((await read("/normenkaders")).text).toContain("Er is geen concept in bewerking.");
    await begin();
    const { all, text } = await read("/normenkaders");
    expect(all("tr").find((row) => row.includes("basis 2017"))).toContain("geldt niet meer");
    expect(all("tr").find((row) => row.includes("wijkteam 2021"))).toContain("geldt");
    expect(text).toContain("Kwaliteitslabel Sociaal Werk, basis 2028");
    expect(text).toMatch(/in bewerking KSW basis 2019 49 01-01-2028/);
  });

  it.each([
    [{ kader: "KSW/basis/2017" }, "Kies een normenkader uit de lijst."],
    [{ versie: "a/b" }, "Geef de versie een naam van letters en cijfers"],
    [{ versie: "" }, "Geef de versie een naam van letters en cijfers"],
    [{ versie: "2017" }, "Versie 2017 bestaat al."],
    [{ ingang: "2028-02-30" }, "Kies de dag waarop de versie moet gaan gelden."],
  ])("a draft is not begun with %j: it says why, and what was filled in stays", async (fields, sentence) => {
    const { begin, drafts } = opened();
    const answer = await begin({ versie: "2030", ...fields });
    expect(answer.status).toBe(400);
    const { text, html } = await readAnswer(answer);
    expect(text).toContain(sentence);
    if (!("versie" in fields)) expect(html).toContain('value="2030"');
    expect(await drafts.list()).toEqual([]);
  });

  it("there is one draft at a time for a label and variant; one that was thrown away makes room, and its trail goes on", async () => {
    const { begin, send, draft } = opened();
    expect((await begin()).headers.get("Location")).toBe(DRAFT);
    expect((await readAnswer(await begin({ versie: "2029" }))).text).toContain("Aan een volgende versie hiervan wordt al gewerkt.");
    await send("", { doel: "weggooien" });
    expect((await draft()).state).toBe("discarded");
    expect((await begin()).status).toBe(303);
    expect((await draft()).trail.map(({ event }) => event)).toEqual(["begun", "discarded", "begun"]);
  });
});

describe("a draft", () => {
  const decisions = [decision("V04", "amend"), decision("O19", "retire"), decision("V05", "keep")];

  it("begins with what the committee decided, and says why", async () => {
    const { begin, read } = opened(decisions);
    await begin();
    const { text, all } = await read();
    expect(text).toContain("48 normen; volgt op KSW basis 2019; beoogd vanaf 01-01-2028.");
    const row = (code: string) => all("tr").find((one) => one.startsWith(code));
    expect(row("V04")).toMatch(/anders verwoordnog uit te werken.*aanpassenV04, besluit 1: Besloten over V04\./);
    expect(row("V05")).toMatch(/gelijk.*behouden/);
    expect(row("O19")).toContain("Besloten over O19.");
    expect(text).toContain("1 norm is nog uit te werken");
    expect(text).toContain("25-11-2026: Pers policy begon het concept");
  });

  it("shows a decision that was taken since it was begun", async () => {
    const { begin, read, portal } = opened();
    await begin();
    const { html } = await readAnswer(await portal.ask("/normen/KSW/basis/2019/O19", {}, committee));
    const cijfers = /name="cijfers" value="([^"]*)"/.exec(html)?.[1] ?? "";
    await portal.send("/normen/KSW/basis/2019/O19/besluit", { besluit: "retire", reden: "Weg.", bekend: "0", cijfers }, committee);
    expect((await read()).text).toContain("Over O19 is een besluit genomen (besluit 1) dat nog niet in dit concept is verwerkt.");
  });

  it("is edited norm by norm: change, drop, put back, add, split, merge", async () => {
    const { begin, send, draft, id, read } = opened(decisions);
    await begin();
    const changed = await send(
      `/norm/${await id("V04")}`,
      change({ code: "V04", titel: " Sociaal  werkers zijn zichtbaar. ", zelfde: "nee" }),
    );
    expect([changed.status, changed.location]).toEqual([303, `${DRAFT}#norm-4`]);
    await send(`/norm/${await id("V01")}`, { doel: "vervallen", reden: "Dubbel." });
    await send("", { doel: "terugzetten", norm: "1" });
    await send("/norm/nieuw", { ...change({ code: "V16", titel: "Nieuw." }), doel: "toevoegen" });
    await send(`/norm/${await id("V02")}`, {
      doel: "splitsen",
      "deel-1-code": "V02a",
      "deel-1-titel": "Eerste deel.",
      "deel-1-categorie": "V",
      "deel-2-code": "V02b",
      "deel-2-titel": "Tweede deel.",
      "deel-2-categorie": "D",
    });
    const { norms, trail } = await draft();
    expect(norms.find(({ code }) => code === "V04")).toMatchObject({ title: "Sociaal werkers zijn zichtbaar.", competencies: ["C03"] });
    expect(norms.filter(({ from }) => from[0]?.norm === "V02").map(({ code, category }) => code + category)).toEqual(["V02aV", "V02bD"]);
    expect(trail.map(({ event }) => event)).toEqual(["begun", "changed", "dropped", "restored", "added", "split"]);
    const { text, html } = await read(`${DRAFT}?toon=anders`);
    expect(html).toContain("<del>in de wijk en leggen ook contact met inwoners die zorg mijden</del>");
    expect(text).toContain("Pers policy splitste V02 in V02a en V02b");
  });

  it("norms are merged by ticking them", async () => {
    const { begin, portal, draft } = opened();
    await begin();
    const { cookie, formToken } = await portal.signIn(policy);
    const body = new URLSearchParams({
      formulier: formToken,
      herziening: "1",
      doel: "samenvoegen",
      code: "V01",
      titel: "Samen.",
      categorie: "V",
    });
    for (const norm of ["1", "2"]) body.append("norm", norm);
    const headers = { Cookie: cookie, Origin: "http://localhost" };
    expect((await portal.app.request(`http://localhost${DRAFT}/samenvoegen`, { method: "POST", body, headers })).status).toBe(303);
    expect((await draft()).norms[0]).toMatchObject({
      code: "V01",
      from: [
        { norm: "V01", relation: "merged" },
        { norm: "V02", relation: "merged" },
      ],
    });
  });

  it("hears what is wrong with an edit, nothing changes, and what was filled in is not lost", async () => {
    const { begin, send, id, draft } = opened();
    await begin();
    const wrong = await send(`/norm/${await id("V04")}`, change({ code: "V05", titel: "Mijn tekst." }));
    expect([wrong.status, (await draft()).revision]).toEqual([400, 1]);
    expect(wrong.text).toContain("“V05” is al de code van een andere norm");
    expect(wrong.html).toMatch(/<textarea[^>]*>Mijn tekst\.<\/textarea>/);
    const noReason = await send(`/norm/${await id("V04")}`, { doel: "vervallen", reden: "  " });
    expect([noReason.status, noReason.text.includes("Geef een reden.")]).toEqual([400, true]);
    expect((await send("/samenvoegen", { doel: "samenvoegen", norm: "1", code: "X", titel: "x", categorie: "V" })).text).toContain(
      "ten minste twee",
    );
    expect((await send("", { doel: "terugzetten", norm: "99" })).text).toContain("Deze norm staat niet meer zo in het concept");
  });

  it("of two who edit at once, the second sees what the first did, and keeps what was written", async () => {
    const { begin, send, id, draft } = opened();
    await begin();
    const [v04, v06] = [await id("V04"), await id("V06")];
    await send(`/norm/${v06}`, { doel: "vervallen", reden: "x" }, committee);
    const late = await send(`/norm/${v04}`, { ...change({ code: "V04", titel: "Mijn tekst." }), herziening: "1" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Het concept is gewijzigd sinds u deze pagina opende.");
    expect(late.text).toContain("25-11-2026: Pers committee liet V06 vervallen");
    expect(late.html).toMatch(/<textarea[^>]*>Mijn tekst\.<\/textarea>/);
    expect(late.html).toContain('name="herziening" value="2"');
    expect((await draft()).revision).toBe(2);
    // About a norm that is gone: on the page of the draft, with what was written.
    const gone = await send(`/norm/${v06}`, { ...change({ code: "V06", titel: "Ook mijn tekst." }), herziening: "1" });
    expect([gone.status, gone.text.includes("Ook mijn tekst.")]).toEqual([409, true]);
  });

  it("an edit that is sent twice is made once, and nobody is said to have been first", async () => {
    const { begin, send, id, draft } = opened();
    await begin();
    const path = `/norm/${await id("V04")}`;
    const twice = { ...change({ code: "V04", titel: "Mijn tekst." }), herziening: "1" };
    const answers = [await send(path, twice), await send(path, twice)];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await send(path, { ...twice, titel: "Een andere tekst." })).status).toBe(409);
    expect((await draft()).revision).toBe(2);
  });

  it("shows a text as it is, whatever is in it", async () => {
    const { begin, send, id, read, draft } = opened();
    await begin();
    const titel = `</p><script>alert("1")</script> =cmd|'/c calc'!A0 \u202e`;
    await send(`/norm/${await id("V04")}`, change({ code: "V04", titel, zelfde: "nee" }));
    expect((await draft()).norms[3]?.title).toBe(titel);
    for (const path of [
      DRAFT,
      `${DRAFT}/norm/4`,
      `${DRAFT}/samenvoegen`,
      "/normenkaders/vergelijken?van=KSW/basis/2019&naar=KSW/basis/2028",
    ]) {
      const { html, status } = await read(path);
      expect([path, status, html.includes("<script>")]).toEqual([path, 200, false]);
    }
  });

  it("has a title, a date and categories of its own", async () => {
    const { begin, portal, draft, read } = opened();
    await begin();
    const { cookie, formToken } = await portal.signIn(policy);
    const sent = async (categories: readonly (readonly [string, string])[]) => {
      const body = new URLSearchParams({ formulier: formToken, herziening: "1", titel: "Label 2028", ingang: "2028-07-01", jaren: "3" });
      for (const [code, title] of categories) {
        body.append("categorie", code);
        body.append("categorietitel", title);
      }
      const headers = { Cookie: cookie, Origin: "http://localhost" };
      return portal.app.request(`http://localhost${DRAFT}/gegevens`, { method: "POST", body, headers });
    };
    const wrong = await readAnswer(
      await sent([
        ["V", "Vakmanschap"],
        ["D", "Dienst"],
        ["V", "Nog eens"],
      ]),
    );
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain("Categorie “V” staat er twee keer in.");
    expect(wrong.text).toContain("Categorie “O” kan niet weg");
    expect(
      (
        await sent([
          ["V", "Vakmanschap"],
          ["D", "Dienst"],
          ["O", "Organisatie"],
          ["N", "Nieuw"],
          ["", ""],
        ])
      ).status,
    ).toBe(303);
    expect(await draft()).toMatchObject({ title: "Label 2028", plannedFrom: "2028-07-01", cycleYears: 3, revision: 2 });
    expect((await read()).text).toContain("beoogd vanaf 01-07-2028");
  });
});

describe("what if", () => {
  it("says how many would have met all norms, by both countings, and which category loses a competency", async () => {
    const { begin, send, id, read } = opened();
    await begin();
    expect((await read()).text).toMatch(
      /Van de \d+ organisaties met een geldend rapport op KSW basis 2019 .* nu .* aan alle normen\. Met dit concept zou dat niet anders zijn\./,
    );
    // V09 is the only norm that rests on C08.
    await send(`/norm/${await id("V09")}`, { doel: "vervallen", reden: "x" });
    await send(`/norm/${await id("V04")}`, change({ code: "V04", titel: "Anders.", zelfde: "nee" }));
    const { text, all } = await read();
    expect(all("tr").some((row) => row.startsWith("streng: deels telt niet mee"))).toBe(true);
    expect(all("tr").some((row) => row.startsWith("soepel: deels telt mee"))).toBe(true);
    expect(text).toContain("1 norm is anders verwoord: er is uitgegaan van hetzelfde oordeel.");
    expect(all("tr")).toContain("VakmanschapC08 Beweegt zich in uiteenlopende systemen1");
    expect(text).toContain("Geen enkele norm steunt dan nog op C08");
  });

  it("is not for an administrator, who sees no figures", async () => {
    const { begin, read } = opened();
    await begin();
    expect((await read(DRAFT, administrator)).text).not.toContain("Wat als dit had gegolden?");
  });
});

describe("the workbook of a draft", () => {
  async function roundTrip(portal: ReturnType<typeof opened>, edit: (rows: string[][]) => void, fields: Record<string, string> = {}) {
    const bytes = new Uint8Array(await (await portal.portal.ask(`${DRAFT}/concept.xlsx`)).arrayBuffer());
    const read = readDraftWorkbook(bytes);
    if ("unreadable" in read) throw new Error(read.unreadable);
    const [header, ...rows] = read.rows.map(({ cells }) => cells.map(({ text }) => text));
    edit(rows);
    const content = writeWorkbook([
      { name: "Normen", columns: header!.map((text) => ({ header: text, format: "text" as const })), rows },
      { name: "Uitleg", columns: [{ header: "concept" }, { header: read.draft! }], rows: [["herziening", String(read.revision)]] },
    ]);
    return sendBytes(portal, content, fields);
  }

  async function sendBytes({ portal, draft }: ReturnType<typeof opened>, content: Uint8Array, fields: Record<string, string> = {}) {
    const { cookie, formToken } = await portal.signIn(policy);
    const form = new FormData();
    const all = { formulier: formToken, doel: "bekijken", herziening: String((await draft()).revision), ...fields };
    for (const [name, value] of Object.entries(all)) form.set(name, value);
    if (!("inhoud" in fields)) form.set("bestand", new Blob([new Uint8Array(content)]), "concept.xlsx");
    const headers = { Cookie: cookie, Origin: "http://localhost" };
    return portal.app.request(`http://localhost${DRAFT}/bestand`, { method: "POST", body: form, headers });
  }

  const title = (rows: string[][], code: string, text: string) => {
    rows.find(([norm]) => norm === code)![2] = text;
  };
  const contentOf = (html: string) => /name="inhoud" value="([^"]*)"/.exec(html)?.[1] ?? "";

  it("is looked at first, and then taken over", async () => {
    const portal = opened();
    await portal.begin();
    const looked = await readAnswer(await roundTrip(portal, (rows) => title(rows, "V01", "De sociaal werker verheldert de vraag.")));
    expect(looked.text).toContain("In orde: 1 verschil");
    expect(looked.html).toContain("<del>samen met de cliënt</del>");
    expect(looked.text).toContain("telt voortaan als anders verwoord");
    expect((await portal.draft()).revision).toBe(1);
    const content = contentOf(looked.html);
    const take = () => sendBytes(portal, new Uint8Array(), { doel: "overnemen", inhoud: content, herziening: "1" });
    expect((await take()).status).toBe(303);
    expect((await portal.draft()).norms[0]).toMatchObject({
      title: "De sociaal werker verheldert de vraag.",
      from: [{ relation: "reworded" }],
    });
    expect([(await take()).status, (await portal.draft()).revision]).toEqual([303, 2]);
  });

  it("that comes back as it was, changes nothing", async () => {
    const portal = opened();
    await portal.begin();
    expect((await readAnswer(await roundTrip(portal, () => {}))).text).toContain("Er is geen verschil");
  });

  it("with faults changes nothing, and names the cell, what is wrong and what to do", async () => {
    const portal = opened();
    await portal.begin();
    const { text, status, all } = await readAnswer(
      await roundTrip(portal, (rows) => {
        rows[0]![0] = "V77";
        rows[1]![3] = "Z";
        rows.splice(5, 1);
        rows.push([...rows[2]!]);
      }),
    );
    expect(status).toBe(400);
    expect(text).toContain("Niet in orde: er is niets veranderd");
    expect(
      all("tr")
        .slice(1)
        .map((row) => row.slice(0, 12)),
    ).toHaveLength(4);
    expect(text).toContain("aan de titel te zien is dit V01. Zet hier V01 terug en schrijf “V77” in kolom nieuwe code.");
    expect(text).toContain("Categorie “Z” bestaat niet in dit concept.");
    expect(text).toContain("“V06” heeft geen rij meer.");
    expect(text).toContain("“V03” staat ook op rij 4.");
    expect((await portal.draft()).revision).toBe(1);
  });

  it("that was fetched before others changed the draft, says what they did before it is taken over", async () => {
    const portal = opened();
    await portal.begin();
    const answer = await roundTrip(portal, (rows) => title(rows, "V01", "Anders."));
    await portal.send(`/norm/${await portal.id("V04")}`, change({ code: "V04", titel: "Tekst van de commissie." }), committee);
    const late = await sendBytes(portal, new Uint8Array(), { doel: "overnemen", inhoud: contentOf(await answer.text()), herziening: "1" });
    expect(late.status).toBe(409);
    const { text } = await readAnswer(late);
    expect(text).toContain("Het concept is gewijzigd terwijl u keek; er is nog niets overgenomen.");
    expect(text).toContain("Pers committee wijzigde V04");
    expect((await portal.draft()).norms[3]?.title).toBe("Tekst van de commissie.");
  });

  it.each([
    [new TextEncoder().encode("norm;titel"), "Dit is geen Excel-bestand (.xlsx)."],
    [new Uint8Array(), "Het bestand is leeg, of u koos geen bestand."],
    [new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), "Het bestand is beschadigd."],
  ])("that is none is refused in words (%#)", async (bytes, sentence) => {
    const portal = opened();
    await portal.begin();
    const { status, text } = await readAnswer(await sendBytes(portal, bytes));
    expect([status, text.includes(sentence)]).toEqual([400, true]);
  });
});

describe("a draft is put in force", () => {
  const days = { doel: "in gebruik nemen", vanaf: "2028-01-01", tot: "2028-12-31" };

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
