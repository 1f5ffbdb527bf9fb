/**
 * A stand-in for IAM between a function and the stand-ins for S3, DynamoDB, the user pool and Step Functions: passes on what the function's role allows and refuses the rest, as AWS
 * would. Knows the operations that this product uses; an operation that it does not know is refused.
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** An action on one thing: an object, a bucket, a partition of the table, the user pool, or the state machines. */
export interface Attempt {
  readonly action: string;
  /** `deliveries/ciio/file.csv`, `deliveries`, the partition key `REPORT#ciio`, `user-pool`, or `workflows`. */
  readonly on: string;
}

export interface Guard {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts an endpoint in front of `target`. `may` is asked for every attempt of every request; all of them have to be allowed. */
export async function startGuard(target: string, may: (attempt: Attempt) => boolean): Promise<Guard> {
  const server = createServer((incoming, answer) => void guard(target, may, incoming, answer));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function guard(target: string, may: (attempt: Attempt) => boolean, incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
  const body = await buffer(incoming);
  const called = incoming.headers["x-amz-target"];
  const isJson = called !== undefined;
  const attempts = isJson ? callAttempts(String(called), body) : objectAttempts(incoming);
  if (!attempts.every(may)) return forbid(answer, isJson);

  const passed = request(target, { method: incoming.method, path: incoming.url, headers: incoming.headers }, (reply) => {
    const isAbsent = reply.statusCode === 404 && !isJson && incoming.method === "GET";
    // Whoever may not list a bucket does not hear that an object is absent.
    if (isAbsent && !may({ action: "s3:ListBucket", on: attempts[0]!.on.split("/")[0]! })) {
      reply.resume();
      return forbid(answer, isJson);
    }
    answer.writeHead(reply.statusCode!, reply.headers);
    reply.pipe(answer);
  });
  passed.on("error", () => answer.destroy());
  passed.end(body);
}

function objectAttempts({ method, url }: IncomingMessage): readonly Attempt[] {
  const { pathname, searchParams } = new URL(url!, "http://guard");
  const [bucket = "", ...key] = pathname.slice(1).split("/").map(decodeURIComponent);
  const on = `${bucket.replace(/^normenmonitor-/, "")}/${key.join("/")}`;
  if (method === "GET" && searchParams.has("list-type")) return [{ action: "s3:ListBucket", on: bucket.replace(/^normenmonitor-/, "") }];
  if (method === "GET" && searchParams.has("tagging")) {
    return [{ action: searchParams.has("versionId") ? "s3:GetObjectVersionTagging" : "s3:GetObjectTagging", on }];
  }
  if (method === "GET" && key.length > 0) return [{ action: searchParams.has("versionId") ? "s3:GetObjectVersion" : "s3:GetObject", on }];
  if (method === "PUT" && key.length > 0) return [{ action: "s3:PutObject", on }];
  return [{ action: `s3:${method} ${url}`, on }];
}

type Key = { readonly pk?: { readonly S: string } };

function callAttempts(target: string, body: Buffer): readonly Attempt[] {
  const [service, operation = ""] = target.split(".");
  if (service === "AWSStepFunctions") return [{ action: `states:${operation}`, on: "workflows" }];
  if (service === "AWSCognitoIdentityProviderService") return [{ action: `cognito-idp:${operation}`, on: "user-pool" }];
  const call = JSON.parse(body.toString()) as {
    Key?: Key;
    Item?: Key;
    ExpressionAttributeValues?: { ":pk"?: { S: string } };
    RequestItems?: Record<string, { Keys: Key[] }>;
  };
  const batch = Object.values(call.RequestItems ?? {}).flatMap(({ Keys }) => Keys);
  const partitions = [call.Key, call.Item, ...batch].flatMap((key) => key?.pk?.S ?? []);
  const queried = operation === "Query" ? call.ExpressionAttributeValues?.[":pk"]?.S : undefined;
  return [...new Set([...partitions, queried ?? []].flat())].map((on) => ({ action: `dynamodb:${operation}`, on }));
}

function forbid(answer: ServerResponse, isJson: boolean): void {
  if (isJson) {
    answer.writeHead(400, { "content-type": "application/x-amz-json-1.0" });
    answer.end('{"__type":"com.amazon.coral.service#AccessDeniedException","message":"not authorized"}');
  } else {
    answer.writeHead(403, { "content-type": "application/xml" });
    answer.end("<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");
  }
}
