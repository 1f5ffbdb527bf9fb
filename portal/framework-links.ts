/** Addresses of the pages about frameworks and their drafts. */
import type { DraftKey } from "../core/framework-draft/types.ts";
import { withFields } from "./norm-links.ts";

export const FRAMEWORKS = "/normenkaders";
export const COMPARE_FRAMEWORKS = `${FRAMEWORKS}/vergelijken`;

/** As routes have it; what stands behind it is one page of the draft. */
export const DRAFT = `${FRAMEWORKS}/concept/:label/:variant/:version`;

export const draftPage = ({ label, variant, version }: DraftKey): string =>
  `${FRAMEWORKS}/concept/${[label, variant, version].map(encodeURIComponent).join("/")}`;

export const draftNormPage = (key: DraftKey, id: number | typeof NEW_NORM): string => `${draftPage(key)}/norm/${id}`;

/** In the place of the id of a norm: one that is to be added. */
export const NEW_NORM = "nieuw";

/** Id of the row of a norm on the page of its draft. */
export const rowOfNorm = (id: number): string => `norm-${id}`;

/** Two versions, or a version and a draft, beside each other; by key. */
export const comparePage = (before: string, after: string): string =>
  withFields(COMPARE_FRAMEWORKS, [
    ["van", before],
    ["naar", after],
  ]);
