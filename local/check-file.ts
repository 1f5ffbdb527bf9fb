import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { amsterdamDay } from "../core/calendar.ts";
import { compileCatalogue } from "../core/catalogue/compile.ts";
import { parseCatalogueFiles } from "../core/catalogue/parse.ts";
import { InvalidCatalogue } from "../core/faults.ts";
import { bodyCode } from "../core/ids.ts";
import { checkFile } from "../core/intake/check-file.ts";
import { findingsText } from "../core/intake/findings-text.ts";
import { readCatalogueFolder } from "../functions/adapters/catalogue-folder.ts";
import { readDelivery } from "../functions/adapters/read-delivery.ts";

const root = process.env["NORMENMONITOR_ROOT"] ?? process.cwd();
const usage = "Gebruik: npm run check-file -- BESTAND --body CODE [--normenkader DIR]";

/** Exit codes: 0 accepted, 3 rejected (wholly or in part), 2 wrong use, 1 a fault. */
async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  const [path, ...rest] = positionals;
  if (!path || rest.length > 0 || !values.body) return wrong(usage);
  if (!existsSync(path)) return wrong(`${path} bestaat niet.\n${usage}`);
  const files = await readCatalogueFolder(values.normenkader ?? `${root}/normenkader`);
  const catalogue = compileCatalogue(parseCatalogueFiles(files), "local");
  if (!catalogue.bodies.has(values.body)) {
    return wrong(`${values.body} is geen certificerende instelling. Kies uit: ${[...catalogue.bodies.keys()].join(", ")}.`);
  }
  const checked = await checkFile({
    catalogue,
    body: bodyCode(values.body),
    today: amsterdamDay(new Date().toISOString()),
    read: (receiver) => readDelivery(createReadStream(path), receiver),
    digest: (text) => createHash("sha256").update(text).digest("hex"),
  });
  console.log(findingsText(checked));
  console.log("\nDit was een proef: er is niets opgeslagen en er is niet gekeken naar wat eerder is aangeleverd.");
  return checked.status === "accepted" ? 0 : 3;
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { body: { type: "string" }, normenkader: { type: "string" } } });
  } catch {
    return { values: {} as { body?: string; normenkader?: string }, positionals: [] };
  }
}

function wrong(message: string): number {
  console.error(message);
  return 2;
}

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof InvalidCatalogue) return wrong(`Het normenkader klopt niet:\n${error.problems.join("\n")}`);
  console.error(error);
  return 1;
});
