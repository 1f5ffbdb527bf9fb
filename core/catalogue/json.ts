/** JSON as people write it by hand: where it breaks off, and which property stands twice (JSON.parse would silently take the last). */

export type JsonText =
  | { readonly value: unknown; readonly problems: readonly string[] }
  | { readonly value?: undefined; readonly problems: readonly string[] };

/** The value of a text; `value` is absent when the text is no JSON. The problems say the place (line, position) and what to mend, in Dutch. */
export function parseJson(text: string): JsonText {
  const content = text.replace(/^\uFEFF/, "");
  if (content.includes("\uFFFD") || content.includes("\u0000"))
    return { problems: ["de tekens zijn niet leesbaar; sla het bestand op als UTF-8"] };
  if (content.trim() === "") return { problems: ["dit bestand is leeg"] };
  try {
    return { value: JSON.parse(content) as unknown, problems: doubleProperties(content) };
  } catch (error) {
    const place = placeOfSyntaxError(content, error);
    return { problems: [`dit is geen geldige JSON${place}; kijk of daar een komma, haakje of aanhalingsteken ontbreekt of te veel staat`] };
  }
}

/** A scan of valid JSON: strings, brackets and commas are enough to know which strings are properties. */
function doubleProperties(text: string): string[] {
  const problems: string[] = [];
  const open: (Set<string> | null)[] = [];
  let line = 1;
  let lineStart = 0;
  let before = "";
  for (const { 0: token, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],\n]/g)) {
    if (token === "\n") {
      line++;
      lineStart = index + 1;
      continue;
    }
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(null);
    else if (token === "}" || token === "]") open.pop();
    const properties = open.at(-1);
    if (token.startsWith('"') && properties && (before === "{" || before === ",")) {
      const name = JSON.parse(token) as string;
      if (properties.has(name))
        problems.push(`"${name}" staat twee keer in hetzelfde object (regel ${line}, teken ${index - lineStart + 1}); houd er één`);
      properties.add(name);
    }
    before = token;
  }
  return problems;
}

/** V8 names the position, or says that the text ended; other engines give no place. */
function placeOfSyntaxError(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  const position = /at position (\d+)/.exec(message)?.[1] ?? (/end of JSON/.test(message) ? text.length : undefined);
  if (position === undefined) return "";
  const before = text.slice(0, Number(position)).split("\n");
  return ` (regel ${before.length}, teken ${(before.at(-1) ?? "").length + 1})`;
}
