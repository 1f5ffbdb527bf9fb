/** The words of the interface: every status, outcome and signal as a policy officer says it. */
import type { DeliveryStatus, ReportOutcome, Severity } from "../core/intake/types.ts";
import type { DeliveryRecord } from "../core/ports.ts";
import type { SignalStatus } from "../core/relevance/view-signals.ts";
import { say } from "./language.tsx";

/** How a word is coloured. The word itself always says it too. */
export type Tone = "good" | "mixed" | "bad" | "busy" | "quiet";

export interface Word {
  /** In the language of the page that is being made. */
  readonly text: string;
  readonly tone: Tone;
}

/** A word in both languages; which of them is said is found out when it is read. */
export const word = (nl: string, en: string, tone: Tone): Word => ({
  tone,
  get text() {
    return say(nl, en);
  },
});

/** Where a delivery stands: its status once it is finished, what is being done until then. In the value of the filter as well. */
export type DeliveryStanding = DeliveryStatus | "inProgress";

export const deliveryWords: Readonly<Record<DeliveryStanding, Word>> = {
  accepted: word("aangenomen", "accepted", "good"),
  partlyAccepted: word("deels aangenomen", "partly accepted", "mixed"),
  rejected: word("niet aangenomen", "not accepted", "bad"),
  unchanged: word("al eerder aangeleverd", "delivered before", "quiet"),
  inProgress: word("in behandeling", "in progress", "busy"),
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
  new: word("nieuw opgenomen", "added", "good"),
  replaced: word("vervangt de eerdere versie", "replaces the earlier version", "good"),
  withdrawn: word("ingetrokken", "withdrawn", "quiet"),
  unchanged: word("ongewijzigd", "unchanged", "quiet"),
  rejected: word("niet aangenomen", "not accepted", "bad"),
};

export const severityWords: Readonly<Record<Severity, Word>> = {
  error: word("fout", "error", "bad"),
  warning: word("waarschuwing", "warning", "mixed"),
};

/** Signals of the figures. `order`: what asks most for attention first. */
const signals: ReadonlyMap<string, { readonly word: Word; readonly order: number }> = new Map(
  Object.entries({
    NOOIT_GEHAALD: { word: word("niemand voldoet", "nobody meets it", "bad"), order: 0 },
    NOOIT_TOT_NU_TOE: { word: word("tot nu toe niemand", "nobody so far", "mixed"), order: 1 },
    NOOIT_IN_VARIANT: { word: word("in deze variant niemand", "nobody in this variant", "bad"), order: 2 },
    VRIJWEL_NOOIT: { word: word("vrijwel niemand", "hardly anybody", "mixed"), order: 3 },
    VERSLECHTEREND: { word: word("steeds minder voldoen", "fewer and fewer meet it", "mixed"), order: 4 },
    CI_VERSCHIL: { word: word("certificeerders verschillen", "bodies differ", "mixed"), order: 5 },
    OMGEKEERD: { word: word("omgekeerd verband", "reversed", "mixed"), order: 6 },
    ZELFEVALUATIE_WIJKT_AF: { word: word("zelfevaluatie wijkt af", "self-evaluation differs", "mixed"), order: 7 },
    ONDERSCHEIDT_NIET: { word: word("onderscheidt niet", "does not discriminate", "quiet"), order: 8 },
    OVERLAPPEND: { word: word("overlapt met andere norm", "overlaps with another norm", "quiet"), order: 9 },
    VERBETEREND: { word: word("steeds meer voldoen", "more and more meet it", "good"), order: 10 },
    ALTIJD_GEHAALD: { word: word("iedereen voldoet", "everybody meets it", "good"), order: 11 },
    VRIJWEL_ALTIJD: { word: word("vrijwel iedereen", "nearly everybody", "good"), order: 12 },
    TE_WEINIG_GEGEVENS: { word: word("te weinig gegevens", "too little data", "quiet"), order: 13 },
  } satisfies Record<string, { word: Word; order: number }>),
);

/** Whether a signal is new or lasting. */
export const statusWords: Readonly<Record<SignalStatus, Word>> = {
  nieuw: word("nieuw", "new", "busy"),
  bevestigd: word("bevestigd", "confirmed", "mixed"),
  aanhoudend: word("aanhoudend", "lasting", "bad"),
};

/** A signal that has no words yet shows its code in small letters rather than nothing. */
export const signalWord = (code: string): Word =>
  signals.get(code)?.word ?? word(code.toLowerCase().replaceAll("_", " "), code.toLowerCase().replaceAll("_", " "), "quiet");

export const bySignalOrder = (a: string, b: string): number => (signals.get(a)?.order ?? 99) - (signals.get(b)?.order ?? 99);

/** `signalen` and other columns with several codes: "A|B" → ["A", "B"]. */
export const codes = (joined: string | null | undefined): readonly string[] => (joined ?? "").split("|").filter((code) => code !== "");

export type ExecutionStanding = "succeeded" | "failed" | "running";

export const executionWords: Readonly<Record<ExecutionStanding, Word>> = {
  succeeded: word("gelukt", "succeeded", "good"),
  failed: word("mislukt", "failed", "bad"),
  running: word("loopt", "running", "busy"),
};

export const executionSlugs: Readonly<Record<ExecutionStanding, string>> = { succeeded: "gelukt", failed: "mislukt", running: "loopt" };

/** RUNNING, PENDING_REDRIVE → running; SUCCEEDED; all else (FAILED, TIMED_OUT, ABORTED) has failed. */
export function executionStanding(status: string): ExecutionStanding {
  if (status === "SUCCEEDED") return "succeeded";
  return status === "RUNNING" || status === "PENDING_REDRIVE" ? "running" : "failed";
}

const machines: ReadonlyMap<string, readonly [nl: string, en: string]> = new Map([
  ["ingest-delivery", ["Aanlevering verwerken", "Processing a delivery"]],
  ["score-norms", ["Cijfers per norm berekenen", "Computing figures per norm"]],
  ["relevance-review", ["Relevantietoets", "Relevance review"]],
]);

/** What a state machine does, in words; its own name when we have none. */
export const machineWord = (machine: string): string => say(...(machines.get(machine) ?? ([machine, machine] as const)));
