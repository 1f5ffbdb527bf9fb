import { describe, expect, it } from "vitest";
import { combinedProposals } from "../../core/figures/analyses/combined-proposals.ts";
import { improvementOverview } from "../../core/figures/analyses/improvement-overview.ts";
import { labelOverlaps } from "../../core/figures/analyses/label-overlaps.ts";
import { planning } from "../../core/figures/analyses/planning.ts";
import { selfEvaluations } from "../../core/figures/analyses/self-evaluation.ts";
import { selfEvaluationGroups, selfEvaluationOfOrganisations } from "../../core/figures/analyses/self-evaluation-groups.ts";
import { compareVariants } from "../../core/figures/analyses/variant-comparison.ts";
import { type CountedScores, countedScores } from "../../core/figures/selected/counted-scores.ts";
import { everythingOf } from "../../core/figures/selected/selection.ts";
import { isSaid } from "../../core/relevance/outcome.ts";
import { scoreShard } from "../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../core/scoring/types.ts";
import { combined, organisations } from "../core/figures/analyses/example.ts";
import { catalogue, referenceDay, report } from "../core/figures/tables/example.ts";
import { madeUpData, nothingYet } from "./made-up.ts";
import { type PageText, read } from "./page-text.ts";
import { csvAt } from "./read-csv.ts";
import { sampleScores } from "./sample-scores.ts";
import { openWith, person } from "./signed-in.ts";

const counted = await sampleScores();
const pages = ["/vergelijken/labels", "/vergelijken/varianten", "/zelfevaluatie", "/verbeterpunten", "/planning"];

const scoresOf = (reports: readonly PackedReport[]): CountedScores =>
  countedScores(scoreShard(reports, catalogue, referenceDay), catalogue);
const over = (path: string, reports: readonly PackedReport[]): Promise<PageText> =>
  read(madeUpData({ scores: async () => scoresOf(reports), signals: async () => [] }), path);
/** A column of a file, by its head. */
const columnAt = async (path: string, head: string): Promise<readonly string[]> => {
  const [heads, ...lines] = await csvAt(path);
  const at = heads!.indexOf(head);
  expect(at, `${head} in ${heads!.join("; ")}`).toBeGreaterThanOrEqual(0);
  return lines.map((line) => line[at]!);
};

