import { parseIsoDay } from "../calendar.ts";
import { foldCode } from "../catalogue/codes.ts";
import { frameworkTitle, shortCode } from "../catalogue/shapes.ts";
import { type Author, revise } from "./revise.ts";
import type { FrameworkDraft } from "./types.ts";

/** What is said of a framework as a whole. */
export type Description = Pick<FrameworkDraft, "title" | "plannedFrom" | "cycleYears" | "categories">;

export interface DescriptionFault {
  readonly fault:
    | "titleMissing"
    | "titleMalformed"
    | "dayMalformed"
    | "yearsOutOfRange"
    | "categoryMalformed"
    | "categoryDouble"
    | "categoryInUse"
    | "nothingChanged";
  readonly value: string;
}

/** Years between two tests, as the files of the catalogue have them (`shapes.ts`). */
const YEARS = { least: 1, most: 20 };

/** The next revision, or everything that is wrong. A category that norms still have cannot be left out. */
export function describeDraft(
  draft: FrameworkDraft,
  to: Description,
  author: Author,
): { readonly draft: FrameworkDraft } | { readonly faults: readonly DescriptionFault[] } {
  const { title, plannedFrom, cycleYears, categories } = draft;
  const faults = faultsOf(to, draft);
  if (faults.length > 0) return { faults };
  if (
    JSON.stringify([title, plannedFrom, cycleYears, categories]) ===
    JSON.stringify([to.title, to.plannedFrom, to.cycleYears, to.categories])
  )
    return { faults: [{ fault: "nothingChanged", value: "" }] };
  return { draft: revise(draft, to, "described", [], author) };
}

function faultsOf({ title, plannedFrom, cycleYears, categories }: Description, { norms }: FrameworkDraft): DescriptionFault[] {
  const faults: DescriptionFault[] = [];
  if (title === "") faults.push({ fault: "titleMissing", value: "" });
  else if (!frameworkTitle.safeParse(title).success) faults.push({ fault: "titleMalformed", value: title });
  if (parseIsoDay(plannedFrom) === undefined) faults.push({ fault: "dayMalformed", value: plannedFrom });
  if (!Number.isInteger(cycleYears) || cycleYears < YEARS.least || cycleYears > YEARS.most)
    faults.push({ fault: "yearsOutOfRange", value: String(cycleYears) });
  categories.forEach((category, i) => {
    if (!shortCode.safeParse(category.code).success || !frameworkTitle.safeParse(category.title).success)
      faults.push({ fault: "categoryMalformed", value: `${category.code} ${category.title}`.trim() });
    if (categories.slice(0, i).some(({ code }) => foldCode(code) === foldCode(category.code)))
      faults.push({ fault: "categoryDouble", value: category.code });
  });
  const gone = new Set(norms.map(({ category }) => category).filter((code) => !categories.some((category) => category.code === code)));
  return [...faults, ...[...gone].map((value) => ({ fault: "categoryInUse" as const, value }))];
}
