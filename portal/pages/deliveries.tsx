import type { DeliveriesOverview } from "../../core/figures/deliveries/deliveries-overview.ts";
import type { DueOfLabel } from "../../core/figures/deliveries/due-organisations.ts";
import type { ReminderRecord } from "../../core/notifications/reminders.ts";
import type { DeliveryRecord } from "../data.ts";
import { DeliveriesTable } from "../deliveries-table.tsx";
import { EmptyState } from "../empty-state.tsx";
import { count, number } from "../format.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { Pager } from "../pager.tsx";
import { Select } from "../select.tsx";
import { type DeliverySelection, deliveriesAddress, slice } from "../selection.ts";
import { type DeliveryStanding, deliveryWords, standingOf, standingSlugs } from "../words.ts";
import { Bodies } from "./deliveries/bodies.tsx";
import { Due } from "./deliveries/due.tsx";
import { Reminders } from "./deliveries/reminders.tsx";
import { Rules } from "./deliveries/rules.tsx";

interface DeliveriesProps {
  readonly deliveries: readonly DeliveryRecord[];
  readonly bodies: ReadonlyMap<string, string>;
  readonly overview: DeliveriesOverview;
  /** Undefined: nothing is published yet. */
  readonly due: readonly DueOfLabel[] | undefined;
  readonly reminders: readonly ReminderRecord[];
  readonly selection: DeliverySelection;
  readonly inbox: string;
}

/** Rows of one page: some five screens. */
const PER_PAGE = 100;

/** All deliveries of all bodies: who delivered, what went wrong, who is late, and every delivery, newest first. */
export function Deliveries({ deliveries, bodies, overview, due, reminders, selection, inbox }: DeliveriesProps) {
  if (deliveries.length === 0) {
    return (
      <Layout title={say("Aanleveringen", "Deliveries")} section="/aanleveringen">
        <h1>{say("Nog geen aanleveringen", "No deliveries yet")}</h1>
        <EmptyState inbox={inbox} bodies={bodies} />
      </Layout>
    );
  }
  const isChosen = selection.body !== undefined || selection.standing !== undefined || selection.page > 1;
  return (
    <Layout title={say("Aanleveringen", "Deliveries")} section="/aanleveringen">
      <h1>{say("Aanleveringen", "Deliveries")}</h1>
      {!isChosen && (
        <>
          <Contents hasDue={(due ?? []).some((label) => label.due.length > 0)} hasRules={overview.rules.length > 0} />
          <Bodies bodies={overview.bodies} />
          {due && <Due labels={due} bodies={bodies} />}
          <Reminders reminders={reminders} bodies={bodies} />
          <Rules rules={overview.rules} />
        </>
      )}
      <All deliveries={deliveries} bodies={bodies} selection={selection} />
    </Layout>
  );
}

const Contents = ({ hasDue, hasRules }: { readonly hasDue: boolean; readonly hasRules: boolean }) => (
  <nav class="contents" aria-label={say("Op deze pagina", "On this page")}>
    <ul>
      <li>
        <a href="#instellingen">{say("Wie leverde wat aan", "Who delivered what")}</a>
      </li>
      {hasDue && (
        <li>
          <a href="#te-laat">{say("Wie is aan een hertoets toe", "Who is due for a recertification")}</a>
        </li>
      )}
      <li>
        <a href="#herinneringen">{say("Wie is herinnerd", "Who was reminded")}</a>
      </li>
      {hasRules && (
        <li>
          <a href="#regels">{say("Wat er het vaakst misgaat", "What goes wrong most")}</a>
        </li>
      )}
      <li>
        <a href="#alle">{say("Alle aanleveringen", "All deliveries")}</a>
      </li>
    </ul>
  </nav>
);

function All({ deliveries, bodies, selection }: Pick<DeliveriesProps, "deliveries" | "bodies" | "selection">) {
  const chosen = deliveries.filter(
    (record) =>
      (selection.body === undefined || record.body === selection.body) &&
      (selection.standing === undefined || standingOf(record) === selection.standing),
  );
  const shown = slice(chosen, selection.page, PER_PAGE);
  const pager = (place: "boven" | "onder") => (
    <Pager
      slice={shown}
      what={say("aanleveringen", "deliveries")}
      place={place}
      address={(page) => `${deliveriesAddress({ ...selection, page })}#alle`}
    />
  );
  return (
    <section aria-labelledby="alle">
      <h2 id="alle">{say("Alle aanleveringen", "All deliveries")}</h2>
      <Choice deliveries={deliveries} bodies={bodies} selection={selection} />
      {chosen.length === 0 ? (
        <p class="notice">
          {say("Geen aanlevering past bij deze keuze.", "No delivery fits this choice.")}{" "}
          <a href="/aanleveringen#alle">{say(`Toon alle ${number(deliveries.length)}`, `Show all ${number(deliveries.length)}`)}</a>
        </p>
      ) : (
        <>
          {pager("boven")}
          <DeliveriesTable
            caption={`${count(chosen.length, say("aanlevering", "delivery"), say("aanleveringen", "deliveries"))}, ${say("nieuwste eerst", "newest first")}`}
            deliveries={shown.items}
            bodies={bodies}
          />
          {pager("onder")}
        </>
      )}
    </section>
  );
}

function Choice({ deliveries, bodies, selection }: Pick<DeliveriesProps, "deliveries" | "bodies" | "selection">) {
  const present = [...new Set(deliveries.map((record) => String(record.body)))].sort();
  const standings = Object.keys(deliveryWords) as DeliveryStanding[];
  return (
    <form method="get" action="/aanleveringen#alle" class="filter">
      <Select
        name="instelling"
        label={say("Certificerende instelling", "Certifying body")}
        all={say("Alle", "All")}
        options={present.map((body) => [body, bodies.get(body) ?? body])}
        chosen={selection.body}
      />
      <Select
        name="status"
        label="Status"
        all={say("Alle", "All")}
        options={standings.map((standing) => [standingSlugs[standing], deliveryWords[standing].text])}
        chosen={selection.standing && standingSlugs[selection.standing]}
      />
      <p>
        <button type="submit">{say("Toon", "Show")}</button>
      </p>
    </form>
  );
}
