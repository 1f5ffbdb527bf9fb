import type { CompiledFramework, LineageStep, Relation } from "../../catalogue/types.ts";
import type { ViewNorm } from "../../relevance/view-norms.ts";
import type { View } from "../../relevance/views.ts";

/** Where the line of a norm begins or ends though its variant has another version: there the norm became another one. */
export type Break =
  /** `framework` is the first that has the norm. Without origins it is new. */
  | { readonly at: "begin"; readonly framework: CompiledFramework; readonly origins: readonly LineageStep[] }
  /** `framework` is the last that has the norm, `next` the version after it. Without successors the norm was dropped. */
  | {
      readonly at: "end";
      readonly framework: CompiledFramework;
      readonly next: CompiledFramework;
      readonly successors: readonly Successor[];
    };

export interface Successor {
  readonly framework: CompiledFramework;
  readonly norm: string;
  readonly relation: Relation;
}

/** The breaks of a norm in a view: first where it begins, then where it ends, in the order of its places. */
export const breaksOf = (view: View, norm: ViewNorm): Break[] => [...beginsOf(view, norm), ...endsOf(view, norm)];

function beginsOf(view: View, norm: ViewNorm): Break[] {
  return norm.places.flatMap(({ framework, norm: position }): Break[] => {
    const versions = versionsOf(view, framework);
    const earlier = versions.slice(0, versions.indexOf(framework));
    if (earlier.length === 0 || earlier.some((version) => norm.places.some((place) => place.framework === version))) return [];
    const from = framework.norms[position]!.from ?? [];
    return [{ at: "begin", framework, origins: from.filter((step) => earlier.some((version) => version.key === step.framework)) }];
  });
}

function endsOf(view: View, norm: ViewNorm): Break[] {
  return norm.places.flatMap(({ framework, norm: position }): Break[] => {
    const versions = versionsOf(view, framework);
    const later = versions.slice(versions.indexOf(framework) + 1);
    if (later.length === 0 || later.some((version) => norm.places.some((place) => place.framework === version))) return [];
    const code = framework.norms[position]!.code;
    const successors = later.flatMap((version) =>
      version.norms.flatMap(({ code: successor, from = [] }) =>
        from
          .filter((step) => step.framework === framework.key && step.norm === code)
          .map(({ relation }): Successor => ({ framework: version, norm: successor, relation })),
      ),
    );
    return [{ at: "end", framework, next: later[0]!, successors }];
  });
}

/** The versions of the same variant, the newest last. */
export const versionsOf = (view: View, { variant }: CompiledFramework): readonly CompiledFramework[] =>
  view.frameworks.filter((framework) => framework.variant === variant);
