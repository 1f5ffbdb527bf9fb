import { InvalidCatalogue } from "../core/faults.ts";
import { readArguments, usage, WrongUse } from "./arguments.ts";
import { runOnce } from "./once.ts";
import { serve } from "./serve.ts";
import { StateInUse } from "./state-folder.ts";

const root = process.env["NORMENMONITOR_ROOT"] ?? process.cwd();

/** Exit codes: 0 everything was processed, 1 a fault on our side, 2 wrong use (of the command or of the catalogue). */
async function main(): Promise<number> {
  try {
    const args = readArguments(process.argv.slice(2), root);
    if (args.mode === "once") return await runOnce(args, root);
    await serve(args, root);
    return 0;
  } catch (error) {
    if (error instanceof WrongUse) {
      console.error(`${error.message}\n\n${usage}`);
      return 2;
    }
    if (error instanceof StateInUse) {
      console.error(error.message);
      return 2;
    }
    if (error instanceof InvalidCatalogue) {
      console.error(
        `Het normenkader klopt niet, of past niet bij wat al verwerkt is (een andere --state begint opnieuw):\n${error.problems.map((problem) => `- ${problem}`).join("\n")}`,
      );
      return 2;
    }
    console.error(error);
    return 1;
  }
}

const code = await main();
// After a fault something may still be open: it must not keep the process alive.
if (code === 0) process.exitCode = 0;
else process.exit(code);
