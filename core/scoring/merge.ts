import { BrokenInvariant } from "../faults.ts";
import { buildLabel, emptyColumns } from "./build-label.ts";
import { compareCodePoints } from "./code-points.ts";
import { factsOf } from "./facts-of.ts";
import {
  type AuditColumns,
  auditCount,
  DIRECTIONS,
  DISCIPLINE,
  type LabelScores,
  type LabelTables,
  type ShardScores,
  tableNames,
} from "./shard-scores.ts";
import { type MergedTable, mergeTables } from "./string-table.ts";

/** The scores of no reports at all: merging with it changes nothing. */
export const emptyScores: ShardScores = { referenceDay: null, catalogueVersion: "", labels: [] };

/**
 * All that is in one of both, once, in canonical order. Associative, commutative and idempotent, with `emptyScores` as its empty
 * element: the order of merging, the division over shards and a shard that is merged twice cannot change the result.
 *
 * @throws BrokenInvariant when the two rest on another reference day or catalogue.
 */
export function merge(a: ShardScores, b: ShardScores): ShardScores {
  if (a.referenceDay === null) return b;
  if (b.referenceDay === null) return a;
  if (a.referenceDay !== b.referenceDay || a.catalogueVersion !== b.catalogueVersion) {
    throw new BrokenInvariant("scores of another reference day or another catalogue cannot be merged");
  }
  const ofA = new Map(a.labels.map((label) => [label.label, label]));
  const ofB = new Map(b.labels.map((label) => [label.label, label]));
  const names = [...new Set([...ofA.keys(), ...ofB.keys()])].sort(compareCodePoints);
  return { ...a, labels: names.map((name) => mergeLabels(ofA.get(name), ofB.get(name))) };
}

/** All shards merged two by two, so that each score is moved log₂(shards) times and not as often as there are shards. */
export function mergeAll(shards: readonly ShardScores[]): ShardScores {
  if (shards.length <= 1) return shards[0] ?? emptyScores;
  const middle = Math.ceil(shards.length / 2);
  return merge(mergeAll(shards.slice(0, middle)), mergeAll(shards.slice(middle)));
}

function mergeLabels(a: LabelScores | undefined, b: LabelScores | undefined): LabelScores {
  if (!a || !b) return (a ?? b)!;
  const merged = mapTables((name) => mergeTables(a.tables[name], b.tables[name]));
  // Rare: an item that was on its way from one shard to another. Then the slow way is taken, which is the definition.
  if (haveCommonReport(a, b, merged)) return buildLabel(a.label, a.frameworks, [...factsOf(a), ...factsOf(b)]);

  const order = canonicalOrder(a, b, merged);
  const audits = interleaveColumns(order, a.audits, b.audits, merged);
  return {
    label: a.label,
    frameworks: a.frameworks,
    tables: mapTables((name) => merged[name].table),
    audits,
    ...interleaveVectors(order, a, b, merged),
    ...interleaveTrends(order, a, b, merged),
  };
}

type MergedTables = Readonly<Record<keyof LabelTables, MergedTable>>;

const mapTables = <T>(make: (name: keyof LabelTables) => T): Record<keyof LabelTables, T> =>
  Object.fromEntries(tableNames.map((name) => [name, make(name)])) as Record<keyof LabelTables, T>;

function haveCommonReport(a: LabelScores, b: LabelScores, { references, bodies }: MergedTables): boolean {
  if (references.common.length === 0 || bodies.common.length === 0) return false;
  const common = new Set(references.common);
  const keysOf = ({ audits }: LabelScores, reference: Uint32Array, body: Uint32Array) =>
    Array.from(audits.reference, (number, i) => ({ reference: reference[number]!, body: body[audits.body[i]!]! }))
      .filter((key) => common.has(key.reference))
      .map((key) => key.reference * bodies.table.length + key.body);
  const inA = new Set(keysOf(a, references.fromA, bodies.fromA));
  return keysOf(b, references.fromB, bodies.fromB).some((key) => inA.has(key));
}

/** Where each audit of the result comes from: i for audit i of a, -1 - j for audit j of b. */
function canonicalOrder(a: LabelScores, b: LabelScores, { references, bodies }: MergedTables): Int32Array {
  const sizeA = auditCount(a);
  const sizeB = auditCount(b);
  const order = new Int32Array(sizeA + sizeB);
  let i = 0;
  let j = 0;
  for (let at = 0; at < order.length; at++) order[at] = j === sizeB || (i < sizeA && isBefore(i, j)) ? i++ : -1 - j++;
  return order;

  function isBefore(i: number, j: number): boolean {
    const days = a.audits.day[i]! - b.audits.day[j]!;
    if (days !== 0) return days < 0;
    const difference = references.fromA[a.audits.reference[i]!]! - references.fromB[b.audits.reference[j]!]!;
    if (difference !== 0) return difference < 0;
    return bodies.fromA[a.audits.body[i]!]! < bodies.fromB[b.audits.body[j]!]!;
  }
}

