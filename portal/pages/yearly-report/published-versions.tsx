import { amsterdamDay, dutchDay } from "../../../core/calendar.ts";
import { type PublishedReport, type ReportFile, reportFiles } from "../../../core/figures/yearly-report/published.ts";
import { say } from "../../language.tsx";
import { type Column, Table } from "../../table.tsx";
import { Section } from "./section.tsx";

export const PUBLIC_REPORTS = "/openbaar/jaarrapport";

/** Address of a published report: always its newest version. */
export const publicReport = ({ label, year }: Pick<PublishedReport, "label" | "year">): string =>
  `${PUBLIC_REPORTS}/${encodeURIComponent(label)}/${year}`;

/** Address of one file of one version. */
export const publicFile = (report: Pick<PublishedReport, "label" | "year" | "version">, name: ReportFile): string =>
  `${publicReport(report)}/${report.version}/${name}`;

/** What was published, newest first, with its files. */
export function PublishedVersions({ published }: { readonly published: readonly PublishedReport[] }) {
  return (
    <div class="off-paper">
      <Section id="gepubliceerd" title={say("Gepubliceerd", "Published")}>
        {published.length === 0 ? (
          <p>{say("Er is nog geen jaarrapport gepubliceerd.", "No yearly report was published yet.")}</p>
        ) : (
          <VersionTable published={published} />
        )}
      </Section>
    </div>
  );
}

export function VersionTable({ published }: { readonly published: readonly PublishedReport[] }) {
  const isNewest = ({ label, year, version }: PublishedReport): boolean =>
    !published.some((other) => other.label === label && other.year === year && other.version > version);
  return (
    <Table
      name="yearly"
      caption={say("Gepubliceerde jaarrapporten, nieuwste eerst", "Published yearly reports, newest first")}
      columns={columns(isNewest)}
      rows={published.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.number - a.number))}
    />
  );
}

const columns = (isNewest: (report: PublishedReport) => boolean): readonly Column<PublishedReport>[] => [
  {
    header: say("Rapport", "Report"),
    cell: (report) => (
      <a href={publicFile(report, "jaarrapport.html")}>
        {report.label} {report.year}, {say("versie", "version")} {report.version}
      </a>
    ),
  },
  { header: say("Gepubliceerd op", "Published on"), cell: ({ at }) => <time datetime={at}>{dutchDay(amsterdamDay(at))}</time> },
  {
    header: say("Stand", "Standing"),
    cell: (report) => (
      <>
        {isNewest(report) ? say("geldt nu", "in force") : say("vervangen door een nieuwere versie", "replaced by a newer version")}
        {report.provisional && <small>{say("voorlopig", "provisional")}</small>}
      </>
    ),
  },
  {
    header: say("Bestanden", "Files"),
    cell: (report) => (
      <ul class="files">
        {reportFiles
          .filter((name) => name !== "report.json")
          .map((name) => (
            <li>
              <a
                href={publicFile(report, name)}
                download
                aria-label={`${fileText(name)}: ${report.label} ${report.year}, ${report.version}`}
              >
                {fileText(name)}
              </a>
            </li>
          ))}
      </ul>
    ),
  },
];

const fileText = (name: ReportFile): string =>
  ({
    "jaarrapport.html": say("Webpagina", "Web page"),
    "jaarrapport.xlsx": "Excel",
    "jaarrapport.csv": "CSV",
    "open-data.zip": say("Open data", "Open data"),
    "report.json": "JSON",
  })[name];
