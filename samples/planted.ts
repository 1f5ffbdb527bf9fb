/** The truths of the samples, counted from the history itself: what the product must find without having seen this file. */
import type { Catalogue, CompiledFramework } from "../core/catalogue/types.ts";
import { isJudgement, OUT_OF_SCOPE } from "../core/judgement.ts";
import type { SampleDelivery } from "./deliveries.ts";
import { plantedNorms } from "./norm-traits.ts";
import type { SampleReport } from "./report.ts";
import { MET, NOT_APPLICABLE, NOT_ASSESSED, NOT_MET, PARTIALLY_MET } from "./scoring.ts";

/** Counts of one norm: each organisation once, by its latest test. */
export interface NormCount {
  readonly organisaties: number;
  readonly beoordeeld: number;
  readonly voldoet: number;
  readonly voldoet_deels: number;
  readonly voldoet_niet: number;
  readonly niet_van_toepassing: number;
  readonly niet_beoordeeld: number;
}

export interface Planted {
  readonly reports: number;
  readonly organisations: number;
  readonly norms: readonly {
    readonly framework: string;
    readonly norm: string;
    readonly signal: string;
    readonly n: number;
    readonly x: number;
    readonly why: string;
  }[];
  /** Framework → norm → counts. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, NormCount>>>>;
  readonly deliveries: readonly ({ readonly path: string } & SampleDelivery["expected"])[];
}

/** `reports` as they stand in the end. Signals by the rules for count signals: 0 of 29 or more, of 14 to 28, fewer than 14; all of 29 or more. */
export function plantedTruths(reports: readonly SampleReport[], deliveries: readonly SampleDelivery[], catalogue: Catalogue): Planted {
  const counts = Object.fromEntries(catalogue.frameworks.map((framework) => [framework.key, countsOf(framework, reports, catalogue)]));
  return {
    reports: reports.length,
    organisations: new Set(reports.map((report) => presentOrganisation(report, catalogue))).size,
    norms: plantedNorms.map(({ framework, norm, why }) => {
      const { beoordeeld: n, voldoet: x } = counts[framework]![norm]!;
      return { framework, norm, signal: signalOf(n, x), n, x, why };
    }),
    counts,
    deliveries: deliveries.map(({ path, expected }) => ({ path, ...expected })),
  };
}

/** The signal that the counts alone give; empty for none. */
export function signalOf(n: number, x: number): string {
  if (n < 14) return "TE_WEINIG_GEGEVENS";
  if (x === 0) return n >= 29 ? "NOOIT_GEHAALD" : "NOOIT_TOT_NU_TOE";
  return x === n && n >= 29 ? "ALTIJD_GEHAALD" : "";
}

const presentOrganisation = ({ kvk }: SampleReport, catalogue: Catalogue): string => catalogue.organisationByKvk.get(kvk)?.id ?? kvk;

function countsOf(framework: CompiledFramework, reports: readonly SampleReport[], catalogue: Catalogue): Record<string, NormCount> {
  const perOrganisation = new Map<string, SampleReport[]>();
  for (const report of reports.filter((one) => one.framework === framework)) {
    const organisation = presentOrganisation(report, catalogue);
    perOrganisation.set(organisation, [...(perOrganisation.get(organisation) ?? []), report]);
  }
  const current = [...perOrganisation.values()].map(currentScores).filter((scores) => scores !== undefined);
  return Object.fromEntries(framework.norms.map(({ code }, norm) => [code, countOf(current.map((scores) => scores[norm]!))]));
}

/** The latest first test or hertoets, with what later checks judged again; undefined when there was no such test. */
function currentScores(reports: readonly SampleReport[]): readonly number[] | undefined {
  const ordered = [...reports].sort((a, b) => a.day - b.day || (a.reference < b.reference ? -1 : 1));
  const test = ordered.findLast(({ kind }) => kind === "initial" || kind === "recertification");
  if (!test) return undefined;
  const scores = [...test.audit];
  for (const later of ordered.filter(({ kind, day }) => (kind === "interim" || kind === "followUp") && day >= test.day))
    later.audit.forEach((score, norm) => {
      if (isJudgement(score)) scores[norm] = score;
    });
  return scores;
}

function countOf(scores: readonly number[]): NormCount {
  const times = (wanted: number) => scores.filter((score) => score === wanted).length;
  return {
    organisaties: scores.filter((score) => score !== OUT_OF_SCOPE).length,
    beoordeeld: scores.filter(isJudgement).length,
    voldoet: times(MET),
    voldoet_deels: times(PARTIALLY_MET),
    voldoet_niet: times(NOT_MET),
    niet_van_toepassing: times(NOT_APPLICABLE),
    niet_beoordeeld: times(NOT_ASSESSED),
  };
}
