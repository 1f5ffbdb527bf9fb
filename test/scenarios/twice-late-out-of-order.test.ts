import { afterEach, describe, expect, it } from "vitest";
import { ServiceUnavailable } from "../../core/faults.ts";
import { organisations } from "./catalogue.ts";
import { createWorld, csv, report, type World } from "./world.ts";

const met = { V01: "voldoet", V02: "voldoet deels", D01: "voldoet niet" };

describe("everything may happen twice, late or out of order", () => {
  let world: World;
  afterEach(() => world.close());

  it("an event that comes twice, side by side, has one receipt and one effect", async () => {
    world = await createWorld();
    const event = await world.upload("ciio/a.csv", csv(...report({}, met)));
    const both = await Promise.all([world.ingest(event), world.ingest({ ...event, time: new Date(Date.now() + 1000).toISOString() })]);
    expect(both.map((run) => run.status)).toEqual(["SUCCEEDED", "SUCCEEDED"]);
    expect(both[0]?.record.number).toBe(both[1]?.record.number);
    expect(both[1]?.receipt.reports).toEqual([{ reference: "R-1", label: "KSW", outcome: "new" }]);
    expect((await world.figures())["KSW V01"]).toMatchObject({ organisaties: 1 });
  });

  it("two copies of a file side by side are one delivery and one 'unchanged'", async () => {
    world = await createWorld();
    const content = csv(...report({}, met));
    const runs = await Promise.all([world.deliver("ciio/a.csv", content), world.deliver("ciio/b.csv", content)]);
    expect(runs.map((run) => run.receipt.status).sort()).toEqual(["accepted", "unchanged"]);
  });

  it.each(["claim-delivery", "check-delivery", "accept-reports", "write-receipt"])(
    "a fault in %s, before or after its work, is retried to one effect",
    async (name) => {
      let calls = 0;
      world = await createWorld((own) => ({
        [name]: async (event: unknown) => {
          calls++;
          if (calls === 1) throw new ServiceUnavailable("before the work");
          const output = await own[name]?.(event);
          if (calls === 2) throw new ServiceUnavailable("after the work, before the answer");
          return output;
        },
      }));
      const { status, receipt } = await world.deliver("ciio/a.csv", csv(...report({ toelichting: "Goed gesprek gevoerd." }, met)));
      expect(status).toBe("SUCCEEDED");
      expect(calls).toBe(3);
      expect(receipt.reports).toEqual([{ reference: "R-1", label: "KSW", outcome: "new" }]);
      expect(await world.stack.deliveries.list(receipt.body as never)).toHaveLength(1);
      expect((await world.figures())["KSW V01"]).toMatchObject({ organisaties: 1, voldoet: 1 });
    },
  );

  it("a fault that is a bug fails the execution at once and leaves the delivery to be taken up again", async () => {
    let broken = true;
    world = await createWorld((own) => ({
      "accept-reports": async (event: unknown) => {
        if (broken) throw new TypeError("x is not a function");
        return own["accept-reports"]?.(event);
      },
    }));
    const event = await world.upload("ciio/a.csv", csv(...report({}, met)));
    const first = await world.ingest(event);
    expect(first).toMatchObject({ status: "FAILED", error: "TypeError" });
    expect(first.record.state).toBe("claimed");
    broken = false;
    const second = await world.ingest({ ...event, time: new Date().toISOString() });
    expect(second).toMatchObject({ status: "SUCCEEDED" });
    expect(second.receipt.status).toBe("accepted");
  });

  it("a report that another delivery changed between check and acceptance is checked again", async () => {
    let rival: (() => Promise<unknown>) | undefined;
    world = await createWorld((own) => ({
      "accept-reports": async (event: unknown) => {
        const run = rival;
        rival = undefined;
        await run?.();
        return own["accept-reports"]?.(event);
      },
    }));
    rival = () => world.deliver("ciio/eerder.csv", csv(...report({}, { ...met, V01: "voldoet niet" })));
    const late = await world.deliver("ciio/later.csv", csv(...report({}, met)));
    expect(late.status).toBe("SUCCEEDED");
    expect(late.receipt.reports).toEqual([{ reference: "R-1", label: "KSW", outcome: "rejected" }]);
    expect((await world.figures())["KSW V01"]).toMatchObject({ voldoet_niet: 1, organisaties: 1 });
  });

  it("after a merger in the register two organisations count as one, by their latest test", async () => {
    world = await createWorld();
    await world.deliver("ciio/noord.csv", csv(...report({ rapportkenmerk: "N", toetsdatum: "01-03-2022" }, met)));
    await world.deliver(
      "ciio/zuid.csv",
      csv(
        ...report(
          { rapportkenmerk: "Z", kvk_nummer: "10000002", organisatie: "Stichting Zuid", toetsdatum: "01-03-2024" },
          { ...met, V01: "voldoet niet" },
        ),
      ),
    );
    expect((await world.figures())["KSW V01"]).toMatchObject({ organisaties: 2, voldoet: 1 });
    const merged = { id: "org-12", name: "Stichting Samen", kvk: ["10000012"], succeededBy: null };
    await world.useRegister([...organisations.map((each) => (each.id === "org-3" ? each : { ...each, succeededBy: "org-12" })), merged]);
    expect((await world.figures())["KSW V01"]).toMatchObject({ organisaties: 1, voldoet: 0, voldoet_niet: 1 });
    const correction = csv(
      ...report(
        { rapportkenmerk: "Z", status: "gewijzigd", kvk_nummer: "10000002", organisatie: "Stichting Zuid", toetsdatum: "01-03-2024" },
        met,
      ),
    );
    await world.deliver("ciio/zuid-2.csv", correction);
    expect((await world.figures())["KSW V01"]).toMatchObject({ organisaties: 1, voldoet: 1, voldoet_niet: 0 });
  });

  it("figures on an earlier reference date leave later tests out", async () => {
    world = await createWorld();
    await world.deliver("ciio/a.csv", csv(...report({ rapportkenmerk: "A", toetsdatum: "01-03-2022" }, { ...met, V01: "voldoet niet" })));
    await world.deliver("ciio/b.csv", csv(...report({ rapportkenmerk: "B", soort_toets: "hertoets", toetsdatum: "01-03-2024" }, met)));
    expect((await world.figures("2023-01-01"))["KSW V01"]).toMatchObject({ voldoet: 0, voldoet_niet: 1 });
    expect((await world.figures("2025-01-01"))["KSW V01"]).toMatchObject({ voldoet: 1, voldoet_niet: 0 });
  });

  it("a run without changes ends at once", async () => {
    world = await createWorld();
    await world.deliver("ciio/a.csv", csv(...report({}, met)));
    await world.figures();
    const { executionArn } = await world.stack.workflows.start("score-norms", {});
    const execution = await world.stack.workflows.wait(executionArn);
    expect(execution.history.map((event) => event.state)).toContain("Nothing changed");
  });

  it("a run of figures that failed and is taken up again later does not put older figures in the place of newer", async () => {
    world = await createWorld();
    await world.deliver("ciio/a.csv", csv(...report({}, met)));
    await world.figures();
    await world.deliver(
      "ciio/b.csv",
      csv(...report({ rapportkenmerk: "R-2", kvk_nummer: "10000002", organisatie: "Stichting Zuid" }, met)),
    );
    const now = await world.figures();
    const published = async () => new TextDecoder().decode(await world.stack.stores.figures.read("published/latest.json"));
    const before = await published();
    const old = JSON.parse(before) as { readonly run: string; readonly referenceDate: string; readonly catalogueVersion: string };
    // The step with which the first run would end now, had it failed there.
    const run = { run: old.run, referenceDate: old.referenceDate, catalogueVersion: old.catalogueVersion, change: 1, shards: [] };
    expect(await world.tasks["publish-figures"]!({ run, merged: { key: `runs/${old.run}/merged.scores`, reports: 1 } })).toEqual({
      outcome: "outdated",
    });
    expect(await published()).toBe(before);
    expect(now["KSW V01"]).toMatchObject({ organisaties: 2 });
  });
});
