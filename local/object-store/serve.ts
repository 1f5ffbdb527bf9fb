import type { IncomingMessage, ServerResponse } from "node:http";
import type { Credentials } from "./credentials.ts";
import { allowLoopbackOrigin } from "./cross-origin.ts";
import { S3Error } from "./errors.ts";
import type { Version } from "./model.ts";
import { replyEmpty, replyXml } from "./reply.ts";
import { readRequest } from "./request.ts";
import { route } from "./route.ts";
import { checkSignature } from "./signature.ts";
import type { Store } from "./store.ts";

export interface Service {
  readonly store: Store;
  readonly credentials: Credentials;
  readonly region: string;
  mayRead(bucket: string, version: Version): boolean;
  created(bucket: string, version: Version): void;
}

/** Answers one HTTP request. Never throws: what goes wrong becomes an answer, or the end of the connection. */
export async function serve(service: Service, message: IncomingMessage, response: ServerResponse): Promise<void> {
  allowLoopbackOrigin(message, response);
  const now = new Date();
  // Clients set their clock by it: it is the one by which signatures are looked at.
  response.setHeader("Date", now.toUTCString());
  if (message.method === "OPTIONS") {
    replyEmpty(response, 204);
    return;
  }
  try {
    const request = readRequest(message);
    const { operation, signed } = route(request);
    if (signed === "request") checkSignature(request, service.credentials, now);
    await operation({ ...service, request, response, now });
  } catch (error) {
    replyError(message, response, error);
  }
}

function replyError(message: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (message.destroyed && !message.complete) return;
  if (response.headersSent) {
    // The status is out: only a broken connection can tell the client that the bytes are not all there.
    response.destroy();
    return;
  }
  const known = error instanceof S3Error ? error : new S3Error("InternalError", error instanceof Error ? error.message : String(error));
  // What is left of the body is read and dropped: most clients look at the answer only when they have sent everything.
  message.resume();
  if (message.method === "HEAD" || known.status === 304) {
    replyEmpty(response, known.status, known.headers);
    return;
  }
  const path = (message.url ?? "").split("?")[0];
  const document = [
    ["Code", known.code],
    ["Message", known.message],
    ["Resource", path],
    ["RequestId", "local"],
  ] as const;
  replyXml(response, known.status, ["Error", document], known.headers);
}
