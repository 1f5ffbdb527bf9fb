import type { Catalogue } from "../../../core/catalogue/types.ts";
import type { PeopleChange } from "../../../core/people-trail.ts";
import { count, moment } from "../../format.ts";
import { say } from "../../language.tsx";
import { Pager } from "../../pager.tsx";
import { changeText, endWords, PEOPLE } from "../../people.ts";
import { slice } from "../../selection.ts";
import { StatusBadge } from "../../status-badge.tsx";
import { type Column, Table } from "../../table.tsx";

/** A year of changes in an organisation of fifty people. */
const PER_PAGE = 50;

interface TrailProps {
  /** Newest first. */
  readonly changes: readonly PeopleChange[];
  readonly bodies: Catalogue["bodies"];
  readonly page: number;
}

/** Who changed what, when, and how it ended. */
export function Trail({ changes, bodies, page }: TrailProps) {
  const shown = slice(changes, page, PER_PAGE);
  const columns: readonly Column<PeopleChange>[] = [
    { header: say("Wanneer", "When"), cell: ({ at }) => <time datetime={at}>{moment(at)}</time> },
    { header: say("Wie", "Who"), cell: ({ person }) => <bdi>{person}</bdi> },
    { header: say("Wat", "What"), cell: (change) => changeText(change, bodies), wide: true },
    { header: say("Door", "By"), cell: ({ by }) => <bdi>{by.name}</bdi> },
    { header: say("Uitkomst", "Outcome"), cell: ({ ended }) => <StatusBadge word={endWords[ended ?? "open"]} /> },
  ];
  return (
    <section aria-labelledby="wijzigingen">
      <h2 id="wijzigingen">{say("Wat er is veranderd", "What was changed")}</h2>
      {changes.length === 0 ? (
        <p>{say("Via deze pagina is nog niets veranderd.", "Nothing was changed by this page yet.")}</p>
      ) : (
        <>
          {shown.items.some(({ ended }) => ended === undefined) && (
            <p class="quiet">
              {say(
                "Niet afgerond: onderweg ging iets mis, of het is nog bezig. Kijk in de lijst hierboven hoe het nu staat, en doe het zo nodig opnieuw.",
                "Not completed: something went wrong on the way, or it is still going on. See in the list above how it is now, and do it again if needed.",
              )}
            </p>
          )}
          <Table
            name="people-trail"
            caption={`${count(changes.length, say("wijziging", "change"), say("wijzigingen", "changes"))}, ${say("nieuwste eerst", "newest first")}`}
            columns={columns}
            rows={shown.items}
          />
          <Pager slice={shown} what={say("wijzigingen", "changes")} address={(to) => `${PEOPLE}?pagina=${to}#wijzigingen`} />
        </>
      )}
    </section>
  );
}
