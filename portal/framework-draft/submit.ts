import type { DraftRegister, FrameworkDraft } from "../../core/framework-draft/types.ts";
import type { Refusal } from "../pages/framework-draft/draft-layout.tsx";
import { type OpenedDraft, since } from "./opened-draft.ts";

/** What came of a change: `refused` when others were first or it is too large, `faults` when it is wrong. Nothing changed but by `draft`. */
export type Submitted<Fault> =
  | { readonly kind: "done"; readonly draft: FrameworkDraft }
  | { readonly kind: "faults"; readonly faults: readonly Fault[] }
  | { readonly kind: "refused"; readonly refusal: Refusal };

interface Change<Fault> {
  /** Of the page that was sent. */
  readonly revision: number;
  make(draft: FrameworkDraft): { readonly draft: FrameworkDraft } | { readonly faults: readonly Fault[] };
  /** Was it done already, by the same person? */
  wasDone?(draft: FrameworkDraft): boolean;
}

/** Makes a change to the revision of the draft that the person saw, and keeps it; whoever changed the draft meanwhile goes first. */
export async function submit<Fault>(
  { draft, mayEdit }: Pick<OpenedDraft, "draft" | "mayEdit">,
  drafts: DraftRegister,
  { revision, make, wasDone }: Change<Fault>,
): Promise<Submitted<Fault>> {
  if (wasDone?.(draft)) return { kind: "done", draft };
  const meanwhile = (now: FrameworkDraft): Submitted<Fault> => ({
    kind: "refused",
    refusal: { meanwhile: since(now, revision), tooLarge: false },
  });
  if (draft.revision !== revision || !mayEdit) return meanwhile(draft);
  const made = make(draft);
  if ("faults" in made) return { kind: "faults", faults: made.faults };
  const kept = await drafts.keep(made.draft);
  if (kept === "kept") return { kind: "done", draft: made.draft };
  if (kept === "tooLarge") return { kind: "refused", refusal: { meanwhile: [], tooLarge: true } };
  return meanwhile((await drafts.find(draft)) ?? draft);
}
