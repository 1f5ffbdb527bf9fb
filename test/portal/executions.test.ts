import { describe, expect, it } from "vitest";
import * as faults from "../../core/faults.ts";
import { faultAdvice } from "../../portal/fault-advice.ts";
import { madeUpData, nothingYet } from "./made-up.ts";
import { read } from "./page-text.ts";

describe("the page of executions", () => {
  it("shows each with its state, start and duration", async () => {
    const { all } = await read(madeUpData(), "/uitvoeringen");
    expect(all("tr").slice(-4)).toEqual([
      "Cijfers per norm berekenen score-normsrun-2026-01-01-000042gelukt14-03-2026, 12:021,2 s",
      "Aanlevering verwerken ingest-deliverydnv-4f1cloopt14-03-2026, 12:02–",
      "Aanlevering verwerken ingest-deliverykeurmerkinstituut-77aagelukt14-03-2026, 10:580,4 s",
      "Aanlevering verwerken ingest-deliverylloyds-0b52mislukt14-03-2026, 10:401 min 12 s",
    ]);
  });

  it("counts what succeeded, failed and runs, per state machine", async () => {
    const { all } = await read(madeUpData(), "/uitvoeringen");
    expect(all("tr")[1]).toBe("Aanlevering verwerken ingest-delivery111loopt 14-03-2026, 12:02");
    expect(all("tr")[2]).toBe("Cijfers per norm berekenen score-norms100gelukt 14-03-2026, 12:02, in 1,2 s");
  });

  it("can be limited to what failed", async () => {
    const page = await read(madeUpData(), "/uitvoeringen?status=mislukt&machine=ingest-delivery");
    expect(page.all("caption").at(-1)).toBe("1 uitvoering, nieuwste eerst");
    expect(page.text).toContain("lloyds-0b52");
  });

  it("says so when nothing ran yet", async () => {
    expect((await read(nothingYet(), "/uitvoeringen")).text).toContain("Er is nog niets uitgevoerd.");
  });
});

describe("advice about a failed execution", () => {
  const general = faultAdvice("FAILED", "SomethingNobodyForesaw");

  it.each(Object.keys(faults))("is particular for the fault %s", (fault) => {
    expect(faultAdvice("FAILED", fault)).not.toBe(general);
    expect(faultAdvice("FAILED", `${fault}: some cause`)).toBe(faultAdvice("FAILED", fault));
  });

  it.each(["TIMED_OUT", "ABORTED"])("goes by the status %s when there is no fault", (status) => {
    expect(faultAdvice(status, undefined)).not.toBe(general);
  });

  it.each(["constructor", "toString", "", "<script>"])("is general for %j", (error) => {
    expect(faultAdvice("FAILED", error)).toBe(general);
  });
});
