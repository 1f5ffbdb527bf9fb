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
      {shown.length === 0 ? (
        <p>{say("Geen thema is vijf keer of vaker gemeld.", "No theme was reported five times or more.")}</p>
      ) : (
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
            `${count(hidden, "thema is", "thema’s zijn")} minder dan vijf keer gemeld en ${hidden === 1 ? "staat" : "staan"} er niet bij.`,
            `${count(hidden, "theme was", "themes were")} reported fewer than five times and left out.`,
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
