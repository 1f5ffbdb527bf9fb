/** The sheet in which a draft is edited outside the portal: its columns, what may be written in each. */
import type { CompiledFramework } from "../../catalogue/types.ts";
import { withoutControls } from "../../intake/reading/control-characters.ts";
import { tidied } from "../norm-faults.ts";
import type { DraftNorm, FrameworkDraft } from "../types.ts";

export const NORMS_SHEET = "Normen";
export const ABOUT_SHEET = "Uitleg";

/** Rows of the explanation that are read back: which draft it is, and which revision of it. */
export const ABOUT_DRAFT = "concept";
export const ABOUT_REVISION = "herziening";

/** By these a row is known, and its norm changed. */
export const editable = ["nieuwe code", "titel", "categorie", "competenties", "vervalt", "reden"] as const;
/** To read beside them. */
export const informative = ["komt uit", "titel nu", "besluit"] as const;
export const KEY = "norm";

export type EditableColumn = (typeof editable)[number];
export type InformativeColumn = (typeof informative)[number];
export type SheetColumn = typeof KEY | EditableColumn | InformativeColumn;

export const sheetColumns: readonly SheetColumn[] = [KEY, ...editable, ...informative];

export const YES = "ja";

/** What stands in each column for a norm of the draft. */
export function cellsOf(norm: DraftNorm, draft: FrameworkDraft, base: CompiledFramework): Readonly<Record<SheetColumn, string>> {
  const before = base.norms.filter(({ code }) => norm.from.some((origin) => origin.norm === code));
  return {
    norm: norm.code,
    "nieuwe code": "",
    titel: norm.title,
    categorie: norm.category,
    competenties: norm.competencies.join(", "),
    vervalt: "",
    reden: "",
    "komt uit": norm.from.map(({ norm: code, relation }) => `${code} (${relationNames[relation]})`).join(", "),
    "titel nu": before.map(({ title }) => title).join(" / "),
    besluit: draft.decisions
      .filter((decision) => norm.from.some((origin) => origin.norm === decision.norm))
      .map(({ norm: code, number, kind, reason }) => `${code}, besluit ${number}: ${decisionNames[kind]}. ${reason}`)
      .join(" / "),
  };
}

const relationNames = { same: "gelijk", reworded: "anders verwoord", merged: "samengevoegd", split: "gesplitst" } as const;

const decisionNames = {
  keep: "behouden",
  clarify: "verduidelijken",
  amend: "aanpassen",
  retire: "schrappen",
  monitor: "monitoren",
} as const;

/** A text as it comes back from a cell: what no cell can hold is gone, white space evened out. Two texts that are equal so are no difference. */
export const asCell = (text: string): string => tidied(withoutControls(text));
