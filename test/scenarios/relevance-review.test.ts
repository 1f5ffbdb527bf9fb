import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { amsterdamDay, isoDay } from "../../core/calendar.ts";
import { dossierHtml } from "../../core/review/documents/dossier-html.ts";
import { agendaOf, type Dossier } from "../../core/review/dossier.ts";
import { readFrozen, readFrozenInput } from "../../core/review/frozen-input.ts";
import { makeDossier } from "../../core/review/make-dossier.ts";
import { closeReview } from "../../core/review/progress.ts";
import { dossierKey, frozenInputKey, reviewScoresKey } from "../../core/review/review-objects.ts";
import { decodeScores } from "../../core/scoring/encode.ts";
import { takeDecision } from "../../core/take-decision.ts";
import { requestReview } from "../../functions/portal/request-review.ts";
import { fingerprint } from "../../functions/runtime/fingerprint.ts";
import { createWorld, csv, report, type World } from "./world.ts";

/** A file with one report of each of so many organisations; nobody meets V01. */
const delivery = (count: number, date: string, from = 1, scores = { V01: "voldoet niet", V02: "voldoet deels", D01: "voldoet" }) =>
  csv(
    ...Array.from({ length: count }, (_, i) => {
      const kvk = String(20_000_000 + from + i);
      return report(
        { rapportkenmerk: `R-${from + i}-${date}`, kvk_nummer: kvk, organisatie: `Stichting ${from + i}`, toetsdatum: date },
        scores,
      );
    }).flat(),
  );

const ID = "KSW-2024-12-31";
const committee = { id: "commissie", name: "Cor Commissie" };

async function review(world: World, input: object, name?: string) {
  const { executionArn } = await world.stack.workflows.start("relevance-review", input, name);
  return world.stack.workflows.wait(executionArn);
}

const read = async (world: World, key: string): Promise<Uint8Array> => world.stack.stores.figures.read(key);
const dossierOf = async (world: World, id: string): Promise<Dossier> =>
  JSON.parse(new TextDecoder().decode(await read(world, dossierKey(id, "json"))));

