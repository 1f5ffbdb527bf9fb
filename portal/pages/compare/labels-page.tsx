import type { LabelOverlaps } from "../../../core/figures/analyses/label-overlaps.ts";
import type { OverlapSearch } from "../../../core/figures/analyses/overlap-candidates.ts";
import { chartDownloads, tableDownloads } from "../../chart-files.ts";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import type { Publication } from "../../data.ts";
import { count, number } from "../../format.ts";
import { AboutKappa } from "../../kappa.tsx";
import { say } from "../../language.tsx";
import { Layout } from "../../layout.tsx";
import { sourceWords } from "../../source.tsx";
import { Table } from "../../table.tsx";
import { TableFiles } from "../../table-files.tsx";
import { useVisit } from "../../visit.tsx";
import { Candidates } from "./candidates.tsx";
import { mostUnlikeFirst, overlapChart, overlapColumns, overlapTable } from "./overlap-figures.tsx";
import { COMPARE_LABELS, CompareTabs } from "./tabs.tsx";

export interface CompareLabelsProps {
  readonly publication: Publication | undefined;
  readonly labels: readonly string[];
  /** Undefined: the catalogue has no second label. */
  readonly chosen: ChosenLabels | undefined;
}

export interface ChosenLabels {
  readonly a: string;
  readonly b: string;
  readonly found: LabelOverlaps;
  readonly search: OverlapSearch;
}

/** Two labels in the audits that judged both at once: do they judge the norms that overlap alike, and which others do they judge alike? */
export function CompareLabels({ publication, labels, chosen }: CompareLabelsProps) {
  return (
    <Layout
      title={say("Twee labels vergelijken", "Compare two labels")}
      section="/vergelijken"
      publication={publication}
      scripts={["png.js"]}
    >
      <h1>{say("Twee labels in één toets", "Two labels in one audit")}</h1>
      <CompareTabs current="labels" />
      {chosen ? (
        <Compared labels={labels} chosen={chosen} source={publication && sourceWords(publication)} />
      ) : (
        <p class="notice">
          {say(
            "De catalogus heeft maar één label. Er valt dus niets te vergelijken.",
            "The catalogue has one label only, so there is nothing to compare.",
          )}
        </p>
      )}
    </Layout>
  );
}

interface ComparedProps {
  readonly labels: readonly string[];
  readonly chosen: ChosenLabels;
  readonly source: string | undefined;
}

function Compared({ labels, chosen, source }: ComparedProps) {
  const { address } = useVisit();
  const { a, b, found } = chosen;
  const rows = mostUnlikeFirst(found.pairs);
  const chart = overlapChart(chosen);
  return (
    <>
      {labels.length > 2 && (
        <form method="get" action={COMPARE_LABELS} class="filter">
          <LabelChoice name="a" text={say("Eerste label", "First label")} labels={labels} chosen={a} />
          <LabelChoice name="b" text={say("Tweede label", "Second label")} labels={labels} chosen={b} />
          <p>
            <button type="submit">{say("Vergelijk", "Compare")}</button>
          </p>
        </form>
      )}
      <Conclusion chosen={chosen} />
      {chart && <ChartFigure chart={chart} level={2} source={source} downloads={chartDownloads(address, chart)} />}
      <section aria-labelledby="overlap">
        <h2 id="overlap">{say("Normen die volgens de catalogus overlappen", "Norms that overlap by the catalogue")}</h2>
        <p>
          {say(
            "Signalen van beide normen rusten deels op dezelfde oordelen: wat is overgenomen, telt onder beide labels. Hetzelfde signaal bij beide is dus minder dan twee bevindingen.",
            "Signals of both norms rest partly on the same judgements: what was taken over counts under both labels. The same signal at both is therefore less than two findings.",
          )}
        </p>
        <AboutKappa />
        <Table name="compared" caption={caption(chosen)} columns={overlapColumns(a, b)} rows={rows} />
        <TableFiles downloads={tableDownloads(address, overlapTable(chosen).id)} section="overlap" />
      </section>
      <Candidates chosen={chosen} />
    </>
  );
}

function LabelChoice({
  name,
  text,
  labels,
  chosen,
}: {
  readonly name: string;
  readonly text: string;
  readonly labels: readonly string[];
  readonly chosen: string;
}) {
  return (
    <p>
      <label for={name}>{text}</label>
      <select id={name} name={name}>
        {labels.map((label) => (
          <option value={label} selected={label === chosen}>
            {label}
          </option>
        ))}
      </select>
    </p>
  );
}

