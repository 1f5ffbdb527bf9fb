/** Intake and scoring of one delivery beside their peers: same file, same run, taking turns, each in a process of its own. */
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { benchCatalogue } from "./catalogue.ts";
import type { Measured, Outcome, Step } from "./contenders/measure.ts";
import { writeDeliveryFile } from "./delivery-file.ts";
import { median } from "./spend.ts";

/** Program in `contenders/`, and its arguments after file and passes. */
const contenders = {
  ours: ["ours"],
  "csv-parse alone": ["csv-parse"],
  "DuckDB, 1 thread": ["duckdb", "1"],
  "DuckDB, 2 threads": ["duckdb", "2"],
} as const;
export type Contender = keyof typeof contenders;
export const everyone = Object.keys(contenders) as Contender[];

export interface IntakeBench {
  readonly rows: number;
  readonly bytes: number;
  readonly outcome: Outcome;
  readonly lines: readonly IntakeLine[];
}

export interface IntakeLine {
  readonly contender: Contender;
  /** Rows per CPU second, of all threads together; the median of the turns. */
  readonly intake: number;
  /** The same as a multiple of csv-parse alone in the same turn; the median of the turns. */
  readonly ofCsvParse: number;
  /** Rows of accepted reports per CPU second; null for a contender that does not score. */
  readonly scoring: number | null;
  /** Highest resident memory, the largest of the turns, megabytes of 2^20 bytes. */
  readonly megabytes: number;
}

export interface IntakeOptions {
  readonly rows: number;
  readonly who?: readonly Contender[];
  /** How often every contender has its turn. */
  readonly turns: number;
  /** Passes over the file in one turn: the last one counts. One is a cold process, as a function that just started. */
  readonly passes: number;
}

/** Throws when two contenders do not come to the same counts: then the comparison says nothing. */
export async function benchIntake({ rows, who = everyone, turns, passes }: IntakeOptions): Promise<IntakeBench> {
  const folder = mkdtempSync(join(tmpdir(), "bench-intake-"));
  try {
    const path = join(folder, "delivery.csv");
    const bytes = await writeDeliveryFile(path, rows, await benchCatalogue());
    const measured = new Map(who.map((contender) => [contender, [] as Measured[]]));
    for (let turn = 0; turn < turns; turn++) {
      for (const contender of who) measured.get(contender)?.push(await run(contender, path, passes));
    }
    const outcome = agreed(measured);
    if (outcome.rows !== rows) throw new Error(`${outcome.rows} rows were read of ${rows}`);
    const perSecond = (contender: Contender, step: Step) => (measured.get(contender) ?? []).map((turn) => rows / seconds(turn, step));
    const base = perSecond("csv-parse alone", "intake");
    const lines = who.map((contender): IntakeLine => {
      const own = perSecond(contender, "intake");
      const scoring = median(perSecond(contender, "scoring"));
      return {
        contender,
        intake: median(own),
        ofCsvParse: median(own.map((value, turn) => value / (base[turn] ?? Number.NaN))),
        scoring: Number.isNaN(scoring) ? null : scoring,
        megabytes: Math.max(...(measured.get(contender) ?? []).map((turn) => turn.megabytes)),
      };
    });
    return { rows, bytes, outcome, lines };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The figures of one contender in a process of its own, without the flags of this one. */
async function run(contender: Contender, path: string, passes: number): Promise<Measured> {
  const [program, ...rest] = contenders[contender];
  const child = fork("scripts/run.mjs", [`bench/contenders/${program}.ts`, path, String(passes), ...rest], { execArgv: [] });
  return new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(message as Measured));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${contender} ended with ${code} without figures`)));
  });
}

/** What all that check and score come to; the rows for those that only count rows. */
function agreed(measured: ReadonlyMap<Contender, readonly Measured[]>): Outcome {
  let agreed: Outcome | undefined;
  let first: Contender | undefined;
  for (const [contender, turns] of measured) {
    for (const { outcome } of turns) {
      if (agreed === undefined || agreed.figures === undefined) {
        agreed = outcome;
        first = contender;
      }
      for (const key of Object.keys(outcome) as (keyof Outcome)[]) {
        if (isDeepStrictEqual(sorted(outcome[key]), sorted(agreed[key]))) continue;
        throw new Error(`${contender} and ${first} differ in ${key}: ${JSON.stringify(outcome[key])} and ${JSON.stringify(agreed[key])}`);
      }
    }
  }
  if (agreed === undefined) throw new Error("nobody was measured");
  return agreed;
}

const sorted = (value: Outcome[keyof Outcome]): unknown => (typeof value === "object" ? Object.entries(value).sort() : value);

const seconds = (measured: Measured, step: Step): number => measured.passes.at(-1)?.[step]?.cpu ?? Number.NaN;
