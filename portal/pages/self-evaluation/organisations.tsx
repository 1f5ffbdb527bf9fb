import { analysisThresholds } from "../../../core/figures/analyses/analysis-thresholds.ts";
import type { SelfEvaluationOfOrganisation } from "../../../core/figures/analyses/self-evaluation-groups.ts";
import { tableDownloads } from "../../chart-files.ts";
import { points } from "../../difference.tsx";
import { count, number } from "../../format.ts";
import { say } from "../../language.tsx";
import { type Column, Table } from "../../table.tsx";
import { TableFiles } from "../../table-files.tsx";
import { useVisit } from "../../visit.tsx";
import { organisationTable } from "./figures.tsx";

/** Those that differ most are in sight; the file has them all. */
const IN_SIGHT = 15;

interface OrganisationsProps {
  readonly organisations: readonly SelfEvaluationOfOrganisation[];
  readonly withSelfEvaluation: number;
}

/** Organisations that see themselves otherwise, as a description. */
export function Organisations({ organisations, withSelfEvaluation }: OrganisationsProps) {
  const { address } = useVisit();
  const least = analysisThresholds.normsPerOrganisation;
  const left = withSelfEvaluation - organisations.length;
  const shown = organisations.slice(0, IN_SIGHT);
  return (
    <section aria-labelledby="per-organisatie">
      <h2 id="per-organisatie">{say("Per organisatie", "Per organisation")}</h2>
      <p>
        {say(
          "Een beschrijving, geen toets: de scores van één organisatie komen uit één audit en hangen samen, dus van toeval is hier niets te zeggen. Wie zichzelf hoger ziet, kan ook een strenge auditor hebben gehad.",
          "A description, no test: the scores of one organisation come from one audit and hang together, so nothing can be said about chance here. Who rates itself higher may also have had a strict auditor.",
        )}{" "}
        {left > 0 &&
          say(
            `${count(left, "organisatie met minder dan", "organisaties met minder dan")} ${number(least)} normen ${left === 1 ? "staat" : "staan"} er niet bij.`,
            `${count(left, "organisation with fewer than", "organisations with fewer than")} ${number(least)} norms ${left === 1 ? "is" : "are"} left out.`,
          )}
      </p>
      {shown.length > 0 && (
        <>
          <Table
            name="compared"
            caption={
              shown.length < organisations.length
                ? say(
                    `De ${number(shown.length)} organisaties die per saldo het meest afwijken, van ${number(organisations.length)}`,
                    `The ${number(shown.length)} organisations that differ most on the whole, of ${number(organisations.length)}`,
                  )
                : say(
                    `${count(organisations.length, "organisatie", "organisaties")}, wie per saldo het meest afwijkt eerst`,
                    `${count(organisations.length, "organisation", "organisations")}, who differs most on the whole first`,
                  )
            }
            columns={columns()}
            rows={shown}
          />
          <TableFiles downloads={tableDownloads(address, organisationTable(organisations).id)} section="per-organisatie" />
        </>
      )}
    </section>
  );
}

const columns = (): readonly Column<SelfEvaluationOfOrganisation>[] => [
  { header: say("Organisatie", "Organisation"), wide: true, cell: ({ name }) => <bdi>{name}</bdi> },
  { header: say("Normen (n)", "Norms (n)"), numeric: true, cell: ({ n }) => number(n) },
  { header: say("Gelijk", "Equal"), numeric: true, cell: ({ same }) => number(same) },
  { header: say("Zichzelf hoger", "Itself higher"), numeric: true, cell: ({ selfHigher }) => number(selfHigher) },
  { header: say("Zichzelf lager", "Itself lower"), numeric: true, cell: ({ selfLower }) => number(selfLower) },
  { header: say("Saldo in procentpunt", "On the whole, percentage points"), numeric: true, cell: ({ lean }) => points(lean) },
];
