import { bodyCode, organisationId } from "../ids.ts";
import { SCORE_CHARS } from "../judgement.ts";
import { type AuditFacts, auditCount, DIRECTIONS, DISCIPLINE, IMPROVEMENT, type LabelScores, SELF, widthOf } from "./shard-scores.ts";
import { auditForms, auditKinds, type SectorInformation, trendDirections } from "./types.ts";

/** The reports back from the columns, in canonical order: `buildLabel` of them gives the same columns. */
export const factsOf = (label: LabelScores): AuditFacts[] =>
  Array.from({ length: auditCount(label) }, (_, audit) => factsOfAudit(label, audit));

function factsOfAudit(label: LabelScores, audit: number): AuditFacts {
  const { audits, tables, frameworks } = label;
  const sector = sectorOf(label, audit);
  return {
    body: bodyCode(tables.bodies[audits.body[audit]!]!),
    reference: tables.references[audits.reference[audit]!]!,
    framework: frameworks[audits.framework[audit]!]!.key,
    organisation: organisationId(tables.organisations[audits.organisation[audit]!]!),
    day: audits.day[audit]!,
    kind: auditKinds[audits.kind[audit]!]!,
    form: auditForms[audits.form[audit]!]!,
    ...vectorsOf(label, audit),
    ...(Object.keys(sector).length > 0 ? { sector } : {}),
    ...trendsOf(label, audit),
  };
}

function vectorsOf(label: LabelScores, audit: number): Pick<AuditFacts, "audit" | "self" | "improvement" | "disciplines"> {
  const width = widthOf(label, audit);
  const first = label.vectorStart[audit]!;
  let self: string | undefined;
  let improvement: string | undefined;
  const disciplines: [string, string][] = [];
  for (let i = first + 1; i < label.vectorStart[audit + 1]!; i++) {
    const what = label.vectors[i]!;
    const text = textAt(label, label.scoreStart[audit]! + (i - first) * width, width);
    if (what === SELF) self = text;
    else if (what === IMPROVEMENT) improvement = text;
    else disciplines.push([label.tables.disciplines[what - DISCIPLINE]!, text]);
  }
  return {
    audit: textAt(label, label.scoreStart[audit]!, width),
    ...(self === undefined ? {} : { self }),
    ...(improvement === undefined ? {} : { improvement }),
    // fromEntries, since a sender may call a discipline `__proto__`.
    ...(disciplines.length === 0 ? {} : { disciplines: Object.fromEntries(disciplines) }),
  };
}

function trendsOf({ trendStart, trends, tables }: LabelScores, audit: number): Pick<AuditFacts, "trends"> {
  if (trendStart[audit] === trendStart[audit + 1]) return {};
  const said = Array.from(trends.subarray(trendStart[audit], trendStart[audit + 1]));
  return {
    trends: said.map((trend) => ({
      theme: tables.themes[Math.floor(trend / DIRECTIONS)]!,
      direction: trendDirections[trend % DIRECTIONS]!,
    })),
  };
}

const textAt = ({ scores }: LabelScores, offset: number, width: number): string =>
  Array.from(scores.subarray(offset, offset + width), (code) => SCORE_CHARS[code]).join("");

function sectorOf({ audits, tables }: LabelScores, audit: number): SectorInformation {
  const said = (value: number) => (Number.isNaN(value) ? undefined : value);
  const municipality = audits.municipality[audit]!;
  const heard = audits.clientCouncilHeard[audit]!;
  const sector = {
    fte: said(audits.fte[audit]!),
    municipality: municipality === 0 ? undefined : tables.municipalities[municipality - 1],
    auditDays: said(audits.auditDays[audit]!),
    conversations: said(audits.conversations[audit]!),
    clientCouncilHeard: heard === 0 ? undefined : heard === 2,
  };
  return Object.fromEntries(Object.entries(sector).filter(([, value]) => value !== undefined));
}
