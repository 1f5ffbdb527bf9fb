/** HTML of documents that stand on their own. Every text is escaped; only what this template made goes in as it is. */
export class Html {
  constructor(readonly text: string) {}
}

type Content = string | number | Html | null | undefined | false | readonly Content[];

/** `${…}` takes texts and numbers (escaped), other HTML, lists of these, and nothing for null, undefined and false. */
export const html = (strings: TemplateStringsArray, ...values: readonly Content[]): Html =>
  new Html(strings.reduce((text, part, i) => text + part + (i < values.length ? written(values[i]) : ""), ""));

function written(content: Content): string {
  if (content === null || content === undefined || content === false) return "";
  if (content instanceof Html) return content.text;
  if (typeof content === "object") return content.map(written).join("");
  return String(content).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A whole document in Dutch: no script, nothing from elsewhere, prints on A4. `style` is our own. */
export const htmlDocument = (title: string, style: string, body: Html): string =>
  `<!doctype html>\n${
    html`<html lang="nl">
<head>
<meta charset="utf-8"/>
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<style>${new Html(style)}</style>
</head>
<body>
${body}
</body>
</html>
`.text
  }`;

/** A table with its caption; the first cell of a row is its header. `numbers`: positions of columns that are set to the right. */
export function htmlTable(
  caption: Content,
  header: readonly string[],
  rows: readonly (readonly Content[])[],
  numbers: readonly number[] = [],
): Html {
  const side = (i: number) => (numbers.includes(i) ? html` class="n"` : "");
  return html`<table>
<caption>${caption}</caption>
<thead><tr>${header.map((name, i) => html`<th scope="col"${side(i)}>${name}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([first, ...cells]) =>
    html`<tr><th scope="row"${side(0)}>${first}</th>${cells.map((cell, i) => html`<td${side(i + 1)}>${cell}</td>`)}</tr>
`,
)}</tbody>
</table>
`;
}
