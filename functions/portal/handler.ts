import { fileURLToPath } from "node:url";
import { handle } from "hono/aws-lambda";
import { readAssets } from "./assets.ts";
import { behindFront } from "./front.ts";
import { settingsFrom } from "./settings.ts";
import { wirePortal } from "./wiring.ts";

const scripts = readAssets(fileURLToPath(new URL("./assets", import.meta.url)));
const { app } = wirePortal({ ...settingsFrom(process.env), scripts });

/** The portal behind CloudFront and an HTTP API (payload 2.0): the event is translated to a request, the answer back. */
export const handler = handle(behindFront(app, process.env["PORTAL_FRONT_SECRET"]));
