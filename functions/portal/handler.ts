import { handle } from "hono/aws-lambda";
import { settingsFrom } from "./settings.ts";
import { wirePortal } from "./wiring.ts";

/** The portal behind an HTTP API (payload 2.0): the event is translated to a request, the answer back. */
export const handler = handle(wirePortal(settingsFrom(process.env)).app);
