import { join, relative } from "node:path";
import type { Catalogue } from "../core/catalogue/types.ts";
import { bodyCode } from "../core/ids.ts";
import { wirePortal } from "../functions/portal/wiring.ts";
import { bundlePortalScripts } from "../portal/bundle-scripts.ts";
import { startHttp } from "./http.ts";
import { PORTAL_CLIENT, startDevelopmentIssuer } from "./issuer/issuer.ts";
import { offeredPeople } from "./issuer/offered-people.ts";
import { addSamplePeople } from "./people/sample-people.ts";
import type { Stack } from "./stack.ts";

/** A system of each body, so that the API can be tried; the issuer that gives out its tokens listens on this machine alone. */
const machineId = (body: string): string => `api-${body}`;
const MACHINE_SECRET = "development";

/** Serves the portal, with an issuer beside it that offers the people of this machine. */
export async function servePortal(
  stack: Stack,
  catalogue: Catalogue,
  { port, state, root }: { readonly port: number; readonly state: string; readonly root: string },
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const bodies = [...catalogue.bodies.values()];
  for (const { code, name } of bodies) {
    await stack.machines.put({ clientId: machineId(code), body: bodyCode(code), name: `Systeem van ${name}` });
  }
  addSamplePeople(stack.people, bodies);
  const scripts = await bundlePortalScripts(root);
  const opened: { close(): Promise<void> }[] = [];
  const server = await startHttp(async (origin) => {
    const issuer = await startDevelopmentIssuer({
      people: offeredPeople(stack.people, bodies),
      callback: `${origin}/aangemeld`,
      afterwards: `${origin}/afgemeld`,
      machines: new Map(bodies.map(({ code }) => [machineId(code), MACHINE_SECRET])),
    });
    opened.push(issuer);
    // Mails lead to the pages.
    process.env["PORTAL_ORIGIN"] = origin;
    const { app } = wirePortal({
      origin,
      machines: stack.stateMachines,
      uploadOrigin: stack.uploadOrigin,
      tokenAddress: `${issuer.url}/token`,
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
