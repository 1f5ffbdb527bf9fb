import * as z from "zod";
import type { IssuerSettings } from "../../portal/sign-in/issuer.ts";

/** What differs between places where the portal runs. */
export interface PortalSettings {
  /** Scheme and host as people see it. */
  readonly origin: string;
  /** Hosts that requests come for, without port; behind a content network not the one people see. */
  readonly hosts?: readonly string[];
  /** ARNs of the state machines. */
  readonly machines: readonly string[];
  /** Origin of the bucket that deliveries are sent to. */
  readonly uploadOrigin?: string;
  readonly issuer: IssuerSettings;
  /** Where machines get their tokens. */
  readonly tokenAddress?: string;
  /** The bundled scripts of the pages. */
  readonly scripts?: ReadonlyMap<string, Uint8Array>;
  /** On one machine: the folder in which deliveries may be put as well. */
  readonly inbox?: string;
}

const environment = z.object({
  PORTAL_ORIGIN: z.url(),
  PORTAL_HOSTS: z.string().optional(),
  STATE_MACHINES: z.string(),
  UPLOAD_ORIGIN: z.url(),
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_GROUPS_CLAIM: z.string().default("cognito:groups"),
  OIDC_END_ADDRESS: z.url().optional(),
  OIDC_TOKEN_ADDRESS: z.url().optional(),
});

/** From the environment that `infra/` sets. Throws, naming what is missing or wrong. */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): PortalSettings {
  const found = environment.safeParse(env);
  if (!found.success) throw new Error(`the environment of the portal is wrong: ${z.prettifyError(found.error)}`);
  const settings = found.data;
  return {
    origin: settings.PORTAL_ORIGIN,
    hosts: settings.PORTAL_HOSTS?.split(","),
    machines: settings.STATE_MACHINES.split(","),
    uploadOrigin: settings.UPLOAD_ORIGIN,
    tokenAddress: settings.OIDC_TOKEN_ADDRESS,
    issuer: {
      issuer: settings.OIDC_ISSUER,
      clientId: settings.OIDC_CLIENT_ID,
      clientSecret: settings.OIDC_CLIENT_SECRET,
      groupsClaim: settings.OIDC_GROUPS_CLAIM,
      endAddress: settings.OIDC_END_ADDRESS,
    },
  };
}
