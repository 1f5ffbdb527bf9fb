import { noTerms, type Terms } from "../../core/figures/open-data/terms.ts";
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
  /** Who publishes open data, and under which licence. */
  readonly terms?: Terms;
  /** The bundled scripts of the pages. */
  readonly scripts?: ReadonlyMap<string, Uint8Array>;
  /** On one machine: the folder in which deliveries may be put as well. */
  readonly inbox?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** From the environment that `infra/` sets. Throws, naming what is missing or wrong. Read by hand: a schema library would be a tenth of the start. */
export function settingsFrom(env: Environment): PortalSettings {
  return {
    origin: address(env, "PORTAL_ORIGIN"),
    hosts: env["PORTAL_HOSTS"]?.split(","),
    machines: needed(env, "STATE_MACHINES").split(","),
    uploadOrigin: address(env, "UPLOAD_ORIGIN"),
    tokenAddress: optionalAddress(env, "OIDC_TOKEN_ADDRESS"),
    terms: termsIn(env),
    issuer: {
      issuer: address(env, "OIDC_ISSUER"),
      clientId: needed(env, "OIDC_CLIENT_ID"),
      clientSecret: env["OIDC_CLIENT_SECRET"],
      groupsClaim: env["OIDC_GROUPS_CLAIM"] ?? "cognito:groups",
      endAddress: optionalAddress(env, "OIDC_END_ADDRESS"),
    },
  };
}

/** `OPEN_DATA_LICENCE`: its SPDX name, a space, and its title, e.g. `CC-BY-4.0 Creative Commons Naamsvermelding 4.0`. */
function termsIn(env: Environment): Terms {
  const [name = "", ...title] = (env["OPEN_DATA_LICENCE"] ?? "").split(" ");
  return {
    publisher: env["OPEN_DATA_PUBLISHER"] || noTerms.publisher,
    licence: name === "" ? null : { name, title: title.join(" ") || name },
  };
}

function needed(env: Environment, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`environment variable ${name} is not set`);
  return value;
}

function address(env: Environment, name: string): string {
  const value = needed(env, name);
  if (!/^https?:/.test(value) || !URL.canParse(value)) throw new Error(`environment variable ${name} is no address: ${value}`);
  return value;
}

const optionalAddress = (env: Environment, name: string): string | undefined => (env[name] === undefined ? undefined : address(env, name));
