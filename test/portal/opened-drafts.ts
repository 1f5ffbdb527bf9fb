/** A portal in which drafts are begun, edited and put in force. */
import { compileCatalogue } from "../../core/catalogue/compile.ts";
import { parseCatalogueFiles } from "../../core/catalogue/parse.ts";
import type { Catalogue } from "../../core/catalogue/types.ts";
import type { Decision } from "../../core/decisions.ts";
import { decisionsInMemory, draftsInMemory } from "./in-memory.ts";
import { shippedKeeper } from "./keeper.ts";
import { madeUpData } from "./made-up.ts";
import { readAnswer } from "./page-text.ts";
import { openWith, person } from "./signed-in.ts";

export const [policy, committee, administrator] = [person("policy"), person("committee"), person("administrator")];
export const DRAFT = "/normenkaders/concept/KSW/basis/2028";
export const KEY = { label: "KSW", variant: "basis", version: "2028" };

/** The portal with the shipped catalogue in a store of its own, and no draft yet. */
export function opened(known: readonly Decision[] = []) {
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

/** The form of a norm in category V with competency C03. */
export const change = (fields: Record<string, string>) => ({ doel: "wijzigen", categorie: "V", competentie: "C03", ...fields });
