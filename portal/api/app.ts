import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod";
import { may } from "../../core/access.ts";
import { handOut } from "../page.tsx";
import { openApi } from "./openapi.ts";
import { type ApiServices, type Operation, operations } from "./operations.ts";
import { problemAnswer } from "./problems.ts";
import type { ReadToken } from "./tokens.ts";

interface ApiOptions {
  readonly origin: string;
  /** Where a machine gets its token, for the document. */
  readonly tokenAddress: string;
  onFault(error: Error): void;
}

/** Requests of the API are a few lines of JSON. */
const MAX_BYTES = 10_000;

/**
 * The API, below `/api/v1`. It knows tokens alone: a cookie of a person means nothing here, so no page of another site can use it in his
 * name. Every operation is for the certifying body of the token.
 */
export function createApi(services: ApiServices, readToken: ReadToken, { origin, tokenAddress, onFault }: ApiOptions): Hono {
  const app = new Hono().basePath("/api/v1");
  app.use(bodyLimit({ maxSize: MAX_BYTES, onError: () => problemAnswer(413, "Too much was sent") }));
  let document: object | undefined;
  app.get("/openapi.json", (c) => {
    document ??= openApi(origin, tokenAddress);
    return c.json(document);
  });
  for (const operation of operations) {
    app.on(operation.method, operation.path.replaceAll(/\{(\w+)\}/g, ":$1"), async (c) => {
      const user = await readToken(c.req.header("Authorization"));
      if (user?.role !== "body" || !may(user, "deliver", user.body)) {
        const refused = problemAnswer(
          401,
          "No token, or one that does not hold",
          "Ask the issuer for a token and send it as Authorization: Bearer …",
        );
        refused.headers.set("WWW-Authenticate", "Bearer");
        return refused;
      }
      const sent = await sentTo(operation, c.req.raw);
      if (sent instanceof Response) return sent;
      const answer = await operation.answer({ user, body: user.body, sent, param: (name) => c.req.param(name) ?? "" }, services);
      if (answer.status === 404) return problemAnswer(404, "There is no such thing with this certifying body");
      return "file" in answer ? handOut(c, answer.file) : c.json(answer.data as object, answer.status);
    });
  }
  app.all("*", () => problemAnswer(404, "There is no such operation", "GET /api/v1/openapi.json lists them."));
  app.onError((error) => {
    onFault(error);
    return problemAnswer(500, "The fault is ours; try again later");
  });
  return app;
}

/** What was sent, by the schema of the operation; or the answer that says what is wrong with it. */
async function sentTo({ sends }: Operation, request: Request): Promise<unknown> {
  if (!sends) return undefined;
  const json = await request.json().catch(() => undefined);
  if (json === undefined) return problemAnswer(400, "What was sent is no JSON");
  const parsed = sends.safeParse(json);
  return parsed.success ? parsed.data : problemAnswer(400, "What was sent is not what the operation takes", z.prettifyError(parsed.error));
}
