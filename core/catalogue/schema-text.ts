import * as z from "zod";

/** The published JSON Schema (draft 2020-12) of a file of the catalogue, as the text of its file. */
export function schemaText(shape: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(shape, { io: "input" }), null, 2)}\n`;
}
