import type { ChartDownloads } from "./charts/chart-figure.tsx";
import { say } from "./language.tsx";

/** The files of a table that is shown without a chart. */
export function TableFiles({ downloads: { csv, xlsx } }: { readonly downloads: ChartDownloads }) {
  return (
    <ul class="downloads" aria-label={say("Deze tabel als bestand", "This table as a file")}>
      {csv && (
        <li>
          <a class="button" href={csv} download>
            Download CSV
          </a>
        </li>
      )}
      {xlsx && (
        <li>
          <a class="button" href={xlsx} download>
            Download Excel
          </a>
        </li>
      )}
    </ul>
  );
}
