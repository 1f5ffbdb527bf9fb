import { dutchDay } from "../../core/calendar.ts";
import type { MirrorReport, MirrorRow } from "../../core/figures/mirror/mirror-report.ts";
import { tableDownloads } from "../chart-files.ts";
import { BarLegend, StackedBar } from "../charts/stacked-bar.tsx";
import { points } from "../difference.tsx";
import { count, number, percent } from "../format.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { withFields } from "../norm-links.ts";
import { ShareCell } from "../share-cell.tsx";
import { type Column, Table } from "../table.tsx";
import { TableFiles } from "../table-files.tsx";
import { useVisit } from "../visit.tsx";
import { comparable, hiddenWords, mirrorTable, ownLessAll } from "./mirror/figures.tsx";

export const MIRROR = "/spiegel";

export interface MirrorProps {
  /** Of the own body. */
  readonly name: string;
  readonly labels: readonly string[];
  readonly label: string;
  readonly report: MirrorReport;
  readonly illustrative: boolean;
}

/** What a body sees of itself beside all bodies together. It names no other body, and no number from which one could be told. */
export function Mirror({ name, labels, label, report, illustrative }: MirrorProps) {
  const { address } = useVisit();
  const rows = comparable(report);
  return (
    <Layout title={say("Spiegelrapport", "Mirror report")} section="/spiegel">
      <h1>{say(`Spiegelrapport van ${name}: ${label}`, `Mirror report of ${name}: ${label}`)}</h1>
      <p class="lead">
        {say(
          `Uw scores naast die van alle certificerende instellingen samen, tot en met ${dutchDay(report.until)}. Elke organisatie telt één keer mee, met haar laatste toets.`,
          `Your scores beside those of all certifying bodies together, until ${dutchDay(report.until)}. Every organisation counts once, by its latest test.`,
        )}
      </p>
      {illustrative && (
        <p class="illustrative">
          <strong>{say("Voorbeeldcatalogus, geen officiële normtekst.", "Example catalogue, not the official text of the norms.")}</strong>
        </p>
      )}
      <LabelTabs labels={labels} label={label} />
      <Conclusion report={report} rows={rows} />
      <section aria-labelledby="per-norm">
        <h2 id="per-norm">{say("Per norm", "By norm")}</h2>
        <BarLegend />
        <Table
          name="mirror"
          caption={say(
            `${count(report.rows.length, "norm", "normen")} van ${label}, in de volgorde van het normenkader`,
            `${count(report.rows.length, "norm", "norms")} of ${label}, in the order of the framework`,
          )}
          columns={columns()}
          rows={report.rows}
        />
        <TableFiles downloads={tableDownloads(address, mirrorTable(report, label).id)} />
      </section>
    </Layout>
  );
}

