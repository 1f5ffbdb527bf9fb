import type { SelfEvaluationDivision, SelfEvaluationGroup } from "../../../core/figures/analyses/self-evaluation-groups.ts";
import { tableDownloads } from "../../chart-files.ts";
import { number } from "../../format.ts";
import { Kappa } from "../../kappa.tsx";
import { say } from "../../language.tsx";
import { type Column, Table } from "../../table.tsx";
import { TableFiles } from "../../table-files.tsx";
import { useVisit } from "../../visit.tsx";
import { groupTable, Part } from "./figures.tsx";
import { divisionName, groupName } from "./group-words.ts";

interface Row extends SelfEvaluationGroup {
  readonly division: SelfEvaluationDivision["division"];
}

/** Kinds of organisations, over all norms together. */
export function Groups({ divisions }: { readonly divisions: readonly SelfEvaluationDivision[] }) {
  const { address } = useVisit();
  const rows = divisions.flatMap(({ division, groups }) => groups.map((group): Row => ({ ...group, division })));
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="per-soort">
      <h2 id="per-soort">{say("Per soort organisatie", "Per kind of organisation")}</h2>
      <p>
        {say(
          "Alle normen samen. Verkennend: van zoveel groepen wijkt er altijd wel een af. De oordelen van één organisatie hangen samen; daarom telt het interval van kappa organisaties en geen oordelen, en rekent kappa het toeval per norm. Naar soort toets en discipline telt van elke organisatie het laatste rapport van die soort.",
          "All norms together. Exploratory: of so many groups one always differs. The judgements of one organisation hang together; therefore the interval of kappa counts organisations and not judgements, and kappa reckons chance within each norm. By kind of test and discipline each organisation counts by its latest report of that sort.",
        )}
      </p>
      <Table
        name="compared"
        caption={say("Zelfevaluatie en audit per soort organisatie", "Self-evaluation and audit per kind of organisation")}
        columns={columns()}
        rows={rows}
      />
      <TableFiles downloads={tableDownloads(address, groupTable(divisions).id)} section="per-soort" />
    </section>
  );
}

const columns = (): readonly Column<Row>[] => [
  {
    header: say("Groep", "Group"),
    cell: ({ division, group }) => (
      <>
        <b>{groupName(group)}</b>
        <small>{divisionName(division)}</small>
      </>
    ),
  },
  { header: say("Organisaties (n)", "Organisations (n)"), numeric: true, cell: ({ organisations }) => number(organisations) },
  { header: say("Gelijke oordelen", "Equal judgements"), numeric: true, cell: ({ same, n }) => <Part part={same} n={n} /> },
  { header: "Kappa", numeric: true, cell: ({ kappa }) => <Kappa value={kappa} /> },
  {
    header: say("Oordelen hoger, lager", "Judgements higher, lower"),
    numeric: true,
    cell: ({ selfHigher, selfLower }) => `${number(selfHigher)}, ${number(selfLower)}`,
  },
  {
    header: say("Organisaties per saldo hoger, lager, in evenwicht", "Organisations on the whole higher, lower, even"),
    numeric: true,
    cell: ({ leaning }) => `${number(leaning.higher)}, ${number(leaning.lower)}, ${number(leaning.even)}`,
  },
];
