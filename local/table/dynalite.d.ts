/** dynalite brings no types: this is the part that we use, as in its README and `index.js` of version 4. */
declare module "dynalite" {
  import type { Server } from "node:http";

  interface DynaliteOptions {
    /** Folder of the LevelDB database; kept in memory when left out. */
    path?: string;
    /** Milliseconds that a table stays CREATING, DELETING or UPDATING. */
    createTableMs?: number;
    deleteTableMs?: number;
    updateTableMs?: number;
  }
  /** The server closes its database when it is closed. */
  export default function dynalite(options?: DynaliteOptions): Server;
}
