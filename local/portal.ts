import { join, relative } from "node:path";
import type { Catalogue } from "../core/catalogue/types.ts";
import { wirePortal } from "../functions/portal/wiring.ts";
import { bundlePortalScripts } from "../portal/bundle-scripts.ts";
import { startHttp } from "./http.ts";
import { PORTAL_CLIENT, startDevelopmentIssuer } from "./issuer/issuer.ts";
import { samplePeople } from "./issuer/people.ts";
import type { Stack } from "./stack.ts";

/** Serves the portal, with an issuer beside it that offers the sample users. */
export async function servePortal(
  stack: Stack,
  catalogue: Catalogue,
  { port, state, root }: { readonly port: number; readonly state: string; readonly root: string },
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const scripts = await bundlePortalScripts(root);
  const opened: { close(): Promise<void> }[] = [];
  const server = await startHttp(async (origin) => {
    const issuer = await startDevelopmentIssuer({
      people: samplePeople([...catalogue.bodies.values()]),
      callback: `${origin}/aangemeld`,
      afterwards: `${origin}/afgemeld`,
    });
    opened.push(issuer);
    const { app } = wirePortal({
      origin,
      machines: stack.machines,
      uploadOrigin: stack.uploadOrigin,
      issuer: { issuer: issuer.url, clientId: PORTAL_CLIENT, groupsClaim: "groups" },
      scripts,
      inbox: relative(process.cwd(), join(state, "inbox")),
    });
    return app.fetch;
  }, port);
  return {
    url: server.url,
    async close() {
      await server.close();
      for (const one of opened) await one.close();
    },
  };
}
