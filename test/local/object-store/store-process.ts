import { startObjectStore } from "../../../local/object-store/server.ts";

// An object store in a process of its own: to be killed by a test, or to be asked for its peak of memory.
const { url } = await startObjectStore({ folder: process.argv[2] ?? "", buckets: ["deliveries"] });
// Kilobytes, the most that was resident since the start.
process.on("message", () => process.send?.(process.resourceUsage().maxRSS));
process.send?.(url);
