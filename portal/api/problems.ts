import * as z from "zod";

/** What went wrong, for a program and for who reads its log (RFC 9457). */
export const problem = z.object({
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
});

/** An answer that says what went wrong. */
export const problemAnswer = (status: number, title: string, detail?: string): Response =>
  new Response(JSON.stringify({ title, status, ...(detail === undefined ? {} : { detail }) }), {
    status,
    headers: { "Content-Type": "application/problem+json" },
  });
