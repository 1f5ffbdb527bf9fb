import type { Day } from "../../calendar.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import type { CountedLabel } from "../../scoring/carry.ts";
import { contentTypeOf } from "../content-type.ts";
import type { PublishedFile } from "../publish.ts";
import { bodiesTable, bodyRows } from "./bodies.ts";
import { cohortRows, cohortsTable } from "./cohorts.ts";
import { dataPackageJson } from "./data-package.ts";
import { exploratoryRows, exploratoryTable } from "./exploratory.ts";
import { reportedTrendRows, reportedTrendsTable } from "./reported-trends.ts";
import { type Cells, type Table, tableCsv } from "./table.ts";
import { transitionRows, transitionsTable } from "./transitions.ts";
import { trendRows, trendsTable } from "./trends.ts";
import { type ViewSource, viewSources } from "./view-source.ts";

/** The tables that are published as CSV only, with the data dictionary of all CSV files. */
export function publishedTables(counted: readonly CountedLabel[], catalogue: Catalogue, referenceDay: Day): readonly PublishedFile[] {
  const sources = viewSources(counted, catalogue);
  // A variant by itself: what bodies report is not added up over variants.
  const ofOneVariant = sources.filter(({ view }) => view.variant !== null);
  const file = <Row extends Cells<Row>>(
    table: Table<Row>,
    of: readonly ViewSource[],
    rows: (source: ViewSource) => Row[],
  ): PublishedFile => ({
    name: table.file,
    contentType: contentTypeOf(table.file),
    content: tableCsv(table, of.flatMap(rows)),
  });
  return [
    file(trendsTable, sources, (source) => trendRows(source, catalogue, referenceDay)),
    file(transitionsTable, sources, (source) => transitionRows(source, catalogue, referenceDay)),
    file(cohortsTable, sources, (source) => cohortRows(source, referenceDay)),
    file(bodiesTable, sources, (source) => bodyRows(source, catalogue, referenceDay)),
    file(reportedTrendsTable, ofOneVariant, (source) => reportedTrendRows(source, catalogue, referenceDay)),
    file(exploratoryTable, sources, (source) => exploratoryRows(source, catalogue, referenceDay)),
    { name: "datapackage.json", contentType: contentTypeOf("datapackage.json"), content: dataPackageJson() },
  ];
}
