import { parseArgs } from "node:util";
import { parseIsoDay } from "../core/calendar.ts";

export interface OnceArguments {
  readonly mode: "once";
  readonly in: string;
  readonly out: string;
  readonly normenkader: string;
  readonly referenceDate?: string;
  /** Folder for the state; absent: a fresh temporary one. */
  readonly state?: string;
}

export interface ServeArguments {
  readonly mode: "serve";
  readonly normenkader: string;
  readonly referenceDate?: string;
  readonly state: string;
  readonly port: number;
}

/** Wrong use: what is wrong and how it should be, for whoever typed it. */
export class WrongUse extends Error {
  override readonly name = "WrongUse";
}

export const usage = `Gebruik:
  npm start                                  verwerkt de voorbeelden en toont de cijfers op http://127.0.0.1:8787
  npm start -- [--port N] [--state DIR] [--normenkader DIR] [--reference-date JJJJ-MM-DD]
  npm start -- --once --in DIR --out DIR [--normenkader DIR] [--reference-date JJJJ-MM-DD] [--state DIR]
                                             verwerkt DIR/<instelling>/<bestand> en schrijft ontvangstbewijzen en cijfers`;

const DEFAULT_PORT = 8787;

/** Reads the command line. Throws `WrongUse`. `root` is the folder of the repository. */
export function readArguments(args: readonly string[], root: string): OnceArguments | ServeArguments {
  const values = parse(args);
  const referenceDate = values["reference-date"];
  if (referenceDate !== undefined && parseIsoDay(referenceDate) === undefined) {
    throw new WrongUse(`--reference-date ${referenceDate} is geen datum: schrijf JJJJ-MM-DD, bijvoorbeeld 2026-01-01.`);
  }
  const normenkader = values.normenkader ?? `${root}/normenkader`;
  if (!values.once) {
    for (const name of ["in", "out"] as const) {
      if (values[name] !== undefined) throw new WrongUse(`--${name} hoort bij --once.`);
    }
    return { mode: "serve", normenkader, referenceDate, state: values.state ?? `${root}/.normenmonitor`, port: portFrom(values.port) };
  }
  if (values.port !== undefined) throw new WrongUse("--port hoort niet bij --once.");
  if (!values.in) throw new WrongUse("--in ontbreekt: de map met aanleveringen (DIR/<instelling>/<bestand>).");
  if (!values.out) throw new WrongUse("--out ontbreekt: de map waarin de uitkomsten komen.");
  return { mode: "once", in: values.in, out: values.out, normenkader, referenceDate, state: values.state };
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        once: { type: "boolean" },
        in: text,
        out: text,
        normenkader: text,
        "reference-date": text,
        state: text,
        port: text,
      },
    }).values;
  } catch {
    // What Node says is English; the usage that follows names every option.
    throw new WrongUse(`Dit is niet te lezen: ${args.join(" ")}`);
  }
}

function portFrom(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new WrongUse(`--port ${text} is geen poort (0 tot en met 65535).`);
  return port;
}
