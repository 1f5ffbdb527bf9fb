import { parse } from "csv-parse/sync";
import type { User } from "../../core/access.ts";
import { madeUpData } from "./made-up.ts";
import { openWith } from "./signed-in.ts";

/** The cells of a file that a page hands out, the heads first. */
export async function csvAt(path: string, as?: User): Promise<readonly (readonly string[])[]> {
  const answer = await openWith(madeUpData()).ask(path, {}, as);
  return parse(await answer.text(), { bom: true, delimiter: ";", relax_column_count: false }) as string[][];
}
