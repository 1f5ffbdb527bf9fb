import type { Receipt } from "../../data.ts";
import { count, number } from "../../format.ts";
import { Pager } from "../../pager.tsx";
import { type ReceiptSelection, receiptAddress, slice } from "../../selection.ts";
import { StatusBadge } from "../../status-badge.tsx";
import { type Column, Table } from "../../table.tsx";
import type { Word } from "../../words.ts";

type Finding = Receipt["findings"][number];

interface FindingsProps {
  readonly receipt: Receipt;
  readonly selection: ReceiptSelection;
}

/** More places on one page nobody reads, and every file with findings has them all. */
export const PLACES_PER_PAGE = 200;

/** Counting by kind helps the reader when there are several kinds or pages, and it leaves at most half as many lines. */
function worthGrouping({ groups, counts }: Receipt): boolean {
  const all = counts.errors + counts.warnings;
  return groups.length * 2 <= all && (groups.length > 1 || all > PLACES_PER_PAGE);
}

/** First how often each kind occurs, then every place with what is wrong beside how to mend it: errors first, then warnings. */
export function Findings({ receipt, selection }: FindingsProps) {
  const { errors, warnings } = receipt.counts;
  if (errors + warnings === 0) return null;
  const known = receipt.groups.some((group) => group.code === selection.code);
  const code = known ? selection.code : undefined;
  const ordered = [...receipt.findings.filter(isError), ...receipt.findings.filter((finding) => !isError(finding))];
  const chosen = code === undefined ? ordered : ordered.filter((finding) => finding.code === code);
  const shown = slice(chosen, selection.page, PLACES_PER_PAGE);
  const shownErrors = shown.items.filter(isError);
  const shownWarnings = shown.items.filter((finding) => !isError(finding));
  const pager = (place: "boven" | "onder") => (
    <Pager
      slice={shown}
      what="plaatsen"
      place={place}
      address={(page) => `${receiptAddress(receipt.body, receipt.delivery, { ...selection, code, page })}#bevindingen`}
    />
  );
  return (
    <section aria-labelledby="bevindingen">
      <h2 id="bevindingen">{errors > 0 ? "Wat u moet herstellen" : "Waarschuwingen"}</h2>
      {worthGrouping(receipt) && <Groups receipt={receipt} code={code} />}
      {code !== undefined && (
        <p>
          U ziet alleen <code>{code}</code>.{" "}
          <a href={`${receiptAddress(receipt.body, receipt.delivery)}#bevindingen`}>Toon alle bevindingen</a>
        </p>
      )}
      {pager("boven")}
      {shown.pages > 1 && (
        <p>
          Alle plaatsen staan ook in{" "}
          <a href={`${receiptAddress(receipt.body, receipt.delivery)}/findings.csv`}>de lijst met bevindingen (CSV)</a>.
        </p>
      )}
      {shownErrors.length > 0 && <Places caption={captionOf(shownErrors, errors, code, "fout", "fouten")} findings={shownErrors} />}
      {shownWarnings.length > 0 && (
        <Places
          caption={`${captionOf(shownWarnings, warnings, code, "waarschuwing", "waarschuwingen")}; ${warnings === 1 ? "deze houdt" : "deze houden"} de verwerking niet tegen`}
          findings={shownWarnings}
        />
      )}
      {pager("onder")}
    </section>
  );
}

const isError = (finding: Finding): boolean => finding.severity === "error";

/** "7 fouten, op volgorde van het bestand"; "200 van de 1.234 fouten, …" where a page or the list does not hold them all. */
function captionOf(shown: readonly Finding[], all: number, code: string | undefined, one: string, many: string): string {
  const amount =
    shown.length === all || code !== undefined ? count(shown.length, one, many) : `${number(shown.length)} van de ${count(all, one, many)}`;
  return `${amount}, op volgorde van het bestand`;
}

interface Group {
  readonly code: string;
  readonly count: number;
  readonly first: Finding | undefined;
}

const severityWords: Readonly<Record<Finding["severity"], Word>> = {
  error: { text: "fout", tone: "bad" },
  warning: { text: "waarschuwing", tone: "mixed" },
};

function Groups({ receipt, code }: { readonly receipt: Receipt; readonly code: string | undefined }) {
  const first = new Map<string, Finding>();
  for (const finding of receipt.findings) if (!first.has(finding.code)) first.set(finding.code, finding);
  const groups = receipt.groups
    .map((group): Group => ({ ...group, first: first.get(group.code) }))
    .toSorted((a, b) => (a.first?.severity ?? "").localeCompare(b.first?.severity ?? "") || b.count - a.count);
  const columns: readonly Column<Group>[] = [
    {
      header: "Soort",
      cell: (group) => (
        <a href={linkTo(receipt, group.code)} aria-current={group.code === code ? "true" : undefined}>
          {group.code}
        </a>
      ),
    },
    { header: "Ernst", cell: (group) => (group.first ? <StatusBadge word={severityWords[group.first.severity]} /> : "–") },
    { header: "Aantal", cell: (group) => number(group.count), numeric: true },
    { header: "Eerste plaats", cell: (group) => (group.first ? <Place finding={group.first} /> : "–") },
    { header: "Daar staat", cell: (group) => group.first?.message ?? "–", wide: true },
  ];
  return <Table name="groups" caption="Hoe vaak elke soort voorkomt" columns={columns} rows={groups} />;
}

const linkTo = (receipt: Receipt, code: string): string => `${receiptAddress(receipt.body, receipt.delivery, { code })}#bevindingen`;

const placeColumns: readonly Column<Finding>[] = [
  { header: "Cel", cell: (finding) => <Place finding={finding} /> },
  { header: "Kolom", cell: (finding) => (finding.columnName === null ? <span class="quiet">–</span> : <bdi>{finding.columnName}</bdi>) },
  { header: "Uw waarde", cell: (finding) => <Value value={finding.value} /> },
  { header: "Wat is er mis", cell: (finding) => finding.message, wide: true },
  { header: "Hoe te herstellen", cell: (finding) => <b>{finding.fix}</b>, wide: true },
];

function Places({ caption, findings }: { readonly caption: string; readonly findings: readonly Finding[] }) {
  return <Table name="places" caption={caption} columns={placeColumns} rows={findings} />;
}

/** The cell as Excel shows it, with its sheet where there is one. */
function Place({ finding: { sheet, row, column } }: { readonly finding: Finding }) {
  return (
    <>
      <b>{placeText(row, column)}</b>
      {sheet !== null && (
        <small>
          blad <bdi>{sheet}</bdi>
        </small>
      )}
    </>
  );
}

export function placeText(row: number | null, column: string | null): string {
  if (row === null) return column === null ? "het bestand" : `kolom ${column}`;
  return column === null ? `rij ${row}` : `${column}${row}`;
}

function Value({ value }: { readonly value: string }) {
  if (value === "") return <span class="quiet">(leeg)</span>;
  return (
    <code class="value">
      <bdi>{value}</bdi>
    </code>
  );
}
