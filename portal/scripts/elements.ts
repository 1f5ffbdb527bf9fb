/** What an element is made of: text becomes a text node, so that nothing from a file is ever read as markup. */
export type Part = Node | string | null;

/** Makes an element. `true` gives an attribute without value; `false` and `undefined` leave it out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...parts: readonly Part[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (typeof value === "string") made.setAttribute(key, value);
  }
  made.append(...parts.filter((part) => part !== null));
  return made;
}

export interface TableColumn<Row> {
  readonly header: string;
  readonly wide?: boolean;
  cell(row: Row): Part;
}

/** The table of `portal/table.tsx`, made in the browser: cards on a narrow screen, and the roles said outright (see there). */
export function table<Row>(name: string, caption: string, columns: readonly TableColumn<Row>[], rows: readonly Row[]): HTMLTableElement {
  const head = columns.map(({ header, wide }) => element("th", { scope: "col", role: "columnheader", class: wide && "wide" }, header));
  const body = rows.map((row) =>
    element(
      "tr",
      { role: "row" },
      ...columns.map(({ header, wide, cell }, i) =>
        i === 0
          ? element("th", { scope: "row", role: "rowheader", class: wide && "wide" }, cell(row))
          : element("td", { role: "cell", "data-label": header, class: wide && "wide" }, element("div", {}, cell(row))),
      ),
    ),
  );
  return element(
    "table",
    { role: "table", class: name },
    element("caption", {}, caption),
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...head)),
    element("tbody", { role: "rowgroup" }, ...body),
  );
}
