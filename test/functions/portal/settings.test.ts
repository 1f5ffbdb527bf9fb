import { expect, it } from "vitest";
import { settingsFrom } from "../../../functions/portal/settings.ts";

const environment = {
  PORTAL_ORIGIN: "https://normen.example.org",
  PORTAL_HOSTS: "api.example.org,other.example.org",
  STATE_MACHINES: "arn:a,arn:b",
  UPLOAD_ORIGIN: "https://deliveries.example.org",
  OIDC_ISSUER: "https://issuer.example.org",
  OIDC_CLIENT_ID: "portal",
};

it("reads what infra sets, and Cognito's groups unless told otherwise", () => {
  expect(settingsFrom(environment)).toEqual({
    origin: "https://normen.example.org",
    hosts: ["api.example.org", "other.example.org"],
    machines: ["arn:a", "arn:b"],
    uploadOrigin: "https://deliveries.example.org",
    tokenAddress: undefined,
    terms: { publisher: "Normenmonitor", licence: null },
    issuer: {
      issuer: "https://issuer.example.org",
      clientId: "portal",
      clientSecret: undefined,
      groupsClaim: "cognito:groups",
      endAddress: undefined,
    },
  });
});

it("reads who publishes open data, and under which licence", () => {
  const terms = (more: Record<string, string>) => settingsFrom({ ...environment, ...more }).terms;
  const named = { OPEN_DATA_PUBLISHER: "Sociaal Werk Nederland", OPEN_DATA_LICENCE: "CC-BY-4.0 Creative Commons Naamsvermelding 4.0" };
  expect(terms(named)).toEqual({
    publisher: "Sociaal Werk Nederland",
    licence: { name: "CC-BY-4.0", title: "Creative Commons Naamsvermelding 4.0" },
  });
  expect(terms({ OPEN_DATA_LICENCE: "CC0-1.0" })?.licence).toEqual({ name: "CC0-1.0", title: "CC0-1.0" });
});

it.each(["PORTAL_ORIGIN", "STATE_MACHINES", "UPLOAD_ORIGIN", "OIDC_ISSUER", "OIDC_CLIENT_ID"])("does not start without %s", (name) => {
  for (const value of [undefined, ""]) expect(() => settingsFrom({ ...environment, [name]: value })).toThrow(`${name} is not set`);
});

it.each(["PORTAL_ORIGIN", "UPLOAD_ORIGIN", "OIDC_ISSUER", "OIDC_END_ADDRESS", "OIDC_TOKEN_ADDRESS"])(
  "does not start when %s is no address",
  (name) => {
    for (const value of ["normen", "javascript:alert(1)", "https://"]) {
      expect(() => settingsFrom({ ...environment, [name]: value })).toThrow(`${name} is no address`);
    }
  },
);
