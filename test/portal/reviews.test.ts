import { beforeAll, describe, expect, it } from "vitest";
import type { Decision } from "../../core/decisions.ts";
import { agendaOf, type Dossier, normsThat } from "../../core/review/dossier.ts";
import type { Review } from "../../core/review/review.ts";
import { decision } from "../core/review/made-up-review.ts";
import { sampleDossier } from "../core/review/sample-review.ts";
import { decisionsInMemory, deskInMemory } from "./in-memory.ts";
import { madeUpData } from "./made-up.ts";
import { readAnswer } from "./page-text.ts";
import { openWith, person } from "./signed-in.ts";

const ID = "KSW-2026-11-25";
const committee = person("committee");
const NOW = "2026-11-26T10:00:00.000Z";
let dossier: Dossier;
let review: Review;

beforeAll(async () => {
  const previous = await sampleDossier({ review: "KSW-2025-11-25", referenceDate: "2025-11-25" });
  const earlier = decision({ norm: "KSW/basis/2019/O19", at: "2024-01-15T10:00:00.000Z" });
  dossier = await sampleDossier({ previous, decisions: [earlier] });
  review = {
    id: ID,
    label: "KSW",
    referenceDate: "2026-11-25",
    state: "open",
    execution: ID,
    decideBy: "2027-01-06",
    agenda: agendaOf(dossier),
    trail: [
      { state: "preparing", at: "2026-11-25T08:00:00.000Z", by: { id: "policy", name: "Bea" } },
      { state: "open", at: "2026-11-25T09:00:00.000Z", by: null },
    ],
  };
});

function opened(replaced: Partial<Review> = {}, known: readonly Decision[] = [], executions = madeUpData().executions) {
  const decisions = decisionsInMemory(known);
  const reviews = deskInMemory([{ ...review, ...replaced }], [dossier]);
  const portal = openWith(madeUpData({ executions }), { now: () => Date.parse(NOW) }, { decisions, reviews });
  const page = async (path: string, as = committee) => readAnswer(await portal.ask(path, {}, as));
  const send = (path: string, fields: Record<string, string>, as = committee) => portal.send(path, fields, as);
  return { decisions, reviews, portal, page, send };
}

const at = (position: number) => normsThat(dossier, "decide")[position]!;
const normPath = (position: number) => `/relevantietoets/${ID}/normen/${at(position).address}`;
const decided = (position: number, replaced: Partial<Decision> = {}) =>
  decision({ norm: at(position).address, review: ID, at: "2026-11-26T09:00:00.000Z", reason: "Blijft nodig.", kind: "keep", ...replaced });

