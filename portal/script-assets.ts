import { createHash } from "node:crypto";

/** The bundled scripts of the pages by name, e.g. `deliver.js`. */
export type Scripts = ReadonlyMap<string, Uint8Array>;

/** Address of each script: it changes with the content, so that browsers may keep it for good. */
export const scriptAddresses = (scripts: Scripts): ReadonlyMap<string, string> =>
  new Map(
    [...scripts].map(([name, content]) => [name, `/scripts/${name}?v=${createHash("sha256").update(content).digest("hex").slice(0, 12)}`]),
  );
