import { may } from "../../core/access.ts";
import { isoDay } from "../../core/calendar.ts";
import type { ReportLine, ReportRecord } from "../../core/report-history.ts";
import type { Upload } from "../../core/uploads.ts";
import { MAX_REASON } from "../delivering/upload.ts";
import { day, moment } from "../format.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { correctAddress, receiptAddress, reportAddress } from "../selection.ts";
import { StatusBadge } from "../status-badge.tsx";
import { type Column, Table } from "../table.tsx";
import { FormToken, useVisit } from "../visit.tsx";
import { outcomeWords } from "../words.ts";

export interface HistoryLine extends ReportLine {
  /** Name of the file, as its sender knows it. */
  readonly file: string;
  /** Who sent it and why; absent when it came by another way than the portal. */
  readonly upload?: Upload;
}

interface ReportPageProps {
  readonly report: ReportRecord;
  readonly lines: readonly HistoryLine[];
  /** Name in the register; absent when the register does not know the organisation. */
  readonly organisation?: string;
  readonly problem?: "reasonMissing";
}

/** One report: what happened to it, by whom and why; and how to correct it or take it back. */
export function ReportPage({ report, lines, organisation, problem }: ReportPageProps) {
  const { user } = useVisit();
  const { body, reference, state } = report;
  const mine = may(user, "deliver", body);
  return (
    <Layout title={say(`Rapport ${reference}`, `Report ${reference}`)} section={mine ? "/mijn-aanleveringen" : "/aanleveringen"}>
      <p class="back">
        <a href={mine ? "/mijn-aanleveringen" : "/aanleveringen"}>{say("Alle aanleveringen", "All deliveries")}</a>
      </p>
      <h1>
        {say("Rapport", "Report")} <bdi>{reference}</bdi>
      </h1>
      <p class="lead">
        {organisation ?? report.organisation.replace(/^kvk:/, "KvK ")}, {report.framework.replaceAll("/", " ")}
        {report.day === undefined ? "" : say(`, getoetst op ${day(isoDay(report.day))}`, `, tested on ${day(isoDay(report.day))}`)}.{" "}
        {state === "active"
          ? say("Dit rapport telt mee in de cijfers.", "This report counts in the figures.")
          : say("Dit rapport is ingetrokken en telt niet mee.", "This report was withdrawn and does not count.")}
      </p>
      <section aria-labelledby="geschiedenis">
        <h2 id="geschiedenis">{say("Geschiedenis", "History")}</h2>
        <Table name="history" caption={say("Nieuwste eerst", "Newest first")} columns={columns(body)} rows={lines.toReversed()} />
      </section>
      {mine && state === "active" && <Mend report={report} problem={problem} />}
      {mine && state === "withdrawn" && (
        <p>
          {say(
            "Toch weer meetellen? Lever het rapport opnieuw aan met status nieuw.",
            "Should it count again? Deliver the report again with status nieuw.",
          )}{" "}
          <a href="/aanleveren">{say("Naar aanleveren", "To delivering")}</a>
        </p>
      )}
    </Layout>
  );
}

const columns = (body: string): readonly Column<HistoryLine>[] => [
  { header: say("Wanneer", "When"), cell: ({ at }) => <time datetime={at}>{moment(at)}</time> },
  { header: say("Wat", "What"), cell: ({ outcome }) => <StatusBadge word={outcomeWords[outcome]} /> },
  {
    header: say("Door wie", "By whom"),
    cell: ({ upload }) => upload?.by.name ?? <span class="quiet">{say("niet via de portal", "not by the portal")}</span>,
  },
  {
    header: say("Reden", "Reason"),
    cell: ({ upload }) => (upload?.reason === undefined ? <span class="quiet">–</span> : <bdi>{upload.reason}</bdi>),
    wide: true,
  },
  { header: say("Aanlevering", "Delivery"), cell: ({ delivery }) => <a href={receiptAddress(body, delivery)}>{delivery}</a> },
  { header: say("Bestand", "File"), cell: ({ file }) => <bdi class="file">{file}</bdi> },
];

function Mend({ report, problem }: Pick<ReportPageProps, "report" | "problem">) {
  const wrong = problem === "reasonMissing";
  return (
    <section aria-labelledby="herstellen">
      <h2 id="herstellen">{say("Klopt dit rapport niet?", "Is this report not right?")}</h2>
      <p>
        <a class="button primary" href={correctAddress(report)}>
          {say("Rapport corrigeren", "Correct the report")}
        </a>
      </p>
      <details open={wrong}>
        <summary>{say("Rapport intrekken", "Withdraw the report")}</summary>
        <form method="post" action={`${reportAddress(report)}/intrekken`}>
          <FormToken />
          <p>
            {say(
              "Een ingetrokken rapport telt niet meer mee in de cijfers. De geschiedenis blijft staan, en u kunt het later opnieuw aanleveren.",
              "A withdrawn report no longer counts in the figures. The history stays, and you can deliver it again later.",
            )}
          </p>
          <p class="field">
            <label for="reden">{say("Waarom trekt u dit rapport in?", "Why do you withdraw this report?")}</label>
            <textarea
              id="reden"
              name="reden"
              rows={2}
              maxlength={MAX_REASON}
              required
              aria-invalid={wrong ? "true" : undefined}
              aria-describedby={wrong ? "reden-fout reden-uitleg" : "reden-uitleg"}
            />
            {wrong && (
              <strong id="reden-fout" class="wrong">
                {say("Vul een reden in. Het rapport is niet ingetrokken.", "Give a reason. The report was not withdrawn.")}
              </strong>
            )}
            <span id="reden-uitleg" class="quiet">
              {say("Zonder namen of andere persoonsgegevens.", "Without names or other personal data.")}
            </span>
          </p>
          <p>
            <button type="submit">{say("Intrekken", "Withdraw")}</button>
          </p>
        </form>
      </details>
    </section>
  );
}
