import type { OverlapCandidate, OverlapSearch } from "../../../core/figures/analyses/overlap-candidates.ts";
import { type FileTable, tableDownloads } from "../../chart-files.ts";
import { count, hundredths, number, percent } from "../../format.ts";
import { say } from "../../language.tsx";
import { NormLink } from "../../norm-link.tsx";
import { type Column, Table } from "../../table.tsx";
import { TableFiles } from "../../table-files.tsx";
import { useVisit } from "../../visit.tsx";
import type { ChosenLabels } from "./labels-page.tsx";

/** Overlaps that the catalogue does not know, as far as the data can see. */
export function Candidates({ chosen }: { readonly chosen: ChosenLabels }) {
  const { address } = useVisit();
  const { a, b, search } = chosen;
  return (
    <section aria-labelledby="kandidaten">
      <h2 id="kandidaten">{headline(search)}</h2>
      <p>
        {say(
          `Van alle normen van ${a} en ${b} die de catalogus niet aan elkaar koppelt, zoeken wij welke steeds dezelfde score krijgen: in één toets, allebei zelf beoordeeld, bij ten minste ${number(search.needed)} organisaties. Een kandidaat is een reden om de teksten naast elkaar te leggen. Twee normen kunnen ook gelijk opgaan omdat goede organisaties overal goed scoren.`,
          `Among all norms of ${a} and ${b} that the catalogue does not tie we look for those that always get the same score: in one audit, both judged themselves, in at least ${number(search.needed)} organisations. A candidate is a reason to lay the texts beside each other. Two norms can also go together because good organisations score well everywhere.`,
        )}
      </p>
      {search.candidates.length > 0 && (
        <>
          <Table
            name="compared"
            caption={say(
              `${count(search.candidates.length, "kandidaat", "kandidaten")} uit ${count(search.tested, "vergeleken paar", "vergeleken paren")}, zekerste eerst`,
              `${count(search.candidates.length, "candidate", "candidates")} among ${count(search.tested, "pair compared", "pairs compared")}, the surest first`,
            )}
            columns={columnsOf(a, b)}
            rows={search.candidates}
          />
          <TableFiles downloads={tableDownloads(address, candidatesTable(chosen).id)} section="kandidaten" />
        </>
      )}
    </section>
  );
}

/** What was found, or why nothing can be said. Never that there is nothing. */
function headline({ candidates, tested, mostInCommon, needed }: OverlapSearch): string {
  if (candidates.length > 0)
    return say(
      `${count(candidates.length, "paar normen krijgt", "paren normen krijgen")} steeds dezelfde score, zonder dat de catalogus een overlap noemt`,
      `${count(candidates.length, "pair of norms always gets", "pairs of norms always get")} the same score without an overlap in the catalogue`,
    );
  if (tested > 0)
    return say(
      `Geen kandidaat voor een overlap die de catalogus niet kent, onder ${count(tested, "paar", "paren")} die te vergelijken waren`,
      `No candidate for an overlap that the catalogue does not know, among ${count(tested, "pair", "pairs")} that could be compared`,
    );
  if (mostInCommon < needed)
    return say(
      `Nog te weinig gecombineerde toetsen om andere overlap te zien: hooguit ${count(mostInCommon, "organisatie", "organisaties")} per paar, ${number(needed)} nodig`,
      `Too few combined audits so far to see other overlap: at most ${count(mostInCommon, "organisation", "organisations")} per pair, ${number(needed)} needed`,
    );
  return say(
    "Er valt nog geen andere overlap te zien: overal heeft bijna iedereen dezelfde score",
    "No other overlap can be seen yet: nearly everybody has the same score everywhere",
  );
}

const columnsOf = (a: string, b: string): readonly Column<OverlapCandidate>[] => [
  { header: say(`Norm van ${a}`, `Norm of ${a}`), cell: (one) => <NormLink norm={one.a} address={one.addresses.a} />, wide: true },
  { header: say(`Norm van ${b}`, `Norm of ${b}`), cell: (one) => <NormLink norm={one.b} address={one.addresses.b} /> },
  {
    header: say("Zelfde score", "Same score"),
    numeric: true,
    cell: ({ pair: { same, n } }) => (
      <>
        {percent(same / n)}
        <small>
          {number(same)} {say("van", "of")} {number(n)}
        </small>
      </>
    ),
  },
  {
    header: "Kappa",
    numeric: true,
    cell: ({ pair: { kappa, lower } }) => (
      <>
        {hundredths(kappa)}
        <small>
          {say("zeker boven", "surely above")} {hundredths(lower)}
        </small>
      </>
    ),
  },
];

export const candidatesTable = ({ a, b, search }: ChosenLabels): FileTable => ({
  id: "kandidaten",
  heading: say(
    `Kandidaten voor overlap tussen ${a} en ${b}: een reden om te kijken`,
    `Candidates for overlap of ${a} and ${b}: a reason to look`,
  ),
  table: {
    columns: [
      { header: a, kind: "text" },
      { header: say(`Titel ${a}`, `Title ${a}`), kind: "text" },
      { header: b, kind: "text" },
      { header: say(`Titel ${b}`, `Title ${b}`), kind: "text" },
      { header: say("Beide beoordeeld (n)", "Both judged (n)"), kind: "count" },
      { header: say("Zelfde score", "Same score"), kind: "count" },
      { header: "Kappa", kind: "count" },
      { header: say("Kappa: ondergrens (95%, eenzijdig)", "Kappa: lower limit (95%, one-sided)"), kind: "count" },
    ],
    rows: search.candidates.map((one) => [
      one.a.code,
      one.a.title,
      one.b.code,
      one.b.title,
      one.pair.n,
      one.pair.same,
      Number(one.pair.kappa.toFixed(6)),
      Number(one.pair.lower.toFixed(6)),
    ]),
  },
});
