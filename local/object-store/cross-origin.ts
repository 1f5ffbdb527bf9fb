import type { IncomingMessage, ServerResponse } from "node:http";

/** Pages of this machine may upload and download from the browser, as the CORS rule of the deployed buckets allows the portal to. */
export function allowLoopbackOrigin(message: IncomingMessage, response: ServerResponse): void {
  const { origin } = message.headers;
  if (!origin || !/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(origin)) return;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("vary", "origin");
  response.setHeader("access-control-expose-headers", "etag, x-amz-version-id");
  if (message.method !== "OPTIONS") return;
  response.setHeader("access-control-allow-methods", "GET, HEAD, PUT, POST");
  response.setHeader("access-control-allow-headers", message.headers["access-control-request-headers"] ?? "*");
  response.setHeader("access-control-max-age", "3600");
}
