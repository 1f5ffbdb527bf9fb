import type { Child } from "hono/jsx";

export interface Column<Row> {
  readonly header: string;
  cell(row: Row): Child;
  /** Numbers stand to the right. */
  readonly numeric?: boolean;
  /** Its width is what is left over. */
  readonly wide?: boolean;
  /** Where the table stands sorted by this column, the other way round when it is; absent: it cannot be sorted by it. */
  readonly sort?: { readonly href: string; readonly direction?: "ascending" | "descending" };
}

interface TableProps<Row> {
  readonly caption: Child;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Id of a row, where links lead to it. */
  rowId?(row: Row): string;
  readonly name?: string;
}

/**
 * A table that becomes a list of cards on a narrow screen; the first column heads the row. The roles are said outright because
 * Safari forgets them when the style sheet gives a table another `display`.
 */
export function Table<Row>({ caption, columns, rows, rowId, name }: TableProps<Row>) {
  const [first, ...others] = columns as [Column<Row>, ...Column<Row>[]];
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <table role="table" class={name}>
      <caption>{caption}</caption>
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <thead role="rowgroup">
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tr role="row">
          {columns.map((column) => (
            // biome-ignore lint/a11y/noRedundantRoles: see above
            <th scope="col" role="columnheader" class={classOf(column)} aria-sort={column.sort?.direction}>
              {column.sort ? <a href={column.sort.href}>{column.header}</a> : column.header}
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <tbody role="rowgroup">
        {rows.map((row) => (
          // biome-ignore lint/a11y/noRedundantRoles: see above
          <tr role="row" id={rowId?.(row)}>
            {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
            <th scope="row" role="rowheader" class={classOf(first)}>
              {first.cell(row)}
            </th>
            {others.map((column) => (
              // biome-ignore lint/a11y/noRedundantRoles: see above
              <td role="cell" data-label={column.header} class={classOf(column)}>
                <div>{column.cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function classOf({ numeric, wide }: Pick<Column<never>, "numeric" | "wide">): string | undefined {
  return [numeric && "numeric", wide && "wide"].filter(Boolean).join(" ") || undefined;
}
