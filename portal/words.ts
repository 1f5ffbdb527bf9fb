/** The words of the interface: every status, outcome and signal as a policy officer says it. */
import type { DeliveryStatus, ReportOutcome } from "../core/intake/types.ts";
import type { DeliveryRecord } from "../core/ports.ts";
import type { SignalStatus } from "../core/relevance/view-signals.ts";

/** How a word is coloured. The word itself always says it too. */
export type Tone = "good" | "mixed" | "bad" | "busy" | "quiet";

export interface Word {
  readonly text: string;
  readonly tone: Tone;
}

/** Where a delivery stands: its status once it is finished, what is being done until then. In the value of the filter as well. */
export type DeliveryStanding = DeliveryStatus | "inProgress";

export const deliveryWords: Readonly<Record<DeliveryStanding, Word>> = {
  accepted: { text: "aangenomen", tone: "good" },
  partlyAccepted: { text: "deels aangenomen", tone: "mixed" },
  rejected: { text: "niet aangenomen", tone: "bad" },
  unchanged: { text: "al eerder aangeleverd", tone: "quiet" },
  inProgress: { text: "in behandeling", tone: "busy" },
};

/** The same, as it stands in an address. */
export const standingSlugs: Readonly<Record<DeliveryStanding, string>> = {
  accepted: "aangenomen",
  partlyAccepted: "deels-aangenomen",
  rejected: "niet-aangenomen",
  unchanged: "al-eerder-aangeleverd",
  inProgress: "in-behandeling",
};

export const standingOf = (record: Pick<DeliveryRecord, "state" | "status">): DeliveryStanding =>
  record.state === "finished" && record.status !== undefined ? record.status : "inProgress";

export const outcomeWords: Readonly<Record<ReportOutcome, Word>> = {
  new: { text: "nieuw opgenomen", tone: "good" },
  replaced: { text: "vervangt de eerdere versie", tone: "good" },
  withdrawn: { text: "ingetrokken", tone: "quiet" },
  unchanged: { text: "ongewijzigd", tone: "quiet" },
  rejected: { text: "niet aangenomen", tone: "bad" },
};

/** Signals of the figures. `order`: what asks most for attention first. */
const signals: ReadonlyMap<string, Word & { readonly order: number }> = new Map(
  Object.entries({
    NOOIT_GEHAALD: { text: "niemand voldoet", tone: "bad", order: 0 },
    NOOIT_TOT_NU_TOE: { text: "tot nu toe niemand", tone: "mixed", order: 1 },
    NOOIT_IN_VARIANT: { text: "in deze variant niemand", tone: "bad", order: 2 },
    VRIJWEL_NOOIT: { text: "vrijwel niemand", tone: "mixed", order: 3 },
    VERSLECHTEREND: { text: "steeds minder voldoen", tone: "mixed", order: 4 },
    CI_VERSCHIL: { text: "certificeerders verschillen", tone: "mixed", order: 5 },
    OMGEKEERD: { text: "omgekeerd verband", tone: "mixed", order: 6 },
    ZELFEVALUATIE_WIJKT_AF: { text: "zelfevaluatie wijkt af", tone: "mixed", order: 7 },
    ONDERSCHEIDT_NIET: { text: "onderscheidt niet", tone: "quiet", order: 8 },
    OVERLAPPEND: { text: "overlapt met andere norm", tone: "quiet", order: 9 },
    VERBETEREND: { text: "steeds meer voldoen", tone: "good", order: 10 },
    ALTIJD_GEHAALD: { text: "iedereen voldoet", tone: "good", order: 11 },
    VRIJWEL_ALTIJD: { text: "vrijwel iedereen", tone: "good", order: 12 },
    TE_WEINIG_GEGEVENS: { text: "te weinig gegevens", tone: "quiet", order: 13 },
  } satisfies Record<string, Word & { order: number }>),
);

/** Whether a signal is new or lasting. */
export const statusWords: Readonly<Record<SignalStatus, Word>> = {
  nieuw: { text: "nieuw", tone: "busy" },
  bevestigd: { text: "bevestigd", tone: "mixed" },
  aanhoudend: { text: "aanhoudend", tone: "bad" },
};

/** A signal that has no words yet shows its code in small letters rather than nothing. */
export const signalWord = (code: string): Word => signals.get(code) ?? { text: code.toLowerCase().replaceAll("_", " "), tone: "quiet" };

export const bySignalOrder = (a: string, b: string): number => (signals.get(a)?.order ?? 99) - (signals.get(b)?.order ?? 99);

/** `signalen` and other columns with several codes: "A|B" → ["A", "B"]. */
export const codes = (joined: string | null | undefined): readonly string[] => (joined ?? "").split("|").filter((code) => code !== "");

export type ExecutionStanding = "succeeded" | "failed" | "running";

export const executionWords: Readonly<Record<ExecutionStanding, Word>> = {
  succeeded: { text: "gelukt", tone: "good" },
  failed: { text: "mislukt", tone: "bad" },
  running: { text: "loopt", tone: "busy" },
};

export const executionSlugs: Readonly<Record<ExecutionStanding, string>> = { succeeded: "gelukt", failed: "mislukt", running: "loopt" };

/** RUNNING, PENDING_REDRIVE → running; SUCCEEDED; all else (FAILED, TIMED_OUT, ABORTED) has failed. */
export function executionStanding(status: string): ExecutionStanding {
  if (status === "SUCCEEDED") return "succeeded";
  return status === "RUNNING" || status === "PENDING_REDRIVE" ? "running" : "failed";
}

const machines: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "ingest-delivery": "Aanlevering verwerken",
    "score-norms": "Cijfers per norm berekenen",
    "relevance-review": "Relevantietoets",
  }),
);

/** What a state machine does, in words; its own name when we have none. */
export const machineWord = (machine: string): string => machines.get(machine) ?? machine;
