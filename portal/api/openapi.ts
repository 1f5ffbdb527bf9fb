import * as z from "zod";
import { type Operation, operations } from "./operations.ts";
import { problem } from "./problems.ts";
import { SCOPE } from "./tokens.ts";

/** The OpenAPI 3.1 document of the API, made from its operations. `tokenAddress`: where a machine gets its token. */
export function openApi(origin: string, tokenAddress: string): object {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: described(operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "normenmonitor",
      version: "1",
      description:
        "For certifying bodies whose own systems deliver test reports. A delivery that comes by this API is checked and answered exactly like one that is delivered by hand.",
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ machine: [SCOPE] }],
    paths,
    components: {
      securitySchemes: {
        machine: {
          type: "oauth2",
          flows: {
            clientCredentials: {
              tokenUrl: tokenAddress,
              scopes: { [SCOPE]: "Deliver for one certifying body and read what became of it." },
            },
          },
        },
      },
      schemas: { Problem: schemaOf(problem) },
    },
  };
}

function described({ id, summary, path, sends, answers, created, stored }: Operation): object {
  return {
    operationId: id,
    summary,
    parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: "path", required: true, schema: { type: "string" } })),
    ...(sends ? { requestBody: { required: true, content: { "application/json": { schema: schemaOf(sends) } } } } : {}),
    responses: {
      [created ? "201" : "200"]: { description: summary, content: contentOf(answers) },
      ...(stored ? { 303: redirected } : {}),
      ...(sends ? { 400: failure("What was sent is not what the operation takes.") } : {}),
      401: failure("No token, or one that does not hold: ask for a new one."),
      ...(path.includes("{") ? { 404: failure("There is no such thing with this certifying body.") } : {}),
      ...(sends ? { 413: failure("More was sent than any request needs.") } : {}),
      500: failure("The fault is ours; try again later."),
    },
  };
}

/** Data by its schema, or a file of that type. */
const contentOf = (answers: Operation["answers"]): object =>
  typeof answers === "string" ? { [answers]: {} } : { "application/json": { schema: schemaOf(answers) } };

const redirected = {
  description:
    "The file is too large to be answered with: it is at the address in the header Location, for a minute. That address is signed: no token goes there.",
  headers: { Location: { schema: { type: "string", format: "uri" } } },
};

const failure = (description: string): object => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

/** JSON Schema 2020-12, as OpenAPI 3.1 has it; which dialect it is stands in the document. */
function schemaOf(schema: z.ZodType): object {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { target: "draft-2020-12", unrepresentable: "any" });
  return described;
}
