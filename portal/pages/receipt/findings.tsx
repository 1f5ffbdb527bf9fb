import { englishOf } from "../../../core/intake/receipt-english.ts";
import type { Receipt } from "../../data.ts";
import { count, number } from "../../format.ts";
import { say, useLanguage } from "../../language.tsx";
import { Pager } from "../../pager.tsx";
import { type ReceiptSelection, receiptAddress, slice } from "../../selection.ts";
import { StatusBadge } from "../../status-badge.tsx";
import { type Column, Table } from "../../table.tsx";
import { severityWords } from "../../words.ts";

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
      what={say("plaatsen", "places")}
      place={place}
      address={(page) => `${receiptAddress(receipt.body, receipt.delivery, { ...selection, code, page })}#bevindingen`}
    />
  );
  return (
    <section aria-labelledby="bevindingen">
      <h2 id="bevindingen">{errors > 0 ? say("Wat u moet herstellen", "What you have to mend") : say("Waarschuwingen", "Warnings")}</h2>
      {worthGrouping(receipt) && <Groups receipt={receipt} code={code} />}
      {code !== undefined && (
        <p>
          {say("U ziet alleen", "You see only")} <code>{code}</code>.{" "}
          <a href={`${receiptAddress(receipt.body, receipt.delivery)}#bevindingen`}>{say("Toon alle bevindingen", "Show all findings")}</a>
        </p>
      )}
      {pager("boven")}
      {shown.pages > 1 && (
        <p>
          {say("Alle plaatsen staan ook in", "All places are also in")}{" "}
          <a href={`${receiptAddress(receipt.body, receipt.delivery)}/findings.csv`}>
            {say("de lijst met bevindingen (CSV)", "the list of findings (CSV)")}
          </a>
          .
        </p>
      )}
      {shownErrors.length > 0 && (
        <Places
          receipt={receipt}
          caption={captionOf(shownErrors, errors, code, say("fout", "error"), say("fouten", "errors"))}
          findings={shownErrors}
        />
      )}
      {shownWarnings.length > 0 && (
        <Places
          receipt={receipt}
          caption={`${captionOf(shownWarnings, warnings, code, say("waarschuwing", "warning"), say("waarschuwingen", "warnings"))}; ${say(
            `${warnings === 1 ? "deze houdt" : "deze houden"} de verwerking niet tegen`,
            `${warnings === 1 ? "it does" : "they do"} not hold processing back`,
          )}`}
          findings={shownWarnings}
        />
      )}
      {pager("onder")}
    </section>
  );
}

interface FindingWords {
  readonly message: string;
  readonly fix: string;
  /** Where it is not that of the page. */
  readonly lang?: "nl";
}

/** As they were written on the receipt; those of before English was kept are in Dutch. */
function wordsOf(receipt: Receipt, finding: Finding): FindingWords {
  const { message, fix } = finding;
  if (useLanguage() === "nl") return { message, fix };
  return englishOf(receipt, finding) ?? { message, fix, lang: "nl" };
}

interface WordsProps {
  readonly receipt: Receipt;
  readonly finding: Finding;
}

function Message({ receipt, finding }: WordsProps) {
  const { message, lang } = wordsOf(receipt, finding);
  return <span lang={lang}>{message}</span>;
}

function Fix({ receipt, finding }: WordsProps) {
  const { fix, lang } = wordsOf(receipt, finding);
  return <b lang={lang}>{fix}</b>;
}

const isError = (finding: Finding): boolean => finding.severity === "error";

/** "7 fouten, op volgorde van het bestand"; "200 van de 1.234 fouten, …" where a page or the list does not hold them all. */
function captionOf(shown: readonly Finding[], all: number, code: string | undefined, one: string, many: string): string {
  const amount =
    shown.length === all || code !== undefined
      ? count(shown.length, one, many)
      : `${number(shown.length)} ${say("van de", "of")} ${count(all, one, many)}`;
  return `${amount}, ${say("op volgorde van het bestand", "in the order of the file")}`;
}

