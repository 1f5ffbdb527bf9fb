import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A user as a user pool keeps him. */
export interface PoolUser {
  /** By which the pool finds him; of a user of another issuer `<issuer>_<id>`, else the same as `sub`. */
  readonly username: string;
  readonly sub: string;
  readonly name: string;
  readonly email: string;
  readonly enabled: boolean;
  readonly status: "FORCE_CHANGE_PASSWORD" | "CONFIRMED" | "EXTERNAL_PROVIDER";
  readonly groups: readonly string[];
  /** ISO 8601 */
  readonly createdAt: string;
}

/** Users and groups of the one pool of this machine. Every change is on disk before it is answered. */
export interface PeopleFile {
  /** In the order in which they came. */
  users(): readonly PoolUser[];
  groups(): readonly string[];
  /** By user name, `sub` of a user of this pool, or address in whichever case. */
  find(name: string): PoolUser | undefined;
  /** Adds the user, or puts him in the place of the one with the same user name. */
  put(user: PoolUser): void;
  /** False: there is such a group. */
  addGroup(name: string): boolean;
}

/** The file of people cannot be read. The message is for whoever started this process. */
export class DamagedPeopleFile extends Error {
  override readonly name = "DamagedPeopleFile";
  constructor(path: string) {
    super(`Het bestand ${path} is beschadigd. Verwijder het, dan begint de normenmonitor weer met de voorbeeldgebruikers.`);
  }
}

interface Content {
  readonly groups: readonly string[];
  readonly users: readonly PoolUser[];
}

/** Opens `people.json` in a folder, which is made when it is not there. Throws `DamagedPeopleFile`. */
export function openPeopleFile(folder: string): PeopleFile {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "people.json");
  let { users, groups } = read(path);
  const write = (): void => {
    writeFileSync(`${path}.new`, `${JSON.stringify({ groups, users } satisfies Content, null, 2)}\n`);
    renameSync(`${path}.new`, path);
  };
  return {
    users: () => users,
    groups: () => groups,
    find(name) {
      const wanted = name.toLowerCase();
      return users.find((user) => user.username === name || isHere(user, (own) => own.sub === name || own.email.toLowerCase() === wanted));
    },
    put(user) {
      const place = users.findIndex(({ username }) => username === user.username);
      users = place < 0 ? [...users, user] : users.with(place, user);
      write();
    },
    addGroup(name) {
      if (groups.includes(name)) return false;
      groups = [...groups, name];
      write();
      return true;
    },
  };
}

/** An address is a name to sign in with for users of this pool alone. */
const isHere = (user: PoolUser, holds: (user: PoolUser) => boolean): boolean => user.status !== "EXTERNAL_PROVIDER" && holds(user);

function read(path: string): Content {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { groups: [], users: [] };
    throw error;
  }
  try {
    const { groups, users } = JSON.parse(text) as Content;
    if (Array.isArray(groups) && Array.isArray(users)) return { groups, users };
  } catch {
    // Said below.
  }
  throw new DamagedPeopleFile(path);
}
