import { startTable } from "../../../local/table/server.ts";

// A table in a process of its own, to be killed by a test.
const { url } = await startTable({ folder: process.argv[2] ?? "" });
process.send?.(url);
