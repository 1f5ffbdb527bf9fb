import { type ComparedNorm, differsClearly } from "../../../core/figures/selected/compare-selections.ts";
import type { ThemeScores } from "../../../core/figures/selected/theme-scores.ts";
import { tableDownloads } from "../../chart-files.ts";
import { differenceWords } from "../../difference.tsx";
import { number, percent } from "../../format.ts";
import { say } from "../../language.tsx";
import { normPage } from "../../norm-links.ts";
import { type Column, Table } from "../../table.tsx";
import { TableFiles } from "../../table-files.tsx";
import { useVisit } from "../../visit.tsx";
import { directionWords, saidAndScoredTable } from "./figures.tsx";

interface SaidAndScoredProps {
  readonly scores: readonly ThemeScores[];
  /** Of a cycle. */
  readonly years: number;
  addressOf(theme: string): string;
}

/** What bodies report beside what they score. Whether more of a theme is good or bad is not known here, so nothing is called right or wrong. */
export function SaidAndScored({ scores, years, addressOf }: SaidAndScoredProps) {
  const { address } = useVisit();
  const columns: readonly Column<ThemeScores>[] = [
    {
      header: say("Thema", "Theme"),
      cell: ({ theme }) => (
        <>
          <a href={addressOf(theme.key)}>{theme.title}</a>
          {!theme.known && <small>{say("eigen woord van een instelling", "a body's own word")}</small>}
        </>
      ),
    },
    { header: say("Wat instellingen melden", "What bodies report"), cell: ({ theme }) => directionWords(theme.total) },
    { header: say("Wat zij scoren", "What they score"), wide: true, cell: ({ norms }) => <Scored norms={norms} /> },
  ];
  const span = say(
    `${years === 1 ? "het laatste jaar" : `de laatste ${years} jaar`} tegen ${years === 1 ? "het jaar" : `de ${years} jaar`} ervoor`,
    `the last ${years === 1 ? "year" : `${years} years`} against the ${years === 1 ? "year" : `${years} years`} before`,
  );
  return (
    <section aria-labelledby="melding-en-score">
      <h2 id="melding-en-score">{say("Kloppen melding en score met elkaar?", "Do reports and scores agree?")}</h2>
      <p>
        {say(
          `Naast elke melding staan de normen waar het thema over gaat: ${span}. Of een thema dat toeneemt goed of slecht nieuws is, weet de normenmonitor niet; dat leest u in de teksten. Verkennend.`,
          `Beside each theme are the norms that it is about: ${span}. Whether more of a theme is good or bad news the normenmonitor does not know; the texts tell. Exploratory.`,
        )}
      </p>
      <Table
        name="said"
        caption={say("Gemelde trends naast de scores, meest gemeld eerst", "Reported trends beside the scores, most reported first")}
        columns={columns}
        rows={scores}
      />
      <TableFiles downloads={tableDownloads(address, saidAndScoredTable(scores).id)} />
    </section>
  );
}

function Scored({ norms }: { readonly norms: readonly ComparedNorm[] }) {
  if (norms.length === 0) return <span class="quiet">{say("geen norm bij dit thema", "no norm of this theme")}</span>;
  return (
    <ul class="plain">
      {norms.map((row) => (
        <li>
          <a href={normPage(row.address)}>
            <b>{row.norm.code}</b> {row.norm.title}
          </a>
          <p class="quiet">{scoreWords(row)}</p>
        </li>
      ))}
    </ul>
  );
}

function scoreWords(row: ComparedNorm): string {
  const { b, difference } = row;
  if (b.share === null) return say("nu niet beoordeeld", "not judged now");
  const now = say(
    `${percent(b.share)} voldoet (${number(b.met)} van ${number(b.counts.judged)})`,
    `${percent(b.share)} met (${number(b.met)} of ${number(b.counts.judged)})`,
  );
  if (difference === null) return `${now}; ${say("eerder niet beoordeeld", "not judged before")}`;
  return `${now}; ${changeWords(row)}: ${differenceWords(difference)}`;
}

function changeWords(row: ComparedNorm): string {
  if (!differsClearly(row)) return say("geen duidelijk verschil", "no clear difference");
  return (row.difference?.difference ?? 0) < 0 ? say("duidelijk lager", "clearly lower") : say("duidelijk hoger", "clearly higher");
}
