/** Small catalogues and reports, so that a test shows only what it is about. */
import { parseIsoDay } from "../../../core/calendar.ts";
import { compileCatalogue } from "../../../core/catalogue/compile.ts";
import type { Catalogue, Norm, NormFramework, Organisation } from "../../../core/catalogue/types.ts";
import { bodyCode, type FrameworkKey, organisationId } from "../../../core/ids.ts";
import { viewMatrix } from "../../../core/relevance/view-matrix.ts";
import { type ViewSignals, viewSignals } from "../../../core/relevance/view-signals.ts";
import { viewOf } from "../../../core/relevance/views.ts";
import { carryJudgements } from "../../../core/scoring/carry.ts";
import { scoreShard } from "../../../core/scoring/score-shard.ts";
import type { AuditKind, PackedReport } from "../../../core/scoring/types.ts";

export const day = (text: string): number => parseIsoDay(text)!;

/** `same`: codes of the earlier framework that this norm is the same as; other relations and overlaps written out. */
export interface MadeUpNorm {
  readonly code: string;
  readonly same?: string;
  readonly from?: Norm["from"];
  readonly overlaps?: Norm["overlaps"];
}

export function framework(key: string, norms: readonly (string | MadeUpNorm)[], validFrom = "2015-01-01", cycleYears = 2): NormFramework {
  const [label, variant, version] = key.split("/") as [string, string, string];
  return {
    label,
    variant,
    version,
    title: key,
    illustrative: true,
    validFrom,
    validUntil: null,
    cycleYears,
    categories: [{ code: "A", title: "Algemeen" }],
    norms: norms.map((norm) => {
      const { code, same, from = [], overlaps = [] } = typeof norm === "string" ? { code: norm } : (norm as MadeUpNorm);
      const step = same === undefined ? [] : [stepFrom(same)];
      return { code, title: `Norm ${code} van ${version}`, category: "A", competencies: ["C01"], from: [...step, ...from], overlaps };
    }),
  };
}

/** `KSW/basis/2017 A1` */
function stepFrom(reference: string): NonNullable<Norm["from"]>[number] {
  const [key, code] = reference.split(" ") as [string, string];
  return { framework: key, norm: code, relation: "same" };
}

export const catalogueOf = (frameworks: readonly NormFramework[], organisations: readonly Organisation[] = []): Catalogue =>
  compileCatalogue(
    {
      frameworks,
      competencies: [],
      bodies: [
        { code: "a", name: "CI A" },
        { code: "b", name: "CI B" },
        { code: "c", name: "CI C" },
      ],
      organisations,
      themes: [],
    },
    "v".repeat(64),
  );

let made = 0;

/** `scores` and `self` as in packed reports. */
export interface MadeUpReport {
  readonly organisation: number | string;
  readonly scores: string;
  readonly self?: string;
  readonly body?: string;
  readonly on?: string;
  readonly kind?: AuditKind;
  readonly framework?: string;
}

export const report = ({
  organisation,
  scores,
  self,
  body = "a",
  on = "2023-03-01",
  kind = "initial",
  framework: key,
}: MadeUpReport): PackedReport => ({
  reference: `R${String(++made).padStart(6, "0")}`,
  kvk: "10000001",
  form: "external",
  day: day(on),
  kind,
  body: bodyCode(body),
  framework: (key ?? "KSW/basis/2019") as FrameworkKey,
  organisation: organisationId(typeof organisation === "number" ? `kvk:${String(10_000_000 + organisation)}` : organisation),
  audit: scores,
  ...(self === undefined ? {} : { self }),
});

/** The signals of a view of the reports. */
export function judged(
  catalogue: Catalogue,
  reports: readonly MadeUpReport[],
  { on = "2024-12-31", label = "KSW", variant = null }: { on?: string; label?: string; variant?: string | null } = {},
): ViewSignals {
  const scores = scoreShard(reports.map(report), catalogue, day(on));
  const counted = carryJudgements(scores, catalogue).find((one) => one.label === label);
  return viewSignals(viewMatrix(viewOf(catalogue, label, variant), counted), day(on), catalogue);
}

/** `V01 NOOIT_GEHAALD`, with what it is about. */
export const said = ({ analysis, signals }: ViewSignals): string[] =>
  signals.map(({ norm, signal, about }) =>
    [analysis.view.norms[norm]!.code, signal.code, about.body ?? about.variant ?? about.norm].filter(Boolean).join(" "),
  );

/** As many organisations, from `first` on, each with what `make` says. */
export const organisations = (count: number, make: (i: number) => Omit<MadeUpReport, "organisation">, first = 0): MadeUpReport[] =>
  Array.from({ length: count }, (_, i) => ({ organisation: first + i, ...make(i) }));

/** 0, 1 or 2 without a pattern: of an organisation, a norm and what else may vary. */
export function noise(organisation: number, norm: number, other = 0): number {
  const mixed = Math.imul((organisation + 1) * 7_919 + norm * 104_729 + other * 1_299_709, 2_654_435_761);
  return (mixed >>> 12) % 3;
}
