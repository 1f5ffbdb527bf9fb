import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readdirSync, unlinkSync, writeFileSync } from "node:fs";
import { open, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { DataFile } from "./model.ts";

export interface DataFiles {
  path(file: DataFile): string;
  /** Writes a body of up to `bufferLimit` bytes at once, a longer one piece by piece. An empty body has no file. */
  write(body: AsyncIterable<Uint8Array>): Promise<readonly DataFile[]>;
  /** Gives the same bytes a second name, without copying them. */
  link(file: DataFile): DataFile;
  /** Removes files that no object refers to any more; what is gone already is fine. */
  remove(files: readonly DataFile[]): void;
  /** Removes what a killed process left: files that are not in `known`. */
  sweep(known: ReadonlySet<string>): void;
}

/** Up to here a body is kept in memory and written in one call; beyond it memory does not grow with the body. */
const bufferLimit = 256 * 1024;

/** Names are random and say nothing of the key, so any key is possible. Two first characters make 256 folders. */
export function openDataFiles(folder: string): DataFiles {
  const root = join(folder, "data");
  const folders = new Set<string>();

  const newPath = (): { name: string; path: string } => {
    const name = randomUUID();
    const parent = join(root, name.slice(0, 2));
    if (!folders.has(parent)) {
      mkdirSync(parent, { recursive: true });
      folders.add(parent);
    }
    return { name, path: join(parent, name) };
  };
  const pathOf = (file: DataFile): string => join(root, file.name.slice(0, 2), file.name);

  return {
    path: pathOf,
    async write(body) {
      const pieces: Uint8Array[] = [];
      let size = 0;
      const iterator = body[Symbol.asyncIterator]();
      let next = await iterator.next();
      while (!next.done && size <= bufferLimit) {
        pieces.push(next.value);
        size += next.value.length;
        next = await iterator.next();
      }
      if (size === 0) return [];
      const { name, path } = newPath();
      if (next.done) {
        writeFileSync(path, pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces), { flag: "wx" });
        return [{ name, size }];
      }
      const file = await open(path, "wx");
      try {
        await file.writev(pieces);
        while (!next.done) {
          await file.write(next.value);
          size += next.value.length;
          next = await iterator.next();
        }
      } catch (error) {
        await unlink(path);
        throw error;
      } finally {
        await file.close();
      }
      return [{ name, size }];
    },
    link(file) {
      const { name, path } = newPath();
      linkSync(pathOf(file), path);
      return { name, size: file.size };
    },
    remove(files) {
      for (const file of files) removeIfThere(pathOf(file));
    },
    sweep(known) {
      mkdirSync(root, { recursive: true });
      for (const parent of readdirSync(root)) {
        for (const name of readdirSync(join(root, parent))) {
          if (!known.has(name)) removeIfThere(join(root, parent, name));
        }
      }
    },
  };
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
