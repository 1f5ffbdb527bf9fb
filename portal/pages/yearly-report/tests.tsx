import type { YearlyReport } from "../../../core/figures/yearly-report/report.ts";
import { say } from "../../language.tsx";
import { kindName } from "../../selection-words.ts";
import { type Column, Table } from "../../table.tsx";
import { Section } from "./section.tsx";
import { rangeWords } from "./words.ts";

type Row =
  | YearlyReport["tests"]["kinds"][number]
  | { readonly kind: null; readonly total: YearlyReport["tests"]["total"]; readonly perVariant: YearlyReport["tests"]["perVariant"] };

/** How many tests there were in the year, of which kinds. */
export function Tests({ report }: { readonly report: YearlyReport }) {
  const { tests, year, years, testsPerYear } = report;
  const rows: readonly Row[] = [...tests.kinds, { kind: null, total: tests.total, perVariant: tests.perVariant }];
  const variants = tests.variants.length > 1 ? tests.variants : [];
  return (
    <Section id="toetsen" title={say("Toetsen", "Tests")}>
      <Table
        name="yearly"
        caption={say(`Toetsingsrapporten over ${year}`, `Test reports of ${year}`)}
        columns={[
          { header: say("Soort", "Kind"), cell: ({ kind }: Row) => (kind === null ? <b>{say("alle", "all")}</b> : kindName(kind)) },
          ...variants.map(
            (variant, i): Column<Row> => ({ header: variant, numeric: true, cell: ({ perVariant }) => rangeWords(perVariant[i] ?? null) }),
          ),
          { header: say("Samen", "Together"), numeric: true, cell: ({ total }: Row) => rangeWords(total) },
        ]}
        rows={rows}
      />
      {years.length > 1 && (
        <p>
          {say("Per jaar: ", "By year: ")}
          {years.map((one, i) => `${one}: ${rangeWords(testsPerYear[i] ?? null)}`).join("; ")}.
        </p>
      )}
    </Section>
  );
}
