import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { callStepFunctions } from "./api.ts";
import { WorkflowRefusal } from "./errors.ts";
import type { Workflows } from "./workflows.ts";

/** Largest request: an input of 256 KiB, escaped as a text in JSON. */
const bodyLimit = 2 * 1024 * 1024;

/**
 * Starts a Step Functions endpoint on a free port of the loopback address: for the AWS SDK with `AWS_ENDPOINT_URL_SFN` set to `url`. Closing it leaves the
 * workflows as they are.
 */
export async function startWorkflowEndpoint(workflows: Workflows): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => void answer(workflows, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** AWS JSON 1.0: the operation is in a header, which also keeps other web pages out: a browser asks permission for it first. */
async function answer(workflows: Workflows, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const [service, operation = ""] = String(request.headers["x-amz-target"] ?? "").split(".");
    if (service !== "AWSStepFunctions")
      throw new WorkflowRefusal("UnknownOperationException", "The header x-amz-target names no operation.");
    reply(response, 200, await callStepFunctions(workflows, operation, await readBody(request)));
  } catch (error) {
    if (request.destroyed && !request.complete) return;
    if (error instanceof WorkflowRefusal) reply(response, 400, { __type: error.name, message: error.message });
    else reply(response, 500, { __type: "InternalFailure", message: error instanceof Error ? error.message : String(error) });
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) throw new WorkflowRefusal("InvalidExecutionInput", "The request is too large.");
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8") || "{}");
  } catch {
    throw new WorkflowRefusal("ValidationException", "The request is not JSON.");
  }
}

function reply(response: ServerResponse, status: number, content: object): void {
  const body = Buffer.from(JSON.stringify(content));
  response.writeHead(status, { "content-type": "application/x-amz-json-1.0", "content-length": String(body.length) }).end(body);
}
