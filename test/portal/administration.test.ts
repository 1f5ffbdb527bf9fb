import { describe, expect, it } from "vitest";
import { machinesInMemory } from "./in-memory.ts";
import { madeUpData } from "./made-up.ts";
import { readAnswer } from "./page-text.ts";
import { openWith, person } from "./signed-in.ts";

const administrator = person("administrator");

function opened() {
  const machines = machinesInMemory();
  const portal = openWith(madeUpData(), {}, { machines });
  return {
    machines,
    page: async () => readAnswer(await portal.ask("/beheer", {}, administrator)),
    send: (path: string, fields: Record<string, string>) => portal.send(path, fields, administrator),
  };
}

describe("an administrator", () => {
  it("says for which body a system delivers, and takes it away again", async () => {
    const { machines, page, send } = opened();
    expect((await send("/beheer/systemen", { kenmerk: " 4k2q9 ", naam: "Export", instelling: "dnv" })).status).toBe(303);
    expect(await machines.list()).toEqual([{ clientId: "4k2q9", body: "dnv", name: "Export" }]);
    expect((await page()).all("tr")[1]).toContain("Export4k2q9DNV");
    await send("/beheer/systemen/verwijderen", { kenmerk: "4k2q9" });
    expect(await machines.list()).toEqual([]);
  });

  it("hears what is wrong, and nothing is changed", async () => {
    const { machines, send } = opened();
    for (const [fields, sentence] of [
      [{ kenmerk: "", instelling: "dnv" }, "Vul het kenmerk in dat de aanmelddienst aan het systeem gaf."],
      [{ kenmerk: "a b", instelling: "dnv" }, "Vul het kenmerk in dat de aanmelddienst aan het systeem gaf."],
      [{ kenmerk: "abc", instelling: "niemand" }, "Kies een instelling uit de lijst."],
    ] as const) {
      const answer = await send("/beheer/systemen", fields);
      expect(answer.status).toBe(400);
      expect((await readAnswer(answer)).text).toContain(sentence);
    }
    expect(await machines.list()).toEqual([]);
  });

  it("sees who may do what, and what is in force", async () => {
    const { text } = await opened().page();
    expect(text).toContain("Een certificerende instelling ziet haar eigen aanleveringen en niets van andere.");
    expect(text).toContain("instelling-keurmerkinstituut");
    expect(text).toContain("KSW/basis/2019");
    expect(text).toMatch(/\d+ organisaties in het register, 4 certificerende instellingen/);
  });
});
