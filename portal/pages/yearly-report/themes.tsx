import type { ReportedThemeCount, YearlyReport } from "../../../core/figures/yearly-report/report.ts";
import { count } from "../../format.ts";
import { say } from "../../language.tsx";
import { type Column, Table } from "../../table.tsx";
import { Section } from "./section.tsx";
import { rangeWords } from "./words.ts";

/** Which themes certifying bodies reported in the year: numbers only. */
export function Themes({ report: { themes, year } }: { readonly report: YearlyReport }) {
  const shown = themes.filter(({ mentions }) => mentions !== null && mentions.to > 0);
  const hidden = themes.filter(({ mentions }) => mentions === null).length;
  return (
    <Section id="themas" title={say("Gemelde thema’s", "Reported themes")}>
      {shown.length === 0 && hidden === 0 && <p>{say("Er is geen thema gemeld.", "No theme was reported.")}</p>}
      {shown.length > 0 && (
        <Table
          name="yearly"
          caption={say(
            `Meldingen van certificerende instellingen in rapporten over ${year}`,
            `Reported by certifying bodies in reports of ${year}`,
          )}
          columns={columns()}
          rows={shown}
        />
      )}
      {hidden > 0 && (
        <p>
          {say(
            `Van ${count(hidden, "thema", "thema’s")} is niet getoond hoe vaak het is gemeld: minder dan vijf keer, of het verschilt te weinig van een eerdere versie van dit rapport.`,
            `How often ${count(hidden, "theme was", "themes were")} reported is not shown: fewer than five times, or the number differs too little from an earlier version of this report.`,
          )}
        </p>
      )}
    </Section>
  );
}

const columns = (): readonly Column<ReportedThemeCount>[] => [
  { header: say("Thema", "Theme"), cell: ({ title }) => title },
  { header: say("Toenemend", "Increasing"), numeric: true, cell: ({ directions }) => rangeWords(directions.increasing) },
  { header: say("Gelijk", "Stable"), numeric: true, cell: ({ directions }) => rangeWords(directions.stable) },
  { header: say("Afnemend", "Decreasing"), numeric: true, cell: ({ directions }) => rangeWords(directions.decreasing) },
  { header: say("Samen", "Together"), numeric: true, cell: ({ mentions }) => rangeWords(mentions) },
];
