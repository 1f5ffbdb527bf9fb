import fc from "fast-check";
import { expect, it } from "vitest";
import type { Decision } from "../../core/decisions.ts";
import { bodyCode, deliveryNumber, frameworkKey, organisationId } from "../../core/ids.ts";
import type { ReportRecord } from "../../core/report-history.ts";
import type { Upload } from "../../core/uploads.ts";
import { correctAddress, reportAddress } from "../../portal/selection.ts";
import { decisionsInMemory, historyOf, machinesInMemory, uploadsInMemory } from "./in-memory.ts";
import { delivery, madeUpData } from "./made-up.ts";
import { type PageText, readAnswer } from "./page-text.ts";
import { known, peopleInMemory, peopleTrailInMemory } from "./people-in-memory.ts";
import { openWith, person } from "./signed-in.ts";

const body = bodyCode("ciio");
const number = deliveryNumber("A-2026-0001");
const UPLOAD = "20261125T100000Z-0a1b2c3d";
const at = "2026-11-25T10:00:00.000Z";

/** A portal in which people typed that text wherever they can, as somebody of that name sees it. */
async function worldOf(text: string) {
  const report: ReportRecord = {
    ...{ body, reference: text, label: "KSW", state: "active" },
    organisation: organisationId(text),
    framework: frameworkKey("KSW", "basis", "2019"),
    history: [{ revision: 1, outcome: "new", delivery: number, at }],
  };
  const upload: Upload = { id: UPLOAD, body, purpose: "correct", reason: text, by: { id: "1", name: text }, at };
  const decision: Decision = {
    ...{ norm: "KSW/wijkteam/2021/D02", number: 1, kind: "amend", reason: text, by: { id: "1", name: text }, at },
    figures: { run: text, referenceDate: "2024-03-01", met: 40, judged: 60, signals: [] },
  };
  const uploads = uploadsInMemory();
  await uploads.begin(upload);
  const data = madeUpData({ deliveriesOf: async () => [delivery({ number, body, file: `${UPLOAD}/${text}`, state: "finished" })] });
  const portal = openWith(
    data,
    {},
    {
      uploads,
      reports: historyOf([report]),
      machines: machinesInMemory([{ clientId: "4k2q9", body, name: text }]),
      decisions: decisionsInMemory([decision]),
      people: async () => peopleInMemory([known("1", text, ["beleid"], { email: text }), known("2", text, [])]),
      peopleTrail: peopleTrailInMemory([{ id: "1", at, by: { id: "1", name: text }, action: "blocked", person: text, ended: "done" }]),
    },
  );
  const read = async (path: string, role: "body" | "administrator" | "committee"): Promise<PageText> =>
    readAnswer(await portal.ask(path, {}, { ...person(role), name: text }));
  return {
    report: () => read(reportAddress(report), "body"),
    correcting: () => read(correctAddress(report), "body"),
    deliveries: () => read("/mijn-aanleveringen", "body"),
    administration: () => read("/beheer", "administrator"),
    people: () => read("/beheer/mensen?wie=1&wijziging=1", "administrator"),
    person: () => read("/beheer/mensen/persoon?wie=1", "administrator"),
    blocking: () => read("/beheer/mensen/blokkeren?wie=1", "administrator"),
    decisions: () => read("/normen/KSW/wijkteam/2021/D02", "committee"),
  };
}

const pages = ["report", "correcting", "deliveries", "administration", "people", "person", "blocking", "decisions"] as const;

/** All elements but the lines of text in a drawing: a long title takes more of them than a short one. */
const shapeOf = ({ structure }: PageText): readonly string[] => structure.filter((element) => !/^ *text /.test(element));

it.each([
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</title></code></bdi><svg onload=alert(1)>",
  "javascript:alert(1)",
])("%s typed by a person stays a text: as a reason, a reference, a name of a system or of who signs in", async (hostile) => {
  const [typed, harmless] = await Promise.all([worldOf(hostile), worldOf("gewoon")]);
  for (const name of pages) {
    const page = await typed[name]();
    expect(page.status, name).toBe(200);
    expect(shapeOf(page), name).toEqual(shapeOf(await harmless[name]()));
    expect(page.text, name).toContain(hostile.slice(0, 12));
  }
});

it("a report is found under its address, whatever its reference", async () => {
  const reference = fc
    .string({
      unit: fc.constantFrom(..."/\\%?#&+; .:<>\"'=aé😀", "%2F", "%25", "%zz", "../", "é", "__proto__"),
      minLength: 1,
      maxLength: 8,
    })
    .filter((text) => text.trim() === text && text !== "." && text !== "..");
  await fc.assert(
    fc.asyncProperty(reference, async (text) => {
      const page = await (await worldOf(text)).report();
      expect([page.status, page.all("h1")[0]]).toEqual([200, `Rapport ${text}`.replace(/\s+/g, " ")]);
    }),
    { numRuns: 50 },
  );
});
