import { createHash } from "node:crypto";

/** Of a document of our own that stands on its own: nothing but the one style that is in it. It holds also where the document is kept as a file. */
export const stylePolicy = (style: string): string =>
  `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; form-action 'none'; base-uri 'none'`;

/**
 * Of the answer with such a document, of whatever edition of the style sheet. Only the style that it begins with: what a text that slipped through
 * unescaped would bring is not applied. What only a header can say comes with it: no script, form or window, and no frame around it. Links within the
 * document work; it has no others.
 */
export function documentPolicy(text: string): string {
  const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? "";
  return `${stylePolicy(style)}; sandbox; frame-ancestors 'none'`;
}
