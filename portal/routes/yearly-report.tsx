import { randomInt } from "node:crypto";
import type { User } from "../../core/access.ts";
import { researcherZip, type Shuffle } from "../../core/figures/open-data/researcher-export.ts";
import type { Terms } from "../../core/figures/open-data/terms.ts";
import type { CountedScores } from "../../core/figures/selected/counted-scores.ts";
import {
  ofLabel,
  type PublishedReport,
  type PublishedReports,
  type ReportFile,
  reportFiles,
} from "../../core/figures/yearly-report/published.ts";
import type { YearlyReport } from "../../core/figures/yearly-report/report.ts";
import { yearlyReport, yearsOfReport } from "../../core/figures/yearly-report/yearly-report.ts";
import type { PortalData, Publication } from "../data.ts";
import { labelsOf } from "../labels.ts";
import { say } from "../language.tsx";
import { NoFigures } from "../no-figures.tsx";
import { withFields } from "../norm-links.ts";
import { download, page } from "../page.tsx";
import { NotFound } from "../pages/problem.tsx";
import { PUBLISH_REPORT, type PublishProblem, RESEARCH_FILE, YEARLY_REPORT, YearlyReportPage } from "../pages/yearly-report.tsx";
import type { PageContext, Route } from "../route.ts";
import type { ReportEdition } from "../yearly-report-file.tsx";
import { namedReportFile, reportContents } from "../yearly-report-files.ts";

interface YearlyServices {
  readonly data: PortalData;
  readonly published: PublishedReports;
}

interface Making extends YearlyServices {
  readonly make: MakeReport;
}

/** The yearly report for policy staff and committee: as it is now, as files, and made public. */
export function yearlyReportRoutes({ data, published }: YearlyServices, terms: Terms, now: () => number): readonly Route[] {
  const making: Making = { data, published, make: keepingLast() };
  return [
    { method: "GET", path: YEARLY_REPORT, right: "seeFigures", answer: (c) => show(c, making) },
    { method: "GET", path: `${YEARLY_REPORT}/bestand`, right: "seeFigures", answer: (c) => file(c, making, terms, now) },
    { method: "GET", path: RESEARCH_FILE, right: "seeFigures", answer: (c) => research(c, data, terms) },
    // Where somebody lands who changes the language on the page that publishing answered with.
    { method: "GET", path: PUBLISH_REPORT, right: "seeFigures", answer: (c) => c.redirect(YEARLY_REPORT, 302) },
    { method: "POST", path: PUBLISH_REPORT, right: "publishYearlyReport", answer: (c) => publish(c, making, terms, now) },
  ];
}

type MakeReport = typeof yearlyReport;

/** Keeps the report that was made last: its page, its files and its publication ask for the same one. It costs some tenths of a second of CPU. */
function keepingLast(): MakeReport {
  let last: { readonly key: string; readonly report: YearlyReport | undefined } | undefined;
  return (counted, publication, label, year, published = []) => {
    const key = JSON.stringify([publication.run, label, year, published.map((earlier) => [earlier.year, earlier.run])]);
    if (last?.key !== key) last = { key, report: yearlyReport(counted, publication, label, year, published) };
    return last.report;
  };
}

interface Asked {
  readonly publication: Publication;
  readonly counted: CountedScores;
  readonly labels: readonly string[];
  readonly label: string;
  /** Newest first. */
  readonly years: readonly number[];
  readonly report: YearlyReport | undefined;
  readonly published: readonly PublishedReport[];
}

/** The report that was asked for; of the newest year that is over when none was. Undefined: there are no figures yet. */
async function asked({ data, published: reports, make }: Making, wanted: { label?: string; year?: string }): Promise<Asked | undefined> {
  const [publication, counted, all] = await Promise.all([data.publication(), data.scores(), reports.list()]);
  if (!publication || !counted) return undefined;
  const labels = labelsOf(counted);
  const label = labels.find((one) => one === wanted.label) ?? labels[0] ?? "";
  const years = yearsOfReport(counted, label).toReversed();
  const year = years.find((one) => String(one) === wanted.year) ?? years[1] ?? years[0];
  const published = ofLabel(all, label);
  const earlier = published.length > 0 ? await reports.reportsOf(label) : [];
  const report = year === undefined ? undefined : make(counted, publication, label, year, earlier);
  return { publication, counted, labels, label, years, report, published };
}