interface Group {
  readonly code: string;
  readonly count: number;
  readonly first: Finding | undefined;
}

function Groups({ receipt, code }: { readonly receipt: Receipt; readonly code: string | undefined }) {
  const first = new Map<string, Finding>();
  for (const finding of receipt.findings) if (!first.has(finding.code)) first.set(finding.code, finding);
  const groups = receipt.groups
    .map((group): Group => ({ ...group, first: first.get(group.code) }))
    .toSorted((a, b) => (a.first?.severity ?? "").localeCompare(b.first?.severity ?? "") || b.count - a.count);
  const columns: readonly Column<Group>[] = [
    {
      header: say("Soort", "Kind"),
      cell: (group) => (
        <a href={linkTo(receipt, group.code)} aria-current={group.code === code ? "true" : undefined}>
          {group.code}
        </a>
      ),
    },
    { header: say("Ernst", "Severity"), cell: (group) => (group.first ? <StatusBadge word={severityWords[group.first.severity]} /> : "–") },
    { header: say("Aantal", "Number"), cell: (group) => number(group.count), numeric: true },
    { header: say("Eerste plaats", "First place"), cell: (group) => (group.first ? <Place finding={group.first} /> : "–") },
    {
      header: say("Daar staat", "What is there"),
      cell: (group) => (group.first ? <Message receipt={receipt} finding={group.first} /> : "–"),
      wide: true,
    },
  ];
  return (
    <Table name="groups" caption={say("Hoe vaak elke soort voorkomt", "How often each kind occurs")} columns={columns} rows={groups} />
  );
}

const linkTo = (receipt: Receipt, code: string): string => `${receiptAddress(receipt.body, receipt.delivery, { code })}#bevindingen`;

const placeColumns = (receipt: Receipt): readonly Column<Finding>[] => [
  { header: say("Cel", "Cell"), cell: (finding) => <Place finding={finding} /> },
  {
    header: say("Kolom", "Column"),
    cell: (finding) => (finding.columnName === null ? <span class="quiet">–</span> : <bdi>{finding.columnName}</bdi>),
  },
  { header: say("Uw waarde", "Your value"), cell: (finding) => <Value finding={finding} /> },
  {
    header: say("Wat is er mis", "What is wrong"),
    cell: (finding) => <Message receipt={receipt} finding={finding} />,
    wide: true,
  },
  { header: say("Hoe te herstellen", "How to mend it"), cell: (finding) => <Fix receipt={receipt} finding={finding} />, wide: true },
];

interface PlacesProps {
  readonly receipt: Receipt;
  readonly caption: string;
  readonly findings: readonly Finding[];
}

function Places({ receipt, caption, findings }: PlacesProps) {
  return <Table name="places" caption={caption} columns={placeColumns(receipt)} rows={findings} />;
}

/** The cell as Excel shows it, with its sheet where there is one. */
function Place({ finding: { sheet, row, column } }: { readonly finding: Finding }) {
  return (
    <>
      <b>{placeText(row, column)}</b>
      {sheet !== null && (
        <small>
          {say("blad", "sheet")} <bdi>{sheet}</bdi>
        </small>
      )}
    </>
  );
}

export function placeText(row: number | null, column: string | null): string {
  if (row === null) return column === null ? say("het bestand", "the file") : say(`kolom ${column}`, `column ${column}`);
  return column === null ? say(`rij ${row}`, `row ${row}`) : `${column}${row}`;
}

function Value({ finding: { value, column, columnName } }: { readonly finding: Finding }) {
  // A whole file or row is no empty cell.
  if (value === "" && column === null && columnName === null) return <span class="quiet">–</span>;
  if (value === "") return <span class="quiet">{say("(leeg)", "(empty)")}</span>;
  return (
    <code class="value">
      <bdi>{value}</bdi>
    </code>
  );
}
