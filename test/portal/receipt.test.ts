import { describe, expect, it } from "vitest";
import type { Receipt } from "../../portal/data.ts";
import { placeText } from "../../portal/pages/receipt/findings.tsx";
import { madeUpData } from "./made-up.ts";
import { finding, longReceipt, receipt } from "./made-up-receipts.ts";
import { read, readAnswer } from "./page-text.ts";
import { openWith, person } from "./signed-in.ts";

const REJECTED = "/aanleveringen/ciio/A-2026-0192";
const LONG = "/aanleveringen/keurmerkinstituut/A-2026-0195";

describe("a receipt", () => {
  it("begins with the verdict in words and says that nothing was processed", async () => {
    const page = await read(madeUpData(), REJECTED);
    expect(page.all("h1")).toEqual(["Ontvangstbewijs A-2026-0192"]);
    expect(page.all("h2")[0]).toBe("Niet aangenomen");
    expect(page.text).toContain("7 fouten in 5 rijen. Er is niets verwerkt.");
  });

  it("puts what is wrong beside how to mend it, at the cell as Excel shows it", async () => {
    const { all } = await read(madeUpData(), REJECTED);
    expect(all("tr")).toContain('I4scorevoldoe deels"voldoe deels" is geen geldige score.Bedoelde u "voldoet deels"?');
    expect(all("tr")).toContain("I8score(leeg)De score ontbreekt.Vul een score in, of haal de rij weg.");
  });

  it("does not call a whole file or row an empty cell", async () => {
    const wholeFile = { row: null, column: null, columnName: null, value: "", message: "Het bestand is leeg.", fix: "Kies een ander." };
    const findings = [finding(wholeFile), finding({ ...wholeFile, row: 7 })];
    const { all } = await read(madeUpData({ receipt: async () => receipt({ delivery: "A-2026-0192", findings }) }), REJECTED);
    expect(all("tr")).toContain("het bestand––Het bestand is leeg.Kies een ander.");
    expect(all("tr")).toContain("rij 7––Het bestand is leeg.Kies een ander.");
  });

  it("keeps warnings apart and says that they do not stand in the way", async () => {
    const { all } = await read(madeUpData(), REJECTED);
    expect(all("caption")).toEqual([
      "7 fouten, op volgorde van het bestand",
      "1 waarschuwing, op volgorde van het bestand; deze houdt de verwerking niet tegen",
      "2 rapporten, geen ervan aangenomen",
    ]);
  });

  it("says per report whether it was accepted, what was not first", async () => {
    const { all } = await read(madeUpData(), LONG);
    expect(all("caption")).toContain("12 rapporten: 11 aangenomen, 1 niet; wat niet is aangenomen staat vooraan");
    const reports = all("tr").filter((row) => row.startsWith("KI-"));
    expect(reports[0]).toBe("KI-999NVVKniet aangenomen");
    expect(reports).toHaveLength(12);
  });

  it("offers the sender's file with remarks, the list and the data", async () => {
    const { html } = await read(madeUpData(), REJECTED);
    for (const file of ["remarks.xlsx", "findings.csv", "receipt.json"]) expect(html).toContain(`href="${REJECTED}/${file}"`);
  });

  it("leads its sender to delivering the mended file; others only read it", async () => {
    const asSender = (path: string) => read(madeUpData(), path, {}, person("body"));
    const link = '<a class="button" href="/aanleveren">Herstelde bestand aanleveren</a>';
    expect((await asSender(REJECTED)).html).toContain(link);
    expect((await asSender(REJECTED)).html).toContain('<p class="back"><a href="/mijn-aanleveringen">Mijn aanleveringen</a>');
    expect((await read(madeUpData(), REJECTED)).html).toContain('<p class="back"><a href="/aanleveringen">Alle aanleveringen</a>');
    expect((await asSender("/aanleveringen/ciio/A-2026-0193")).html).not.toContain(link);
    expect((await read(madeUpData(), REJECTED)).html).not.toContain(link);
  });

  it("leads to the history of what was accepted", async () => {
    const page = await read(madeUpData(), "/aanleveringen/ciio/A-2026-0193");
    expect(page.html).toContain('<a href="/rapporten/ciio/KSW/');
    expect((await read(madeUpData(), REJECTED)).html).not.toContain('href="/rapporten/');
  });

  it("of a file that was delivered before leads to the earlier receipt", async () => {
    const page = await read(madeUpData(), "/aanleveringen/ciio/A-2026-0194");
    expect(page.all("h2")[0]).toBe("Al eerder aangeleverd");
    expect(page.html).toContain('<a href="/aanleveringen/ciio/A-2026-0193">Ontvangstbewijs A-2026-0193</a>');
    expect(page.html).not.toContain("remarks.xlsx");
  });

  it("is announced while the delivery is still being processed", async () => {
    const page = await read(madeUpData(), "/aanleveringen/dnv/A-2026-0196");
    expect(page.status).toBe(200);
    expect(page.text).toContain("Het wordt gecontroleerd. Ververs deze pagina over enkele seconden.");
  });

  it("does not exist for a number that was never given", async () => {
    expect((await read(madeUpData(), "/aanleveringen/ciio/A-1999-0001")).status).toBe(404);
  });

  it("does not exist under another body", async () => {
    const data = madeUpData({ receipt: async () => undefined });
    expect((await read(data, "/aanleveringen/dnv/A-2026-0192")).status).toBe(404);
  });
});

