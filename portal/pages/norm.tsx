import type { Decision } from "../../core/decisions.ts";
import type { NormDossier } from "../../core/figures/norm-dossier/norm-dossier.ts";
import type { CountedScores } from "../../core/figures/selected/counted-scores.ts";
import { selectionFields } from "../../core/figures/selected/read-selection.ts";
import { everythingOf, type Selection } from "../../core/figures/selected/selection.ts";
import type { Review } from "../../core/review/review.ts";
import { chartDownloads } from "../chart-files.ts";
import { type Chart, ChartFigure } from "../charts/chart-figure.tsx";
import type { Publication } from "../data.ts";

import type { DecisionAttempt } from "../decide-form.tsx";
import { Illustrative } from "../illustrative.tsx";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { NORMS, normPage, slidesPage, withFields } from "../norm-links.ts";
import { Chosen } from "../selection-chosen.tsx";
import { competencyTitle } from "../selection-words.ts";
import { useVisit } from "../visit.tsx";
import { SELF_EVALUATION } from "./compare/tabs.tsx";
import { funnelWarning } from "./norm/body-chart.tsx";
import { Conclusion } from "./norm/conclusion.tsx";
import { Decisions } from "./norm/decisions.tsx";
import { Improvement } from "./norm/improvement.tsx";
import { Lineage } from "./norm/lineage.tsx";
import type { NormCharts } from "./norm/norm-charts.ts";
import { Overlaps } from "./norm/overlaps.tsx";
import { type ThemeOfNorm, Themes } from "./norm/themes.tsx";

export interface NormProps {
  readonly publication: Publication | undefined;
  readonly counted: CountedScores;
  readonly selection: Selection;
  readonly dossier: NormDossier;
  readonly charts: NormCharts;
  readonly themes: readonly ThemeOfNorm[];
  /** About this norm, oldest first. */
  readonly decisions: readonly Decision[];
  /** What a decision would rest on now; absent for who does not decide. */
  readonly figuresToDecideOn: Decision["figures"] | undefined;
  /** A decision that was not recorded. */
  readonly attempt: DecisionAttempt | undefined;
  /** The open review of the label, for who decides. */
  readonly review: Review | undefined;
  /** `jjjj-mm-dd` */
  readonly today: string;
}

/** All that there is to say of one norm: the conclusion first, then what it rests on. */
export function Norm({
  publication,
  counted,
  selection,
  dossier,
  charts,
  themes,
  decisions,
  figuresToDecideOn,
  attempt,
  review,
  today,
}: NormProps) {
  const { norm, view, bodies } = dossier;
  const { address } = useVisit();
  const figure = (chart: Chart | undefined) => chart && <ChartFigure chart={chart} downloads={chartDownloads(address, chart)} />;
  return (
    <Layout title={titleOf(norm, attempt)} section={NORMS} publication={publication} scripts={["png.js"]}>
      <p class="back">
        <a href={withFields(NORMS, selectionFields(selection))}>{say("Alle normen", "All norms")}</a>
      </p>
      <div class="dossier">
        <h1>
          {norm.code} {norm.title}
        </h1>
        <About dossier={dossier} counted={counted} />
        <Illustrative publication={publication} />
        <Conclusion dossier={dossier} publication={publication} />
        <Contents charts={charts} />
        <Chosen
          counted={counted}
          selection={selection}
          exploratory={dossier.exploratory}
          address={(other) => addressOf(dossier, other)}
          nothing={addressOf(dossier, everythingOf(view.label))}
        />
        <p class="off-paper">
          <OtherCounting dossier={dossier} selection={selection} />
          {" · "}
          <a href={slidesPage(view.label, [dossier.address])}>{say("Maak een dia van deze norm", "Make a slide of this norm")}</a>
        </p>
        <section aria-labelledby="cijfers">
          <h2 id="cijfers">{say("Cijfers", "Figures")}</h2>
          <div class="pair">
            {figure(charts.now)}
            {charts.groups.map(figure)}
          </div>
        </section>
        {charts.trends.length > 0 && (
          <section aria-labelledby="tijd">
            <h2 id="tijd">{say("Over de tijd", "Over time")}</h2>
            <div class="pair">{charts.trends.map(figure)}</div>
          </section>
        )}
        <section aria-labelledby="vergeleken">
          <h2 id="vergeleken">{say("Vergeleken", "Compared")}</h2>
          <div class="pair">
            {figure(charts.retest)}
            {figure(charts.selfEvaluation)}
            {figure(charts.bodies)}
            {charts.bodies && <p class="notice">{funnelWarning()}</p>}
          </div>
          {charts.selfEvaluation && (
            <p class="off-paper">
              <a href={withFields(SELF_EVALUATION, selectionFields(selection))}>
                {say("Zelfevaluatie en audit op alle normen", "Self-evaluation and audit on all norms")}
              </a>
            </p>
          )}
          <NotThere charts={charts} bodies={bodies.bodies.length} />
        </section>
        <Decisions
          decisions={decisions}
          figures={figuresToDecideOn}
          action={`${normPage(dossier.address)}/besluit`}
          {...{ attempt, review, today }}
        />
        <Improvement improvement={dossier.improvement} label={view.label} catalogue={counted.catalogue} />
        <Themes
          themes={themes}
          chart={charts.themes}
          label={view.label}
          downloads={charts.themes ? chartDownloads(address, charts.themes) : {}}
        />
        <Lineage dossier={dossier} />
        <Overlaps overlaps={dossier.overlaps} />
        <p class="on-paper quiet">
          {say(
            "Lange en brede tabellen bij de figuren staan niet op papier, maar wel op deze pagina en in haar bestanden.",
            "Long and wide tables of the figures are not on paper, but on this page and in its files.",
          )}
        </p>
      </div>
    </Layout>
  );
}

