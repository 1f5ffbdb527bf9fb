import { amsterdamDay, dutchDay, isoDay } from "../../core/calendar.ts";
import type { Catalogue } from "../../core/catalogue/types.ts";
import type { Decision } from "../../core/decisions.ts";
import { placeAt } from "../../core/figures/norm-address.ts";
import { type FileTable, tableDownloads } from "../chart-files.ts";
import { decisionWords, figuresText } from "../decisions.ts";
import { count } from "../format.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { NORMS, normPage } from "../norm-links.ts";
import { StatusBadge } from "../status-badge.tsx";
import { type Column, Table } from "../table.tsx";
import { useVisit } from "../visit.tsx";

interface DecisionListProps {
  /** Oldest first. */
  readonly decisions: readonly Decision[];
  readonly catalogue: Catalogue;
}

/** Everything that the committee decided, newest first: what a meeting begins with. */
export function DecisionList({ decisions, catalogue }: DecisionListProps) {
  const { address } = useVisit();
  const files = tableDownloads(address, TABLE);
  return (
    <Layout title={say("Besluiten", "Decisions")} section={NORMS}>
      <p class="back">
        <a href={NORMS}>{say("Alle normen", "All norms")}</a>
      </p>
      <h1>
        {decisions.length === 0
          ? say("Er is nog niets besloten", "Nothing was decided yet")
          : say(
              `${count(decisions.length, "besluit", "besluiten")} over normen`,
              `${count(decisions.length, "decision", "decisions")} about norms`,
            )}
      </h1>
      <p class="lead">
        {say(
          "De beheercommissie besluit op de pagina van een norm. Een besluit verandert niet meer; een later besluit komt in de plaats van het vorige.",
          "The committee decides on the page of a norm. A decision does not change any more; a later one takes the place of the one before.",
        )}
      </p>
      {decisions.length > 0 && (
        <>
          <Table
            name="decisions"
            caption={say("Nieuwste eerst", "Newest first")}
            columns={columns(catalogue)}
            rows={decisions.toReversed()}
          />
          <ul class="downloads" aria-label={say("Bestanden met de besluiten", "Files with the decisions")}>
            <li>
              <a class="button" href={files.xlsx} download>
                Download Excel
              </a>
            </li>
            <li>
              <a class="button" href={files.csv} download>
                Download CSV
              </a>
            </li>
          </ul>
        </>
      )}
    </Layout>
  );
}

const TABLE = "besluiten";

const columns = (catalogue: Catalogue): readonly Column<Decision>[] => [
  { header: say("Norm", "Norm"), cell: ({ norm }) => <a href={normPage(norm)}>{normName(norm, catalogue)}</a>, wide: true },
  { header: say("Besluit", "Decision"), cell: ({ kind }) => <StatusBadge word={decisionWords[kind]} /> },
  { header: say("Datum", "Date"), cell: ({ at }) => <time datetime={at}>{dutchDay(amsterdamDay(at))}</time> },
  { header: say("Reden", "Reason"), cell: ({ reason }) => <bdi>{reason}</bdi>, wide: true },
  { header: say("Door", "By"), cell: ({ by }) => by.name },
  { header: say("Op deze cijfers", "On these figures"), cell: ({ figures }) => figuresText(figures) },
];

/** The same as a file, newest first. Called in the language of the page. */
export const decisionTable = (decisions: readonly Decision[], catalogue: Catalogue): FileTable => ({
  id: TABLE,
  heading: say("Besluiten over normen", "Decisions about norms"),
  table: {
    columns: [
      { header: "norm", kind: "text" },
      { header: say("besluit", "decision"), kind: "text" },
      { header: say("datum", "date"), kind: "day" },
      { header: say("reden", "reason"), kind: "text" },
      { header: say("door", "by"), kind: "text" },
      { header: say("op deze cijfers", "on these figures"), kind: "text" },
    ],
    rows: decisions
      .toReversed()
      .map(({ norm, kind, at, reason, by, figures }) => [
        normName(norm, catalogue),
        decisionWords[kind].text,
        isoDay(amsterdamDay(at)),
        reason,
        by.name,
        figuresText(figures),
      ]),
  },
});

/** Code and title as they were when it was decided; the address alone of a norm that the catalogue does not know. */
function normName(address: string, catalogue: Catalogue): string {
  const place = placeAt(catalogue, address);
  if (!place) return address;
  const { label, variant, version, norms } = place.framework;
  return `${label} ${variant} ${version} ${norms[place.norm]!.code} ${norms[place.norm]!.title}`;
}