function interleaveColumns(order: Int32Array, a: AuditColumns, b: AuditColumns, tables: MergedTables): AuditColumns {
  const audits = emptyColumns(order.length);
  interleave(order, audits.day, a.day, b.day);
  interleaveNumbers(order, audits.reference, a.reference, b.reference, tables.references);
  interleaveNumbers(order, audits.body, a.body, b.body, tables.bodies);
  interleaveNumbers(order, audits.organisation, a.organisation, b.organisation, tables.organisations);
  interleave(order, audits.framework, a.framework, b.framework);
  interleave(order, audits.kind, a.kind, b.kind);
  interleave(order, audits.form, a.form, b.form);
  interleave(order, audits.fte, a.fte, b.fte);
  interleave(order, audits.auditDays, a.auditDays, b.auditDays);
  interleave(order, audits.conversations, a.conversations, b.conversations);
  interleave(order, audits.clientCouncilHeard, a.clientCouncilHeard, b.clientCouncilHeard);
  const { fromA, fromB } = tables.municipalities;
  for (let at = 0; at < order.length; at++) {
    const source = order[at]!;
    const number = source >= 0 ? a.municipality[source]! : b.municipality[-1 - source]!;
    audits.municipality[at] = number === 0 ? 0 : (source >= 0 ? fromA : fromB)[number - 1]! + 1;
  }
  return audits;
}

type Column = Int32Array | Uint32Array | Uint8Array | Float64Array;

function interleave<T extends Column>(order: Int32Array, target: T, a: T, b: T): void {
  for (let at = 0; at < order.length; at++) {
    const source = order[at]!;
    target[at] = source >= 0 ? a[source]! : b[-1 - source]!;
  }
}

function interleaveNumbers(order: Int32Array, target: Uint32Array, a: Uint32Array, b: Uint32Array, { fromA, fromB }: MergedTable): void {
  for (let at = 0; at < order.length; at++) {
    const source = order[at]!;
    target[at] = source >= 0 ? fromA[a[source]!]! : fromB[b[-1 - source]!]!;
  }
}

type Vectors = Pick<LabelScores, "vectorStart" | "vectors" | "scoreStart" | "scores">;

function interleaveVectors(order: Int32Array, a: LabelScores, b: LabelScores, { disciplines }: MergedTables): Vectors {
  const vectorStart = new Uint32Array(order.length + 1);
  const scoreStart = new Uint32Array(order.length + 1);
  const vectors = new Uint32Array(a.vectors.length + b.vectors.length);
  const scores = new Uint8Array(a.scores.length + b.scores.length);
  for (let at = 0; at < order.length; at++) {
    const source = order[at]!;
    const from = source >= 0 ? a : b;
    const numbers = source >= 0 ? disciplines.fromA : disciplines.fromB;
    const audit = source >= 0 ? source : -1 - source;
    let vector = vectorStart[at]!;
    for (let i = from.vectorStart[audit]!; i < from.vectorStart[audit + 1]!; i++) {
      const what = from.vectors[i]!;
      vectors[vector++] = what < DISCIPLINE ? what : DISCIPLINE + numbers[what - DISCIPLINE]!;
    }
    vectorStart[at + 1] = vector;
    const begin = from.scoreStart[audit]!;
    const end = from.scoreStart[audit + 1]!;
    // A loop: for the some hundred bytes of an audit `set` of a subarray costs three times as much.
    let score = scoreStart[at]!;
    for (let i = begin; i < end; i++) scores[score++] = from.scores[i]!;
    scoreStart[at + 1] = score;
  }
  return { vectorStart, vectors, scoreStart, scores };
}

/** The themes of one report keep their order, since both tables are in code-point order. */
function interleaveTrends(
  order: Int32Array,
  a: LabelScores,
  b: LabelScores,
  { themes }: MergedTables,
): Pick<LabelScores, "trendStart" | "trends"> {
  const trendStart = new Uint32Array(order.length + 1);
  const trends = new Uint32Array(a.trends.length + b.trends.length);
  for (let at = 0; at < order.length; at++) {
    const source = order[at]!;
    const from = source >= 0 ? a : b;
    const numbers = source >= 0 ? themes.fromA : themes.fromB;
    const audit = source >= 0 ? source : -1 - source;
    let trend = trendStart[at]!;
    for (let i = from.trendStart[audit]!; i < from.trendStart[audit + 1]!; i++) {
      const said = from.trends[i]!;
      trends[trend++] = numbers[Math.floor(said / DIRECTIONS)]! * DIRECTIONS + (said % DIRECTIONS);
    }
    trendStart[at + 1] = trend;
  }
  return { trendStart, trends };
}
