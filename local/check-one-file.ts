import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { amsterdamDay } from "../core/calendar.ts";
import { compileCatalogue } from "../core/catalogue/compile.ts";
import { parseCatalogueFiles } from "../core/catalogue/parse.ts";
import type { Catalogue } from "../core/catalogue/types.ts";
import { InvalidCatalogue } from "../core/faults.ts";
import { bodyCode } from "../core/ids.ts";
import { checkFile } from "../core/intake/check-file.ts";
import { findingsText } from "../core/intake/findings-text.ts";
import { readCatalogueFolder } from "../functions/adapters/catalogue-folder.ts";
import { readDelivery } from "../functions/adapters/read-delivery.ts";
import { isFolder } from "./folders.ts";

const usage = "Gebruik: npm run check-file -- BESTAND --body CODE [--normenkader DIR]";

/** Checks the file that the command line names. Gives the exit code: 0 accepted, 3 rejected (wholly or in part), 2 wrong use. */
export async function checkOneFile(args: readonly string[], root: string): Promise<number> {
  const { values, positionals } = readArguments(args);
  const [path, ...rest] = positionals;
  if (!path || rest.length > 0 || !values.body) return wrong(usage);
  if (!existsSync(path)) return wrong(`${path} bestaat niet.\n${usage}`);
  if (isFolder(path)) return wrong(`${path} is een map, geen bestand.\n${usage}`);
  const folder = values.normenkader ?? join(root, "normenkader");
  if (!isFolder(folder)) return wrong(`--normenkader ${folder} is geen map.\n${usage}`);
  const catalogue = await catalogueIn(folder);
  if (catalogue instanceof InvalidCatalogue) return wrong(`Het normenkader klopt niet:\n${listed(catalogue.problems)}`);
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

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { body: { type: "string" }, normenkader: { type: "string" } } });
  } catch {
    return { values: {} as { body?: string; normenkader?: string }, positionals: [] };
  }
}

async function catalogueIn(folder: string): Promise<Catalogue | InvalidCatalogue> {
  try {
    return compileCatalogue(parseCatalogueFiles(await readCatalogueFolder(folder)), "local");
  } catch (error) {
    if (error instanceof InvalidCatalogue) return error;
    throw error;
  }
}

const listed = (problems: readonly string[]): string => problems.map((problem) => `- ${problem}`).join("\n");

function wrong(message: string): number {
  console.error(message);
  return 2;
}