/** Who hears the title first of all, hears that something is not done. */
const titleOf = ({ code, title }: NormDossier["norm"], attempt: DecisionAttempt | undefined): string =>
  `${attempt ? say("Niet vastgelegd: ", "Not recorded: ") : ""}${code} ${title}`;

/** The page of this norm for another choice of reports. The label is in its path; which norms to show has no meaning here. */
const addressOf = ({ address }: NormDossier, selection: Selection): string =>
  normPage(
    address,
    selectionFields(selection).filter(([name]) => name !== "label"),
  );

function About({ dossier: { norm, view }, counted }: { readonly dossier: NormDossier; readonly counted: CountedScores }) {
  const { label, categories } = norm.places.at(-1)!.framework;
  const category = categories.find(({ code }) => code === norm.category)?.title ?? norm.category;
  const places = norm.places.map(({ framework }) => `${framework.variant} ${framework.version}`);
  return (
    <dl class="about-norm">
      <div>
        <dt>{say("Label en normenkader", "Label and framework")}</dt>
        <dd>
          {label}: {places.join(", ")}
          {view.variant !== null && view.variants.length === 1 && ` (${say("alleen variant", "variant")} ${view.variant})`}
        </dd>
      </div>
      <div>
        <dt>{say("Categorie", "Category")}</dt>
        <dd>{category}</dd>
      </div>
      {norm.competencies.length > 0 && (
        <div>
          <dt>{say("Competenties", "Competencies")}</dt>
          <dd>{norm.competencies.map((code) => competencyTitle(code, counted.catalogue)).join(", ")}</dd>
        </div>
      )}
    </dl>
  );
}

function Contents({ charts }: { readonly charts: NormCharts }) {
  const parts = [
    ["cijfers", say("Cijfers", "Figures")],
    ...(charts.trends.length > 0 ? [["tijd", say("Over de tijd", "Over time")]] : []),
    ["vergeleken", say("Vergeleken", "Compared")],
    ["besluiten", say("Besluiten", "Decisions")],
    ["verbeterpunten", say("Verbeterpunten", "Improvement points")],
    ["gemelde-trends", say("Gemelde trends", "Reported trends")],
    ["herkomst", say("Herkomst en vervolg", "Origin and sequel")],
    ["overlap", say("Overlap", "Overlap")],
  ];
  return (
    <nav class="contents" aria-label={say("Op deze pagina", "On this page")}>
      <ul>
        {parts.map(([id, text]) => (
          <li>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function OtherCounting({ dossier, selection }: { readonly dossier: NormDossier; readonly selection: Selection }) {
  return selection.counting === "streng" ? (
    <a href={addressOf(dossier, { ...selection, counting: "soepel" })}>
      {say("Tel “voldoet deels” mee in de figuren", "Count “partly met” as met in the figures")}
    </a>
  ) : (
    <a href={addressOf(dossier, { ...selection, counting: "streng" })}>
      {say("Tel alleen “voldoet” in de figuren", "Count only “met” in the figures")}
    </a>
  );
}

/** What cannot be laid beside anything yet: said, since an empty place says nothing. */
function NotThere({ charts, bodies }: { readonly charts: NormCharts; readonly bodies: number }) {
  const missing = [
    charts.retest === undefined &&
      say("Nog geen organisatie is op deze norm opnieuw getoetst.", "No organisation was tested again on this norm yet."),
    charts.selfEvaluation === undefined && say("Er zijn geen zelfevaluaties van deze norm.", "There are no self-evaluations of this norm."),
    charts.bodies === undefined &&
      (bodies === 0
        ? say("Nog geen certificerende instelling beoordeelde deze norm.", "No certifying body judged this norm yet.")
        : say(
            "Maar één certificerende instelling beoordeelde deze norm; er is niets om naast te leggen.",
            "Only one certifying body judged this norm; there is nothing to lay beside it.",
          )),
  ].filter((text) => text !== false);
  return missing.length === 0 ? null : <p>{missing.join(" ")}</p>;
}
