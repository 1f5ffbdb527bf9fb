import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The program of LibreOffice without a window, if it is installed. `SOFFICE` names another place. */
export function findLibreOffice(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = process.env["SOFFICE"] ? [process.env["SOFFICE"]] : folders.map((folder) => join(folder, "soffice"));
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
