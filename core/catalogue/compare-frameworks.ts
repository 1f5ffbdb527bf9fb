import { frameworkKey } from "../ids.ts";
import type { Norm, NormFramework, Relation } from "./types.ts";

/** `overlaps`: the catalogue says that both ask the same, as between two variants. */
export type ComparedRelation = Relation | "overlaps" | "new" | "dropped";

/** What a norm was in the one framework, and is in the other. */
export interface ComparedNorm {
  readonly relation: ComparedRelation;
  /** Empty for a new norm; several for one that they were merged into. */
  readonly before: readonly Norm[];
  /** Undefined for a norm that was dropped. */
  readonly after: Norm | undefined;
}

/**
 * Two frameworks norm by norm, in the order of the later one; then what it does not have any more. Also across versions in between: a norm is the same
 * only when it stayed the same all the way.
 *
 * @param frameworks among which the versions in between are found.
 */
export function compareFrameworks(
  before: NormFramework,
  after: NormFramework,
  frameworks: readonly NormFramework[],
): readonly ComparedNorm[] {
  const byKey = new Map(frameworks.map((framework) => [keyOf(framework), framework]));
  const kept = after.norms.map((norm) => compared(norm, before, after, byKey));
  const found = new Set(kept.flatMap((one) => one.before.map(({ code }) => code)));
  const dropped = before.norms.filter(({ code }) => !found.has(code));
  return [...kept, ...dropped.map((norm): ComparedNorm => ({ relation: "dropped", before: [norm], after: undefined }))];
}

const keyOf = ({ label, variant, version }: NormFramework): string => frameworkKey(label, variant, version);

function compared(norm: Norm, before: NormFramework, after: NormFramework, byKey: ReadonlyMap<string, NormFramework>): ComparedNorm {
  const origins = originsIn(keyOf(before), norm, byKey, new Set([keyOf(after)]));
  const ofCodes = (codes: ReadonlySet<string>) => before.norms.filter(({ code }) => codes.has(code));
  if (origins.size > 0) return { relation: relationOf(origins), before: ofCodes(new Set(origins.keys())), after: norm };
  const same = ofCodes(overlapping(norm, before, keyOf(after)));
  return same.length > 0 ? { relation: "overlaps", before: same, after: norm } : { relation: "new", before: [], after: norm };
}

/** Codes of the norms in the framework `key` that this one comes from, each with what happened on the way. `seen` ends a circle. */
function originsIn(
  key: string,
  norm: Norm,
  byKey: ReadonlyMap<string, NormFramework>,
  seen: ReadonlySet<string>,
): ReadonlyMap<string, Relation> {
  const origins = new Map<string, Relation>();
  const note = (code: string, relation: Relation) => origins.set(code, severer(relation, origins.get(code) ?? "same"));
  for (const { framework, norm: code, relation } of norm.from ?? []) {
    if (framework === key) {
      note(code, relation);
      continue;
    }
    const between = seen.has(framework) ? undefined : byKey.get(framework)?.norms.find((one) => one.code === code);
    if (!between) continue;
    for (const [origin, earlier] of originsIn(key, between, byKey, new Set([...seen, framework]))) note(origin, severer(relation, earlier));
  }
  return origins;
}

/** What tells most about a norm that two things happened to. */
const SEVERITY: readonly Relation[] = ["same", "reworded", "split", "merged"];
const severer = (a: Relation, b: Relation): Relation => (SEVERITY.indexOf(a) >= SEVERITY.indexOf(b) ? a : b);

const relationOf = (origins: ReadonlyMap<string, Relation>): Relation =>
  origins.size > 1 && ![...origins.values()].includes("split") ? "merged" : [...origins.values()].reduce(severer);

function overlapping(norm: Norm, before: NormFramework, afterKey: string): ReadonlySet<string> {
  const named = (norm.overlaps ?? []).filter(({ framework }) => framework === keyOf(before)).map(({ norm: code }) => code);
  const naming = before.norms.filter(({ overlaps = [] }) => overlaps.some((one) => one.framework === afterKey && one.norm === norm.code));
  return new Set([...named, ...naming.map(({ code }) => code)]);
}
