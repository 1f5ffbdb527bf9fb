import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { WrongUse } from "./arguments.ts";

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Makes the folder that an option names, if it is not there. Throws `WrongUse` when it cannot be made or may not be written. */
export function makeFolder(option: string, path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
  } catch (error) {
    const why = reasons[(error as NodeJS.ErrnoException).code ?? ""];
    if (why === undefined) throw error;
    throw new WrongUse(`${option} ${path} ${why}`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: "is geen map maar een bestand. Kies een andere map.",
  ENOTDIR: "kan geen map zijn: een deel van dit pad is een bestand. Kies een andere map.",
  EACCES: "mag niet worden beschreven. Kies een andere map, of vraag om schrijfrecht.",
  EPERM: "mag niet worden beschreven. Kies een andere map, of vraag om schrijfrecht.",
  EROFS: "kan niet worden beschreven. Kies een andere map.",
};