const inQuery = (c: PageContext) => ({ label: c.req.query("label"), year: c.req.query("jaar") });

async function show(c: PageContext, services: Making, wanted: { label?: string; year?: string } = inQuery(c), problem?: PublishProblem) {
  const found = await asked(services, wanted);
  if (!found) return page(c, <Nothing />);
  return page(c, <YearlyReportPage {...found} problem={problem} />, problem === undefined ? 200 : problem === "notConfirmed" ? 400 : 409);
}

async function file(c: PageContext, services: Making, terms: Terms, now: () => number): Promise<Response> {
  const name = reportFiles.find((one): one is ReportFile => one === c.req.query("bestand"));
  const found = await asked(services, inQuery(c));
  if (!name || !found?.report) return page(c, <NotFound />, 404);
  const { report, published } = found;
  const contents = reportContents(report, editionOf(report, published, terms, now), terms);
  return download(c, namedReportFile(report, name, contents[name]));
}

function editionOf({ year }: YearlyReport, published: readonly PublishedReport[], { publisher }: Terms, now: () => number): ReportEdition {
  const last = published.findLast((one) => one.year === year);
  const version = (last?.version ?? 0) + 1;
  return { version, at: new Date(now()).toISOString(), publisher, ...(last ? { replaces: { version: last.version, at: last.at } } : {}) };
}

async function publish(c: PageContext, services: Making, terms: Terms, now: () => number): Promise<Response> {
  const form = await c.req.parseBody();
  const field = (name: string) => String(form[name] ?? "");
  const wanted = { label: field("label"), year: field("jaar") };
  const { user } = c.get("visit");
  const found = await asked(services, wanted);
  // The form comes from a page of a report: without one there is nothing to publish.
  if (!found?.report || !user || found.report.label !== wanted.label || String(found.report.year) !== wanted.year)
    return show(c, services, wanted);
  const { report, published } = found;
  const done = () =>
    c.redirect(
      `${withFields(YEARLY_REPORT, [
        ["label", report.label],
        ["jaar", wanted.year],
      ])}#gepubliceerd`,
      303,
    );
  if (field("gelezen") !== "ja") return show(c, services, wanted, "notConfirmed");
  if (isAgain(published, report, user, Number(field("bekend")))) return done();
  if (field("bekend") !== String(published.length) || field("berekening") !== report.run)
    return show(c, services, wanted, "publishedMeanwhile");
  const edition = editionOf(report, published, terms, now);
  const { label, year, referenceDate, provisional, run } = report;
  const listed = await services.published.publish(
    {
      label,
      number: published.length + 1,
      year,
      version: edition.version,
      referenceDate,
      provisional,
      run,
      by: { id: user.id, name: user.name },
      at: edition.at,
    },
    reportContents(report, edition, terms),
  );
  return listed ? done() : show(c, services, wanted, "publishedMeanwhile");
}

/** Sent twice, by a double click or from the page before: it was published the first time. */
function isAgain(published: readonly PublishedReport[], { year, run }: YearlyReport, by: User, known: number): boolean {
  const last = published.at(-1);
  return published.length === known + 1 && last?.year === year && last.run === run && last.by.id === by.id;
}

async function research(c: PageContext, data: PortalData, terms: Terms): Promise<Response> {
  const counted = await data.scores();
  const label = counted && labelsOf(counted).find((one) => one === c.req.query("label"));
  if (!counted || label === undefined) return page(c, <NotFound />, 404);
  const content = researcherZip(counted, label, shuffled, terms);
  return download(c, { name: `onderzoek-${label}.zip`, contentType: "application/zip", content });
}

/** Fisher and Yates, with randomness that cannot be foreseen. */
const shuffled: Shuffle = (size) => {
  const order = Array.from({ length: size }, (_, i) => i);
  for (let i = size - 1; i > 0; i--) {
    const other = randomInt(i + 1);
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
};

const Nothing = () => <NoFigures title={say("Jaarrapport", "Yearly report")} section={YEARLY_REPORT} />;
