import type { Day } from "../calendar.ts";
import type { Catalogue, CompiledFramework } from "../catalogue/types.ts";
import { compareCodePoints } from "../scoring/code-points.ts";
import { joinNorms, type ViewNorm } from "./view-norms.ts";

/**
 * A fixed choice of reports in which signals are looked for: label × variant(s) × framework lineage (decision 0010). Other
 * choices show figures, but raise no test signals.
 */
export interface View {
  /** `<label>/<variant or *>/<first version>..<last version>` of a published view. */
  readonly id: string;
  readonly label: string;
  /** The only variant; null: all variants of the label together. */
  readonly variant: string | null;
  /** In code-point order. */
  readonly variants: readonly string[];
  /** In order of validity, the newest last. */
  readonly frameworks: readonly CompiledFramework[];
  readonly norms: readonly ViewNorm[];
}

/**
 * The views that are published: per label all variants together, and each variant alone where there are several, each over all its
 * framework versions. In code-point order of the label, `*` before the variants. A label with one variant has only its view `*`: the same
 * figures and signals under a second name would be read as two findings. Every label has a `*`, also when variants come and go.
 */
export function publishedViews(catalogue: Catalogue): readonly View[] {
  const labels = distinct(catalogue.frameworks.map(({ label }) => label));
  return labels.flatMap((label) => {
    const variants = distinct(ofLabel(catalogue, label).map(({ variant }) => variant));
    const alone = variants.length > 1 ? variants : [];
    return [viewOf(catalogue, label, null), ...alone.map((variant) => viewOf(catalogue, label, variant))];
  });
}

/** The view of a label over all framework versions of one variant, or (null) of all its variants. */
export function viewOf(catalogue: Catalogue, label: string, variant: string | null): View {
  const frameworks = inOrderOfValidity(ofLabel(catalogue, label).filter((framework) => variant === null || framework.variant === variant));
  const id = `${label}/${variant ?? "*"}/${frameworks[0]?.version ?? ""}..${frameworks.at(-1)?.version ?? ""}`;
  return joined(catalogue, id, label, variant, frameworks);
}

/**
 * The view of some frameworks of a label, to look around in: no signals are looked for in it, unless it is a published view. Its id names
 * all its variants and versions, separated by `|`.
 */
export function viewOfFrameworks(catalogue: Catalogue, label: string, chosen: (framework: CompiledFramework) => boolean): View {
  const frameworks = inOrderOfValidity(ofLabel(catalogue, label).filter(chosen));
  const variants = distinct(frameworks.map(({ variant }) => variant));
  const versions = distinct(frameworks.map(({ version }) => version));
  const id = `${label}/${variants.join("|")}/${versions.join("|")}`;
  return joined(catalogue, id, label, variants.length === 1 ? variants[0]! : null, frameworks);
}

const joined = (
  catalogue: Catalogue,
  id: string,
  label: string,
  variant: string | null,
  frameworks: readonly CompiledFramework[],
): View => ({
  id,
  label,
  variant,
  variants: distinct(frameworks.map((framework) => framework.variant)),
  frameworks,
  norms: joinNorms(catalogue, frameworks),
});

/**
 * Is the norm out of force on this day: has every variant that had it a newer framework without it? A framework that is not valid yet
 * does not withdraw a norm.
 */
export function isWithdrawn(view: View, norm: ViewNorm, day: Day): boolean {
  const known = view.frameworks.filter(({ validFromDay }) => validFromDay <= day);
  const newest = new Map(known.map((framework) => [framework.variant, framework]));
  const had = norm.places.filter(({ framework }) => framework.validFromDay <= day);
  return had.length > 0 && had.every(({ framework }) => !norm.places.some((place) => place.framework === newest.get(framework.variant)));
}

/** By first day of validity, then version. Of one day and version, the first variant counts as the newest: its order and titles lead. */
const inOrderOfValidity = (frameworks: readonly CompiledFramework[]): CompiledFramework[] =>
  [...frameworks].sort(
    (a, b) => a.validFromDay - b.validFromDay || compareCodePoints(a.version, b.version) || compareCodePoints(b.variant, a.variant),
  );

const ofLabel = (catalogue: Catalogue, label: string) => catalogue.frameworks.filter((framework) => framework.label === label);

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].sort(compareCodePoints);
