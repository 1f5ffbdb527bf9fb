import type { DeliveryRecord } from "../data.ts";
import { DeliveriesTable } from "../deliveries-table.tsx";
import { EmptyState } from "../empty-state.tsx";
import { count, number } from "../format.ts";
import { Layout } from "../layout.tsx";
import { Pager } from "../pager.tsx";
import { Select } from "../select.tsx";
import { type DeliverySelection, deliveriesAddress, slice } from "../selection.ts";
import { type DeliveryStanding, deliveryWords, standingOf, standingSlugs } from "../words.ts";

interface DeliveriesProps {
  readonly deliveries: readonly DeliveryRecord[];
  readonly bodies: ReadonlyMap<string, string>;
  readonly selection: DeliverySelection;
  readonly inbox: string;
}

/** Rows of one page: some five screens. */
const PER_PAGE = 100;

/** All deliveries of all bodies, newest first, with a choice of body and status. */
export function Deliveries({ deliveries, bodies, selection, inbox }: DeliveriesProps) {
  if (deliveries.length === 0) {
    return (
      <Layout title="Aanleveringen" section="/aanleveringen">
        <h1>Nog geen aanleveringen</h1>
        <EmptyState inbox={inbox} bodies={bodies} />
      </Layout>
    );
  }
  const chosen = deliveries.filter(
    (record) =>
      (selection.body === undefined || record.body === selection.body) &&
      (selection.standing === undefined || standingOf(record) === selection.standing),
  );
  const shown = slice(chosen, selection.page, PER_PAGE);
  const pager = (place: "boven" | "onder") => (
    <Pager slice={shown} what="aanleveringen" place={place} address={(page) => deliveriesAddress({ ...selection, page })} />
  );
  return (
    <Layout title="Aanleveringen" section="/aanleveringen">
      <h1>Aanleveringen</h1>
      <Choice deliveries={deliveries} bodies={bodies} selection={selection} />
      {chosen.length === 0 ? (
        <p class="notice">
          Geen aanlevering past bij deze keuze. <a href="/aanleveringen">Toon alle {number(deliveries.length)}</a>
        </p>
      ) : (
        <>
          {pager("boven")}
          <DeliveriesTable
            caption={`${count(chosen.length, "aanlevering", "aanleveringen")}, nieuwste eerst`}
            deliveries={shown.items}
            bodies={bodies}
          />
          {pager("onder")}
        </>
      )}
    </Layout>
  );
}

function Choice({ deliveries, bodies, selection }: Omit<DeliveriesProps, "inbox">) {
  const present = [...new Set(deliveries.map((record) => String(record.body)))].sort();
  const standings = Object.keys(deliveryWords) as DeliveryStanding[];
  return (
    <form method="get" action="/aanleveringen" class="filter">
      <Select
        name="instelling"
        label="Certificerende instelling"
        all="Alle"
        options={present.map((body) => [body, bodies.get(body) ?? body])}
        chosen={selection.body}
      />
      <Select
        name="status"
        label="Status"
        all="Alle"
        options={standings.map((standing) => [standingSlugs[standing], deliveryWords[standing].text])}
        chosen={selection.standing && standingSlugs[selection.standing]}
      />
      <p>
        <button type="submit">Toon</button>
      </p>
    </form>
  );
}
