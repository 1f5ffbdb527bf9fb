import { accessSync, constants, existsSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

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

/** The same, if it has Impress: a LibreOffice for spreadsheets alone opens no slides. Each program of LibreOffice is a library of its own. */
export function findImpress(): string | undefined {
  const soffice = findLibreOffice();
  if (soffice === undefined) return undefined;
  const program = dirname(realpathSync(soffice));
  const places = [join(program, "libsdlo.so"), join(dirname(program), "Frameworks", "libsdlo.dylib"), join(program, "sdlo.dll")];
  return places.some((place) => existsSync(place)) ? soffice : undefined;
}
