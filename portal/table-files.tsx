import type { ChartDownloads } from "./charts/chart-figure.tsx";
import { say } from "./language.tsx";

interface TableFilesProps {
  readonly downloads: ChartDownloads;
  /** Id of the section that the table stands in, for a link to it; absent where the page is the table. */
  readonly section?: string;
}

/** A link to copy and the files of a table that is shown without a chart. */
export function TableFiles({ downloads: { csv, xlsx }, section }: TableFilesProps) {
  return (
    <ul class="downloads" aria-label={say("Link en bestanden bij deze tabel", "Link and files of this table")}>
      {section !== undefined && (
        <li>
          <a class="button" href={`#${section}`}>
            {say("Link naar deze tabel", "Link to this table")}
          </a>
        </li>
      )}
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
