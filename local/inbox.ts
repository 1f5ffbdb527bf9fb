import { readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

export interface InboxFile {
  readonly path: string;
  /** `<body>/<file>` */
  readonly key: string;
}

export interface Inbox {
  /** In the order in which they are processed: by key. */
  readonly files: readonly InboxFile[];
  /** Files that somebody may have meant as a delivery: each a line that says why it is none. */
  readonly passedOver: readonly string[];
}

/** Files that programs leave behind: hidden ones, and the locks of Excel and LibreOffice. */
const isLeftover = (name: string): boolean => name.startsWith(".") || name.startsWith("~$");

/** Not `._toets.csv` (macOS) and `.~lock.toets.csv#` (LibreOffice): they come with a file that has the name itself. */
const isHiddenDelivery = (name: string): boolean => /^\.(?![_~])(.*\.)?(csv|xlsx)$/i.test(name);

/** The deliveries in a folder: `<body>/<file>`, also in folders below. Throws when the folder cannot be read. */
export function readInbox(folder: string): Inbox {
  const files: InboxFile[] = [];
  const passedOver: string[] = [];
  const keyOf = (path: string) => relative(folder, path).split(sep).join("/");
  const walk = (at: string) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (isLeftover(entry.name)) {
        if (isHiddenDelivery(entry.name))
          passedOver.push(`Overgeslagen: ${keyOf(path)} begint met een punt. Geef het bestand een andere naam.`);
      } else if (entry.isDirectory()) walk(path);
      else if (entry.isFile() || (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile())) {
        const key = keyOf(path);
        if (key.includes("/")) files.push({ path, key });
        else passedOver.push(`Overgeslagen: ${key} staat niet in de map van een certificerende instelling (<instelling>/<bestand>).`);
      }
    }
  };
  walk(folder);
  files.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { files, passedOver: passedOver.sort() };
}

/** Size and time of the last change: the same twice in a row means that nobody is writing the file any more. */
export function fingerprint(file: InboxFile): string {
  const stat = statSync(file.path, { throwIfNoEntry: false });
  return stat ? `${stat.size}-${stat.mtimeMs}` : "";
}
