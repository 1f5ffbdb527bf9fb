import { may } from "../../core/access.ts";
import { sentAs } from "../../core/uploads.ts";
import type { DeliveryRecord, Receipt } from "../data.ts";
import { stageOf } from "../delivering/follow.ts";
import { underWayAddress } from "../delivering/upload.ts";
import { count, moment, number } from "../format.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { Pager } from "../pager.tsx";
import { type ReceiptSelection, receiptAddress, reportAddress, slice } from "../selection.ts";
import { StatusBadge } from "../status-badge.tsx";
import { type Column, Table } from "../table.tsx";
import { useVisit } from "../visit.tsx";
import { deliveryWords, outcomeWords } from "../words.ts";
import { Findings } from "./receipt/findings.tsx";

interface ReceiptPageProps {
  readonly receipt: Receipt;
  readonly bodies: ReadonlyMap<string, string>;
  readonly selection: ReceiptSelection;
}

/** What became of one delivery: the verdict, what has to be mended, and what happened to each report. */
export function ReceiptPage({ receipt, bodies, selection }: ReceiptPageProps) {
  const { delivery, body, status, summary } = receipt;
  const word = deliveryWords[status];
  const { user, language } = useVisit();
  return (
    <Layout title={say(`Ontvangstbewijs ${delivery}`, `Receipt ${delivery}`)} section={sectionOf(may(user, "deliver", body))}>
      <Back mine={may(user, "deliver", body)} />
      <h1>{say(`Ontvangstbewijs ${delivery}`, `Receipt ${delivery}`)}</h1>
      <section class={`verdict ${word.tone}`} aria-labelledby="uitkomst">
        <h2 id="uitkomst">{capital(word.text)}</h2>
        {/* The receipt is a document: it stands as it was written. Those of before English was kept stand in Dutch. */}
        <div lang={language === "en" && !receipt.en ? "nl" : undefined}>
          {(language === "en" && receipt.en ? receipt.en.summary : summary).map((sentence) => (
            <p>{sentence}</p>
          ))}
        </div>
        {receipt.sameAs && (
          <p>
            <a href={receiptAddress(body, receipt.sameAs.delivery)}>
              {say("Ontvangstbewijs", "Receipt")} {receipt.sameAs.delivery}
            </a>
          </p>
        )}
      </section>
      {status !== "unchanged" && <Downloads receipt={receipt} />}
      {receipt.counts.rejected + receipt.counts.errors > 0 && may(user, "deliver", body) && <Again />}
      <Findings receipt={receipt} selection={selection} />
      <Reports receipt={receipt} selection={selection} />
      <Facts receipt={receipt} bodies={bodies} />
    </Layout>
  );
}

const sectionOf = (mine: boolean) => (mine ? "/mijn-aanleveringen" : "/aanleveringen");

const Back = ({ mine }: { readonly mine: boolean }) => (
  <p class="back">
    <a href={sectionOf(mine)}>{mine ? say("Mijn aanleveringen", "My deliveries") : say("Alle aanleveringen", "All deliveries")}</a>
  </p>
);

const Again = () => (
  <p>
    {say(
      "Herstel de fouten in uw eigen bestand of in het bestand met opmerkingen; dat laatste mag zo terug.",
      "Mend the errors in your own file or in the file with remarks; the latter may come back as it is.",
    )}{" "}
    <a class="button" href="/aanleveren">
      {say("Herstelde bestand aanleveren", "Deliver the mended file")}
    </a>
  </p>
);

/** The delivery is known, its receipt is not there yet: a script follows it. `address`: of this page. */
export function ReceiptPending({ record }: { readonly record: DeliveryRecord }) {
  const { user } = useVisit();
  const mine = may(user, "deliver", record.body);
  const { upload, name } = sentAs(record.file);
  const title = say(`Aanlevering ${record.number}`, `Delivery ${record.number}`);
  return (
    <Layout title={title} section={sectionOf(mine)} scripts={["follow.js"]}>
      <Back mine={mine} />
      <h1>{title}</h1>
      <section
        class="verdict busy"
        aria-labelledby="uitkomst"
        data-follow={upload === undefined ? undefined : `${underWayAddress({ body: record.body, id: upload })}/stand`}
      >
        <h2 id="uitkomst">{say("In behandeling", "In progress")}</h2>
        <p>
          {say("Bestand", "File")} <bdi class="file">{name}</bdi> {say("is ontvangen op", "was received on")} {moment(record.receivedAt)}.
        </p>
        <p role="status">
          {stageOf(record).stage === "received"
            ? say("Het wacht op verwerking.", "It waits to be processed.")
            : say("Het wordt gecontroleerd.", "It is being checked.")}
        </p>
        <p>
          {say(
            "Ververs deze pagina over enkele seconden. Duurt het langer dan een paar minuten, geef het nummer dan door aan de beheerder.",
            "Refresh this page in a few seconds. If it takes more than a few minutes, give the number to the administrator.",
          )}
          {may(user, "seeExecutions") && (
            <>
              {" "}
              <a href="/uitvoeringen?status=mislukt">{say("Mislukte uitvoeringen", "Failed executions")}</a>
            </>
          )}
        </p>
      </section>
    </Layout>
  );
}

