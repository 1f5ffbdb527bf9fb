import { may } from "../../core/access.ts";
import type { DecisionRegister } from "../../core/decisions.ts";
import { BrokenInvariant } from "../../core/faults.ts";
import type { EditSource } from "../../core/framework-draft/edit.ts";
import { asItCounts } from "../../core/framework-draft/life.ts";
import { overlapsAt } from "../../core/framework-draft/seed.ts";
import type { DraftRegister, FrameworkDraft } from "../../core/framework-draft/types.ts";
import type { CatalogueKeeper, PortalData } from "../data.ts";
import type { DraftView } from "../pages/framework-draft/view.ts";
import type { PageContext } from "../route.ts";

export interface FrameworkServices {
  readonly data: PortalData;
  readonly drafts: DraftRegister;
  readonly decisions: DecisionRegister;
  readonly keeper: CatalogueKeeper;
}

/** A draft with what its pages and edits look things up in. */
export interface OpenedDraft extends DraftView {
  readonly source: EditSource;
}

/** The draft that an address names, as it counts; undefined when there is none. */
export async function openDraft(
  c: PageContext,
  { data, drafts }: Pick<FrameworkServices, "data" | "drafts">,
): Promise<OpenedDraft | undefined> {
  const [label = "", variant = "", version = ""] = ["label", "variant", "version"].map((name) => c.req.param(name));
  const [kept, catalogue] = await Promise.all([drafts.find({ label, variant, version }), data.catalogue()]);
  if (!kept) return undefined;
  const draft = asItCounts(kept, catalogue);
  const base = catalogue.frameworks.find(({ key }) => key === draft.base);
  if (!base) throw new BrokenInvariant(`the catalogue has no ${draft.base}, from which a draft was made`);
  const { user } = c.get("visit");
  return {
    draft,
    base,
    catalogue,
    mayEdit: draft.state === "open" && may(user, "editDrafts"),
    mayPublish: (draft.state === "open" || draft.state === "publishing") && may(user, "administer"),
    source: { base, competencies: catalogue.competencies, overlapsAt: (position) => overlapsAt(catalogue, base, position) },
  };
}

/** Who sends something now. The route was refused to whoever is not signed in. */
export function authorOf(c: PageContext, now: () => number) {
  const { user } = c.get("visit");
  if (!user) throw new BrokenInvariant("somebody who is not signed in came past the right of a route");
  return { by: { id: user.id, name: user.name }, at: new Date(now()).toISOString() };
}

/** What was done to a draft after a revision. */
export const since = ({ trail }: FrameworkDraft, revision: number): FrameworkDraft["trail"] =>
  trail.filter((line) => line.revision > revision);
