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
  /** Files that belong to nobody because they do not lie in the folder of a body. */
  readonly withoutBody: readonly string[];
}

/** Files that programs leave behind: hidden ones, and the locks of Excel and LibreOffice. */
const isLeftover = (name: string): boolean => name.startsWith(".") || name.startsWith("~$");

/** The deliveries in a folder: `<body>/<file>`, also in folders below. Throws when the folder cannot be read. */
export function readInbox(folder: string): Inbox {
  const files: InboxFile[] = [];
  const withoutBody: string[] = [];
  const walk = (at: string) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (isLeftover(entry.name)) continue;
      const path = join(at, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() || (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile())) {
        const key = relative(folder, path).split(sep).join("/");
        if (key.includes("/")) files.push({ path, key });
        else withoutBody.push(entry.name);
      }
    }
  };
  walk(folder);
  files.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { files, withoutBody: withoutBody.sort() };
}

/** What is said of a file that belongs to nobody. */
export const passedOverLine = (name: string): string =>
  `Overgeslagen: ${name} staat niet in de map van een certificerende instelling (<instelling>/<bestand>).`;

/** Size and time of the last change: the same twice in a row means that nobody is writing the file any more. */
export function fingerprint(file: InboxFile): string {
  const stat = statSync(file.path, { throwIfNoEntry: false });
  return stat ? `${stat.size}-${stat.mtimeMs}` : "";
}
