import { html, raw } from "hono/html";
import { amsterdamDay, dutchDay } from "../core/calendar.ts";
import type { YearlyReport } from "../core/figures/yearly-report/report.ts";
import { BarDefinitions } from "./charts/stacked-bar.tsx";
import { stylePolicy } from "./document-policy.ts";
import { ReportContent } from "./pages/yearly-report/content.tsx";
import { reportTitle } from "./pages/yearly-report/words.ts";
import { stylesheet } from "./stylesheet.ts";

export interface ReportEdition {
  readonly version: number;
  /** ISO 8601 */
  readonly at: string;
  /** The version before it, which this one replaces. */
  readonly replaces?: { readonly version: number; readonly at: string };
  readonly publisher: string;
}

/**
 * The yearly report as one file, in Dutch: no script, and nothing that is fetched from anywhere, by its own policy. The same report and edition give
 * the same bytes.
 */
export function yearlyReportFile(report: YearlyReport, edition: ReportEdition): string {
  const page = (
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={stylePolicy(stylesheet)} />
        <title>{reportTitle(report)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <style>{raw(stylesheet)}</style>
      </head>
      <body>
        <a class="skip" href="#inhoud">
          Naar de inhoud
        </a>
        <main id="inhoud" class="width" tabindex={-1}>
          <BarDefinitions />
          <h1>
            {reportTitle(report)}
            {report.provisional && " (voorlopig)"}
          </h1>
          <p class="lead">{editionText(edition)}</p>
          {report.illustrative && (
            <p class="illustrative">
              <strong>Voorbeeldcatalogus, geen officiële normtekst.</strong> De normen in dit rapport zijn verzonnen.
            </p>
          )}
          <ReportContent report={report} />
        </main>
      </body>
    </html>
  );
  return String(html`<!doctype html>${page}`);
}

function editionText({ version, at, replaces, publisher }: ReportEdition): string {
  const day = (instant: string) => dutchDay(amsterdamDay(instant));
  const replaced = replaces
    ? ` Deze versie vervangt versie ${replaces.version} van ${day(replaces.at)}. De cijfers zijn sindsdien gecorrigeerd.`
    : "";
  return `${publisher}, versie ${version}, gepubliceerd op ${day(at)}.${replaced}`;
}