describe("a relevance review", () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    await world.deliver("ciio/2024.csv", delivery(30, "12-03-2024"));
    await world.figures("2024-12-31");
  });
  afterAll(() => world.close());

  it("asked for, freezes, scores, judges, publishes its dossier, tells the policy staff, and waits for the committee", async () => {
    const published = await read(world, "published/latest.json");
    const { status, error, cause } = await review(
      world,
      { label: "KSW", referenceDate: "2024-12-31", requestedBy: { id: "beleid", name: "Bea" } },
      ID,
    );
    expect([status, error, cause]).toEqual(["SUCCEEDED", undefined, undefined]);
    const opened = await world.stack.reviews.find(ID);
    expect(opened).toMatchObject({
      label: "KSW",
      state: "open",
      agenda: ["KSW/basis/2019/V01", "KSW/basis/2019/V02", "KSW/basis/2019/D01"],
    });
    expect(opened?.trail.map(({ state, by }) => [state, by?.name])).toEqual([
      ["preparing", "Bea"],
      ["open", undefined],
    ]);
    const dossier = await dossierOf(world, ID);
    expect(dossier.norms.find(({ code }) => code === "V01")).toMatchObject({ verdict: "decide", counts: { judged: 30, met: 0 } });
    expect(world.messages.at(-1)?.subject).toBe("Relevantietoets KSW van 31-12-2024 staat klaar");
    expect(world.messages.at(-1)?.text).toContain("3 normen vragen een besluit: V01, V02, D01.");
    // The published figures are those of the day, and stay so.
    expect(await read(world, "published/latest.json")).toEqual(published);
  });

  it("asked for again, by whomever, is the same review", async () => {
    const before = await dossierOf(world, ID);
    const again = await review(world, { label: "KSW", scheduledAt: "2025-01-31T23:30:00Z" }, "from-the-schedule");
    expect([again.status, again.history.at(-1)?.state]).toEqual(["SUCCEEDED", "Review exists"]);
    expect(await dossierOf(world, ID)).toEqual(before);
    expect((await world.stack.reviews.list()).map(({ id }) => id)).toEqual([ID]);
  });

  it("is not changed by what is delivered afterwards, not even when its steps run again", async () => {
    const files = ["json", "html", "csv", "xlsx"] as const;
    const bytes = () =>
      Promise.all([
        ...files.map((format) => read(world, dossierKey(ID, format))),
        read(world, reviewScoresKey(ID)),
        read(world, frozenInputKey(ID)),
      ]);
    const before = await bytes();
    await world.deliver("ciio/nagekomen.csv", delivery(5, "01-06-2024", 101, { V01: "voldoet", V02: "voldoet", D01: "voldoet" }));
    const { executionArn } = await world.stack.workflows.start("score-norms", { review: ID });
    const scored = await world.stack.workflows.wait(executionArn);
    expect(scored.output).toMatchObject({ reports: 30 });
    // An execution that was passed by and is redriven in these steps finds the review open.
    expect(await world.tasks["judge-review"]!({ review: ID, scored: scored.output })).toEqual({ outcome: "wasOpen" });
    expect(await world.tasks["publish-dossier"]!({ review: ID })).toEqual({ outcome: "wasOpen" });
    expect(await bytes()).toEqual(before);
  });

  it("can be made again from what was frozen, to the byte", async () => {
    const { figures } = world.stack.stores;
    const input = await readFrozenInput(figures, ID);
    const again = makeDossier({
      input,
      judgedBy: (await dossierOf(world, ID)).restsOn,
      scores: decodeScores(await read(world, reviewScoresKey(ID))),
      catalogue: await world.catalogue(),
      decisions: await readFrozen({ store: figures, fingerprint }, input.decisions),
      previous: null,
    });
    const text = async (format: "json" | "html") => new TextDecoder().decode(await read(world, dossierKey(ID, format)));
    expect(JSON.stringify({ ...again, restsOn: undefined })).toBe(JSON.stringify({ ...(await dossierOf(world, ID)), restsOn: undefined }));
    expect(dossierHtml(JSON.parse(await text("json")))).toBe(await text("html"));
  });

  it("is decided about norm by norm, and closed; then a next review tells what came of it", async () => {
    const { stack } = world;
    const opened = (await stack.reviews.find(ID))!;
    const catalogue = await world.catalogue();
    const now = new Date().toISOString();
    for (const norm of opened.agenda ?? []) {
      const figures = { run: ID, referenceDate: "2024-12-31", met: 0, judged: 30, signals: [] };
      const form = { kind: "clarify" as const, reason: "Onduidelijk.", on: "", known: 0 };
      expect(
        await takeDecision(stack.decisions, {
          form,
          norm,
          addresses: [norm],
          figures,
          figuresSeen: true,
          review: opened,
          by: committee,
          now,
        }),
      ).toBe("recorded");
    }
    const closing = { review: opened, decisions: await stack.decisions.list(), catalogue, by: committee, now: new Date().toISOString() };
    expect(await closeReview(stack.reviews, closing)).toBe("closed");
    const today = isoDay(amsterdamDay(now));
    const next = await review(world, { label: "KSW", referenceDate: today });
    expect(next.status).toBe("SUCCEEDED");
    const dossier = await dossierOf(world, `KSW-${today}`);
    expect(dossier.previous).toEqual({ id: ID, referenceDate: "2024-12-31" });
    // Five reports of 2024 came late: nobody meets V01 was not so then either, by what is known now.
    expect(dossier.gone.find(({ code }) => code === "V01")?.why.nl).toContain("Er zijn rapporten nagekomen of verbeterd.");
    expect(dossier.effects).toHaveLength(3);
    expect(dossier.effects.every(({ outcome }) => outcome === "tooEarly")).toBe(true);
  });

  it("of a label that the catalogue does not have fails, and leaves no review behind", async () => {
    const { status, error } = await review(world, { label: "Onbekend", referenceDate: "2024-12-31" });
    expect([status, error]).toEqual(["FAILED", "BrokenInvariant"]);
    expect(await world.stack.reviews.find("Onbekend-2024-12-31")).toBeUndefined();
  });
});

