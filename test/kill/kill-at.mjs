// Preload: kills this very process with SIGKILL when the n-th request to a store begins or ends (KILL_AT, counted from 1; every
// request counts twice: once when it leaves, once when its answer is there). Without KILL_AT it writes the count at the end.
import { subscribe } from "node:diagnostics_channel";
import { writeFileSync } from "node:fs";

const at = Number(process.env.KILL_AT ?? 0);
let seen = 0;
const count = () => {
  seen++;
  if (seen === at) process.kill(process.pid, "SIGKILL");
};
subscribe("http.client.request.start", count);
subscribe("http.client.response.finish", count);
process.on("exit", () => {
  if (process.env.KILL_COUNT_FILE) writeFileSync(process.env.KILL_COUNT_FILE, String(seen));
});
