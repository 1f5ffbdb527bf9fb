import { foldCode, losesZeroInExcel } from "../catalogue/codes.ts";
import { normCode, normTitle } from "../catalogue/shapes.ts";
import type { Competency } from "../catalogue/types.ts";
import { columnNames } from "../intake/columns.ts";
import type { DraftNorm, FrameworkDraft } from "./types.ts";

/** What is wrong with one norm as somebody wrote it. `value`: what is wrong, as it was written. */
export interface NormFault {
  readonly fault:
    | "codeMissing"
    | "codeMalformed"
    | "codeEndsInZero"
    | "codeIsColumn"
    | "codeTaken"
    | "titleMissing"
    | "titleTooLong"
    | "titleMalformed"
    | "categoryUnknown"
    | "competencyUnknown"
    | "competencyDouble";
  readonly field: "code" | "title" | "category" | "competencies";
  readonly value: string;
}

export type NormText = Pick<DraftNorm, "code" | "title" | "category" | "competencies">;

/** What a norm may be made of. */
export interface NormRules {
  readonly categories: FrameworkDraft["categories"];
  readonly competencies: readonly Competency[];
}

/** Longest title, as the files of the catalogue have it (`shapes.ts`). */
export const MAX_TITLE = 500;

/**
 * Everything that is wrong with it, each once; the same rules as `catalogue/check.ts`, but told for the field of a form or the cell of a sheet.
 *
 * @param taken codes of the other norms.
 */
export function normFaults(
  { code, title, category, competencies }: NormText,
  taken: readonly string[],
  rules: NormRules,
): readonly NormFault[] {
  return [
    ...codeFaults(code, taken),
    ...titleFaults(title),
    ...(rules.categories.some((known) => known.code === category)
      ? []
      : [{ fault: "categoryUnknown", field: "category", value: category } as const]),
    ...competencyFaults(competencies, rules),
  ];
}

function codeFaults(code: string, taken: readonly string[]): NormFault[] {
  const fault = (name: NormFault["fault"]): NormFault[] => [{ fault: name, field: "code", value: code }];
  if (code === "") return fault("codeMissing");
  if (!normCode.safeParse(code).success) return fault("codeMalformed");
  if (losesZeroInExcel(code)) return fault("codeEndsInZero");
  if (columnNames.some((column) => foldCode(column) === foldCode(code))) return fault("codeIsColumn");
  return taken.some((other) => foldCode(other) === foldCode(code)) ? fault("codeTaken") : [];
}

function titleFaults(title: string): NormFault[] {
  const fault = (name: NormFault["fault"]): NormFault[] => [{ fault: name, field: "title", value: title }];
  if (title === "") return fault("titleMissing");
  if (title.length > MAX_TITLE) return fault("titleTooLong");
  return normTitle.safeParse(title).success ? [] : fault("titleMalformed");
}

function competencyFaults(codes: readonly string[], { competencies }: NormRules): NormFault[] {
  const known = new Set(competencies.map(({ code }) => code));
  return codes.flatMap((code, i): NormFault[] => {
    const fault = !known.has(code) ? "competencyUnknown" : codes.indexOf(code) < i ? "competencyDouble" : undefined;
    return fault ? [{ fault, field: "competencies", value: code }] : [];
  });
}

/** Text as people type or paste it: white space of any kind evened out to single blanks, none at the ends. */
export const tidied = (text: string): string => text.replace(/\s+/gu, " ").trim();
