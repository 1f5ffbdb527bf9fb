/** The life of a framework, from what the committee decided to what is delivered by the next version. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseIsoDay } from "../../core/calendar.ts";
import type { ViewFigureRow } from "../../core/figures/view-figure-rows.ts";
import { draftProblems } from "../../core/framework-draft/check.ts";
import { type EditSource, editDraft } from "../../core/framework-draft/edit.ts";
import { publishedFiles } from "../../core/framework-draft/files.ts";
import { beginPublishing, finishPublishing } from "../../core/framework-draft/publish.ts";
import { overlapsAt, seedDraft } from "../../core/framework-draft/seed.ts";
import type { FrameworkDraft } from "../../core/framework-draft/types.ts";
import { catalogueStore, filesInForce, putInForce } from "../../functions/adapters/catalogue-store.ts";
import { openTable } from "../../functions/adapters/table/client.ts";
import { decisionRegister } from "../../functions/adapters/table/decision-register.ts";
import { draftRegister } from "../../functions/adapters/table/draft-register.ts";
import { place } from "../../functions/runtime/config.ts";
import { findPublication } from "../../local/score.ts";
import { createWorld, csv, report, type World } from "./world.ts";

const author = { by: { id: "commissie", name: "Cor" }, at: "2023-11-01T10:00:00.000Z" };
const figures = { run: "r", referenceDate: "2023-10-01", met: 0, judged: 1, signals: [] };

describe("the next version of a framework", () => {
  let world: World;
  let draft: FrameworkDraft;
  const registers = () => ({ decisions: decisionRegister(openTable(place("table"))), drafts: draftRegister(openTable(place("table"))) });

  beforeAll(async () => {
    world = await createWorld();
    await world.deliver(
      "ciio/voor.csv",
      csv(...report({ rapportkenmerk: "R-1", toetsdatum: "12-03-2023" }, { V01: "voldoet", V02: "voldoet niet", D01: "voldoet niet" })),
    );
  });
  afterAll(() => world.close());

  it("begins as the draft that the decisions of the committee make it", async () => {
    const { decisions, drafts } = registers();
    for (const [code, kind] of [
      ["V02", "amend"],
      ["D01", "retire"],
    ] as const) {
      const decision = { norm: `KSW/basis/2019/${code}`, number: 1, kind, reason: "Niemand haalt hem.", ...author, figures };
      expect(await decisions.add(decision)).toBe(true);
    }
    const catalogue = await catalogueStore(world.stack.stores.catalogue).current();
    const base = catalogue.frameworks.find(({ key }) => key === "KSW/basis/2019")!;
    const seed = { catalogue, base, decisions: await decisions.list(), drafts: [], version: "2024", plannedFrom: "2024-01-01" };
    draft = seedDraft(seed, author);
    expect(await drafts.keep(draft)).toBe("kept");
    expect(draft.norms.map(({ code, from }) => [code, from[0]?.relation])).toEqual([
      ["V01", "same"],
      ["V02", "reworded"],
    ]);
    expect(draft.dropped.map(({ norm }) => norm.code)).toEqual(["D01"]);
  });

  it("is worded, checked, and put in force beside the version before", async () => {
    const { drafts } = registers();
    const catalogue = await catalogueStore(world.stack.stores.catalogue).current();
    const base = catalogue.frameworks.find(({ key }) => key === "KSW/basis/2019")!;
    const source: EditSource = { base, competencies: catalogue.competencies, overlapsAt: (i) => overlapsAt(catalogue, base, i) };
    const to = { code: "V02", title: "Haalbaar verwoord.", category: "A", competencies: ["C01"] };
    const edited = editDraft((await drafts.find(draft))!, { kind: "change", id: 2, to }, source, author);
    if ("faults" in edited) throw new Error(JSON.stringify(edited.faults));
    expect(await drafts.keep(edited.draft)).toBe("kept");
    const files = await filesInForce(world.stack.stores.catalogue);
    expect(draftProblems(edited.draft, files)).toEqual([]);
    const validity = { validFrom: "2024-01-01", beforeUntil: "2024-12-31" };
    const closed = beginPublishing(edited.draft, base, validity, parseIsoDay("2023-11-01")!, author);
    if ("faults" in closed) throw new Error(JSON.stringify(closed.faults));
    expect(await drafts.keep(closed.draft)).toBe("kept");
    await putInForce(world.stack.stores.catalogue, publishedFiles(closed.draft, files));
    expect(await drafts.keep(finishPublishing(closed.draft, author))).toBe("kept");
  });

  it("is delivered by, and the version before until the overlap ends", async () => {
    const rows = (version: string, reference: string, day: string, kvk: string, name: string, codes: readonly string[]) =>
      csv(
        ...codes.map((norm) => ({
          rapportkenmerk: reference,
          normenkader: version,
          toetsdatum: day,
          kvk_nummer: kvk,
          organisatie: name,
          norm,
          score: "voldoet",
        })),
      );
    const codes2019 = ["V01", "V02", "D01"];
    const byNew = await world.deliver("ciio/nieuw.csv", rows("2024", "R-2", "12-03-2024", "10000002", "Stichting Zuid", ["V01", "V02"]));
    expect(byNew.receipt.status).toBe("accepted");
    const within = await world.deliver("ciio/overlap.csv", rows("2019", "R-3", "12-06-2024", "10000003", "Stichting Oost", codes2019));
    expect(within.receipt.status).toBe("accepted");
    const after = await world.deliver("ciio/te-laat.csv", rows("2019", "R-4", "12-06-2025", "10000003", "Stichting Oost", codes2019));
    expect(after.receipt.findings.map(({ code }) => code)).toContain("DATE_OUTSIDE_FRAMEWORK");
  });

  it("goes on counting a norm that stayed the same, and begins anew where it was worded anew", async () => {
    await world.figures("2024-12-31");
    const publication = await findPublication(world.stack);
    const text = await world.stack.stores.figures.read(`published/${publication!.run}/view-figures.json`);
    const rows = (JSON.parse(new TextDecoder().decode(text)) as ViewFigureRow[]).filter(({ beeld }) => beeld === "KSW/*/2019..2024");
    expect(rows.map(({ norm, titel, normenkaders, beoordeeld, voldoet }) => [norm, titel, normenkaders, beoordeeld, voldoet])).toEqual([
      ["V01", "Norm V01", "2019|2024", 3, 3],
      ["V02", "Haalbaar verwoord.", "2024", 1, 1],
      ["V02", "Norm V02 (vervallen)", "2019", 2, 1],
      ["D01", "Norm D01 (vervallen)", "2019", 2, 1],
    ]);
  });
});