function Conclusion({ chosen }: { readonly chosen: ChosenLabels }) {
  const { a, b, found } = chosen;
  const judged = found.pairs.filter(({ judgedTwice }) => judgedTwice.n > 0);
  const unlike = judged.filter(({ judgedTwice }) => judgedTwice.same < judgedTwice.n);
  const lentOnly = found.pairs.filter(({ judgedTwice, lentToA, lentToB }) => judgedTwice.n === 0 && lentToA + lentToB > 0).length;
  return (
    <section class={unlike.length > 0 ? "answer" : "answer so-far"} aria-labelledby="conclusie">
      <h2 id="conclusie">{headline(judged.length, unlike.length)}</h2>
      <p>
        {say(
          `${count(found.organisations, "organisatie is", "organisaties zijn")} in één toets op ${a} en ${b} beoordeeld. Elke organisatie telt één keer mee, met haar laatste toets van beide.`,
          `${count(found.organisations, "organisation was", "organisations were")} judged on ${a} and ${b} in one audit. Each organisation counts once, by its latest audit of both.`,
        )}
      </p>
      <Remarkable chosen={chosen} />
      <p>
        {say(
          "Alleen waar beide labels zelf een oordeel hebben, valt er iets te vergelijken. Waar het ene label het oordeel van het andere overneemt, zijn ze vanzelf gelijk; die staan apart.",
          "There is something to compare only where both labels have a judgement of their own. Where one takes over the judgement of the other they are equal by rule; those are apart.",
        )}
        {lentOnly > 0 &&
          ` ${say(
            `Bij ${count(lentOnly, "paar", "paren")} is het oordeel alleen overgenomen.`,
            `Of ${count(lentOnly, "pair", "pairs")} the judgement was only taken over.`,
          )}`}
      </p>
    </section>
  );
}

/** Overlaps that the data speak against, and labels that judge more strictly for sure. */
function Remarkable({ chosen: { a, b, found } }: { readonly chosen: ChosenLabels }) {
  const contradicted = found.pairs.filter((pair) => pair.contradicted);
  const strict = found.pairs.filter(({ stricter }) => stricter !== null);
  const names = (pairs: LabelOverlaps["pairs"]) => pairs.map((pair) => `${pair.a.code} – ${pair.b.code}`).join(", ");
  return (
    <>
      {contradicted.length > 0 && (
        <p>
          {say(
            `De cijfers spreken de overlap tegen bij ${count(contradicted.length, "paar", "paren")}: ${names(contradicted)}. De oordelen lopen verder uiteen dan bij twee normen die hetzelfde meten. Kijk of de teksten nog bij elkaar horen.`,
            `The figures speak against the overlap of ${count(contradicted.length, "pair", "pairs")}: ${names(contradicted)}. The judgements differ more than those of two norms that measure the same. See whether the texts still belong together.`,
          )}
        </p>
      )}
      {strict.length > 0 && (
        <p>
          {say(
            `Bij ${count(strict.length, "paar", "paren")} is één label duidelijk strenger: ${strict.map((pair) => `${pair.a.code} – ${pair.b.code} (${pair.stricter === "a" ? a : b})`).join(", ")}.`,
            `Of ${count(strict.length, "pair", "pairs")} one label is clearly stricter: ${strict.map((pair) => `${pair.a.code} – ${pair.b.code} (${pair.stricter === "a" ? a : b})`).join(", ")}.`,
          )}
        </p>
      )}
    </>
  );
}

function headline(judged: number, unlike: number): string {
  if (judged === 0)
    return say("Geen enkel paar normen is voor beide labels apart beoordeeld", "No pair of norms was judged apart for both labels");
  if (unlike === 0)
    return say(
      `Bij alle ${count(judged, "paar", "paren")} is het oordeel steeds gelijk`,
      `Of all ${count(judged, "pair", "pairs")} the judgement is always the same`,
    );
  return say(
    `Bij ${number(unlike)} van de ${count(judged, "paar", "paren")} die twee keer zijn beoordeeld, verschilt het oordeel soms`,
    `Of ${number(unlike)} of the ${count(judged, "pair", "pairs")} that were judged twice, the judgement sometimes differs`,
  );
}

const caption = ({ a, b, found }: ChosenLabels): string =>
  say(
    `${count(found.pairs.length, "paar", "paren")} normen van ${a} en ${b} die volgens de catalogus overlappen; de meeste verschillen eerst. n: organisaties met een eigen oordeel voor beide.`,
    `${count(found.pairs.length, "pair", "pairs")} of norms of ${a} and ${b} that overlap by the catalogue; most differences first. n: organisations with a judgement of their own for both.`,
  );
