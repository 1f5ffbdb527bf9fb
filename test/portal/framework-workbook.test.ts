import { describe, expect, it } from "vitest";
import { readDraftWorkbook } from "../../core/framework-draft/workbook/read.ts";
import { writeWorkbook } from "../../core/workbook/write.ts";
import { change, committee, DRAFT, opened, policy } from "./opened-drafts.ts";
import { readAnswer } from "./page-text.ts";

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