describe.each(pages)("%s", (path) => {
  it("waits for figures, and shows a page over no reports, over one organisation and over the samples", async () => {
    expect((await read({ ...nothingYet(), scores: async () => undefined }, path)).text).toContain("Er zijn nog geen cijfers");
    for (const reports of [[], combined(1, { l: "2022", n: "02" }), [report({ self: "2222", improvement: "1111" })]]) {
      const page = await over(path, reports);
      expect(page.status).toBe(200);
      expect(page.text).not.toMatch(/NaN|undefined|Infinity|null/);
    }
    expect((await read(madeUpData(), path)).text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("is in the menu of its section, and has its tables as CSV and Excel", async () => {
    const { html } = await read(madeUpData(), path);
    expect(html).toMatch(/<a href="\/(vergelijken|verbeterpunten)" aria-current="page">/);
    const files = [...html.matchAll(/href="([^"]*als=(?:csv|xlsx|svg)[^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
    expect(files.length).toBeGreaterThan(3);
    const portal = openWith(madeUpData());
    for (const file of new Set(files)) {
      const answer = await portal.ask(file);
      expect(answer.headers.get("Content-Disposition"), file).toContain("attachment");
      expect((await answer.arrayBuffer()).byteLength, file).toBeGreaterThan(100);
    }
  });

  it("takes less than half a second of the sample scores", async () => {
    await read(madeUpData(), path);
    const begin = process.cpuUsage();
    await read(madeUpData(), path);
    const { user, system } = process.cpuUsage(begin);
    expect((user + system) / 1000).toBeLessThan(500);
  });
});

describe("two labels", () => {
  it("show of every overlap what is alike, why there is no kappa, and never counts what was taken over", async () => {
    const { pairs } = labelOverlaps(counted, "KSW", "NVVK", []);
    const path = "/vergelijken/labels?figuur=labels&als=csv";
    expect((await columnAt(path, "Aandeel gelijk")).length).toBe(pairs.length);
    expect(new Set(await columnAt(path, "Waarom geen kappa"))).toEqual(new Set(["te weinig: 13 van 20", "te weinig: 14 van 20"]));
    const lent = await over("/vergelijken/labels?a=L&b=N", organisations([40, { l: "2202", n: ".2" }]));
    expect(lent.text).toContain("Geen enkel paar normen is voor beide labels apart beoordeeld");
  });

  it("say which overlaps the figures speak against, which label is stricter, and which candidates there are", async () => {
    const unlike = organisations([20, { l: "2202", n: "22" }], [14, { l: "2220", n: "20" }], [4, { l: "2222", n: "02" }]);
    const { text } = await over("/vergelijken/labels?a=L&b=N", unlike);
    expect(text).toContain("De cijfers spreken de overlap tegen bij 1 paar: A3 – A7");
    expect(text).toContain("Bij 1 paar is één label duidelijk strenger: A3 – A7 (L)");
    expect(text).toContain("1 paar normen krijgt steeds dezelfde score, zonder dat de catalogus een overlap noemt");
    expect(text).toContain("Een kandidaat is een reden om de teksten naast elkaar te leggen");
  });

  it("say that there are too few combined audits, never that there is no overlap", async () => {
    const { text } = await read(madeUpData(), "/vergelijken/labels");
    expect(text).toContain("Nog te weinig gecombineerde toetsen om andere overlap te zien: hooguit 26 organisaties per paar, 30 nodig");
  });
});

describe("two variants", () => {
  const found = compareVariants(counted, "KSW", "basis", "wijkteam");

  it("name what stands out first, as the planted truths of the samples", async () => {
    const standing = found.rows.filter(({ standsOut }) => standsOut).map(({ norm }) => norm.code);
    expect(standing).toContain("D06");
    const { text } = await read(madeUpData(), "/vergelijken/varianten");
    expect(text).toContain(`${standing.length} van de ${found.tested} gedeelde normen`);
    expect((await columnAt("/vergelijken/varianten?figuur=varianten&als=csv", "Norm")).slice(0, standing.length)).toEqual(standing);
  });

  it("have the same n and q in the file as the core says", async () => {
    const q = await columnAt("/vergelijken/varianten?figuur=varianten&als=csv", "q-waarde (Fisher, over alle gedeelde normen)");
    expect(q).toEqual(found.rows.map(({ test }) => (isSaid(test) ? test.q.toFixed(6).replace(".", ",") : "")));
    const n = await columnAt("/vergelijken/varianten?figuur=varianten&als=csv", "wijkteam: beoordeeld (n)");
    expect(n).toEqual(found.rows.map(({ b }) => String(b.counts.judged)));
  });

  it("turn around when asked, and say so when there is one variant only", async () => {
    expect((await read(madeUpData(), "/vergelijken/varianten?a=wijkteam&b=basis")).all("h1")).toEqual(["KSW: basis naast wijkteam"]);
    const one = {
      ...counted,
      catalogue: { ...counted.catalogue, frameworks: counted.catalogue.frameworks.filter(({ variant }) => variant === "basis") },
    };
    const { text } = await read(madeUpData({ scores: async () => one }), "/vergelijken/varianten");
    expect(text).toContain("Geen enkel label van de catalogus heeft een tweede variant");
  });
});

describe("self-evaluation", () => {
  it("shows every norm with a self-evaluation, and in the file all of them", async () => {
    const found = selfEvaluations(counted, everythingOf("KSW"));
    const { text } = await read(madeUpData(), "/zelfevaluatie?label=KSW");
    expect(text).toContain(`hebben er ${found.withSelfEvaluation} een zelfevaluatie bij het rapport dat nu telt`);
    const n = await columnAt("/zelfevaluatie?label=KSW&figuur=zelfevaluatie-per-norm&als=csv", "Organisaties (n)");
    expect(n.reduce((sum, one) => sum + Number(one), 0)).toBe(found.rows.reduce((sum, { table }) => sum + table.n, 0));
  });

  it("leads to the first tests, where the self-evaluations are, and calls those verkennend", async () => {
    const { html } = await read(madeUpData(), "/zelfevaluatie?label=KSW");
    expect(html).toContain('href="/zelfevaluatie?label=KSW&amp;soort=eerste-toets"');
    const first = await read(madeUpData(), "/zelfevaluatie?label=KSW&soort=eerste-toets");
    expect(first.text).toContain("om in rond te kijken: hier wordt niets getoetst");
    expect(first.all("th")).not.toContain("Conclusie");
  });

  it("has the kinds of organisation and the organisations, as a description", async () => {
    const selection = { ...everythingOf("KSW"), kind: "initial" } as const;
    const { text } = await read(madeUpData(), "/zelfevaluatie?label=KSW&soort=eerste-toets");
    for (const { groups } of selfEvaluationGroups(counted, selection))
      for (const { group, organisations } of groups) expect(text, group).toMatch(new RegExp(`${group} .*? ${organisations} `));
    const [first] = selfEvaluationOfOrganisations(counted, selection);
    expect(text).toContain(first!.name);
    expect(text).toContain("Een beschrijving, geen toets");
  });

  it("names organisations that rate themselves otherwise for sure, in words with the counts", async () => {
    const judged = (count: number, self: string, first: number) =>
      Array.from({ length: count }, (_, i) => ({ ...report({ organisation: `kvk:${40_000_000 + first + i}`, audit: "2022" }), self }));
    const { text } = await over("/zelfevaluatie?label=L", [...judged(20, "2222", 0), ...judged(4, "2022", 100)]);
    expect(text).toContain("Bij 1 norm zien organisaties zichzelf duidelijk anders dan de auditor");
    expect(text).toMatch(/A2 Norm A2\s*: organisaties zien zichzelf hoger dan de auditor \(20 hoger, 0 lager, 4 gelijk\)/);
  });
});

describe("improvement points", () => {
  const found = improvementOverview(counted, everythingOf("KSW"));

  it("say first what part was resolved, of how many, and what the time means", async () => {
    const { text } = await read(madeUpData(), "/verbeterpunten?label=KSW");
    expect(text).toContain("58% van de verbeterpunten die opnieuw zijn bekeken, is opgelost");
    expect(text).toContain(`Opnieuw bekeken: ${found.all.again}. Daarvan ${found.all.resolved} opgelost`);
    expect(text).toContain("niet tot de dag waarop het is hersteld");
  });

  it("have a row per norm with a point, the smallest part resolved first, and the same in the file", async () => {
    const path = "/verbeterpunten?label=KSW&figuur=verbeterpunten&als=csv";
    const points = await columnAt(path, "Verbeterpunten");
    expect(points.length).toBe(found.norms.length);
    expect(points.reduce((sum, one) => sum + Number(one), 0)).toBe(found.all.points);
    const shares = (await columnAt(path, "Aandeel opgelost")).filter((one) => one !== "").map((one) => Number(one.replace(",", ".")));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it("name no organisation", async () => {
    const { text } = await read(madeUpData(), "/verbeterpunten?label=KSW");
    expect(counted.catalogue.organisations.filter(({ name }) => text.includes(name))).toEqual([]);
  });

  it("say so when nothing was looked at again, or when a point was on a norm that was met", async () => {
    expect((await over("/verbeterpunten?label=L", [report({ audit: "0222", improvement: "1..." })])).text).toContain(
      "Nog geen enkel verbeterpunt is opnieuw bekeken",
    );
    expect((await over("/verbeterpunten?label=L", [report({ improvement: "1..." })])).text).toContain(
      "1 punt staat bij een norm die al voldeed",
    );
    expect((await over("/verbeterpunten?label=L", [report({})])).text).toContain("In geen enkel rapport van deze keuze staat");
  });
});

describe("the next tests", () => {
  it("say per label its cycle and how many are on time, late and away", async () => {
    const { text } = await read(madeUpData(), "/planning");
    for (const { label, tests, overdue, away } of planning(counted).labels) {
      expect(text).toMatch(new RegExp(`${label} : ${tests.length} organisaties, een cyclus van`));
      expect(text).toContain(`${overdue} te laat, ${away} weggebleven`);
    }
    expect(text).toContain("een cyclus van 2 en 3 jaar");
  });

  it("propose audits of two labels with the period that keeps both within their cycle", async () => {
    const { proposals } = combinedProposals(counted, "KSW", "NVVK", 12);
    const { text } = await read(madeUpData(), "/planning");
    expect(text).toContain(`Samen toetsen op KSW en NVVK kan ${proposals.length} toetsen uitsparen`);
    expect(await columnAt("/planning?figuur=samen-toetsen&als=csv", "Organisatie")).toEqual(proposals.map(({ name }) => name));
    const fewer = await read(madeUpData(), "/planning?maanden=6");
    expect(fewer.text).toContain("spaart nu geen toets uit");
    expect(fewer.html).toContain('<option value="6" selected');
    expect((await read(madeUpData(), "/planning?maanden=7")).html).toContain('<option value="12" selected');
  });

  it("are for the committee too, to which the deliveries are closed, and found from the first screen", async () => {
    const committee = person("committee");
    expect((await read(madeUpData(), "/planning", {}, committee)).status).toBe(200);
    const { html } = await read(madeUpData(), "/overzicht", {}, committee);
    expect(html).toContain('href="/planning"');
    expect((await read(madeUpData(), "/aanleveringen")).html).toContain('href="/planning"');
    expect((await read(madeUpData(), "/aanleveringen", {}, person("administrator"))).html).not.toContain('href="/planning"');
  });
});

it("the page of a norm leads to its label's improvement points, self-evaluations and overlaps", async () => {
  const { html } = await read(madeUpData(), "/normen/KSW/wijkteam/2021/O13");
  for (const address of ["/verbeterpunten?label=KSW", "/zelfevaluatie?label=KSW", "/vergelijken/labels?a=KSW&amp;b=NVVK"])
    expect(html).toContain(`href="${address}"`);
});
