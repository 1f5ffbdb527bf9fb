import { isoDay } from "../../core/calendar.ts";
import type { ReportRecord } from "../../core/report-history.ts";
import type { DeliveryRecord } from "../data.ts";
import { DeliveriesTable } from "../deliveries-table.tsx";
import { count, day, moment } from "../format.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { Pager } from "../pager.tsx";
import { type MyDeliverySelection, myDeliveriesAddress, reportAddress, slice } from "../selection.ts";
import { StatusBadge } from "../status-badge.tsx";
import { type Column, Table } from "../table.tsx";
import { outcomeWords } from "../words.ts";

interface MyDeliveriesProps {
  /** Of this body, newest first. */
  readonly deliveries: readonly DeliveryRecord[];
  readonly reports: readonly ReportRecord[];
  readonly selection: MyDeliverySelection;
}

/** Some three screens each. */
const PER_PAGE = 50;

/** Everything that a body delivered: its files, and its reports by their own reference. */
export function MyDeliveries({ deliveries, reports, selection }: MyDeliveriesProps) {
  const files = slice(deliveries, selection.page, PER_PAGE);
  const found = reports.filter(({ reference }) => selection.search === undefined || matches(reference, selection.search));
  const newest = found.toSorted((a, b) => (lastOf(a).at < lastOf(b).at ? 1 : -1));
  const shown = slice(newest, selection.reportPage, PER_PAGE);
  return (
    <Layout title={say("Mijn aanleveringen", "My deliveries")} section="/mijn-aanleveringen">
      <h1>{say("Mijn aanleveringen", "My deliveries")}</h1>
      <p>
        <a class="button primary" href="/aanleveren">
          {say("Nieuwe aanlevering", "New delivery")}
        </a>
      </p>
      {deliveries.length === 0 ? (
        <p class="notice">{say("U hebt nog niets aangeleverd.", "You have delivered nothing yet.")}</p>
      ) : (
        <>
          <DeliveriesTable
            caption={say(
              `${count(deliveries.length, "aanlevering", "aanleveringen")}, nieuwste eerst`,
              `${count(deliveries.length, "delivery", "deliveries")}, newest first`,
            )}
            deliveries={files.items}
          />
          <Pager slice={files} what={say("aanleveringen", "deliveries")} address={(page) => myDeliveriesAddress({ ...selection, page })} />
        </>
      )}
      {reports.length > 0 && (
        <section aria-labelledby="rapporten">
          <h2 id="rapporten">{say("Mijn rapporten", "My reports")}</h2>
          <form method="get" action="/mijn-aanleveringen#rapporten" class="filter">
            <p>
              <label for="zoek">{say("Zoek op rapportkenmerk", "Search by report reference")}</label>
              <input id="zoek" name="zoek" type="search" value={selection.search} />
            </p>
            <p>
              <button type="submit">{say("Zoek", "Search")}</button>
            </p>
          </form>
          {found.length === 0 ? (
            <p class="notice">{say("Geen rapport heeft dit in zijn kenmerk.", "No report has this in its reference.")}</p>
          ) : (
            <Table
              name="reports"
              caption={say(
                `${count(found.length, "rapport", "rapporten")}, laatst gewijzigd eerst`,
                `${count(found.length, "report", "reports")}, last changed first`,
              )}
              columns={reportColumns()}
              rows={shown.items}
            />
          )}
          <Pager
            slice={shown}
            what={say("rapporten", "reports")}
            address={(reportPage) => `${myDeliveriesAddress({ ...selection, reportPage })}#rapporten`}
          />
        </section>
      )}
    </Layout>
  );
}

const reportColumns = (): readonly Column<ReportRecord>[] => [
  {
    header: say("Rapportkenmerk", "Report reference"),
    cell: (report) => (
      <a href={reportAddress(report)}>
        <bdi>{report.reference}</bdi>
      </a>
    ),
    wide: true,
  },
  { header: say("Normenkader", "Framework"), cell: ({ framework }) => framework.replaceAll("/", " ") },
  { header: say("Toetsdatum", "Audit date"), cell: ({ day: date }) => (date === undefined ? "–" : day(isoDay(date))) },
  { header: say("Stand", "State"), cell: (report) => <StatusBadge word={outcomeWords[lastOf(report).outcome]} /> },
  { header: say("Laatst gewijzigd", "Last changed"), cell: (report) => moment(lastOf(report).at) },
];

/** A report that is known has at least the line of its coming. */
const lastOf = ({ history }: ReportRecord) => history.at(-1)!;

const matches = (reference: string, search: string): boolean => reference.toLowerCase().includes(search.toLowerCase());
