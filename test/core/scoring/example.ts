/** A small catalogue in which everything that counting must get right occurs once, and reports of it. */
import fc from "fast-check";
import { type Day, parseIsoDay } from "../../../core/calendar.ts";
import { compileCatalogue } from "../../../core/catalogue/compile.ts";
import type { Catalogue, Norm, NormFramework } from "../../../core/catalogue/types.ts";
import { bodyCode, type FrameworkKey, organisationId } from "../../../core/ids.ts";
import { auditForms, auditKinds, type PackedReport, trendDirections } from "../../../core/scoring/types.ts";

const framework = (label: string, variant: string, version: string, norms: Norm[]): NormFramework => ({
  label,
  variant,
  version,
  title: `${label} ${variant} ${version}`,
  illustrative: true,
  validFrom: "2015-01-01",
  validUntil: null,
  cycleYears: 2,
  categories: [{ code: "V", title: "Vakmanschap" }],
  norms,
});

const norm = (code: string, overlaps: [string, string][] = []): Norm => ({
  code,
  title: `Norm ${code}`,
  category: "V",
  competencies: ["C01", "C02"],
  overlaps: overlaps.map(([key, other]) => ({ framework: key, norm: other })),
});

/**
 * NVVK 1.2 overlaps with two norms of KSW; PLUS P1 with a norm of each other label; KSW basis A4 with the wijkteam variant of its
 * own label, which is no combined audit. Not in the order in which figures are published.
 */
export const frameworks = [
  framework("PLUS", "basis", "2020", [
    norm("P1", [
      ["KSW/basis/2019", "A1"],
      ["NVVK/basis/2021", "1.1"],
    ]),
    norm("P2"),
  ]),
  framework("KSW", "wijkteam", "2021", [norm("W1", [["NVVK/basis/2021", "1.1"]]), norm("W2"), norm("A4")]),
  framework("KSW", "basis", "2019", [
    norm("A1", [["NVVK/basis/2021", "1.1"]]),
    norm("A2", [["NVVK/basis/2021", "1.2"]]),
    norm("A3", [["NVVK/basis/2021", "1.2"]]),
    norm("A4", [["KSW/wijkteam/2021", "A4"]]),
  ]),
  framework("KSW", "basis", "2017", [norm("A1"), norm("A2"), norm("B9")]),
  framework("NVVK", "basis", "2021", [norm("1.1"), norm("1.2"), norm("1.10")]),
];

/** Alfa went up in gamma, and gamma is the successor of what was once known by its KvK number only. */
export const organisations = [
  { id: "alfa", name: "Alfa", kvk: ["10000001"], succeededBy: "gamma" },
  { id: "beta", name: "Beta", kvk: ["10000002"], succeededBy: null },
  { id: "gamma", name: "Gamma", kvk: ["10000003", "10000004"], succeededBy: null },
];

export const catalogue: Catalogue = compileCatalogue(
  {
    frameworks,
    competencies: [],
    bodies: [
      { code: "ciio", name: "CIIO" },
      { code: "dnv", name: "DNV" },
    ],
    organisations,
    themes: [],
  },
  "c".repeat(64),
);

export const day = (text: string): Day => parseIsoDay(text)!;
export const referenceDay = day("2024-12-31");

let made = 0;

/** A report with what matters in a test; the rest does not matter. */
export function report(
  what: Partial<Omit<PackedReport, "organisation" | "body" | "framework">> & Partial<Record<"organisation" | "body" | "framework", string>>,
): PackedReport {
  const key = (what.framework ?? "KSW/basis/2019") as FrameworkKey;
  const width = catalogue.frameworkByKey.get(key)!.norms.length;
  return {
    reference: `R-${++made}`,
    kvk: "10000009",
    day: day("2023-03-01"),
    kind: "initial",
    form: "external",
    audit: "2".repeat(width),
    ...what,
    body: bodyCode(what.body ?? "ciio"),
    framework: key,
    organisation: organisationId(what.organisation ?? "beta"),
  };
}

const vector = (width: number, characters: string) =>
  fc.array(fc.constantFrom(...characters), { minLength: width, maxLength: width }).map((chars) => chars.join(""));

const SOME_SCORES = "00112222-?...";

/** References that tell code-point order from other orders: U+FFFD comes before an emoji, but not in UTF-16. */
const references = ["R1", "R10", "R2", "r1", "é", "\uFFFD", "\u{1F600}", "R 1"];

const anyTrends = fc.uniqueArray(
  fc.record({ theme: fc.constantFrom("wachttijden", "werkdruk", "Ärger", "\u{1F600}"), direction: fc.constantFrom(...trendDirections) }),
  { maxLength: 4, selector: ({ theme, direction }) => `${theme} ${direction}` },
);

/** Any report: few organisations, references and days, so that everything meets. Days up to five after the reference day. */
export const anyReport: fc.Arbitrary<PackedReport> = fc.constantFrom(...catalogue.frameworks).chain((framework) => {
  const width = framework.norms.length;
  return fc.record(
    {
      body: fc.constantFrom("ciio", "dnv").map(bodyCode),
      reference: fc.constantFrom(...references),
      framework: fc.constant(framework.key),
      organisation: fc.constantFrom("alfa", "beta", "gamma", "kvk:10000004", "kvk:99999999").map(organisationId),
      kvk: fc.constant("10000009"),
      day: fc.integer({ min: referenceDay - 25, max: referenceDay + 5 }),
      kind: fc.constantFrom(...auditKinds),
      form: fc.constantFrom(...auditForms),
      audit: vector(width, SOME_SCORES),
      self: vector(width, SOME_SCORES),
      improvement: vector(width, "01."),
      disciplines: fc.dictionary(fc.constantFrom("maatschappelijk werk", "schuldhulpverlening", "__proto__"), vector(width, SOME_SCORES)),
      sector: fc.record(
        {
          fte: fc.double({ min: 0.5, max: 900, noNaN: true }),
          municipality: fc.constantFrom("GM0363", "GM0599"),
          auditDays: fc.constantFrom(1, 1.5, 2),
          conversations: fc.nat(50),
          clientCouncilHeard: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      trends: anyTrends,
    },
    { requiredKeys: ["body", "reference", "framework", "organisation", "kvk", "day", "kind", "form", "audit"] },
  );
});

export const labelOf = (report: PackedReport): string => report.framework.split("/")[0]!;

/** Reports as the register keeps them: body, reference and label are the key. */
export const anyRegister = fc.uniqueArray(anyReport, {
  maxLength: 40,
  selector: (report) => `${report.body}\n${report.reference}\n${labelOf(report)}`,
});
