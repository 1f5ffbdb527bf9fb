import type { Catalogue, CompiledFramework } from "../../../core/catalogue/types.ts";
import type { FrameworkDraft } from "../../../core/framework-draft/types.ts";

/** A draft as every page of it needs it. */
export interface DraftView {
  readonly draft: FrameworkDraft;
  /** The framework that it is made from. */
  readonly base: CompiledFramework;
  readonly catalogue: Catalogue;
  /** May this person change it now? */
  readonly mayEdit: boolean;
  /** May this person put it in force? */
  readonly mayPublish: boolean;
}

/** Of a page that was sent: the revision that it showed. Whoever changes an older one hears so first. */
export const REVISION = "herziening";