function LabelTabs({ labels, label }: Pick<MirrorProps, "labels" | "label">) {
  if (labels.length < 2) return null;
  return (
    <nav class="choice tabs" aria-label={say("Label", "Label")}>
      <ul>
        {labels.map((one) => (
          <li>
            <a href={withFields(MIRROR, [["label", one]])} aria-current={one === label ? "page" : undefined}>
              {one}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Fit on a screen; all others are in the table. */
const NAMED = 3;

function Conclusion({ report, rows }: { readonly report: MirrorReport; readonly rows: readonly MirrorRow[] }) {
  const judged = report.rows.filter(({ own }) => own.judged > 0);
  const hidden = judged.length - rows.length;
  const below = rows.filter((row) => ownLessAll(row)! < 0).slice(0, NAMED);
  const above = rows
    .filter((row) => ownLessAll(row)! > 0)
    .slice(-NAMED)
    .toReversed();
  return (
    <section class="answer so-far" aria-labelledby="conclusie">
      <h2 id="conclusie">{headline(judged.length, rows.length)}</h2>
      {hidden > 0 && (
        <p>
          {say(
            `Bij ${count(hidden, "norm", "normen")} ziet u alleen uw eigen aandeel. Daar is een aantal van de andere instellingen zo klein (1 tot en met 4 organisaties) dat te herleiden is om wie het gaat.`,
            `Of ${count(hidden, "norm", "norms")} you see your own share only. There a number of the other bodies is so small (1 to 4 organisations) that one could tell who it is about.`,
          )}
        </p>
      )}
      <Extremes title={say("Het verst onder het gemiddelde van alle instellingen:", "Furthest below all bodies together:")} rows={below} />
      <Extremes title={say("Het verst erboven:", "Furthest above:")} rows={above} />
      <p>
        {say(
          "Uw eigen organisaties tellen ook mee in alle instellingen samen. Een verschil kan komen doordat u strenger of milder toetst, of doordat u andere organisaties toetst; deze cijfers zeggen niet welk van beide. Let op n.",
          "Your own organisations are part of all bodies together. A difference can come from testing more strictly or mildly, or from testing other organisations; these figures do not tell which. Look at n.",
        )}
      </p>
    </section>
  );
}

function headline(judged: number, shown: number): string {
  if (judged === 0) return say("U hebt voor dit label nog geen normen beoordeeld", "You have not judged a norm of this label yet");
  return say(
    `${number(shown)} van de ${count(judged, "norm die u beoordeelde, kunt u", "normen die u beoordeelde, kunt u")} naast alle instellingen leggen`,
    `${number(shown)} of the ${count(judged, "norm that you judged", "norms that you judged")} can be laid beside all bodies`,
  );
}

function Extremes({ title, rows }: { readonly title: string; readonly rows: readonly MirrorRow[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul>
        {rows.map((row) => (
          <li>
            <b>{row.norm.code}</b> {row.norm.title} – {percent(row.own.share!)} {say("tegen", "against")} {percent(row.allShare.share!)} (n
            = {number(row.own.judged)} {say("van u", "of yours")})
          </li>
        ))}
      </ul>
    </>
  );
}

const columns = (): readonly Column<MirrorRow>[] => [
  {
    header: say("Norm", "Norm"),
    wide: true,
    cell: ({ norm, withdrawn }) => (
      <>
        <b>{norm.code}</b> {norm.title}
        {withdrawn && <small>{say("vervallen", "withdrawn")}</small>}
      </>
    ),
  },
  {
    header: say("Verdeling: u boven, alle instellingen onder", "Distribution: you above, all bodies below"),
    cell: (row) => (
      <>
        <StackedBar {...row.own} interval={row.own.interval ?? undefined} />
        <AllBar row={row} />
      </>
    ),
  },
  { header: say("U: aandeel voldoet", "You: share met"), numeric: true, cell: ({ own }) => <ShareCell {...own} n={own.judged} /> },
  { header: say("Alle instellingen: aandeel voldoet", "All bodies: share met"), numeric: true, cell: (row) => <AllShare row={row} /> },
  { header: say("U min alle, procentpunt", "You minus all, percentage points"), numeric: true, cell: (row) => <Less row={row} /> },
];

/** A bar of three judgements only where all three may be shown. */
function AllBar({ row }: { readonly row: MirrorRow }) {
  const { judgements } = row.all;
  const why = hiddenWords(row);
  return (
    <>
      {judgements.shows === "all" && <StackedBar {...judgements} interval={row.allShare.interval ?? undefined} />}
      {why !== undefined && <small>{why}</small>}
    </>
  );
}

function AllShare({ row: { all, allShare } }: { readonly row: MirrorRow }) {
  const { judgements } = all;
  if (judgements.shows === "nothing") return <span class="quiet">{say("niet getoond", "not shown")}</span>;
  if (judgements.shows === "number")
    return (
      <>
        <span class="quiet">{say("niet getoond", "not shown")}</span>
        <small>n = {number(judgements.judged)}</small>
      </>
    );
  return <ShareCell {...allShare} n={judgements.judged} />;
}

function Less({ row }: { readonly row: MirrorRow }) {
  const less = ownLessAll(row);
  return less === null ? <span class="quiet">–</span> : points(less);
}
