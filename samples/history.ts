/** The sample history: which organisation was tested when, by whom, for what, and what was found. Seeded; knows no clock. */

import { type Day, dayOf, parseIsoDay, yearOf } from "../core/calendar.ts";
import type { Catalogue, CompiledFramework } from "../core/catalogue/types.ts";
import { isJudgement, OUT_OF_SCOPE } from "../core/judgement.ts";
import type { AuditForm, AuditKind } from "../core/scoring/types.ts";
import { explanationFor } from "./explanations.ts";
import { type NormTraits, normTraits } from "./norm-traits.ts";
import { type OrganisationLine, organisationLines } from "./organisation-lines.ts";
import { createRandom, type Random } from "./random.ts";
import type { SampleReport } from "./report.ts";
import { drawScore, drawSelf, MET, NOT_MET } from "./scoring.ts";

/** The last day of any test, so that the samples lie in the past for whoever runs them. */
export const LAST_DAY = parseIsoDay("2026-10-30")!;
/** Organisations tested under the NVVK label, and those with a wijkteam test beside their own. */
const NVVK_ORGANISATIONS = 26;
const WIJKTEAM_BESIDE = 24;

interface Occasion {
  readonly line: OrganisationLine;
  readonly day: Day;
  readonly parts: readonly { readonly framework: CompiledFramework; readonly kind: AuditKind }[];
  readonly round: number;
}

/** All reports as they stand in the end, in the order of their dates. */
export function sampleHistory(catalogue: Catalogue): SampleReport[] {
  const lines = organisationLines(catalogue);
  const plans = new Map(lines.map((line) => [line, testDays(line)]));
  const since2021 = lines.filter((line) => plans.get(line)!.some((day) => day >= WIJKTEAM_FROM) && line.at(2017)!.id === line.at(2026)?.id);
  const nvvk = [...since2021.filter((line) => line.debtHelp), ...since2021.filter((line) => !line.debtHelp && !line.wijkteamOnly)].slice(
    0,
    NVVK_ORGANISATIONS,
  );
  const beside = since2021.filter((line) => !line.wijkteamOnly && !nvvk.includes(line)).slice(0, WIJKTEAM_BESIDE);
  const occasions = lines
    .flatMap((line) => occasionsOf(line, plans.get(line)!, catalogue, { nvvk: nvvk.includes(line), beside: beside.includes(line) }))
    .sort((a, b) => a.day - b.day || (a.line.id < b.line.id ? -1 : 1));
  const traits = normTraits(catalogue);
  const numbers = new Map<string, number>();
  return occasions
    .flatMap((occasion) => {
      const reports = reportsOf(occasion, referenceFor(occasion, numbers), nvvk.indexOf(occasion.line), traits);
      return [...reports, ...reports.flatMap((report) => followUp(report, occasion, plans.get(occasion.line)!, numbers, traits))];
    })
    .sort((a, b) => a.day - b.day || (a.reference < b.reference ? -1 : a.reference > b.reference ? 1 : 0));
}

/** One more test of an organisation by a body, under a reference of its own: what the faulty files are made of. */
export function extraTest(catalogue: Catalogue, id: string, body: string, frameworkKey: string, day: Day, reference: string): SampleReport {
  const line = organisationLines(catalogue).find((one) => one.at(yearOf(day))?.id === id)!;
  const parts = [{ framework: catalogue.frameworkByKey.get(frameworkKey)!, kind: "recertification" as const }];
  // No planted number of judgements: that is full.
  const rank = Number.POSITIVE_INFINITY;
  return reportsOf({ line: { ...line, bodyAt: () => body }, day, parts, round: 3 }, reference, rank, normTraits(catalogue))[0]!;
}

const WIJKTEAM_FROM = dayOf(2021, 2, 1)!;
const OBLIGATORY_2019 = dayOf(2020, 1, 1)!;
const USABLE_2019 = dayOf(2019, 5, 1)!;

/** First test and hertoetsen: three years after a test of the first years, two years later on; some organisations stop. */
function testDays(line: OrganisationLine): Day[] {
  const random = createRandom(`tests ${line.id}`);
  const year = line.steady
    ? random.whole(2017, 2019)
    : random.pick([2017, 2017, 2017, 2018, 2018, 2018, 2019, 2019, 2020, 2021, 2021, 2022, 2023, 2024]);
  const days: Day[] = [];
  for (let day = dayOf(year, 2, 1)! + random.whole(0, 300); day <= LAST_DAY; ) {
    if (!line.at(yearOf(day))) break;
    days.push(workingDay(day));
    const years = day < OBLIGATORY_2019 ? 3 : 2;
    if (random.chance(0.3) && !line.steady) break;
    day += years * 365 + random.whole(-30, 75);
  }
  return days;
}

