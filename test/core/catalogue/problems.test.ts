import { describe, expect, it } from "vitest";
import { type Json, problemsAfter } from "./example.ts";

type Files = Record<string, Json & Json[]>;
const norms = (files: Files, path: string) => files[path]!["norms"] as Json[];
const ksw2019 = "frameworks/ksw-2019.json";

/** One change to a good catalogue, and the one line that it must give. */
const oneChange: [string, (files: Files) => unknown, string | RegExp][] = [
  [
    "a missing property",
    (f) => delete f[ksw2019]!["validFrom"],
    `${ksw2019}: validFrom: ontbreekt; vul een tekst (tussen aanhalingstekens) in`,
  ],
  [
    "a title of a wrong kind",
    (f) => Object.assign(norms(f, ksw2019)[1]!, { title: 7 }),
    `${ksw2019}: norms[1].title (V02): moet een tekst (tussen aanhalingstekens) zijn`,
  ],
  ["an empty title", (f) => Object.assign(norms(f, ksw2019)[0]!, { title: "" }), /norms\[0\]\.title \(V01\): mag niet leeg zijn/],
  [
    "a title that is too long",
    (f) => Object.assign(norms(f, ksw2019)[0]!, { title: "x".repeat(501) }),
    /norms\[0\]\.title \(V01\): mag hoogstens 500 tekens lang zijn$/,
  ],
  [
    "a property with a spelling mistake",
    (f) => Object.assign(norms(f, ksw2019)[0]!, { overlap: [] }),
    `${ksw2019}: norms[0] (V01): "overlap" is geen bekende eigenschap; verbeter de naam of haal haar weg`,
  ],
  [
    "an unknown relation",
    (f) => Object.assign((norms(f, ksw2019)[0]!["from"] as Json[])[0]!, { relation: "gelijk" }),
    /norms\[0\]\.from\[0\]\.relation \(V01\): moet een van deze zijn: "same", "reworded", "merged", "split"$/,
  ],
  [
    "no norms",
    (f) => Object.assign(f, { "frameworks/z.json": { ...f["frameworks/nvvk-2021.json"], version: "2025", norms: [] } }),
    /z\.json: norms: moet ten minste 1 element hebben$/,
  ],
  ["a cycle of no years", (f) => Object.assign(f[ksw2019]!, { cycleYears: 0 }), /cycleYears: moet ten minste 1 zijn$/],
  ["a cycle of ages", (f) => Object.assign(f[ksw2019]!, { cycleYears: 200 }), /cycleYears: mag hoogstens 20 zijn$/],
  [
    "a label with a slash",
    (f) => f["competencies.json"] && Object.assign(f, { "frameworks/z.json": { ...f["frameworks/nvvk-2021.json"], label: "A/B" } }),
    /z\.json: label: moet uit letters en cijfers bestaan/,
  ],
  [
    "a framework that is there twice",
    (f) => Object.assign(f, { "frameworks/z.json": { ...f["frameworks/nvvk-2021.json"], label: "nvvk" } }),
    "frameworks/z.json: normenkader nvvk/basis/2021 staat ook in frameworks/nvvk-2021.json; geef een van beide een andere versie of haal er een weg",
  ],
  [
    "a date that does not exist",
    (f) => Object.assign(f[ksw2019]!, { validFrom: "2019-02-30" }),
    `${ksw2019}: validFrom: 2019-02-30 bestaat niet op de kalender`,
  ],
  [
    "a date written the Dutch way",
    (f) => Object.assign(f[ksw2019]!, { validFrom: "01-05-2019" }),
    /validFrom: moet een datum zijn, geschreven als jjjj-mm-dd/,
  ],
  [
    "a validity that ends before it begins",
    (f) => Object.assign(f[ksw2019]!, { validUntil: "2018-12-31" }),
    `${ksw2019}: validUntil: 2018-12-31 ligt vóór validFrom (2019-01-01); verwissel ze of verbeter het jaar`,
  ],
  [
    "a category that is there twice",
    (f) => (f[ksw2019]!["categories"] as Json[]).push({ code: "V", title: "Weer" }),
    `${ksw2019}: categories: categorie V staat er twee keer in; houd er één`,
  ],
  [
    "an unknown category",
    (f) => Object.assign(norms(f, ksw2019)[0]!, { category: "X" }),
    `${ksw2019}: norm V01: category: X staat niet in categories; kies een van V`,
  ],
  [
    "an unknown competency",
    (f) => Object.assign(norms(f, ksw2019)[0]!, { competencies: ["C11"] }),
    `${ksw2019}: norm V01: competencies: C11 staat niet in competencies.json`,
  ],
  [
    "two norms with one code",
    (f) => norms(f, "frameworks/nvvk-2021.json").push({ code: "1.1", title: "Weer", category: "V" }),
    /nvvk-2021\.json: norm 1\.1: deze code staat er twee keer in/,
  ],
  [
    "two codes that differ in a space only",
    (f) => norms(f, ksw2019).push({ code: "v 01", title: "Weer", category: "V" }),
    /norm v 01: deze code staat er twee keer in/,
  ],
  [
    "a code that Excel damages",
    (f) => norms(f, "frameworks/nvvk-2021.json").push({ code: "1.10", title: "Tien", category: "V" }),
    "frameworks/nvvk-2021.json: norm 1.10: code: mag niet op een nul na een punt eindigen, want Excel maakt van 1.10 1.1; kies een andere code",
  ],
  [
    "a code that is the name of a column",
    (f) => norms(f, ksw2019).push({ code: "Score", title: "x", category: "V" }),
    /norm Score: code: Score is ook de naam van een kolom/,
  ],
  [
    "a code that looks like a formula",
    (f) => norms(f, ksw2019).push({ code: "=V1", title: "x", category: "V" }),
    /norms\[2\]\.code \(=V1\): moet met een letter of cijfer beginnen/,
  ],
  [
    "a code with a semicolon",
    (f) => norms(f, ksw2019).push({ code: "V;1", title: "x", category: "V" }),
    /norms\[2\]\.code \(V;1\): moet met een letter of cijfer beginnen/,
  ],
  [
    "lineage to an unknown framework",
    (f) => Object.assign(norms(f, ksw2019)[0]!, { from: [{ framework: "KSW/basis/2015", norm: "V01", relation: "same" }] }),
    `${ksw2019}: norm V01: from: normenkader KSW/basis/2015 bestaat niet; bekend zijn KSW/basis/2017, KSW/basis/2019, NVVK/basis/2021`,
  ],
  [
    "lineage to an unknown norm",
    (f) => Object.assign(norms(f, ksw2019)[0]!, { from: [{ framework: "KSW/basis/2017", norm: "v01", relation: "same" }] }),
    `${ksw2019}: norm V01: from: norm v01 bestaat niet in KSW/basis/2017; bedoelde u V01?`,
  ],
  [
    "lineage within one framework",
    (f) => Object.assign(norms(f, ksw2019)[0]!, { from: [{ framework: "KSW/basis/2019", norm: "V02", relation: "same" }] }),
    /norm V01: from: KSW\/basis\/2019 is dit normenkader zelf; noem/,
  ],
  [
    "lineage that runs round",
    (f) =>
      Object.assign(norms(f, "frameworks/ksw-2017.json")[0]!, {
        from: [{ framework: "KSW/basis/2019", norm: "V01", relation: "reworded" }],
      }),
    /ksw-2017\.json: from: de herkomst loopt rond \(KSW\/basis\/2017 V01 ← KSW\/basis\/2019 V01 ← KSW\/basis\/2017 V01\)/,
  ],
  [
    "two norms that became the same one",
    (f) =>
      Object.assign(norms(f, ksw2019)[0]!, {
        from: ["V01", "V02"].map((norm) => ({ framework: "KSW/basis/2017", norm, relation: "same" })),
      }),
    /ksw-2019\.json: from: V01 ← KSW\/basis\/2017: twee normen van één kader kunnen niet allebei "same" zijn/,
  ],
  [
    "one norm that became two the same",
    (f) => Object.assign(norms(f, ksw2019)[1]!, { from: [{ framework: "KSW/basis/2017", norm: "V01", relation: "same" }] }),
    /ksw-2019\.json: from: KSW\/basis\/2017 V01 is voor twee normen "same"/,
  ],
  [
    "the same source twice",
    (f) => (norms(f, ksw2019)[0]!["from"] as Json[]).push({ framework: "KSW/basis/2017", norm: "V01", relation: "reworded" }),
    `${ksw2019}: norm V01: from: KSW/basis/2017 V01 staat er twee keer in; houd er één`,
  ],
  [
    "an overlap that points nowhere",
    (f) => Object.assign(norms(f, ksw2019)[0]!, { overlaps: [{ framework: "NVVK/basis/2021", norm: "9.9" }] }),
    `${ksw2019}: norm V01: overlaps: norm 9.9 bestaat niet in NVVK/basis/2021`,
  ],
  [
    "an overlap between versions",
    (f) => Object.assign(norms(f, ksw2019)[0]!, { overlaps: [{ framework: "KSW/basis/2017", norm: "V01" }] }),
    /norm V01: overlaps: KSW\/basis\/2017 is van hetzelfde label en dezelfde variant; gebruik from/,
  ],
  [
    "a competency that is there twice",
    (f) => f["competencies.json"]!.push({ code: "C01", title: "x" }),
    "competencies.json: competentie C01 staat er twee keer in; houd er één",
  ],
  [
    "a score term for an unknown score",
    (f) => Object.assign(f["bodies.json"]![0]!, { scoreTerms: { Major: "onvoldoende" } }),
    'bodies.json: instelling ciio: scoreTerms "Major": "onvoldoende" is geen score; kies een van voldoet niet, voldoet deels, voldoet, niet van toepassing, niet beoordeeld',
  ],
  [
    "a score term that turns a score round",
    (f) => Object.assign(f["bodies.json"]![0]!, { scoreTerms: { "Voldoet-niet": "voldoet" } }),
    /scoreTerms "Voldoet-niet": dit woord betekent al iets anders/,
  ],
  [
    "two score terms that are read as one",
    (f) => Object.assign(f["bodies.json"]![0]!, { scoreTerms: { major: "voldoet niet", Major: "voldoet deels" } }),
    /scoreTerms "Major": dit woord staat er twee keer in/,
  ],
  [
    "a header for an unknown column",
    (f) => Object.assign(f["bodies.json"]![0]!, { headerNames: { Cijfer: "punten" } }),
    /instelling ciio: headerNames "Cijfer": "punten" is geen kolom van een aanlevering/,
  ],
  [
    "a body that is there twice",
    (f) => f["bodies.json"]!.push({ code: "CIIO", name: "x" }),
    /bodies\.json: instelling CIIO: deze code staat er twee keer in/,
  ],
  [
    "a body code that leaves its folder",
    (f) => f["bodies.json"]!.push({ code: "../x", name: "x" }),
    /bodies\.json: \[1\]\.code \(\.\.\/x\): moet een naam van een map kunnen zijn/,
  ],
  [
    "a body code that Windows refuses",
    (f) => f["bodies.json"]!.push({ code: "nul", name: "x" }),
    /instelling nul: onder Windows kan geen map zo heten/,
  ],
  [
    "a KvK number that lost its zero",
    (f) => Object.assign(f["organisations.json"]![2]!, { kvk: ["9000003"] }),
    /organisations\.json: \[2\]\.kvk\[0\] \(nieuw\): moet uit 8 cijfers bestaan/,
  ],
  [
    "a KvK number as a number",
    (f) => Object.assign(f["organisations.json"]![2]!, { kvk: [99000003] }),
    /\[2\]\.kvk\[0\] \(nieuw\): moet een tekst \(tussen aanhalingstekens\) zijn$/,
  ],
  [
    "a KvK number of two organisations",
    (f) => Object.assign(f["organisations.json"]![2]!, { kvk: ["99000001"] }),
    "organisations.json: organisatie nieuw: kvk 99000001 staat ook bij oud; een nummer hoort bij één organisatie",
  ],
  [
    "an organisation that is there twice",
    (f) => f["organisations.json"]!.push({ id: "oud", name: "x", kvk: ["99000009"] }),
    "organisations.json: organisatie oud: deze id staat er twee keer in; geef elke organisatie een eigen id",
  ],
  [
    "an organisation that calls itself a KvK number",
    (f) => f["organisations.json"]!.push({ id: "kvk:99000009", name: "x", kvk: ["99000009"] }),
    /\[3\]\.id \(kvk:99000009\): moet uit kleine letters/,
  ],
  [
    "a successor that does not exist",
    (f) => Object.assign(f["organisations.json"]![2]!, { succeededBy: "weg" }),
    "organisations.json: organisatie nieuw: succeededBy: organisatie weg bestaat niet",
  ],
  [
    "a succession that runs round",
    (f) => Object.assign(f["organisations.json"]![2]!, { succeededBy: "tussen" }),
    "organisations.json: organisatie tussen: succeededBy: de opvolging loopt rond (tussen → nieuw → tussen); laat haar bij de huidige organisatie eindigen",
  ],
  [
    "an organisation that succeeds itself",
    (f) => Object.assign(f["organisations.json"]![2]!, { succeededBy: "nieuw" }),
    /organisatie nieuw: succeededBy: de opvolging loopt rond \(nieuw → nieuw\)/,
  ],
  [
    "a theme with an unknown norm",
    (f) => Object.assign(f["themes.json"]![0]!, { norms: [{ framework: "KSW/basis/2019", norm: "V09" }] }),
    "themes.json: thema wachttijden: norms: norm V09 bestaat niet in KSW/basis/2019",
  ],
  [
    "a theme that is there twice",
    (f) => f["themes.json"]!.push({ code: "Wachttijden", title: "Anders" }),
    /themes\.json: thema Wachttijden: /,
  ],
  [
    "a word of two themes",
    (f) => f["themes.json"]!.push({ code: "drukte", title: "Drukte", synonyms: ["Wacht-lijst", "WACHTLIJST"] }),
    'themes.json: thema drukte: "wachtlijst" hoort ook bij thema wachttijden; een woord hoort bij één thema',
  ],
];