describe("the list of reviews", () => {
  it("says which is open, how far it is, and until when", async () => {
    const { text } = await opened({}, [decided(0)]).page("/relevantietoets");
    expect(text).toContain("De relevantietoets van KSW staat open tot en met 06-01-2027");
    expect(text).toContain(`Over 1 van de ${agendaOf(dossier).length} normen is besloten.`);
  });

  it("of none says so, and policy staff ask for one", async () => {
    const reviews = deskInMemory();
    const portal = openWith(madeUpData(), { now: () => Date.parse(NOW) }, { reviews });
    expect((await readAnswer(await portal.ask("/relevantietoets"))).text).toContain("Er is nog geen relevantietoets geweest.");
    const answer = await portal.send("/relevantietoets", { label: "KSW", peildatum: "2026-06-30" }, person("policy"));
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/relevantietoets"]);
    expect(reviews.requested).toEqual([
      { label: "KSW", referenceDate: "2026-06-30", retry: false, by: { id: "policy", name: "Pers policy" } },
    ]);
  });

  it.each([
    [{ label: "Onbekend", peildatum: "2026-06-30" }, "Dit label kennen we niet. Er is niets aangevraagd."],
    [{ label: "KSW", peildatum: "2026-06-31" }, "Deze datum bestaat niet. Er is niets aangevraagd."],
    [{ label: "KSW", peildatum: "" }, "Deze datum bestaat niet. Er is niets aangevraagd."],
    [{ label: "KSW", peildatum: "2026-11-27" }, "De peildatum ligt in de toekomst: die cijfers zijn er nog niet."],
    [{ label: "KSW", peildatum: "2026-11-25" }, "Deze relevantietoets is er al."],
    [{ label: "KSW", peildatum: "2026-11-25", opnieuw: "ja" }, "Deze relevantietoets is er al."],
  ])("refuses %o, says why, and starts nothing", async (fields, sentence) => {
    const { send, reviews } = opened();
    const answer = await send("/relevantietoets", fields);
    expect(answer.status).toBe(400);
    expect((await readAnswer(answer)).text).toContain(sentence);
    expect(reviews.requested).toEqual([]);
  });

  it("offers to try again what failed while it was being made, and only that", async () => {
    const failed = async () => [{ machine: "relevance-review", name: ID, status: "FAILED", startedAt: NOW, error: "BrokenInvariant" }];
    const { page, send, reviews } = opened({ state: "preparing", agenda: undefined, decideBy: undefined }, [], failed);
    expect((await page("/relevantietoets")).text).toContain("Het maken is mislukt.");
    expect((await send("/relevantietoets", { label: "KSW", peildatum: "2026-11-25", opnieuw: "ja" })).status).toBe(303);
    expect(reviews.requested).toMatchObject([{ retry: true }]);
    const busy = opened({ state: "preparing" }, [], async () => []);
    expect((await busy.page("/relevantietoets")).text).not.toContain("Het maken is mislukt.");
    expect((await busy.send("/relevantietoets", { label: "KSW", peildatum: "2026-11-25", opnieuw: "ja" })).status).toBe(400);
    expect(busy.reviews.requested).toEqual([]);
    expect((await busy.page(`/relevantietoets/${ID}`)).status).toBe(404);
  });
});

describe("the first screen", () => {
  it("says that a review is open, compares with it, and is silent about one with nothing to decide", async () => {
    const { page } = opened();
    const { text } = await page("/overzicht", person("policy"));
    expect(text).toContain(
      `De relevantietoets van KSW staat open: ${agendaOf(dossier).length} normen vragen een besluit, tot en met 06-01-2027.`,
    );
    expect((await opened({ agenda: [] }).page("/overzicht")).text).not.toContain("staat open");
  });
});

describe("a review", () => {
  it("opens with what asks for a decision, the most urgent on top, and the way to begin", async () => {
    const { text, html } = await opened().page(`/relevantietoets/${ID}`);
    const agenda = agendaOf(dossier).length;
    expect(text).toContain(`${agenda} normen vragen nog een besluit. Dat kan tot en met 06-01-2027`);
    expect(text).toContain(`Begin met norm ${at(0).code}`);
    expect(html.indexOf(at(0).title)).toBeLessThan(html.indexOf(at(agenda - 1).title));
    expect(text).toContain("Hebben eerdere besluiten geholpen?");
    expect(text).toContain("Welke signalen zijn verdwenen?");
  });

  it("shows policy staff everything, and no button of the committee", async () => {
    const { text } = await opened().page(`/relevantietoets/${ID}`, person("policy"));
    expect(text).not.toContain("Begin met norm");
    expect(text).not.toContain("De toets sluiten");
    const norm = await opened().page(normPath(0), person("policy"));
    expect(norm.text).not.toContain("Besluit vastleggen");
  });

  it("in English says the same of the same norms", async () => {
    const { portal } = opened();
    const { text } = await readAnswer(await portal.ask(`/relevantietoets/${ID}`, { headers: { Cookie: "taal=en" } }, committee));
    expect(text).toContain("norms ask for a decision still. That can be taken until 06-01-2027");
    expect(text).not.toMatch(/\b(besluit|norm vraagt|signalen)\b/);
  });

  it("that does not exist, or has no such norm, is not found", async () => {
    const { page } = opened();
    for (const path of [
      "/relevantietoets/KSW-1999-01-01",
      `/relevantietoets/${ID}/normen/KSW/basis/2019/X99`,
      `/relevantietoets/${ID}/dossier/exe`,
      "/relevantietoets/x/besluitenlijst",
    ]) {
      expect((await page(path)).status, path).toBe(404);
    }
  });
});

