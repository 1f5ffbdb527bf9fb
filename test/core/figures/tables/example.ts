/** A catalogue with every kind of step between versions, two variants and a second label, and reports over some years. */
import fc from "fast-check";
import { type Day, parseIsoDay } from "../../../../core/calendar.ts";
import { compileCatalogue } from "../../../../core/catalogue/compile.ts";
import type { Catalogue, Norm, NormFramework, Relation } from "../../../../core/catalogue/types.ts";
import { type ViewSource, viewSource } from "../../../../core/figures/tables/view-source.ts";
import { bodyCode, type FrameworkKey, organisationId } from "../../../../core/ids.ts";
import { viewOf } from "../../../../core/relevance/views.ts";
import { carryJudgements } from "../../../../core/scoring/carry.ts";
import { scoreShard } from "../../../../core/scoring/score-shard.ts";
import { auditForms, auditKinds, type PackedReport, trendDirections } from "../../../../core/scoring/types.ts";

const framework = (label: string, variant: string, version: string, norms: Norm[]): NormFramework => ({
  label,
  variant,
  version,
  title: `${label} ${variant} ${version}`,
  validFrom: `${version}-01-01`,
  validUntil: null,
  cycleYears: 2,
  categories: [
    { code: "A", title: `Aanpak ${version}` },
    { code: "B", title: "Bestuur" },
  ],
  norms,
});

type Steps = readonly (readonly [framework: string, norm: string, relation: Relation])[];

/** The category is the first letter of the code. */
const norm = (code: string, from: Steps = [], overlaps: readonly (readonly [string, string])[] = []): Norm => ({
  code,
  title: `Norm ${code}`,
  category: code[0]!,
  competencies: code === "A1" || code === "B2" ? ["C01"] : [],
  from: from.map(([key, of, relation]) => ({ framework: key, norm: of, relation })),
  overlaps: overlaps.map(([key, of]) => ({ framework: key, norm: of })),
});

/** In order of validity; of one day the first variant last. A2 is reworded in 2019; A2 and A3 are merged into A4 in 2021; B1 is dropped in 2019 and B2 is new then. */
export const frameworks = [
  framework("L", "basis", "2017", [norm("A1"), norm("A2"), norm("A3"), norm("B1")]),
  framework("L", "basis", "2019", [
    norm("A1", [["L/basis/2017", "A1", "same"]]),
    norm("A2", [["L/basis/2017", "A2", "reworded"]]),
    norm("A3", [["L/basis/2017", "A3", "same"]]),
    norm("B2"),
  ]),
  framework("L", "wijk", "2021", [norm("B9"), norm("A1", [], [["L/basis/2021", "A1"]])]),
  framework("L", "basis", "2021", [
    norm("B2", [["L/basis/2019", "B2", "same"]]),
    norm("A4", [
      ["L/basis/2019", "A2", "merged"],
      ["L/basis/2019", "A3", "merged"],
    ]),
    norm("A1", [["L/basis/2019", "A1", "same"]]),
  ]),
  framework("N", "basis", "2021", [norm("A7", [], [["L/basis/2019", "A3"]]), norm("A8")]),
];

export const themes = [
  { code: "wacht", title: "Wachttijden", synonyms: ["wachtlijsten"], norms: [{ framework: "L/basis/2019", norm: "A3" }] },
  { code: "druk", title: "Werkdruk", synonyms: ["drukte"] },
];

export const catalogue: Catalogue = compileCatalogue(
  {
    frameworks,
    competencies: [{ code: "C01", title: "Verheldert vragen" }],
    bodies: [{ code: "ciio", name: "CIIO" }],
    organisations: [
      { id: "alfa", name: "Alfa", kvk: ["10000001"], succeededBy: "gamma" },
      { id: "gamma", name: "Gamma", kvk: ["10000003"], succeededBy: null },
    ],
    themes,
  },
  "c".repeat(64),
);

export const day = (text: string): Day => parseIsoDay(text)!;
export const referenceDay = day("2024-03-31");

export const viewIds = ["L *", "L basis", "L wijk", "N *", "N basis"] as const;

/** A view of these reports, e.g. `L *` or `L basis`. */
export function sourceOf(reports: readonly PackedReport[], id: (typeof viewIds)[number], until = referenceDay): ViewSource {
  const [label, variant] = id.split(" ") as [string, string];
  const counted = carryJudgements(scoreShard(reports, catalogue, until), catalogue);
  return viewSource(
    viewOf(catalogue, label, variant === "*" ? null : variant),
    counted.find((one) => one.label === label),
  );
}

let made = 0;

/** A report with what matters in a test. */
export function report(
  what: Partial<Omit<PackedReport, "organisation" | "body" | "framework" | "day">> &
    Partial<Record<"organisation" | "body" | "framework" | "day", string>>,
): PackedReport {
  const key = (what.framework ?? "L/basis/2019") as FrameworkKey;
  return {
    reference: `R-${++made}`,
    kvk: "10000009",
    kind: "initial",
    form: "external",
    audit: "2".repeat(catalogue.frameworkByKey.get(key)!.norms.length),
    ...what,
    day: day(what.day ?? "2020-03-01"),
    body: bodyCode(what.body ?? "ciio"),
    framework: key,
    organisation: organisationId(what.organisation ?? "beta"),
  };
}

/** Few enough that years are empty now and then and days fall together. */
const days = ["2017-03-01", "2017-09-01", "2018-05-01", "2020-06-30", "2020-07-01", "2022-01-01", "2022-12-31", "2024-03-31", "2024-04-01"];

const anyReport = fc.constantFrom(...catalogue.frameworks).chain((of) => {
  const vector = fc
    .array(fc.constantFrom(..."00112222-?."), { minLength: of.norms.length, maxLength: of.norms.length })
    .map((scores) => scores.join(""));
  return fc.record(
    {
      body: fc.constantFrom("ciio", "dnv").map(bodyCode),
      reference: fc.constantFrom("R1", "R2", "R3", "\uFFFD", "\u{1F600}"),
      framework: fc.constant(of.key),
      organisation: fc.constantFrom("alfa", "beta", "gamma", "delta").map(organisationId),
      kvk: fc.constant("10000009"),
      day: fc.constantFrom(...days).map(day),
      kind: fc.constantFrom(...auditKinds, "initial" as const, "recertification" as const),
      form: fc.constantFrom(...auditForms),
      audit: vector,
      disciplines: fc.dictionary(fc.constantFrom("maatschappelijk werk", "sociaal raadsliedenwerk"), vector),
      sector: fc.record(
        { fte: fc.constantFrom(0, 9.9, 10, 49, 250), conversations: fc.nat(45), clientCouncilHeard: fc.boolean() },
        { requiredKeys: [] },
      ),
      trends: fc.uniqueArray(
        fc.record({
          theme: fc.constantFrom("wacht", "Wachtlijsten", "Armoede", "armoede", "druk"),
          direction: fc.constantFrom(...trendDirections),
        }),
        { maxLength: 3, selector: ({ theme, direction }) => `${theme} ${direction}` },
      ),
    },
    { requiredKeys: ["body", "reference", "framework", "organisation", "kvk", "day", "kind", "form", "audit"] },
  );
});

/** Reports as the register keeps them: body, reference and label are the key. */
export const anyRegister: fc.Arbitrary<PackedReport[]> = fc.uniqueArray(anyReport, {
  maxLength: 30,
  selector: ({ body, reference, framework: key }) => `${body} ${reference} ${key[0]}`,
});
