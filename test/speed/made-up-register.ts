/** A register of any size, the same every time. */
import { parseIsoDay } from "../../core/calendar.ts";
import { compileCatalogue } from "../../core/catalogue/compile.ts";
import { bodyCode, frameworkKey, organisationId } from "../../core/ids.ts";
import type { PackedReport } from "../../core/scoring/types.ts";

/** Two versions; the first six norms are new in the second. */
export function madeUpCatalogue(norms: number) {
  const frameworks = ["2017", "2019"].map((version) => ({
    label: "KSW",
    variant: "basis",
    version,
    title: version,
    validFrom: `${version}-01-01`,
    validUntil: null,
    cycleYears: 2,
    categories: ["A", "B", "C"].map((code) => ({ code, title: code })),
    norms: Array.from({ length: norms }, (_, i) => ({
      code: `V${i}`,
      title: `Norm ${i}`,
      category: "ABC"[i % 3]!,
      from: version === "2019" && i > 5 ? [{ framework: "KSW/basis/2017", norm: `V${i}`, relation: "same" as const }] : [],
    })),
  }));
  return compileCatalogue({ frameworks, competencies: [], bodies: [], organisations: [], themes: [] }, "made up");
}

/** Three full tests of each organisation. */
export function madeUpReports(organisations: number, norms: number): PackedReport[] {
  let state = 1;
  const random = (bound: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  return Array.from({ length: organisations * 3 }, (_, i): PackedReport => {
    const round = i % 3;
    return {
      body: bodyCode(`body-${random(5)}`),
      reference: `R-${i}`,
      framework: frameworkKey("KSW", "basis", round === 0 ? "2017" : "2019"),
      organisation: organisationId(`o-${(i - round) / 3}`),
      kvk: "10000001",
      day: parseIsoDay("2017-01-01")! + round * 800 + random(600),
      kind: round === 0 ? "initial" : "recertification",
      form: "external",
      audit: Array.from({ length: norms }, () => "2222110-"[random(8)]).join(""),
      sector: { fte: random(400), conversations: random(50) },
      trends: [{ theme: `thema ${random(20)}`, direction: "increasing" }],
    };
  });
}