describe("the committee in a meeting", () => {
  it("sees the evidence beside the decision, decides, and comes to the next norm that is open", async () => {
    const { page, send, decisions } = opened({}, [decided(1)]);
    const { text } = await page(normPath(0));
    expect(text).toContain(`Norm 1 van de ${agendaOf(dossier).length} op de agenda. Er is nog niet over besloten.`);
    expect(text).toContain(at(0).signals[0]!.sentence.nl);
    expect(text).toContain("Bij uw besluit bewaren we de cijfers van deze toets");
    const answer = await send(`${normPath(0)}/besluit`, { besluit: "amend", reden: "Kan niemand.", bekend: "0" });
    // The second is decided about already: on to the third.
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `${normPath(2)}#inhoud`]);
    const made = (await decisions.list()).find(({ norm }) => norm === at(0).address);
    expect(made).toMatchObject({ review: ID, kind: "amend", figures: { run: ID, referenceDate: "2026-11-25", met: at(0).counts.met } });
  });

  it("changes a decision while the review is open, and the list says so", async () => {
    const { page, send } = opened({}, [decided(0)]);
    expect((await send(`${normPath(0)}/besluit`, { besluit: "retire", reden: "Toch niet.", bekend: "1" })).status).toBe(303);
    expect((await page(normPath(0))).text).toContain("Besluit 2, volgt op besluit 1");
    const minutes = await page(`/relevantietoets/${ID}/besluitenlijst`);
    expect(minutes.text).toContain("schrappen één keer gewijzigd Toch niet.");
  });

  it("may decide about any other norm too, and then comes back to the review", async () => {
    const { send } = opened();
    const other = normsThat(dossier, "nothing")[0]!;
    const answer = await send(`/relevantietoets/${ID}/normen/${other.address}/besluit`, {
      besluit: "monitor",
      reden: "In de gaten houden.",
      bekend: "0",
    });
    expect(answer.headers.get("Location")).toBe(`/relevantietoets/${ID}#inhoud`);
  });

  it.each([
    [{ besluit: "amend", reden: "x", bekend: "0", op: "2026-11-24" }, 400, "Op die dag was deze relevantietoets nog niet geopend."],
    [{ besluit: "amend", reden: "x", bekend: "0", op: "2026-11-27" }, 400, "Een besluit kan niet van een latere dag zijn dan vandaag."],
    [{ besluit: "amend", reden: "x", bekend: "0", op: "32-13-2026" }, 400, "Deze datum bestaat niet."],
    [{ besluit: "verbieden", reden: "x", bekend: "0" }, 400, "Kies een besluit."],
    [{ besluit: "amend", reden: "x", bekend: "4" }, 409, "Iemand anders heeft intussen over deze norm besloten"],
  ])("with %o gets a clear answer, what was filled in is still there, and nothing is recorded", async (fields, status, sentence) => {
    const { send, decisions } = opened();
    const answer = await send(`${normPath(0)}/besluit`, fields);
    expect(answer.status).toBe(status);
    const { text, html } = await readAnswer(answer);
    expect(text).toContain(sentence);
    expect(html).toMatch(/<textarea[^>]*>x<\/textarea>/);
    expect(await decisions.list()).toEqual([]);
  });

  it("cannot decide about a norm that does not exist, or is out of force", async () => {
    const { send, decisions } = opened();
    const form = { besluit: "keep", reden: "x", bekend: "0" };
    const withdrawn = normsThat(dossier, "withdrawn")[0]!;
    for (const address of ["KSW/basis/2019/X99", "NVVK/basis/2021/1.1", withdrawn.address]) {
      expect((await send(`/relevantietoets/${ID}/normen/${address}/besluit`, form)).status).toBe(404);
    }
    expect(await decisions.list()).toEqual([]);
  });

  it("closes when everything is decided about, not before, and not twice", async () => {
    const all = agendaOf(dossier).map((_, i) => decided(i));
    const early = opened({}, all.slice(1));
    const refused = await early.send(`/relevantietoets/${ID}/sluiten`, {});
    expect(refused.status).toBe(409);
    expect((await readAnswer(refused)).text).toContain("De toets is niet gesloten: nog niet over elke norm is besloten.");
    const { send, page, reviews } = opened({}, all);
    expect((await page(`/relevantietoets/${ID}`)).text).toContain("Over elke norm is besloten. De toets kan dicht.");
    expect((await send(`/relevantietoets/${ID}/sluiten`, {})).status).toBe(303);
    expect(await reviews.register.find(ID)).toMatchObject({
      state: "closed",
      undecided: [],
      trail: [{}, {}, { by: { name: "Pers committee" } }],
    });
    expect((await send(`/relevantietoets/${ID}/sluiten`, {})).status).toBe(409);
    const { text } = await page(`/relevantietoets/${ID}`);
    expect(text).toContain("Gesloten. Over elke norm is besloten.");
    expect(text).toContain("Een concept van het volgende normenkader begint met deze besluiten.");
  });

  it("after it closed is sent to the norm itself for a new decision", async () => {
    const closed = { state: "closed" as const, undecided: [at(0).address] };
    const trail = [...review.trail, { state: "closed" as const, at: "2026-11-26T08:00:00.000Z", by: null }];
    const { send, page, decisions } = opened({ ...closed, trail });
    expect((await page(`/relevantietoets/${ID}`)).text).toContain("niet besloten");
    expect((await page(normPath(0))).text).not.toContain("Besluit vastleggen");
    const answer = await send(`${normPath(0)}/besluit`, { besluit: "amend", reden: "Te laat.", bekend: "0" });
    expect(answer.status).toBe(409);
    expect((await readAnswer(answer)).text).toContain("Neem een nieuw besluit bij de norm");
    expect(await decisions.list()).toEqual([]);
  });

  it("is told on the page of a norm that a review is open, and a decision there counts for it", async () => {
    const { page, send, decisions } = opened();
    const path = `/normen/${at(0).address}`;
    const { text, html } = await page(path);
    expect(text).toContain("Er loopt een relevantietoets van dit label.");
    const cijfers = /name="cijfers" value="([^"]*)"/.exec(html)?.[1] ?? "";
    await send(`${path}/besluit`, { besluit: "keep", reden: "x", bekend: "0", cijfers });
    expect((await decisions.list())[0]).toMatchObject({ review: ID });
  });
});

describe("the documents of a review", () => {
  it("the dossier opens in the browser, may do nothing there, and only its own style is applied", async () => {
    const { portal } = opened();
    const answer = await portal.ask(`/relevantietoets/${ID}/dossier/html`, {}, committee);
    expect(answer.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(answer.headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; .*; sandbox; /);
    expect(await answer.text()).toContain("Wat vraagt een besluit?");
  });

  it("are handed out under a name that says what they are", async () => {
    const { portal } = opened();
    for (const [format, type] of [
      ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
      ["csv", "text/csv; charset=utf-8"],
      ["json", "application/json"],
    ]) {
      const answer = await portal.ask(`/relevantietoets/${ID}/dossier/${format}`, {}, committee);
      expect(answer.headers.get("Content-Type")).toBe(type);
      expect(answer.headers.get("Content-Disposition")).toContain(`filename="relevantietoets-${ID}.${format}"`);
    }
  });
});
