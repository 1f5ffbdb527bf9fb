import type { Layout } from "../../core/intake/columns.ts";
import type { InBothLanguages } from "../../core/intake/messages/index.ts";
import type { Specification, SpecifiedChapter, SpecifiedColumn, SpecifiedRule } from "../../core/specification/specification.ts";
import { say } from "../language.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { type Column, Table } from "../table.tsx";

/** The specification of deliveries as the content of a page: columns per layout, then every rule with an example. */
export function SpecificationContent({ specification }: { readonly specification: Specification }) {
  const { columns, chapters, counts } = specification;
  return (
    <>
      <h1>{say("Zo bouwt u een aanlevering op", "How a delivery is built")}</h1>
      <p class="lead">
        {say(
          "Een aanlevering is één Excel-werkmap (.xlsx) of CSV-bestand met een of meer rapporten. De namen van de kolommen en de woorden erin zijn Nederlands.",
          "A delivery is one Excel workbook (.xlsx) or CSV file with one or more reports. The names of columns and the words in them are Dutch.",
        )}
      </p>
      <nav class="contents" aria-label={say("Op deze pagina", "On this page")}>
        <ul>
          {[
            ...layouts.map(({ id, title }) => ({ id, title: title() })),
            ...chapters.map(({ id, title }) => ({ id, title: both(title) })),
          ].map(({ id, title }) => (
            <li>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {layouts.map(({ id, layout, title, text }) => (
        <section aria-labelledby={id}>
          <h2 id={id}>{title()}</h2>
          <p>{text()}</p>
          <Columns columns={columns[layout]} caption={title()} />
        </section>
      ))}
      <p>
        {say(
          `De controle kent ${counts.errors} fouten en ${counts.warnings} waarschuwingen. Een rapport met een fout wordt niet aangenomen. Een waarschuwing houdt niets tegen.`,
          `The check knows ${counts.errors} errors and ${counts.warnings} warnings. A report with an error is not accepted. A warning stands in the way of nothing.`,
        )}
      </p>
      {chapters.map((chapter) => (
        <Rules chapter={chapter} />
      ))}
    </>
  );
}

interface LayoutSection {
  readonly id: string;
  readonly layout: Layout;
  title(): string;
  text(): string;
}

const layouts: readonly LayoutSection[] = [
  {
    id: "lang",
    layout: "long",
    title: () => say("Indeling met één rij per norm", "Layout with one row per norm"),
    text: () =>
      say(
        "Elke rij is één oordeel: een rapport en een norm. De gegevens van het rapport staan op elke rij, en zijn overal hetzelfde.",
        "Each row is one judgement: a report and a norm. What is said of the report stands on each row, and is the same everywhere.",
      ),
  },
  {
    id: "breed",
    layout: "wide",
    title: () => say("Indeling met één rij per rapport", "Layout with one row per report"),
    text: () =>
      say(
        "Naast deze kolommen is er een kolom voor elke norm, met de normcode als kop. Een lege cel betekent dat de norm niet bij deze toets hoort.",
        "Beside these columns there is one for each norm, with its code as header. An empty cell means that the norm is no part of this test.",
      ),
  },
  {
    id: "trends-indeling",
    layout: "trends",
    title: () => say("Blad met trends", "Sheet of trends"),
    text: () =>
      say(
        "Trends staan op een eigen blad in de werkmap, of in een eigen CSV-bestand.",
        "Trends stand on a sheet of their own in the workbook, or in a CSV file of their own.",
      ),
  },
];

function Columns({ columns, caption }: { readonly columns: readonly SpecifiedColumn[]; readonly caption: string }) {
  const shown: readonly Column<SpecifiedColumn>[] = [
    { header: say("Kolom", "Column"), cell: ({ name }) => <code>{name}</code> },
    { header: say("Verplicht", "Needed"), cell: ({ needed }) => (needed ? say("ja", "yes") : say("nee", "no")) },
    { header: say("Wat u invult", "What to fill in"), cell: ({ content }) => <Marked text={both(content)} />, wide: true },
    { header: say("Voorbeeld", "Example"), cell: ({ example }) => <code>{example}</code> },
    { header: say("Mag ook heten", "Also known as"), cell: ({ synonyms }) => synonyms.join(", "), wide: true },
  ];
  return <Table name="columns" caption={caption} columns={shown} rows={columns} />;
}

function Rules({ chapter }: { readonly chapter: SpecifiedChapter }) {
  const columns: readonly Column<SpecifiedRule>[] = [
    { header: say("Code", "Code"), cell: ({ code }) => <code>{code}</code> },
    {
      header: say("Ernst", "Severity"),
      cell: ({ severity }) => (
        <StatusBadge
          word={
            severity === "error" ? { text: say("fout", "error"), tone: "bad" } : { text: say("waarschuwing", "warning"), tone: "mixed" }
          }
        />
      ),
    },
    { header: say("Bijvoorbeeld", "For instance"), cell: ({ example }) => both(example.message), wide: true },
    { header: say("Hoe te herstellen", "How to mend it"), cell: ({ example }) => <b>{both(example.fix)}</b>, wide: true },
  ];
  return (
    <section aria-labelledby={chapter.id}>
      <h2 id={chapter.id}>{both(chapter.title)}</h2>
      <Table name="rules" caption={both(chapter.title)} columns={columns} rows={chapter.rules} rowId={({ code }) => code} />
    </section>
  );
}

/** Text in which what stands between back quotes is to be typed as it is. */
function Marked({ text }: { readonly text: string }) {
  return <>{text.split("`").map((part, i) => (i % 2 === 1 ? <code>{part}</code> : part))}</>;
}

const both = ({ nl, en }: InBothLanguages): string => say(nl, en);
