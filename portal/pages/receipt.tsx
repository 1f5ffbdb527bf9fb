import { sentAs } from "../../core/uploads.ts";
import type { DeliveryRecord, Receipt } from "../data.ts";
import { count, moment, number } from "../format.ts";
import { Layout } from "../layout.tsx";
import { Pager } from "../pager.tsx";
import { type ReceiptSelection, receiptAddress, slice } from "../selection.ts";
import { StatusBadge } from "../status-badge.tsx";
import { type Column, Table } from "../table.tsx";
import { deliveryWords, outcomeWords } from "../words.ts";
import { Findings } from "./receipt/findings.tsx";

interface ReceiptPageProps {
  readonly receipt: Receipt;
  readonly bodies: ReadonlyMap<string, string>;
  readonly selection: ReceiptSelection;
  readonly inbox: string;
}

/** What became of one delivery: the verdict, what has to be mended, and what happened to each report. */
export function ReceiptPage({ receipt, bodies, selection, inbox }: ReceiptPageProps) {
  const { delivery, body, status, summary } = receipt;
  const word = deliveryWords[status];
  return (
    <Layout title={`Ontvangstbewijs ${delivery}`} section="/aanleveringen">
      <p class="back">
        <a href="/aanleveringen">Alle aanleveringen</a>
      </p>
      <h1>Ontvangstbewijs {delivery}</h1>
      <section class={`verdict ${word.tone}`} aria-labelledby="uitkomst">
        <h2 id="uitkomst">{capital(word.text)}</h2>
        {summary.map((sentence) => (
          <p>{sentence}</p>
        ))}
        {receipt.sameAs && (
          <p>
            <a href={receiptAddress(body, receipt.sameAs.delivery)}>Ontvangstbewijs {receipt.sameAs.delivery}</a>
          </p>
        )}
      </section>
      {status !== "unchanged" && <Downloads receipt={receipt} />}
      {receipt.counts.rejected + receipt.counts.errors > 0 && (
        <p>
          Klaar met herstellen? Zet het bestand in{" "}
          <code>
            {inbox}/{body}/
          </code>
          ; het bestand met opmerkingen mag zo terug. U krijgt een nieuw ontvangstbewijs.
        </p>
      )}
      <Findings receipt={receipt} selection={selection} />
      <Reports receipt={receipt} selection={selection} />
      <Facts receipt={receipt} bodies={bodies} />
    </Layout>
  );
}

/** The delivery is known, its receipt is not there yet. */
export function ReceiptPending({ record }: { readonly record: DeliveryRecord }) {
  return (
    <Layout title={`Aanlevering ${record.number}`} section="/aanleveringen">
      <p class="back">
        <a href="/aanleveringen">Alle aanleveringen</a>
      </p>
      <h1>Aanlevering {record.number}</h1>
      <section class="verdict busy" aria-labelledby="uitkomst">
        <h2 id="uitkomst">In behandeling</h2>
        <p>
          Bestand <bdi class="file">{sentAs(record.file).name}</bdi> is ontvangen op {moment(record.receivedAt)}. Het ontvangstbewijs is er
          nog niet; ververs deze pagina over enkele seconden. Duurt het langer dan een paar minuten, kijk dan bij{" "}
          <a href="/uitvoeringen?status=mislukt">de mislukte uitvoeringen</a>.
        </p>
      </section>
    </Layout>
  );
}

function Downloads({ receipt }: { readonly receipt: Receipt }) {
  const at = receiptAddress(receipt.body, receipt.delivery);
  const found = receipt.groups.length > 0;
  return (
    <ul class="downloads" aria-label="Bestanden bij dit ontvangstbewijs">
      {found && (
        <>
          <li>
            <a class="button primary" href={`${at}/remarks.xlsx`} download>
              Download uw bestand met opmerkingen (Excel)
            </a>
          </li>
          <li>
            <a class="button" href={`${at}/findings.csv`} download>
              Bevindingen (CSV)
            </a>
          </li>
        </>
      )}
      <li>
        <a class="button" href={`${at}/receipt.json`} download>
          Ontvangstbewijs (JSON)
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
    { header: "Rapportkenmerk", cell: (report) => <bdi>{report.reference}</bdi>, wide: true },
    { header: "Label", cell: (report) => report.label },
    { header: "Uitkomst", cell: (report) => <StatusBadge word={outcomeWords[report.outcome]} /> },
  ];
  return (
    <section aria-labelledby="rapporten">
      <h2 id="rapporten">Rapporten</h2>
      <Table
        name="reports"
        caption={reportsCaption(receipt.reports.length, receipt.counts.rejected)}
        columns={columns}
        rows={shown.items}
      />
      <Pager
        slice={shown}
        what="rapporten"
        address={(reportPage) => `${receiptAddress(receipt.body, receipt.delivery, { ...selection, reportPage })}#rapporten`}
      />
    </section>
  );
}

function reportsCaption(all: number, rejected: number): string {
  const reports = count(all, "rapport", "rapporten");
  if (rejected === 0) return all === 1 ? "1 rapport, aangenomen" : `${reports}, alle aangenomen`;
  if (rejected === all) return all === 1 ? "1 rapport, niet aangenomen" : `${reports}, geen ervan aangenomen`;
  return `${reports}: ${number(all - rejected)} aangenomen, ${number(rejected)} niet; wat niet is aangenomen staat vooraan`;
}

function Facts({ receipt, bodies }: Pick<ReceiptPageProps, "receipt" | "bodies">) {
  return (
    <section aria-labelledby="gegevens">
      <h2 id="gegevens">Gegevens van de aanlevering</h2>
      <dl>
        <div>
          <dt>Nummer</dt>
          <dd>{receipt.delivery}</dd>
        </div>
        <div>
          <dt>Instelling</dt>
          <dd>{bodies.get(receipt.body) ?? receipt.body}</dd>
        </div>
        <div>
          <dt>Bestand</dt>
          <dd>
            <bdi class="file">{receipt.file}</bdi>
          </dd>
        </div>
        <div>
          <dt>Ontvangen</dt>
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
