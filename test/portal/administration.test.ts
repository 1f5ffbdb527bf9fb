import { describe, expect, it } from "vitest";
import { zipCatalogue } from "../../core/catalogue/zip.ts";
import { machinesInMemory } from "./in-memory.ts";
import { shippedKeeper } from "./keeper.ts";
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
    expect(text).toContain("KSW/basis/2019");
    expect(text).toMatch(/\d+ organisaties in het register, 4 certificerende instellingen/);
  });
});

describe("the catalogue", () => {
  const zipped = async (keeper: ReturnType<typeof shippedKeeper>, change: (files: Map<string, string>) => void = () => {}) => {
    const files = new Map((await keeper.files()).map(({ path, text }) => [path, text]));
    change(files);
    return zipCatalogue([...files].map(([path, text]) => ({ path, text })));
  };

  async function send(bytes: Uint8Array, purpose: string, keeper = shippedKeeper()) {
    const portal = openWith(madeUpData(), {}, { keeper });
    const { cookie, formToken } = await portal.signIn(administrator);
    const form = new FormData();
    form.set("formulier", formToken);
    form.set("doel", purpose);
    form.set("bestand", new Blob([new Uint8Array(bytes)]), "normenkader.zip");
    const headers = { Cookie: cookie, Origin: "http://localhost" };
    return readAnswer(await portal.app.request("http://localhost/beheer/normenkader", { method: "POST", body: form, headers }));
  }

  const addBody = (files: Map<string, string>) => {
    const bodies = JSON.parse(files.get("bodies.json") ?? "[]") as object[];
    files.set("bodies.json", JSON.stringify([...bodies, { code: "nieuw", name: "Nieuwe instelling" }]));
  };

  it("is fetched as it is in force", async () => {
    const keeper = shippedKeeper();
    const answer = await openWith(madeUpData(), {}, { keeper }).ask("/beheer/normenkader.zip", {}, administrator);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(await zipped(keeper));
  });

  it("is checked without being changed, and says what would change", async () => {
    const keeper = shippedKeeper();
    const page = await send(await zipped(keeper, addBody), "controleren", keeper);
    expect(page.text).toContain("In orde: dit kan in gebruik worden genomen Certificerende instellingen: nieuw: nieuw");
    expect((await keeper.files()).some(({ text }) => text.includes("Nieuwe instelling"))).toBe(false);
  });

  it("is put in force", async () => {
    const keeper = shippedKeeper();
    expect((await send(await zipped(keeper, addBody), "in gebruik nemen", keeper)).text).toContain("In gebruik genomen");
    expect((await keeper.files()).some(({ text }) => text.includes("Nieuwe instelling"))).toBe(true);
  });

  it("is refused with every problem, and nothing changes, when it is wrong or would change what reports rest on", async () => {
    const keeper = shippedKeeper();
    for (const [change, words] of [
      [(files: Map<string, string>) => files.set("bodies.json", "[{"), "bodies.json"],
      [(files: Map<string, string>) => files.delete("frameworks/ksw-basis-2017.json"), "KSW/basis/2017"],
    ] as const) {
      const page = await send(await zipped(keeper, change), "in gebruik nemen", keeper);
      expect(page.status).toBe(400);
      expect(page.text).toContain("Niet in orde: er is niets veranderd");
      expect(page.text).toContain(words);
    }
    expect((await send(new Uint8Array([1, 2, 3]), "controleren", keeper)).text).toContain("dit is geen ZIP-bestand");
    expect((await keeper.compare(await keeper.files())).changes?.frameworks.changed).toEqual([]);
  });
});
