/** The simulated audits as the product sees them: a view of one label over two variants and two versions. */
import { type Day, parseIsoDay } from "../../core/calendar.ts";
import { compileCatalogue } from "../../core/catalogue/compile.ts";
import type { Catalogue, Norm, NormFramework } from "../../core/catalogue/types.ts";
import { bodyCode, frameworkKey, organisationId } from "../../core/ids.ts";
import { type ViewMatrix, viewMatrix } from "../../core/relevance/view-matrix.ts";
import { viewOf } from "../../core/relevance/views.ts";
import { carryJudgements } from "../../core/scoring/carry.ts";
import { scoreShard } from "../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../core/scoring/types.ts";
import { NORMS, type SimulatedAudit, type Simulation } from "./audits.ts";

/** The matrix of all norms and audits, by the product's own scoring. */
export function matrixOf({ audits }: Simulation): ViewMatrix {
  const scores = scoreShard(audits.map(packed), catalogue, referenceDay);
  return viewMatrix(viewOf(catalogue, LABEL, null), carryJudgements(scores, catalogue)[0]);
}

const LABEL = "SIM";
/** The last day of the last year that is simulated. */
export const referenceDay: Day = parseIsoDay("2025-12-31")!;
export const bodyOf = (body: number): string => `ci-${body}`;
export const codeOf = (norm: number): string => String(norm);

/** Every framework has all norms: which are in force in which is a matter of the reports here. */
export const catalogue: Catalogue = compileCatalogue(
  {
    frameworks: [
      framework("regulier", "v1", "2017-01-01"),
      framework("regulier", "v2", "2021-01-01"),
      framework("wijkteam", "v2", "2021-01-01"),
    ],
    competencies: [],
    bodies: [],
    organisations: [],
    themes: [],
  },
  "simulation",
);

function framework(variant: string, version: string, validFrom: string): NormFramework {
  const norms = Array.from(
    { length: NORMS },
    (_, norm): Norm => ({
      code: codeOf(norm),
      title: `Norm ${norm}`,
      category: "A",
      ...(variant === "regulier" && version === "v2"
        ? { from: [{ framework: frameworkKey(LABEL, "regulier", "v1"), norm: codeOf(norm), relation: "same" }] }
        : {}),
      ...(variant === "wijkteam" ? { overlaps: [{ framework: frameworkKey(LABEL, "regulier", "v2"), norm: codeOf(norm) }] } : {}),
    }),
  );
  const categories = [{ code: "A", title: "Alle" }];
  return {
    label: LABEL,
    variant,
    version,
    title: LABEL,
    illustrative: true,
    validFrom,
    validUntil: null,
    cycleYears: 2,
    categories,
    norms,
  };
}

function packed({ organisation, body, variant, version, round, date, scores, self }: SimulatedAudit): PackedReport {
  return {
    body: bodyCode(bodyOf(body)),
    reference: `${organisation}-${round}`,
    framework: frameworkKey(LABEL, variant, version),
    organisation: organisationId(`o${organisation}`),
    kvk: "00000000",
    day: Math.floor((date - 1970) * 365.2425),
    kind: round === 1 ? "initial" : "recertification",
    form: "external",
    audit: scores,
    ...(self === undefined ? {} : { self }),
  };
}
