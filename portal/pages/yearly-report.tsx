import { may } from "../../core/access.ts";
import type { PublishedReport } from "../../core/figures/yearly-report/published.ts";
import type { YearlyReport } from "../../core/figures/yearly-report/report.ts";
import type { Publication } from "../data.ts";
import { Illustrative } from "../illustrative.tsx";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { withFields } from "../norm-links.ts";
import { FormToken, useVisit } from "../visit.tsx";
import { ReportContent } from "./yearly-report/content.tsx";
import { PublishedVersions } from "./yearly-report/published-versions.tsx";
import { reportTitle } from "./yearly-report/words.ts";

export const YEARLY_REPORT = "/jaarrapport";
export const RESEARCH_FILE = "/jaarrapport/onderzoek.zip";
export const PUBLISH_REPORT = "/jaarrapport/publiceren";

export type PublishProblem = "publishedMeanwhile" | "notConfirmed";

export interface YearlyReportProps {
  readonly publication: Publication;
  readonly labels: readonly string[];
  /** Of the label, newest first. */
  readonly years: readonly number[];
  readonly label: string;
  /** Undefined when the label has no test at all. */
  readonly report: YearlyReport | undefined;
  /** Of this label. */
  readonly published: readonly PublishedReport[];
  readonly problem?: PublishProblem;
}

/** The yearly report as it would be published now: to choose, to look through, to take along, and to make public. */
export function YearlyReportPage(props: YearlyReportProps) {
  const { publication, label, report, published } = props;
  return (
    <Layout title={report ? reportTitle(report) : say("Jaarrapport", "Yearly report")} section={YEARLY_REPORT} publication={publication}>
      <h1>{report ? reportTitle(report) : say(`Jaarrapport: ${label}`, `Yearly report: ${label}`)}</h1>
      <p class="lead off-paper">
        {say(
          "Voor leden en publiek: zonder namen en zonder kleine aantallen. Zo komt het eruit te zien als u het nu publiceert.",
          "For members and public: without names and without small numbers. This is how it looks if you publish it now.",
        )}
      </p>
      <Illustrative publication={publication} />
      <Choice {...props} />
      {report ? (
        <>
          <Files report={report} />
          <ReportContent report={report} />
          <Publishing {...props} report={report} />
        </>
      ) : (
        <p class="notice">
          {say(
            `Onder ${label} is nog geen toets aangeleverd. Kies een ander label.`,
            `No test of ${label} was delivered yet. Choose another label.`,
          )}
        </p>
      )}
      <Research label={label} />
      <PublishedVersions published={published} />
    </Layout>
  );
}

