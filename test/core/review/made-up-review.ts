/** A label of three norms and as many organisations as a test wants, small enough to count by hand. */
import { parseIsoDay } from "../../../core/calendar.ts";
import { compileCatalogue } from "../../../core/catalogue/compile.ts";
import type { Catalogue, Norm } from "../../../core/catalogue/types.ts";
import type { Decision } from "../../../core/decisions.ts";
import { bodyCode, frameworkKey, organisationId } from "../../../core/ids.ts";
import { viewThresholds } from "../../../core/relevance/thresholds.ts";
import type { Dossier } from "../../../core/review/dossier.ts";
import type { FrozenInput } from "../../../core/review/frozen-input.ts";
import { makeDossier } from "../../../core/review/make-dossier.ts";
import { reviewId } from "../../../core/review/review.ts";
import { scoreShard } from "../../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../../core/scoring/types.ts";

const norm = (code: string, from: Norm["from"] = []): Norm => ({ code, title: `Norm ${code}`, category: "A", from });

const framework = (version: string, validFrom: string, norms: readonly Norm[]) => ({
  label: "KSW",
  variant: "basis",
  version,
  title: `KSW ${version}`,
  validFrom,
  validUntil: null,
  cycleYears: 2,
  categories: [{ code: "A", title: "Algemeen" }],
  norms,
});

/** 2024 has N1, N2 and N3. 2026, where asked for: N1 goes on, N2 was reworded into M2, N3 went. */
export const catalogueOf = (...versions: readonly ("2024" | "2026")[]): Catalogue =>
  compileCatalogue(
    {
      frameworks: [
        framework(
          "2024",
          "2020-01-01",
          ["N1", "N2", "N3"].map((code) => norm(code)),
        ),
        framework("2026", "2026-01-01", [
          norm("N1", [{ framework: "KSW/basis/2024", norm: "N1", relation: "same" }]),
          norm("M2", [{ framework: "KSW/basis/2024", norm: "N2", relation: "reworded" }]),
        ]),
      ].filter(({ version }) => versions.includes(version as "2024")),
      competencies: [],
      bodies: [{ code: "ciio", name: "CIIO" }],
      organisations: [],
      themes: [],
    },
    versions.join("+"),
  );

/** A full test of one organisation; scores as in a packed report: 0 niet, 1 deels, 2 voldoet. */
export const test = (
  organisation: number,
  date: string,
  audit: string,
  replaced: Partial<PackedReport> & { version?: string } = {},
): PackedReport => {
  const { version = "2024", ...rest } = replaced;
  return {
    body: bodyCode("ciio"),
    reference: `R-${organisation}-${date}`,
    framework: frameworkKey("KSW", "basis", version),
    organisation: organisationId(`org-${String(organisation).padStart(3, "0")}`),
    kvk: String(10_000_000 + organisation),
    day: parseIsoDay(date)!,
    kind: "initial",
    form: "external",
    audit,
    ...rest,
  };
};

export const tests = (count: number, date: string, audit: string, from = 1): PackedReport[] =>
  Array.from({ length: count }, (_, i) => test(from + i, date, audit));

interface Sources {
  readonly reports: readonly PackedReport[];
  readonly catalogue?: Catalogue;
  readonly referenceDate?: string;
  readonly decisions?: readonly Decision[];
  readonly previous?: Dossier | null;
  readonly rulesVersion?: string;
}

/** The dossier of a review of these reports. */
export function dossierOf({
  reports,
  catalogue = catalogueOf("2024"),
  referenceDate = "2025-12-31",
  decisions = [],
  previous = null,
  rulesVersion = "test",
}: Sources): Dossier {
  const input: FrozenInput = {
    review: reviewId("KSW", referenceDate),
    label: "KSW",
    referenceDate,
    catalogueVersion: catalogue.version,
    codeVersion: "test",
    thresholds: viewThresholds,
    change: 1,
    shards: [],
    laterReports: 0,
    decisions: { key: "", sha256: "" },
    previous: null,
  };
  const scores = scoreShard(reports, catalogue, parseIsoDay(referenceDate)!);
  return makeDossier({ input, judgedBy: { codeVersion: "test", rulesVersion }, scores, catalogue, decisions, previous });
}

export const decision = (replaced: Partial<Decision> = {}): Decision => ({
  norm: "KSW/basis/2024/N1",
  number: 1,
  kind: "clarify",
  reason: "Wordt verschillend uitgelegd.",
  by: { id: "1", name: "Cor" },
  at: "2025-01-15T10:00:00.000Z",
  figures: { run: "r", referenceDate: "2024-12-31", met: 0, judged: 30, signals: ["NOOIT_GEHAALD"] },
  ...replaced,
});
