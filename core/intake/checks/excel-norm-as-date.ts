import type { CompiledFramework } from "../../catalogue/types.ts";
import { DATE } from "../types.ts";
import type { NormRule } from "./rule.ts";

/** Excel turns norm 1.2 into 1 February. The mended code is offered; it is certain when exactly one norm of the framework fits. */
export const excelNormAsDate: NormRule = {
  code: "EXCEL_NORM_AS_DATE",
  severity: "error",
  about: "norm",
  check: ({ text, kind }, framework) => {
    const parts = dateOfNorm(text, kind);
    return parts === undefined ? undefined : { params: { suggestions: normsBehind(parts, framework), framework: framework.key } };
  },
};

const months = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const english = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Day and month of a date as Excel shows or stores it: `1-2-2026`, `01/02/26`, `1-feb`, `feb-01`, `2026-02-01`. */
export function dateOfNorm(text: string, kind: number): { day: number; month: number } | undefined {
  const iso = /^\d{4}-(\d{1,2})-(\d{1,2})([T ].*)?$/.exec(text);
  if (iso) return { month: Number(iso[1]), day: Number(iso[2]) };
  const numeric = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})$/.exec(text);
  if (numeric) return { day: Number(numeric[1]), month: Number(numeric[2]) };
  const named = /^(\d{1,2})[- ]([a-z]{3})\.?(?:[- ](?:\d{4}|\d{2}))?$/i.exec(text) ?? flipped(/^([a-z]{3})\.?[- ](\d{1,2})$/i.exec(text));
  const month = named ? monthOf(named[2] as string) : 0;
  if (named && month > 0) return { day: Number(named[1]), month };
  return kind === DATE ? { day: 0, month: 0 } : undefined;
}

const flipped = (match: RegExpExecArray | null): readonly string[] | null => match && [match[0], match[2] as string, match[1] as string];

const monthOf = (name: string): number => Math.max(months.indexOf(name.toLowerCase()), english.indexOf(name.toLowerCase())) + 1;

/** Norms that Excel may have read as this date: day and month in either order, with a point or a hyphen between them. */
export function normsBehind(
  { day, month }: { day: number; month: number },
  framework: Pick<CompiledFramework, "normIndex" | "norms">,
): readonly string[] {
  const pairs = [
    [day, month],
    [month, day],
  ];
  const written = pairs.flatMap(([a, b]) => [`${a}.${b}`, `${a}-${b}`, `${a}.${String(b).padStart(2, "0")}`, `${a}/${b}`]);
  const codes = written.flatMap((code) => {
    const index = framework.normIndex.get(code);
    return index === undefined ? [] : [framework.norms[index]?.code ?? code];
  });
  return [...new Set(codes)];
}
