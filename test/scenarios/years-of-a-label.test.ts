/** A label over three years: what nobody met is decided about, worded anew, delivered by, and looked at again. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { parseIsoDay } from "../../core/calendar.ts";
import type { DecisionKind } from "../../core/decisions.ts";
import { editDraft } from "../../core/framework-draft/edit.ts";
import { publishedFiles } from "../../core/framework-draft/files.ts";
import { beginPublishing } from "../../core/framework-draft/publish.ts";
import { overlapsAt, seedDraft } from "../../core/framework-draft/seed.ts";
import { agendaOf, type Dossier } from "../../core/review/dossier.ts";
import { closeReview } from "../../core/review/progress.ts";
import { dossierKey } from "../../core/review/review-objects.ts";
import { takeDecision } from "../../core/take-decision.ts";
import { filesInForce, putInForce } from "../../functions/adapters/catalogue-store.ts";
import { openTable } from "../../functions/adapters/table/client.ts";
import { outbox } from "../../functions/adapters/table/outbox.ts";
import { place } from "../../functions/runtime/config.ts";
import { addSamplePeople } from "../../local/people/sample-people.ts";
import { createWorld, csv, type World } from "./world.ts";

const cor = { id: "commissie", name: "Cor Commissie" };
const ORGANISATIONS = 30;

/** Every organisation is tested on that day by that version; the last `met` of them meet V02, where the others do not. */
const tests = (version: string, kind: string, day: string, met: number) =>
  csv(
    ...Array.from({ length: ORGANISATIONS }, (_, i) => {
      const scores = {
        V01: i % 2 === 0 ? "voldoet" : "voldoet deels",
        V02: i >= ORGANISATIONS - met ? "voldoet" : "voldoet niet",
        D01: "voldoet niet",
      };
      return Object.entries(scores)
        .filter(([norm]) => version === "2019" || norm !== "D01")
        .map(([norm, score]) => ({
          rapportkenmerk: `R-${i}-${version}`,
          kvk_nummer: String(20_000_000 + i),
          organisatie: `Stichting ${i}`,
          normenkader: version,
          soort_toets: kind,
          toetsdatum: day,
          norm,
          score,
        }));
    }).flat(),
  );

