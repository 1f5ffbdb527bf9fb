import { describe, expect, it } from "vitest";
import type { User } from "../../core/access.ts";
import * as faults from "../../core/faults.ts";
import type { ExecutionPlace, RedriveOutcome } from "../../portal/data.ts";
import { faultAdvice } from "../../portal/fault-advice.ts";
import { madeUpData, nothingYet } from "./made-up.ts";
import { read, readAnswer } from "./page-text.ts";
import { openWith, person } from "./signed-in.ts";

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

describe("trying again", () => {
  const administrator = person("administrator");

  function opened(outcome: RedriveOutcome = "redriven") {
    const asked: ExecutionPlace[] = [];
    const redrive = async (execution: ExecutionPlace) => {
      asked.push({ ...execution });
      return outcome;
    };
    const portal = openWith(madeUpData(), {}, { redrive });
    const page = async (path: string, as: User = administrator) => readAnswer(await portal.ask(path, {}, as));
    const send = (fields: Record<string, string>) => portal.send("/uitvoeringen/opnieuw", fields, administrator);
    return { asked, page, send };
  }
  const fields = { werkstroom: "ingest-delivery", naam: "lloyds-0b52" };

  it("is offered to an administrator for what failed, and for nothing else; to others not at all", async () => {
    const { page } = opened();
    const buttons = (await page("/uitvoeringen")).html.match(/aria-label="Opnieuw proberen: [^"]+"/g);
    // Beside the advice, and in the list.
    expect(buttons).toEqual(Array.from({ length: 2 }, () => 'aria-label="Opnieuw proberen: lloyds-0b52"'));
    expect((await page("/uitvoeringen", person("policy"))).html).not.toContain("/uitvoeringen/opnieuw");
  });

  it("leads to the list, which says how it stands now", async () => {
    const { asked, page, send } = opened();
    const answer = await send(fields);
    expect([answer.status, asked]).toEqual([303, [{ machine: "ingest-delivery", name: "lloyds-0b52" }]]);
    const { text } = await page(answer.headers.get("Location") ?? "");
    expect(text).toContain("Opnieuw geprobeerd: lloyds-0b52 , stand nu: mislukt Ververs de pagina");
  });

  it("twice, by a double click, is once", async () => {
    expect((await opened("already").send(fields)).status).toBe(303);
  });

  it.each([
    ["tooLate", "na veertien dagen kan zij niet meer verder"],
    ["unknown", "Deze uitvoering is er niet (meer). Er is niets gestart."],
  ] as const)("that is %s is said", async (outcome, sentence) => {
    const page = await readAnswer(await opened(outcome).send(fields));
    expect([page.status, page.text.includes(sentence)]).toEqual([409, true]);
  });

  it("says nothing of an execution that an address makes up", async () => {
    expect((await opened().page("/uitvoeringen?opnieuw=%3Cscript%3E")).html).not.toContain('role="status"');
  });
});
