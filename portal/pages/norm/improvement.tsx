import { may } from "../../../core/access.ts";
import { dutchDay } from "../../../core/calendar.ts";
import type { Catalogue } from "../../../core/catalogue/types.ts";
import type { ImprovementFollowUp, OpenPoint } from "../../../core/figures/norm-dossier/improvement-points.ts";
import type { OrganisationId } from "../../../core/ids.ts";
import { count, number } from "../../format.ts";
import { say } from "../../language.tsx";
import { withFields } from "../../norm-links.ts";
import { reportAddress } from "../../selection.ts";
import { bodyName } from "../../selection-words.ts";
import { type Column, Table } from "../../table.tsx";
import { useVisit } from "../../visit.tsx";
import { IMPROVEMENT_POINTS } from "../follow-up/tabs.tsx";

interface ImprovementProps {
  readonly improvement: ImprovementFollowUp;
  readonly label: string;
  readonly catalogue: Catalogue;
}

/** Oldest open points that are in sight. */
const IN_SIGHT = 10;

/** Improvement points on the norm, and what became of them. */
export function Improvement({ improvement, label, catalogue }: ImprovementProps) {
  const { said, points, organisations, better, same, worse, withoutBefore, metNow, open } = improvement;
  const again = better + same + worse + withoutBefore;
  return (
    <section aria-labelledby="verbeterpunten">
      <h2 id="verbeterpunten">{say("Verbeterpunten", "Improvement points")}</h2>
      {said === 0 ? (
        <p>
          {say(
            "In geen enkel rapport staat of hier een verbeterpunt is afgesproken.",
            "No report says whether an improvement point was agreed here.",
          )}
        </p>
      ) : (
        <p>
          {say(
            `Bij ${count(organisations, "organisatie", "organisaties")} ${points === 1 ? "is" : "zijn"} samen ${count(points, "verbeterpunt", "verbeterpunten")} afgesproken (${count(said, "toets zegt", "toetsen zeggen")} of er een is).`,
            `With ${count(organisations, "organisation", "organisations")} ${count(points, "improvement point was", "improvement points were")} agreed (${count(said, "audit says", "audits say")} whether there is one).`,
          )}{" "}
          {again > 0 &&
            say(
              `Van de ${number(again)} die bij een volgende toets terugkwamen: ${number(better)} beter, ${number(same)} gelijk, ${number(worse)} slechter${withoutBefore > 0 ? `, ${number(withoutBefore)} zonder eerder oordeel` : ""}; ${number(metNow)} ${metNow === 1 ? "voldoet" : "voldoen"} daarna.`,
              `Of the ${number(again)} looked at again at a next audit: ${number(better)} better, ${number(same)} equal, ${number(worse)} worse${withoutBefore > 0 ? `, ${number(withoutBefore)} without an earlier judgement` : ""}; ${number(metNow)} met then.`,
            )}
        </p>
      )}
      <p class="off-paper">
        <a href={withFields(IMPROVEMENT_POINTS, [["label", label]])}>
          {say(`Verbeterpunten van alle normen van ${label}`, `Improvement points of all norms of ${label}`)}
        </a>
      </p>
      {open.length > 0 && <Open open={open} label={label} catalogue={catalogue} />}
    </section>
  );
}

function Open({ open, label, catalogue }: { readonly open: readonly OpenPoint[] } & Pick<ImprovementProps, "label" | "catalogue">) {
  const { user } = useVisit();
  const columns: readonly Column<OpenPoint>[] = [
    { header: say("Organisatie", "Organisation"), cell: ({ organisation }) => organisationName(organisation, catalogue), wide: true },
    { header: say("Afgesproken op", "Agreed on"), cell: ({ day }) => dutchDay(day) },
    { header: say("Instelling", "Body"), cell: ({ body }) => bodyName(body, catalogue) },
    {
      header: say("Rapport", "Report"),
      cell: ({ body, reference }) =>
        may(user, "seeDeliveriesOf", body) ? <a href={reportAddress({ body, label, reference })}>{reference}</a> : reference,
    },
  ];
  const oldest = open.slice(0, IN_SIGHT);
  const caption =
    oldest.length < open.length
      ? say(
          `De ${number(oldest.length)} oudste van ${number(open.length)} open verbeterpunten`,
          `The ${number(oldest.length)} oldest of ${number(open.length)} open improvement points`,
        )
      : say("Nog niet opnieuw bekeken, oudste eerst", "Not looked at again yet, oldest first");
  return (
    <details class="open-points">
      <summary>
        {say(
          `${number(open.length)} ${open.length === 1 ? "is" : "zijn"} nog niet opnieuw bekeken`,
          `${number(open.length)} not looked at again yet`,
        )}
      </summary>
      <Table caption={caption} columns={columns} rows={oldest} />
    </details>
  );
}

/** An organisation that the register does not know is named by its number. */
export const organisationName = (id: string, { organisationById }: Pick<Catalogue, "organisationById">): string =>
  organisationById.get(id as OrganisationId)?.name ?? id.replace(/^kvk:/, "KvK ");
