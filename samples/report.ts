/** A report of the sample history: what the auditor found, before a body writes it down in its own manner. */

import type { Day } from "../core/calendar.ts";
import type { CompiledFramework } from "../core/catalogue/types.ts";
import type { AuditForm, AuditKind } from "../core/scoring/types.ts";

export interface SampleReport {
  readonly body: string;
  readonly reference: string;
  /** Id in the register, or `kvk:<number>`: the organisation at that time, before any succession. */
  readonly organisation: string;
  readonly name: string;
  readonly kvk: string;
  readonly framework: CompiledFramework;
  readonly kind: AuditKind;
  readonly form: AuditForm;
  readonly day: Day;
  /** Score code per norm of the framework; `OUT_OF_SCOPE` when the test was not about the norm. */
  readonly audit: readonly number[];
  /** Norms judged under the other label of the audit and not written down again: the catalogue's overlap carries them. */
  readonly carried: ReadonlySet<number>;
  readonly self?: readonly number[];
  /** Norm → score per discipline; `audit` has the lowest. */
  readonly disciplines?: ReadonlyMap<number, Readonly<Record<string, number>>>;
  readonly explanations?: ReadonlyMap<number, string>;
  readonly fte: number;
  readonly municipality: string;
  readonly auditDays: number;
  readonly conversations: number;
  readonly clientCouncilHeard: boolean;
}

export interface SampleTrend {
  readonly reference: string;
  readonly theme: string;
  readonly direction: string;
  readonly text: string;
}

/** Half year in which the report is delivered, e.g. `2019-1`. */
export function periodOf(day: Day): string {
  const date = new Date(day * 86_400_000);
  return `${date.getUTCFullYear()}-${date.getUTCMonth() < 6 ? 1 : 2}`;
}