function Choice({ labels, label, years, report }: YearlyReportProps) {
  return (
    <form method="get" action={YEARLY_REPORT} class="filter" aria-label={say("Kies een rapport", "Choose a report")}>
      <p>
        <label for="label">Label</label>
        <select id="label" name="label">
          {labels.map((one) => (
            <option value={one} selected={one === label}>
              {one}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="jaar">{say("Jaar", "Year")}</label>
        <select id="jaar" name="jaar">
          {years.map((one) => (
            <option value={String(one)} selected={one === report?.year}>
              {one}
            </option>
          ))}
        </select>
      </p>
      <p>
        <button type="submit">{say("Toon", "Show")}</button>
      </p>
    </form>
  );
}

/** Where a file of the report as it is now is handed out. */
export const reportFileAddress = ({ label, year }: Pick<YearlyReport, "label" | "year">, name: string): string =>
  withFields(`${YEARLY_REPORT}/bestand`, [
    ["label", label],
    ["jaar", String(year)],
    ["bestand", name],
  ]);

function Files({ report }: { readonly report: YearlyReport }) {
  return (
    <section class="downloads" aria-labelledby="bestanden">
      <h2 id="bestanden">{say("Meenemen", "Take along")}</h2>
      <ul aria-labelledby="bestanden">
        {(
          [
            ["jaarrapport.html", say("Als webpagina", "As a web page")],
            ["jaarrapport.xlsx", "Excel"],
            ["jaarrapport.csv", "CSV"],
            ["open-data.zip", say("Open data (ZIP)", "Open data (ZIP)")],
          ] as const
        ).map(([name, text]) => (
          <li>
            <a class="button" href={reportFileAddress(report, name)} download>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Publishing({ report, published, problem }: YearlyReportProps & { readonly report: YearlyReport }) {
  const { user } = useVisit();
  if (!may(user, "publishYearlyReport")) return null;
  const versions = published.filter(({ year }) => year === report.year).length;
  return (
    <section class="off-paper" aria-labelledby="publiceren">
      <h2 id="publiceren">{say("Publiek maken", "Make public")}</h2>
      <p>
        {versions === 0
          ? say(
              "Dit rapport is nog niet gepubliceerd. Na publicatie kan iedereen het lezen, ook wie zich niet aanmeldt, en verandert het niet meer.",
              "This report was not published yet. Once published everybody can read it, without signing in too, and it never changes.",
            )
          : say(
              `Van dit rapport is versie ${versions} gepubliceerd. Een nieuwe versie komt erbij en zegt dat zij de vorige vervangt; de vorige blijft te lezen. Aantallen die verborgen waren, blijven verborgen.`,
              `Version ${versions} of this report is public. A new version is added and says that it replaces the one before, which stays. Numbers that were hidden stay hidden.`,
            )}
      </p>
      {/* To the form again when something is missing: the page is long. */}
      <form method="post" action={`${PUBLISH_REPORT}#publiceren`}>
        <FormToken />
        <input type="hidden" name="label" value={report.label} />
        <input type="hidden" name="jaar" value={String(report.year)} />
        <input type="hidden" name="berekening" value={report.run} />
        {/* What there was when this page was made: whoever published meanwhile goes first. */}
        <input type="hidden" name="bekend" value={String(published.length)} />
        {problem && (
          <p id="publiceren-fout" class="wrong" role="alert">
            {problemText(problem)}
          </p>
        )}
        <p>
          <label>
            <input type="checkbox" name="gelezen" value="ja" required aria-describedby={problem ? "publiceren-fout" : undefined} />{" "}
            {say("Ik heb dit rapport gelezen. Iedereen mag het zien.", "I have read this report. Everybody may see it.")}
          </label>
        </p>
        <p>
          <button type="submit">
            {say(
              `Publiceer versie ${versions + 1} van ${report.label} ${report.year}`,
              `Publish version ${versions + 1} of ${report.label} ${report.year}`,
            )}
          </button>
        </p>
      </form>
    </section>
  );
}

function problemText(problem: PublishProblem): string {
  if (problem === "notConfirmed") {
    return say(
      "Zet eerst het vinkje: u hebt dit rapport gelezen. Er is niets gepubliceerd.",
      "Tick the box first: you have read this report. Nothing was published.",
    );
  }
  return say(
    "Intussen zijn er nieuwe cijfers, of publiceerde iemand anders een rapport van dit label. Er is niets gepubliceerd. Hierboven staat het rapport zoals het nu is: lees het en publiceer het dan.",
    "Meanwhile there are new figures, or somebody else published a report of this label. Nothing was published. Above is the report as it is now: read it and publish it then.",
  );
}

function Research({ label }: { readonly label: string }) {
  return (
    <section class="off-paper" aria-labelledby="onderzoek">
      <h2 id="onderzoek">{say("Voor onderzoekers", "For researchers")}</h2>
      <p>
        {say(
          `Scores per toets en norm van ${label}, met schuilnamen die bij elke download opnieuw geloot worden. Er staan geen namen, dagen of teksten in. Toch kan wie de sector kent, een organisatie soms herkennen: geef het bestand alleen aan een onderzoeker met wie u afspraken hebt, en publiceer het nooit.`,
          `Scores by test and norm of ${label}, under names that are drawn anew at every download. There are no names, days or texts in it. Still, who knows the sector may recognise an organisation: give the file only to a researcher with whom you have an agreement, and never publish it.`,
        )}
      </p>
      <ul class="downloads">
        <li>
          <a class="button" href={withFields(RESEARCH_FILE, [["label", label]])} download>
            {say("Onderzoeksbestand (ZIP)", "Research file (ZIP)")}
          </a>
        </li>
      </ul>
    </section>
  );
}