/** Saturday and Sunday become the Friday before; 1 January 1970 was a Thursday. */
function workingDay(day: Day): Day {
  const weekday = (day + 4) % 7;
  return weekday === 6 ? day - 1 : weekday === 0 ? day - 2 : day;
}

function occasionsOf(
  line: OrganisationLine,
  days: readonly Day[],
  catalogue: Catalogue,
  also: { nvvk: boolean; beside: boolean },
): Occasion[] {
  const framework = (key: string) => catalogue.frameworkByKey.get(key)!;
  const random = createRandom(`occasions ${line.id}`);
  const seen = new Set<string>();
  const kindFor = (label: string): AuditKind => {
    const kind = seen.has(label) ? "recertification" : "initial";
    seen.add(label);
    return kind;
  };
  const part = (key: string) => ({ framework: framework(key), kind: kindFor(framework(key).label) });
  return days.flatMap((day, round) => {
    const early = day < USABLE_2019 || (day < OBLIGATORY_2019 && random.chance(0.5));
    const variant = line.wijkteamOnly && day >= WIJKTEAM_FROM ? "KSW/wijkteam/2021" : early ? "KSW/basis/2017" : "KSW/basis/2019";
    const withNvvk = also.nvvk && day >= WIJKTEAM_FROM;
    const own: Occasion = { line, day, round, parts: [part(variant), ...(withNvvk ? [part("NVVK/basis/2021")] : [])] };
    const besideDay = workingDay(day + random.whole(14, 60));
    if (!also.beside || day < WIJKTEAM_FROM || besideDay > LAST_DAY) return [own];
    return [own, { line, day: besideDay, round, parts: [part("KSW/wijkteam/2021")] }];
  });
}

/** Each body numbers its reports in its own way, per year. */
function referenceFor({ line, day }: Pick<Occasion, "line" | "day">, numbers: Map<string, number>): string {
  const year = yearOf(day);
  const body = line.bodyAt(year);
  const number = (numbers.get(`${body} ${year}`) ?? 0) + 1;
  numbers.set(`${body} ${year}`, number);
  const [short, three] = [String(year).slice(2), String(number).padStart(3, "0")];
  const manners: Readonly<Record<string, string>> = {
    ciio: `C${year}-${three}`,
    dnv: `NL-${short}-${three}`,
    keurmerkinstituut: `KI ${year}/${three}`,
    lloyds: `LR${short}${three}`,
  };
  return manners[body]!;
}

type Traits = (framework: CompiledFramework, norm: number) => NormTraits;

function reportsOf({ line, day, parts, round }: Occasion, reference: string, rank: number, traits: Traits): SampleReport[] {
  const year = yearOf(day);
  const body = line.bodyAt(year);
  const random = createRandom(`audit ${line.id} ${day}`);
  const organisation = line.at(year)!;
  const quality = line.quality + 0.2 * round + random.normal(0, 0.15);
  const form: AuditForm = parts.length > 1 ? "combinedLabel" : random.chance(0.08) ? "peerPlusExternal" : "external";
  const common = {
    body,
    reference,
    organisation: organisation.id,
    name: random.chance(0.02) ? `${organisation.name} en Omstreken` : organisation.name,
    kvk: organisation.kvk,
    form,
    day,
    fte: Math.round(line.fte * (1 + 0.03 * round) * 10) / 10,
    municipality: line.municipality,
    auditDays: random.whole(2, 6) / 2,
    conversations: random.whole(12, 44),
    clientCouncilHeard: random.chance(0.85),
  };
  const overlapOnce = parts.length > 1 && random.chance(0.5);
  const drawn = parts.map(({ framework, kind }) => {
    const audited = { framework, body, year: year + (day % 365) / 365, quality, rank };
    return { framework, kind, audit: framework.norms.map(({ code }, norm) => drawScore(audited, code, traits(framework, norm), random)) };
  });
  const first = drawn[0]!;
  return drawn.map(({ framework, kind, audit }, place) => {
    const carried = new Set<number>();
    if (place > 0 && overlapOnce)
      framework.norms.forEach((_, norm) => {
        const twin = framework.overlapsOf[norm]!.find((other) => other.framework === first.framework.index);
        // Only a judgement is carried; what is not a judgement is written down for each label.
        if (!twin || !isJudgement(first.audit[twin.norm]!)) return;
        audit[norm] = first.audit[twin.norm]!;
        carried.add(norm);
      });
    return { ...common, framework, kind, audit, carried, ...detailsOf(framework, audit, carried, kind, form, body, random) };
  });
}

