import { dutchDay } from "../../../core/calendar.ts";
import type { BodyDeliveries } from "../../../core/figures/deliveries/deliveries-overview.ts";
import { count, number } from "../../format.ts";
import { say } from "../../language.tsx";
import { deliveriesAddress } from "../../selection.ts";
import { StatusBadge } from "../../status-badge.tsx";
import { type Column, Table } from "../../table.tsx";
import { word } from "../../words.ts";

/** Who delivered what, and from whom nothing came for long. */
export function Bodies({ bodies }: { readonly bodies: readonly BodyDeliveries[] }) {
  const columns: readonly Column<BodyDeliveries>[] = [
    { header: say("Instelling", "Body"), cell: ({ code, name }) => <a href={deliveriesAddress({ body: code })}>{name}</a>, wide: true },
    { header: say("Aanleveringen", "Deliveries"), cell: ({ deliveries }) => number(deliveries), numeric: true },
    { header: say("Waarvan niet aangenomen", "Of which not accepted"), cell: ({ byStatus }) => number(byStatus.rejected), numeric: true },
    {
      header: say("Rapporten aangenomen", "Reports accepted"),
      cell: ({ reports }) => number(reports.new + reports.replaced),
      numeric: true,
    },
    { header: say("Laatst iets ontvangen", "Last received"), cell: (body) => <LastTakenIn body={body} /> },
  ];
  return (
    <section aria-labelledby="instellingen">
      <h2 id="instellingen">{say("Wie leverde wat aan", "Who delivered what")}</h2>
      <Table
        name="bodies"
        caption={count(
          bodies.length,
          say("certificerende instelling", "certifying body"),
          say("certificerende instellingen", "certifying bodies"),
        )}
        columns={columns}
        rows={bodies}
      />
    </section>
  );
}

function LastTakenIn({ body: { lastTakenIn, monthsSince, silent } }: { readonly body: BodyDeliveries }) {
  if (lastTakenIn === null) return <StatusBadge word={word("nog niets", "nothing yet", "mixed")} />;
  return (
    <>
      {dutchDay(lastTakenIn)}
      {silent && monthsSince !== null && (
        <>
          {" "}
          <StatusBadge word={word(`${monthsSince} maanden stil`, `silent for ${monthsSince} months`, "mixed")} />
        </>
      )}
    </>
  );
}