describe("a problem in a file names the file, the place and what to mend", () => {
  it.each(oneChange)("%s", (_, change, expected) => {
    const problems = problemsAfter(change);
    expect(problems).toEqual([typeof expected === "string" ? expected : expect.stringMatching(expected)]);
  });

  it("all of them at once, also in files that have a fault of shape elsewhere", () => {
    const problems = problemsAfter((files) => {
      Object.assign(norms(files, ksw2019)[0]!, { title: 7 });
      Object.assign(norms(files, ksw2019)[1]!, { category: "X" });
      Object.assign(files["frameworks/nvvk-2021.json"]!, { validUntil: "2000-01-01" });
      Object.assign(files["organisations.json"]![2]!, { kvk: ["1"] });
      files["organisations.json"]!.push({ id: "oud", name: "x", kvk: ["99000009"] });
      files["bodies.json"]!.push({ code: "ciio", name: "x" });
    });
    expect(problems).toHaveLength(6);
  });

  it("a broken element is not reported a second time by what points to it", () => {
    const problems = problemsAfter((files) => {
      Object.assign(norms(files, "frameworks/nvvk-2021.json")[1]!, { title: 7 });
      Object.assign(files["organisations.json"]![2]!, { kvk: ["1"] });
      Object.assign(files["competencies.json"]![0]!, { title: 7 });
    });
    expect(problems).toHaveLength(3);
  });
});