const DISCIPLINES = ["maatschappelijk werk", "schuldhulpverlening", "sociaal raadsliedenwerk"] as const;

/** What only the bodies with the long layout deliver: self-evaluation, scores per discipline and explanations. */
function detailsOf(
  framework: CompiledFramework,
  audit: readonly number[],
  carried: ReadonlySet<number>,
  kind: AuditKind,
  form: AuditForm,
  body: string,
  random: Random,
): Pick<SampleReport, "self" | "disciplines" | "explanations"> {
  if (body !== "dnv" && body !== "lloyds") return {};
  const withSelf = kind === "initial" || random.chance(0.35);
  const disciplines = new Map<number, Record<string, number>>();
  const explanations = new Map<number, string>();
  audit.forEach((score, norm) => {
    if (carried.has(norm)) return;
    if (score < MET && random.chance(0.3)) explanations.set(norm, explanationFor(score, random));
    const perDiscipline = body === "lloyds" && form === "combinedLabel" && framework.norms[norm]!.category === "V" && isJudgement(score);
    if (!perDiscipline) return;
    const lowest = random.whole(0, DISCIPLINES.length - 1);
    disciplines.set(
      norm,
      Object.fromEntries(DISCIPLINES.map((name, place) => [name, place === lowest ? score : Math.min(MET, score + random.whole(0, 1))])),
    );
  });
  const self = withSelf ? { self: audit.map((score, norm) => drawSelf(score, framework.norms[norm]!.code, random)) } : {};
  return { ...self, ...(disciplines.size > 0 ? { disciplines } : {}), ...(explanations.size > 0 ? { explanations } : {}) };
}

/** A vervolgtoets about the norms that were not met, or a tussentijdse toets about a few; before the next test of the organisation. */
function followUp(
  report: SampleReport,
  { line, day }: Occasion,
  days: readonly Day[],
  numbers: Map<string, number>,
  traits: Traits,
): SampleReport[] {
  if (report.framework.label !== "KSW" || report.framework.variant !== "basis") return [];
  const random = createRandom(`follow-up ${line.id} ${day}`);
  const missed = report.audit.flatMap((score, norm) => (score === NOT_MET ? [norm] : []));
  const kind: AuditKind | undefined = missed.length >= 3 && random.chance(0.2) ? "followUp" : random.chance(0.05) ? "interim" : undefined;
  const later = workingDay(day + random.whole(150, 330));
  const next = days.find((other) => other > day) ?? LAST_DAY;
  if (
    kind === undefined ||
    later >= Math.min(next, LAST_DAY, report.framework.validUntilDay) ||
    line.at(yearOf(later))?.id !== report.organisation
  )
    return [];
  // A follow-up stays with the body that tested.
  if (line.bodyAt(yearOf(later)) !== report.body) return [];
  const judged = new Set(
    kind === "followUp" ? missed : report.audit.flatMap((score, norm) => (isJudgement(score) && random.chance(0.2) ? [norm] : [])),
  );
  if (judged.size === 0) return [];
  const audited = { framework: report.framework, body: report.body, year: yearOf(later), quality: line.quality + 0.8, rank: 0 };
  const audit = report.framework.norms.map(({ code }, norm) => {
    const score = drawScore(audited, code, traits(report.framework, norm), random);
    return judged.has(norm) ? (isJudgement(score) ? score : NOT_MET) : OUT_OF_SCOPE;
  });
  const { self: _, disciplines: __, explanations: ___, ...rest } = report;
  return [
    {
      ...rest,
      reference: referenceFor({ line, day: later }, numbers),
      kind,
      form: "external",
      day: later,
      audit,
      carried: new Set(),
      auditDays: 1,
      conversations: random.whole(3, 10),
    },
  ];
}
