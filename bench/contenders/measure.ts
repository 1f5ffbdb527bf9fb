import { readFileSync } from "node:fs";
import { type Spent, spend } from "../spend.ts";

/** What every contender must come to on the same file. csv-parse only counts rows. */
export interface Outcome {
  readonly rows: number;
  /** Reports. */
  readonly accepted?: number;
  readonly rejected?: number;
  /** Places per finding code. */
  readonly findings?: Counts;
  /** Rows of accepted reports by framework version, norm and score: the group by of the intake. */
  readonly scores?: Counts;
  /** Organisations by framework version, norm and score of their latest test in that framework: what scoring comes to. */
  readonly figures?: Counts;
}

export type Counts = Readonly<Record<string, number>>;

export type Step = "intake" | "scoring";

export interface Measured {
  /** Of each pass over the file. */
  readonly passes: readonly Readonly<Partial<Record<Step, Spent>>>[];
  /** Highest resident memory of the process, in megabytes of 2^20 bytes. */
  readonly megabytes: number;
  readonly outcome: Outcome;
}

/**
 * The body of a contender's program, `node scripts/run.mjs bench/contenders/NAME.ts FILE [PASSES]`: reads the file as often as asked and sends
 * what it measured to the process that started it, or prints it. Each contender is a program of its own, so that none has the memory of another.
 */
export async function measure(run: (path: string, step: <T>(name: Step, work: () => T | Promise<T>) => Promise<T>) => Promise<Outcome>) {
  const [path = "", count = "1"] = process.argv.slice(2);
  const passes: Partial<Record<Step, Spent>>[] = [];
  let outcome: Outcome = { rows: 0 };
  for (let pass = 0; pass < Number(count); pass++) {
    const steps: Partial<Record<Step, Spent>> = {};
    outcome = await run(path, async (name, work) => {
      const { spent, result } = await spend(work);
      steps[name] = spent;
      return result;
    });
    passes.push(steps);
  }
  const measured: Measured = { passes, megabytes: Math.round(peakKilobytes() / 1024), outcome };
  if (process.send) process.send(measured, () => process.disconnect());
  else console.log(JSON.stringify(measured));
}

/** VmHWM is of this program alone; the maximum of getrusage begins with that of the process that started it. */
function peakKilobytes(): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
