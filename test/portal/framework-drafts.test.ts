import { describe, expect, it } from "vitest";
import { decision } from "../core/framework-draft/drafts.ts";
import { administrator, change, committee, DRAFT, opened, policy } from "./opened-drafts.ts";
import { readAnswer } from "./page-text.ts";

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