describe("a label over three years", () => {
  let world: World;
  const now = (instant: string) => vi.setSystemTime(new Date(instant));
  const review = async (scheduledAt: string) => {
    now(scheduledAt);
    const { executionArn } = await world.stack.workflows.start("relevance-review", { label: "KSW", scheduledAt });
    return world.stack.workflows.wait(executionArn);
  };
  const mailsOf = (person: string) => outbox(openTable(place("table"))).list(person);
  const dossier = async (id: string): Promise<Dossier> =>
    JSON.parse(new TextDecoder().decode(await world.stack.stores.figures.read(dossierKey(id, "json"))));

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    now("2023-11-20T10:00:00Z");
    world = await createWorld();
  });
  afterAll(async () => {
    await world.close();
    vi.useRealTimers();
  });

  it("2023: thirty organisations are tested, and nobody meets two of the norms", async () => {
    const { receipt } = await world.deliver("ciio/2023.csv", tests("2019", "eerste toets", "12-03-2023", 0));
    expect(receipt.status).toBe("accepted");
    expect(receipt.reports).toHaveLength(ORGANISATIONS);
  });

  it("February 2024: the schedule makes the review of 2023, and puts both on the agenda", async () => {
    expect((await review("2024-02-01T05:00:00Z")).status).toBe("SUCCEEDED");
    const opened = (await world.stack.reviews.find("KSW-2023-12-31"))!;
    expect(opened).toMatchObject({ state: "open", referenceDate: "2023-12-31", decideBy: "2024-03-14" });
    expect([...opened.agenda!].sort()).toEqual(["KSW/basis/2019/D01", "KSW/basis/2019/V02"]);
  });

  it("February 2024: every week the committee hears what is still open, and on no day twice", async () => {
    addSamplePeople(world.stack.people, [...(await world.catalogue()).bodies.values()]);
    process.env["PORTAL_ORIGIN"] = "https://normen.voorbeeld.example";
    const sent: number[] = [];
    for (const day of ["01", "02", "07", "08", "09", "15", "16"]) {
      now(`2024-02-${day}T06:00:00Z`);
      await world.tasks["send-notifications"]!({});
      sent.push((await mailsOf("commissie")).length);
    }
    expect(sent).toEqual([1, 1, 1, 2, 2, 3, 3]);
    const mails = await mailsOf("commissie");
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      "Normenmonitor: De relevantietoets KSW is open: 2 normen om over te besluiten",
      "Normenmonitor: Relevantietoets KSW: nog 2 normen om over te besluiten",
      "Normenmonitor: Relevantietoets KSW: nog 2 normen om over te besluiten",
    ]);
    expect(mails[0]?.text).toContain("V02");
  });

  it("March 2024: the committee decides, one norm to be worded anew and one to go, and closes", async () => {
    now("2024-03-05T19:00:00Z");
    const { stack } = world;
    const opened = (await stack.reviews.find("KSW-2023-12-31"))!;
    for (const [code, kind] of [
      ["V02", "amend"],
      ["D01", "retire"],
    ] as const satisfies readonly (readonly [string, DecisionKind])[]) {
      const norm = `KSW/basis/2019/${code}`;
      const figures = { run: opened.id, referenceDate: opened.referenceDate, met: 0, judged: ORGANISATIONS, signals: [] };
      const form = { kind, reason: "Niemand haalt hem.", on: "", known: 0 };
      const taking = { form, norm, addresses: [norm], figures, figuresSeen: true, review: opened, by: cor, now: new Date().toISOString() };
      expect(await takeDecision(stack.decisions, taking)).toBe("recorded");
    }
    const closing = { review: opened, decisions: await stack.decisions.list(), catalogue: await world.catalogue(), by: cor };
    expect(await closeReview(stack.reviews, { ...closing, now: new Date().toISOString() })).toBe("closed");
  });

  it("April 2024: the decisions become a draft, which is worded and put in force from July, with half a year of overlap", async () => {
    now("2024-04-10T10:00:00Z");
    const author = { by: cor, at: new Date().toISOString() };
    const catalogue = await world.catalogue();
    const base = catalogue.frameworks.find(({ key }) => key === "KSW/basis/2019")!;
    const decisions = await world.stack.decisions.list();
    const draft = seedDraft({ catalogue, base, decisions, drafts: [], version: "2024", plannedFrom: "2024-07-01" }, author);
    const source = { base, competencies: catalogue.competencies, overlapsAt: (i: number) => overlapsAt(catalogue, base, i) };
    const id = draft.norms.find(({ code }) => code === "V02")!.id;
    const to = { code: "V02", title: "Haalbaar verwoord.", category: "A", competencies: ["C01"] };
    const edited = editDraft(draft, { kind: "change", id, to }, source, author);
    if ("faults" in edited) throw new Error(JSON.stringify(edited.faults));
    const validity = { validFrom: "2024-07-01", beforeUntil: "2024-12-31" };
    const closed = beginPublishing(edited.draft, base, validity, parseIsoDay("2024-04-10")!, author);
    if ("faults" in closed) throw new Error(JSON.stringify(closed.faults));
    const files = await filesInForce(world.stack.stores.catalogue);
    await putInForce(world.stack.stores.catalogue, publishedFiles(closed.draft, files));
    expect((await world.catalogue()).frameworkByKey.get("KSW/basis/2024")?.norms.map(({ code }) => code)).toEqual(["V01", "V02"]);
  });

  it("2025: everybody is tested again, by the new version; most meet the norm as it is worded now", async () => {
    now("2025-11-20T10:00:00Z");
    const { receipt } = await world.deliver("ciio/2025.csv", tests("2024", "hertoets", "12-03-2025", 24));
    expect(receipt.reports.filter(({ outcome }) => outcome === "new")).toHaveLength(ORGANISATIONS);
  });

  it("February 2026: the review of 2025 tells what is gone and why, and that the decision helped", async () => {
    expect((await review("2026-02-01T05:00:00Z")).status).toBe("SUCCEEDED");
    const second = await dossier("KSW-2025-12-31");
    expect(second.previous).toEqual({ id: "KSW-2023-12-31", referenceDate: "2023-12-31" });
    expect(agendaOf(second)).toEqual([]);
    expect(second.norms.map(({ code, frameworks, verdict }) => [code, frameworks.join(), verdict])).toEqual([
      ["V01", "KSW/basis/2019,KSW/basis/2024", "nothing"],
      ["V02", "KSW/basis/2024", "nothing"],
      ["V02", "KSW/basis/2019", "withdrawn"],
      ["D01", "KSW/basis/2019", "withdrawn"],
    ]);
    const effect = (code: string) => second.effects.find((one) => one.code === code);
    expect(effect("V02")).toMatchObject({
      outcome: "better",
      wentOverIn: ["V02"],
      before: { met: 0, judged: 30 },
      after: { met: 24, judged: 30 },
      better: 24,
      worse: 0,
      same: 6,
    });
    expect(effect("V02")?.sentence.nl).toContain("Erna voldeden 24 van de 30 organisaties (80%).");
    expect(effect("D01")).toMatchObject({ outcome: "retired", sentence: { nl: "De norm is vervallen." } });
  });

  it("nobody decides any more in the first review, nor was it changed by what came after it", async () => {
    const first = (await world.stack.reviews.find("KSW-2023-12-31"))!;
    const norm = "KSW/basis/2019/V02";
    const figures = { run: first.id, referenceDate: first.referenceDate, met: 0, judged: ORGANISATIONS, signals: [] };
    const form = { kind: "keep" as const, reason: "Toch niet.", on: "", known: 1 };
    const taking = { form, norm, addresses: [norm], figures, figuresSeen: true, review: first, by: cor, now: new Date().toISOString() };
    expect(await takeDecision(world.stack.decisions, taking)).toBe("reviewClosed");
    expect((await dossier(first.id)).norms.find(({ code }) => code === "V02")?.counts).toMatchObject({ judged: 30, met: 0 });
  });

  it("a review whose last day passes is closed by the daily round, and keeps what was open", async () => {
    // Ninety days on: everybody is tested a third time in it, and nobody meets V02 any more.
    now("2026-06-01T10:00:00Z");
    await world.deliver("ciio/2026.csv", tests("2024", "hertoets", "12-05-2026", 0).replaceAll("-2024;", "-2024-b;"));
    const { executionArn } = await world.stack.workflows.start("relevance-review", { label: "KSW", referenceDate: "2026-06-01" });
    await world.stack.workflows.wait(executionArn);
    const id = "KSW-2026-06-01";
    const { decideBy } = (await world.stack.reviews.find(id))!;
    expect(decideBy).toBe("2026-07-13");
    now("2026-07-13T12:00:00Z");
    // That of 2025 had nothing to decide, and closes now; this one has its last day still.
    expect(await world.tasks["tend-reviews"]!({})).toEqual({ closed: ["KSW-2025-12-31"] });
    now("2026-07-14T05:00:00Z");
    expect(await world.tasks["tend-reviews"]!({})).toEqual({ closed: [id] });
    expect(await world.stack.reviews.find(id)).toMatchObject({ state: "closed", undecided: ["KSW/basis/2024/V02"] });
    expect(await world.tasks["tend-reviews"]!({})).toEqual({ closed: [] });
  });
});
