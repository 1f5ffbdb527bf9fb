/** What the stand-ins of AWS services share that speak "AWS JSON": one address, the operation in a header, an error by its name. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isFor, loopbackHosts } from "../portal/security.ts";

export interface AwsJsonService {
  /** As it stands before the operation in the header `x-amz-target`. */
  readonly target: string;
  readonly version: "1.0" | "1.1";
  /** Answers one operation. Throws AwsRefusal. */
  call(operation: string, body: unknown): object | Promise<object>;
}

export interface AwsJsonEndpoint {
  readonly url: string;
  close(): Promise<void>;
}

/** A call that the service refuses; the name is that of the exception of its API. */
export class AwsRefusal extends Error {
  override readonly name: string;
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** Largest request: an input of a state machine, 256 KiB, escaped as a text in JSON. */
const bodyLimit = 2 * 1024 * 1024;

/** Starts an endpoint on a free port of the loopback address. Closing it leaves what is behind it as it is. */
export async function startAwsJson(service: AwsJsonService): Promise<AwsJsonEndpoint> {
  const server = createServer((request, response) => void answer(service, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * The header of the operation keeps other web pages out, since a browser asks permission for it first; the host keeps out a page whose own name was made to
 * point to this machine.
 */
async function answer({ target, version, call }: AwsJsonService, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const reply = (status: number, content: object): void => {
    const body = Buffer.from(JSON.stringify(content));
    response.writeHead(status, { "content-type": `application/x-amz-json-${version}`, "content-length": String(body.length) }).end(body);
  };
  try {
    const [service, operation = ""] = String(request.headers["x-amz-target"] ?? "").split(".");
    if (service !== target || !isFor(loopbackHosts, request.headers.host, "http://elsewhere"))
      throw new AwsRefusal("UnknownOperationException", "The header x-amz-target names no operation.");
    reply(200, await call(operation, await readBody(request)));
  } catch (error) {
    if (request.destroyed && !request.complete) return;
    if (error instanceof AwsRefusal) reply(400, { __type: error.name, message: error.message });
    else reply(500, { __type: "InternalFailure", message: error instanceof Error ? error.message : String(error) });
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) throw new AwsRefusal("InvalidExecutionInput", "The request is too large.");
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8") || "{}");
  } catch {
    throw new AwsRefusal("ValidationException", "The request is not JSON.");
  }
}
