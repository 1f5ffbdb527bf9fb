import { startObjectStore } from "../../../local/object-store/server.ts";

// An object store in a process of its own, to be killed by a test.
const { url } = await startObjectStore({ folder: process.argv[2] ?? "", buckets: ["deliveries"] });
process.send?.(url);
