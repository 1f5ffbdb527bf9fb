import { html } from "hono/html";
import type { Child } from "hono/jsx";
import { attachment } from "./attachment.ts";
import type { NamedFile, StoredFile } from "./data.ts";
import { documentPolicy } from "./document-policy.ts";
import type { PageContext } from "./route.ts";
import { Visiting } from "./visit.tsx";

type PageStatus = 200 | 400 | 401 | 403 | 404 | 409 | 413 | 421 | 500 | 503;

/** Answers with a page, made for the visit that asked for it. */
export function page(c: PageContext, content: Child, status: PageStatus = 200): Response | Promise<Response> {
  return c.html(html`<!doctype html>${<Visiting visit={c.get("visit")}>{content}</Visiting>}`, status);
}

/** Runs outside of a page what is said in its language: files that the page hands out. */
export function inLanguage<T>(c: PageContext, make: () => T): T {
  let made: { readonly value: T } | undefined;
  const Once = () => {
    made = { value: make() };
    return null;
  };
  String(
    <Visiting visit={c.get("visit")}>
      <Once />
    </Visiting>,
  );
  return made!.value;
}

/** Answers with a stored file, or leads to where it is. */
export const handOut = (c: Pick<PageContext, "body" | "redirect">, file: StoredFile): Response =>
  "address" in file ? c.redirect(file.address, 303) : download(c, file);

/** Answers with a file to be kept under its name. */
export function download(c: Pick<PageContext, "body">, { name, contentType, content }: NamedFile): Response {
  return c.body(new Uint8Array(content), 200, { "Content-Type": contentType, "Content-Disposition": attachment(name) });
}

/** Answers with a document of our own that stands on its own: its style is in it, and it may do and reach nothing. */
export function openDocument(c: Pick<PageContext, "body">, content: Uint8Array): Response {
  const text = new TextDecoder().decode(content);
  return c.body(text, 200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": documentPolicy(text) });
}
