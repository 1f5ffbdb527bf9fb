import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, csv, report, type World } from "./world.ts";

const met = { V01: "voldoet", V02: "voldoet deels", D01: "voldoet niet" };
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("from a delivery to its receipt and the figures", () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  it("accepts a good file, says so, and counts it", async () => {
    const { status, record, receipt } = await world.deliver("ciio/maart.csv", csv(...report({ rapportkenmerk: "R-1" }, met)));
    expect(status).toBe("SUCCEEDED");
    expect(receipt).toMatchObject({ delivery: record.number, body: "ciio", file: "maart.csv", status: "accepted" });
    expect(receipt.reports).toEqual([{ reference: "R-1", label: "KSW", outcome: "new" }]);
    expect(receipt.findings).toEqual([]);
    expect(record.trail.map((line) => line.state)).toEqual(["received", "claimed", "finished"]);
    const figures = await world.figures();
    expect(figures["KSW V01"]).toMatchObject({ organisaties: 1, beoordeeld: 1, voldoet: 1, signalen: "TE_WEINIG_GEGEVENS" });
    expect(figures["KSW D01"]).toMatchObject({ beoordeeld: 1, voldoet: 0, voldoet_niet: 1 });
  });

  it("tells the policy staff, without anything that stood in the file", () => {
    expect(world.messages.at(-1)?.subject).toMatch(/^Aanlevering A-\d{4}-\d{4} van ciio: Aangenomen/);
    expect(world.messages.at(-1)?.text).not.toContain("Stichting Noord");
  });

  it("recognises the same file and changes nothing", async () => {
    const before = await world.figures();
    const again = await world.deliver("ciio/maart-kopie.csv", csv(...report({ rapportkenmerk: "R-1" }, met)));
    expect(again.receipt.status).toBe("unchanged");
    expect(again.receipt.sameAs?.delivery).toMatch(/^A-/);
    expect(await world.figures()).toEqual(before);
  });

  it("takes the same bytes of another body as a delivery of its own", async () => {
    const other = await world.deliver("dnv/maart.csv", csv(...report({ rapportkenmerk: "R-1" }, met)));
    expect(other.receipt.status).toBe("accepted");
    await world.deliver("dnv/weg.csv", csv({ rapportkenmerk: "R-1", status: "verwijderd" }));
  });

  it("replaces the whole report by a correction and keeps the history", async () => {
    const correction = csv(...report({ rapportkenmerk: "R-1", status: "gewijzigd" }, { ...met, D01: "voldoet" }));
    const { receipt } = await world.deliver("ciio/maart-2.csv", correction);
    expect(receipt.reports).toEqual([{ reference: "R-1", label: "KSW", outcome: "replaced" }]);
    expect((await world.figures())["KSW D01"]).toMatchObject({ beoordeeld: 1, voldoet: 1, voldoet_niet: 0 });
  });

  it("takes a withdrawn report out of the figures", async () => {
    await world.deliver(
      "ciio/zuid.csv",
      csv(...report({ rapportkenmerk: "R-2", kvk_nummer: "10000002", organisatie: "Stichting Zuid" }, met)),
    );
    expect((await world.figures())["KSW V01"]).toMatchObject({ organisaties: 2 });
    const { receipt } = await world.deliver("ciio/zuid-weg.csv", csv({ rapportkenmerk: "R-2", status: "verwijderd" }));
    expect(receipt.reports).toEqual([{ reference: "R-2", label: "KSW", outcome: "withdrawn" }]);
    expect((await world.figures())["KSW V01"]).toMatchObject({ organisaties: 1 });
  });

  it("does not bring back a withdrawn report by the very same file, and says how to deliver it again", async () => {
    const rows = report({ rapportkenmerk: "R-8", kvk_nummer: "10000003", organisatie: "Stichting Oost" }, met);
    await world.deliver("ciio/oost.csv", csv(...rows));
    await world.deliver("ciio/oost-weg.csv", csv({ rapportkenmerk: "R-8", status: "verwijderd" }));
    const same = await world.deliver("ciio/oost-weer.csv", csv(...rows));
    expect(same.receipt.status).toBe("unchanged");
    expect(same.receipt.summary.join(" ")).toContain("ingetrokken");
    expect((await world.figures())["KSW V01"]).toMatchObject({ organisaties: 1 });
    const advised = csv(...rows.map((row) => ({ ...row, toetsvorm: "extern" })));
    expect((await world.deliver("ciio/oost-nieuw.csv", advised)).receipt.reports[0]?.outcome).toBe("new");
    await world.deliver("ciio/oost-weg-2.csv", csv({ rapportkenmerk: "R-8", status: "verwijderd", toelichting: " " }));
  });

  it("refuses 'nieuw' for a known reference with other scores, and says how to correct", async () => {
    const { receipt } = await world.deliver(
      "ciio/nog-eens.csv",
      csv(...report({ rapportkenmerk: "R-1" }, { ...met, V01: "voldoet niet" })),
    );
    expect(receipt.status).toBe("rejected");
    expect(receipt.findings.some((finding) => finding.fix.includes("gewijzigd"))).toBe(true);
    expect((await world.figures())["KSW V01"]).toMatchObject({ voldoet: 1 });
  });

  it("accepts the good reports of a file and rejects the wrong one; the mended workbook can be delivered as it is", async () => {
    const rows = [
      ...report({ rapportkenmerk: "R-3", kvk_nummer: "10000003", organisatie: "Stichting Oost" }, met),
      ...report({ rapportkenmerk: "R-4", kvk_nummer: "10000002", organisatie: "Stichting Zuid" }, { ...met, V02: "voldoe deels" }),
    ];
    const first = await world.deliver("ciio/april.csv", csv(...rows));
    expect(first.receipt.status).toBe("partlyAccepted");
    expect(first.receipt.reports.map((entry) => entry.outcome)).toEqual(["new", "rejected"]);
    const [wrong] = first.receipt.findings.filter((finding) => finding.severity === "error");
    expect(wrong).toMatchObject({ row: 6, column: "J", columnName: "score", value: "voldoe deels" });
    expect(wrong?.fix).toContain("voldoet deels");
    expect(text(await world.file(first.record, "findings.csv"))).toContain(";6;J;score;voldoe deels;");

    const workbook = await world.file(first.record, "remarks.xlsx");
    const sheet = await readSheet(Buffer.from(workbook), "Aanlevering");
    expect(sheet[5]?.at(-1)).toContain("voldoet deels");
    const mended = mend(sheet as string[][]);
    const second = await world.deliver("ciio/april-hersteld.csv", mended);
    expect(second.receipt.reports.map((entry) => entry.outcome)).toEqual(["unchanged", "new"]);
    expect(second.receipt.status).toBe("accepted");
  });

  it("gives an unreadable file a rejection with a finding, not a failed execution", async () => {
    const { status, receipt } = await world.deliver(
      "ciio/oud.xls",
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]),
    );
    expect(status).toBe("SUCCEEDED");
    expect(receipt.status).toBe("rejected");
    expect(receipt.findings).toHaveLength(1);
  });

  it("gives a file of a body that nobody knows a rejection too", async () => {
    const { receipt } = await world.deliver("onbekend/x.csv", csv(...report({ rapportkenmerk: "R-1" }, met)));
    expect(receipt.status).toBe("rejected");
    expect(receipt.findings.map((finding) => finding.code)).toContain("BODY_UNKNOWN");
  });

  it("checks a rejected file anew when it comes again: the catalogue may have been mended since", async () => {
    const wrong = csv(...report({ rapportkenmerk: "R-9", kvk_nummer: "10000009" }, { ...met, V01: "prima" }));
    expect((await world.deliver("ciio/fout.csv", wrong)).receipt.status).toBe("rejected");
    expect((await world.deliver("ciio/fout.csv", wrong)).receipt.status).toBe("rejected");
  });
});

/** Mends the wrong score in the sheet and saves it as a spreadsheet program would. */
const mend = (sheet: (string | null)[][]): string =>
  sheet
    .map((row) => row.map((cell) => `"${(cell === "voldoe deels" ? "voldoet deels" : (cell ?? "")).replaceAll('"', '""')}"`).join(";"))
    .join("\r\n");