describe("a relevance review that failed halfway", () => {
  let world: World;
  let broken = true;
  beforeAll(async () => {
    world = await createWorld((own) => ({
      "judge-review": async (event: unknown) => {
        if (broken) throw new Error("out of memory");
        return own["judge-review"]!(event);
      },
    }));
    await world.deliver("ciio/2024.csv", delivery(30, "12-03-2024"));
  });
  afterAll(() => world.close());

  it("stays in preparation, and taken up again is about the reports that were frozen the first time", async () => {
    const failed = await review(world, { label: "KSW", referenceDate: "2024-12-31" }, ID);
    expect(failed.status).toBe("FAILED");
    expect(await world.stack.reviews.find(ID)).toMatchObject({ state: "preparing", execution: ID });
    await world.deliver("ciio/later.csv", delivery(5, "01-06-2024", 101));
    broken = false;
    expect((await review(world, { label: "KSW", referenceDate: "2024-12-31" }, "another")).history.at(-1)?.state).toBe("Review exists");
    const again = await review(world, { label: "KSW", referenceDate: "2024-12-31", takeOver: true }, "retry");
    expect([again.status, again.error]).toEqual(["SUCCEEDED", undefined]);
    const dossier = await dossierOf(world, ID);
    expect(dossier.completeness.reports).toBe(30);
    expect(agendaOf(dossier)).toContain("KSW/basis/2019/V01");
    expect((await world.stack.reviews.find(ID))?.trail.map(({ state }) => state)).toEqual(["preparing", "open"]);
  });

  it("refuses an input that was tampered with", async () => {
    broken = true;
    await review(world, { label: "KSW", referenceDate: "2024-06-30" }, "first");
    const manifest = JSON.parse(new TextDecoder().decode(await read(world, frozenInputKey("KSW-2024-06-30"))));
    await world.stack.stores.figures.write(manifest.decisions.key, "[{}]", "application/json");
    broken = false;
    const again = await review(world, { label: "KSW", referenceDate: "2024-06-30", takeOver: true }, "second");
    expect([again.status, again.error, again.cause]).toEqual([
      "FAILED",
      "BrokenInvariant",
      expect.stringContaining("is not what was frozen"),
    ]);
    expect((await world.stack.reviews.find("KSW-2024-06-30"))?.state).toBe("preparing");
  });
});

describe("asking for a review in the portal", () => {
  let world: World;
  let broken = true;
  beforeAll(async () => {
    world = await createWorld((own) => ({
      "freeze-review": async (event: unknown) => {
        if (broken) throw new Error("before there was a review");
        return own["freeze-review"]!(event);
      },
    }));
  });
  afterAll(() => world.close());

  const executions = () => world.stack.workflows.list("relevance-review");
  const ask = async () => {
    const machine = world.stack.stateMachines.find((arn) => arn.endsWith("relevance-review"))!;
    const exists = async (id: string) => (await world.stack.reviews.find(id)) !== undefined;
    const request = { label: "KSW", referenceDate: "2024-12-31", by: { id: "beleid", name: "Bea" }, retry: false };
    await requestReview({ machine, exists, now: Date.now }, request);
    await Promise.all(executions().map(({ arn }) => world.stack.workflows.wait(arn)));
  };

  it("again after one that failed before there was a review starts another; once there is one, nothing", async () => {
    await ask();
    expect(executions().map(({ name, status }) => [name, status])).toEqual([[ID, "FAILED"]]);
    broken = false;
    await ask();
    expect(executions().map(({ status }) => status)).toEqual(["SUCCEEDED", "FAILED"]);
    expect((await world.stack.reviews.find(ID))?.state).toBe("open");
    await ask();
    expect(executions()).toHaveLength(2);
  });
});
