// Loads the bundle of the portal as Lambda does, asks one page, and prints the CPU time of both: node start-portal.mjs BUNDLE
import { pathToFileURL } from "node:url";

Object.assign(process.env, {
  AWS_REGION: "eu-central-1",
  AWS_ACCESS_KEY_ID: "x",
  AWS_SECRET_ACCESS_KEY: "x",
  PORTAL_ORIGIN: "https://normen.example.org",
  PORTAL_HOSTS: "api.example.org",
  PORTAL_FRONT_SECRET: "secret",
  STATE_MACHINES: "arn:aws:states:eu-central-1:0:stateMachine:a",
  UPLOAD_ORIGIN: "https://deliveries.example.org",
  OIDC_ISSUER: "https://issuer.example.org",
  OIDC_CLIENT_ID: "portal",
  ...Object.fromEntries(
    ["TABLE_NAME", ...["DELIVERIES", "REPORTS", "RECEIPTS", "FIGURES", "CATALOGUE"].map((name) => `${name}_BUCKET`)].map((name) => [
      name,
      "x",
    ]),
  ),
});
const ms = ({ user, system }) => (user + system) / 1000;

const before = process.cpuUsage();
const { handler } = await import(pathToFileURL(process.argv[2]).href);
const load = ms(process.cpuUsage(before));

const between = process.cpuUsage();
const { statusCode, body } = await handler({
  version: "2.0",
  routeKey: "$default",
  rawPath: "/afgemeld",
  rawQueryString: "",
  headers: { host: "api.example.org", "x-normenmonitor-front": "secret", "accept-encoding": "gzip" },
  requestContext: { domainName: "api.example.org", http: { method: "GET", path: "/afgemeld", sourceIp: "192.0.2.1" }, stage: "$default" },
  isBase64Encoded: false,
});
console.log(JSON.stringify({ load, page: ms(process.cpuUsage(between)), status: statusCode, bytes: body.length }));
process.exit(0);