describe("a receipt for who reads English", () => {
  const english = async (replaced: Partial<Receipt>) => {
    const data = madeUpData({ receipt: async () => receipt({ delivery: "A-2026-0192", ...replaced }) });
    return readAnswer(await openWith(data).ask(REJECTED, { headers: { Cookie: "taal=en" } }));
  };
  const en = { message: '"voldoe deels" is no valid score.', fix: 'Did you mean "voldoet deels"?' };
  const findings = Array.from({ length: 4 }, (_, i) => finding({ row: i + 4, code: i < 2 ? "SCORE_UNKNOWN" : "NORM_DOUBLE", en }));

  it("says in English what became of it, what is wrong and how to mend it, also where it counts by kind", async () => {
    const page = await english({ en: { statusText: "Not accepted", summary: ["4 errors in 4 rows."] }, findings });
    expect(page.text).toContain("4 errors in 4 rows.");
    expect(page.all("tr")).toContain(`I4scorevoldoe deels${en.message}${en.fix}`);
    expect(page.all("tr")[1]).toContain(en.message);
    expect(page.text).not.toContain("geldige score");
    expect(page.html).not.toMatch(/<(span|b|div) lang="nl"/);
  });

  it("of before English was kept stands in Dutch, and is marked as that", async () => {
    const page = await english({ findings: [finding()] });
    expect(page.html).toContain('<span lang="nl">&quot;voldoe deels&quot; is geen geldige score.</span>');
    expect(page.html).toContain('<b lang="nl">Bedoelde u');
    expect(page.html).toMatch(/<div lang="nl"><p>Bestand/);
  });
});

describe("a receipt with many findings", () => {
  it("counts them by kind first", async () => {
    const { all } = await read(madeUpData(), LONG);
    expect(all("caption")[0]).toBe("Hoe vaak elke soort voorkomt");
    expect(all("tr")[1]).toBe('SCORE_UNKNOWNfout450I2blad Toetsen 2026"voldoe deels" is geen geldige score.');
  });

  it("shows 200 places, says how many there are and where the others are", async () => {
    const page = await read(madeUpData(), LONG);
    expect(page.html.match(/class="value"/g)).toHaveLength(200);
    expect(page.text).toContain("U ziet plaatsen 1 tot en met 200 van de 450: pagina 1 van 3.");
    expect(page.text).toContain("Alle plaatsen staan ook in de lijst met bevindingen (CSV)");
    expect(page.html).toContain(`href="${LONG}?pagina=2#bevindingen"`);
  });

  it("shows every place on exactly one of its pages", async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => read(madeUpData(), `${LONG}?pagina=${page}`)));
    const rows = pages.flatMap((page) => [...page.html.matchAll(/<bdi>waarde (\d+)<\/bdi>/g)].map((match) => Number(match[1])));
    expect(rows).toEqual(Array.from({ length: 450 }, (_, i) => i + 2));
  });

  it("shows errors on the first page, however many warnings stand before them in the file", async () => {
    const warnings = longReceipt(250).findings.map((one) => ({ ...one, code: "ODD", severity: "warning" as const }));
    const data = madeUpData({
      receipt: async () => receipt({ delivery: "A-2026-0195", findings: [...warnings, finding({ value: "hier" })] }),
    });
    expect((await read(data, LONG)).html).toContain("<bdi>hier</bdi>");
  });

  it("can show one kind only, and passes over a kind that does not occur", async () => {
    const mixed = receipt({
      delivery: "A-2026-0195",
      findings: [...longReceipt(3).findings, finding({ code: "NORM_DOUBLE", value: "dubbel" })],
    });
    const data = madeUpData({ receipt: async () => mixed });
    expect((await read(data, `${LONG}?code=NORM_DOUBLE`)).html.match(/class="value"/g)).toHaveLength(1);
    expect((await read(data, `${LONG}?code=ZOMAAR`)).html.match(/class="value"/g)).toHaveLength(4);
  });

  it("does not pretend that a list that was cut holds everything", async () => {
    const cut = longReceipt(10);
    const data = madeUpData({
      receipt: async () => ({ ...cut, counts: { ...cut.counts, errors: 25_000 }, groups: [{ ...cut.groups[0]!, count: 25_000 }] }),
    });
    const { all } = await read(data, LONG);
    expect(all("caption")).toContain("10 van de 25.000 fouten, op volgorde van het bestand");
    expect(all("tr")[1]).toContain("25.000");
  });

  it("has pages of reports too", async () => {
    const reports = Array.from({ length: 1169 }, (_, i) => ({ reference: `R${i}`, label: "KSW", outcome: "new" as const }));
    const data = madeUpData({ receipt: async () => receipt({ delivery: "A-2026-0195", reports }) });
    const page = await read(data, `${LONG}?rapporten=6`);
    expect(page.text).toContain("U ziet rapporten 1.001 tot en met 1.169 van de 1.169: pagina 6 van 6.");
    expect(page.all("caption")).toEqual(["1.169 rapporten, alle aangenomen"]);
  });
});

describe("the place of a finding", () => {
  it.each([
    [14, "C", "C14"],
    [14, null, "rij 14"],
    [null, "C", "kolom C"],
    [null, null, "het bestand"],
  ])("row %s, column %s is %s", (row, column, words) => {
    expect(placeText(row, column)).toBe(words);
  });
});
