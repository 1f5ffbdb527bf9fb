import { join, relative } from "node:path";
import type { Catalogue, CertifyingBody } from "../core/catalogue/types.ts";
import { bodyCode } from "../core/ids.ts";
import { wirePortal } from "../functions/portal/wiring.ts";
import { bundlePortalScripts } from "../portal/bundle-scripts.ts";
import { startDirectory } from "./directory/server.ts";
import { startHttp } from "./http.ts";
import { PORTAL_CLIENT, startDevelopmentIssuer } from "./issuer/issuer.ts";
import { samplePeople } from "./issuer/people.ts";
import type { Stack } from "./stack.ts";

/** A system of each body, so that the API can be tried; the issuer that gives out its tokens listens on this machine alone. */
const machineId = (body: string): string => `api-${body}`;
const MACHINE_SECRET = "development";

/** Serves the portal, with an issuer beside it that offers the sample users. */
export async function servePortal(
  stack: Stack,
  catalogue: Catalogue,
  { port, state, root }: { readonly port: number; readonly state: string; readonly root: string },
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const bodies = [...catalogue.bodies.values()];
  for (const { code, name } of bodies) {
    await stack.machines.put({ clientId: machineId(code), body: bodyCode(code), name: `Systeem van ${name}` });
  }
  const scripts = await bundlePortalScripts(root);
  const opened: { close(): Promise<void> }[] = [];
  const server = await startHttp(async (origin) => {
    const issuer = await startDevelopmentIssuer({
      people: samplePeople(bodies),
      callback: `${origin}/aangemeld`,
      afterwards: `${origin}/afgemeld`,
      machines: new Map(bodies.map(({ code }) => [machineId(code), MACHINE_SECRET])),
    });
    opened.push(issuer, await directoryOf(bodies));
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

/** Where messages find the sample users. */
async function directoryOf(bodies: readonly CertifyingBody[]): Promise<{ close(): Promise<void> }> {
  const directory = await startDirectory(() => samplePeople(bodies));
  Object.assign(process.env, { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: directory.url, USER_POOL_ID: "eu-central-1_development" });
  return directory;
}
