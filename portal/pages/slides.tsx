import type { PublishedSignal } from "../../core/figures/signals-json.ts";
import type { ViewNorm } from "../../core/relevance/view-norms.ts";
import type { Publication } from "../data.ts";
import { count, number } from "../format.ts";
import { Illustrative } from "../illustrative.tsx";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { normPage, slidesPage } from "../norm-links.ts";
import { MOST_SLIDES } from "../slides/deck.ts";
import { StatusBadge } from "../status-badge.tsx";
import { bySignalOrder, signalWord } from "../words.ts";

export const SLIDES_FILE = "/dias/normen.pptx";

/** A norm that can be chosen. */
export interface Pick {
  readonly norm: ViewNorm;
  readonly address: string;
  readonly signals: readonly PublishedSignal["signal"][];
  readonly chosen: boolean;
}

export interface SlidesProps {
  readonly publication: Publication;
  readonly labels: readonly string[];
  readonly label: string;
  /** Asked for by the address, of whatever label. */
  readonly asked: readonly Pick[];
  /** Those of the label with a signal. */
  readonly flagged: readonly Pick[];
  /** Why no file was made. */
  readonly problem?: "nothingChosen" | "tooMany";
}

/** Which norms become slides. */
export function Slides({ publication, labels, label, asked, flagged, problem }: SlidesProps) {
  return (
    <Layout title={say("Dia’s", "Slides")} section="/normen" publication={publication}>
      <h1>{say("Dia’s van normen", "Slides of norms")}</h1>
      <p class="lead">
        {say(
          "Kies normen en haal ze op als presentatie. Elke norm krijgt een dia met de conclusie, de verdeling en het verloop, als grafieken die u in uw eigen programma kunt aanpassen.",
          "Choose norms and fetch them as a presentation. Each norm gets a slide with the conclusion, the distribution and the trend, as charts that you can edit in your own program.",
        )}
      </p>
      <Illustrative publication={publication} />
      {problem && <Problem problem={problem} />}
      <form method="get" action={SLIDES_FILE}>
        <input type="hidden" name="label" value={label} />
        {asked.length > 0 && <Picks id="gevraagd" title={say("Normen uit uw link", "Norms of your link")} picks={asked} />}
        <nav class="choice tabs" aria-label={say("Label", "Label")}>
          <ul>
            {labels.map((one) => (
              <li>
                <a
                  href={slidesPage(
                    one,
                    asked.map(({ address }) => address),
                  )}
                  aria-current={one === label ? "page" : undefined}
                >
                  {one}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {flagged.length > 0 ? (
          <Picks
            id="opvallend"
            title={say(
              `${count(flagged.length, "norm van", "normen van")} ${label} die opvallen`,
              `${count(flagged.length, "norm", "norms")} of ${label} with a signal`,
            )}
            picks={flagged}
          />
        ) : (
          <p>{say(`Geen norm van ${label} valt op.`, `No norm of ${label} has a signal.`)}</p>
        )}
        <p>
          <button type="submit">{say("Haal de dia’s op (PowerPoint)", "Fetch the slides (PowerPoint)")}</button>
        </p>
      </form>
    </Layout>
  );
}

function Problem({ problem }: { readonly problem: NonNullable<SlidesProps["problem"]> }) {
  return (
    <p class="notice failed" role="alert">
      {problem === "nothingChosen"
        ? say("U hebt nog geen norm gekozen. Zet bij ten minste één norm een vinkje.", "You have not chosen a norm yet. Tick at least one.")
        : say(
            `Een presentatie heeft hooguit ${number(MOST_SLIDES)} normen. Haal een paar vinkjes weg.`,
            `A presentation has ${number(MOST_SLIDES)} norms at most. Untick a few.`,
          )}
    </p>
  );
}

function Picks({ id, title, picks }: { readonly id: string; readonly title: string; readonly picks: readonly Pick[] }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="picks" aria-labelledby={id}>
        {picks.map(({ norm, address, signals, chosen }) => (
          <li>
            <label>
              <input type="checkbox" name="norm" value={address} checked={chosen} />
              <span>
                <b>{norm.code}</b> {norm.title}
              </span>
            </label>
            <p class="about">
              {signals.toSorted(bySignalOrder).map((signal) => (
                <StatusBadge word={signalWord(signal)} />
              ))}{" "}
              <a href={normPage(address)} aria-label={say(`Bekijk norm ${norm.code}`, `See norm ${norm.code}`)}>
                {say("bekijk", "see")}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