function Downloads({ receipt }: { readonly receipt: Receipt }) {
  const at = receiptAddress(receipt.body, receipt.delivery);
  const found = receipt.groups.length > 0;
  return (
    <ul class="downloads" aria-label={say("Bestanden bij dit ontvangstbewijs", "Files of this receipt")}>
      {found && (
        <>
          <li>
            <a class="button primary" href={`${at}/remarks.xlsx`} download>
              {say("Download uw bestand met opmerkingen (Excel)", "Download your file with remarks (Excel)")}
            </a>
          </li>
          <li>
            <a class="button" href={`${at}/findings.csv`} download>
              {say("Bevindingen (CSV)", "Findings (CSV)")}
            </a>
          </li>
        </>
      )}
      <li>
        <a class="button" href={`${at}/receipt.json`} download>
          {say("Ontvangstbewijs (JSON)", "Receipt (JSON)")}
        </a>
      </li>
    </ul>
  );
}

type ReceiptReport = Receipt["reports"][number];

/** As many as the places of findings. */
const REPORTS_PER_PAGE = 200;

function Reports({ receipt, selection }: Pick<ReceiptPageProps, "receipt" | "selection">) {
  if (receipt.reports.length === 0) return null;
  // What was not accepted first: that is what the reader has to do something about.
  const ordered = receipt.reports.toSorted((a, b) => Number(a.outcome !== "rejected") - Number(b.outcome !== "rejected"));
  const shown = slice(ordered, selection.reportPage, REPORTS_PER_PAGE);
  const columns: readonly Column<ReceiptReport>[] = [
    {
      header: say("Rapportkenmerk", "Report reference"),
      cell: (report) => <ReportLink body={receipt.body} report={report} />,
      wide: true,
    },
    { header: say("Label", "Label"), cell: (report) => report.label },
    { header: say("Uitkomst", "Outcome"), cell: (report) => <StatusBadge word={outcomeWords[report.outcome]} /> },
  ];
  return (
    <section aria-labelledby="rapporten">
      <h2 id="rapporten">{say("Rapporten", "Reports")}</h2>
      <Table
        name="reports"
        caption={reportsCaption(receipt.reports.length, receipt.counts.rejected)}
        columns={columns}
        rows={shown.items}
      />
      <Pager
        slice={shown}
        what={say("rapporten", "reports")}
        address={(reportPage) => `${receiptAddress(receipt.body, receipt.delivery, { ...selection, reportPage })}#rapporten`}
      />
    </section>
  );
}

/** What was accepted has a page with its history. */
function ReportLink({ body, report: { reference, label, outcome } }: { readonly body: string; readonly report: ReceiptReport }) {
  const name = <bdi>{reference}</bdi>;
  return outcome === "rejected" ? name : <a href={reportAddress({ body, label, reference })}>{name}</a>;
}

function reportsCaption(all: number, rejected: number): string {
  const reports = count(all, say("rapport", "report"), say("rapporten", "reports"));
  if (rejected === 0)
    return all === 1 ? say("1 rapport, aangenomen", "1 report, accepted") : `${reports}, ${say("alle aangenomen", "all accepted")}`;
  if (rejected === all) {
    return all === 1
      ? say("1 rapport, niet aangenomen", "1 report, not accepted")
      : `${reports}, ${say("geen ervan aangenomen", "none of them accepted")}`;
  }
  return say(
    `${reports}: ${number(all - rejected)} aangenomen, ${number(rejected)} niet; wat niet is aangenomen staat vooraan`,
    `${reports}: ${number(all - rejected)} accepted, ${number(rejected)} not; what was not accepted comes first`,
  );
}

function Facts({ receipt, bodies }: Pick<ReceiptPageProps, "receipt" | "bodies">) {
  return (
    <section aria-labelledby="gegevens">
      <h2 id="gegevens">{say("Gegevens van de aanlevering", "About this delivery")}</h2>
      <dl>
        <div>
          <dt>{say("Nummer", "Number")}</dt>
          <dd>{receipt.delivery}</dd>
        </div>
        <div>
          <dt>{say("Instelling", "Body")}</dt>
          <dd>{bodies.get(receipt.body) ?? receipt.body}</dd>
        </div>
        <div>
          <dt>{say("Bestand", "File")}</dt>
          <dd>
            <bdi class="file">{receipt.file}</bdi>
          </dd>
        </div>
        <div>
          <dt>{say("Ontvangen", "Received")}</dt>
          <dd>{moment(receipt.receivedAt)}</dd>
        </div>
        <div>
          <dt>SHA-256</dt>
          <dd>
            <code class="file">{receipt.sha256}</code>
          </dd>
        </div>
      </dl>
    </section>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
