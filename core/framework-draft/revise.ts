import type { DraftEvent, FrameworkDraft, TrailLine } from "./types.ts";

/** Who changes a draft, and when (ISO 8601). */
export type Author = Pick<TrailLine, "by" | "at">;

type Content = Partial<Omit<FrameworkDraft, "revision" | "trail" | "label" | "variant" | "version" | "base">>;

/** The next revision of a draft. `norms`: codes of the norms that it is about. */
export function revise(
  draft: FrameworkDraft,
  content: Content,
  event: DraftEvent,
  norms: readonly string[],
  { by, at }: Author,
): FrameworkDraft {
  const revision = draft.revision + 1;
  const line: TrailLine = { revision, event, norms, by: { id: by.id, name: by.name }, at };
  return { ...draft, ...content, revision, trail: [...draft.trail, line] };
}
