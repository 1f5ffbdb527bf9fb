import { type PublishedReport, type PublishedReports, type ReportFile, reportFiles } from "../../core/figures/yearly-report/published.ts";
import { download, openDocument, page } from "../page.tsx";
import { NotFound } from "../pages/problem.tsx";
import { PublicReports } from "../pages/public-reports.tsx";
import { PUBLIC_REPORTS } from "../pages/yearly-report/published-versions.tsx";
import type { PageContext, Route } from "../route.ts";
import { namedReportFile } from "../yearly-report-files.ts";

/** The published yearly reports, for everybody: the bytes as they were published. */
export const publicReportRoutes = (published: PublishedReports): readonly Route[] => [
  {
    method: "GET",
    path: PUBLIC_REPORTS,
    right: "enter",
    answer: async (c) => page(c, <PublicReports published={await published.list()} />),
  },
  {
    method: "GET",
    path: `${PUBLIC_REPORTS}/:label/:year`,
    right: "enter",
    answer: async (c) => {
      const newest = (await askedVersions(c, published)).at(-1);
      return newest ? answerFile(c, published, newest, "jaarrapport.html") : page(c, <NotFound />, 404);
    },
  },
  {
    method: "GET",
    path: `${PUBLIC_REPORTS}/:label/:year/:version/:name`,
    right: "enter",
    answer: async (c) => {
      const report = (await askedVersions(c, published)).find(({ version }) => String(version) === c.req.param("version"));
      const name = reportFiles.find((one): one is ReportFile => one === c.req.param("name"));
      return report && name ? answerFile(c, published, report, name) : page(c, <NotFound />, 404);
    },
  },
];

const askedVersions = async (c: PageContext, published: PublishedReports): Promise<readonly PublishedReport[]> =>
  (await published.list()).filter(({ label, year }) => label === c.req.param("label") && String(year) === c.req.param("year"));

async function answerFile(c: PageContext, published: PublishedReports, report: PublishedReport, name: ReportFile): Promise<Response> {
  const content = await published.file(report, name);
  return name === "jaarrapport.html" ? openDocument(c, content) : download(c, namedReportFile(report, name, content));
}
