import type { CompiledFramework } from "../../../core/catalogue/types.ts";
import { type Counting, countings } from "../../../core/figures/tables/counting.ts";
import { type CoverageCell, competenciesLost, coverageLost } from "../../../core/figures/what-if/coverage.ts";
import type { DroppedEffect, MetAll, WhatIf } from "../../../core/figures/what-if/what-if.ts";
import { count, number, percent } from "../../format.ts";
import { frameworkName, listed } from "../../framework-words.ts";
import { say } from "../../language.tsx";
import { type Column, Table } from "../../table.tsx";
import type { DraftView } from "./view.ts";
import { whatIfHeadline } from "./what-if-headline.ts";

interface WhatIfSectionProps extends Pick<DraftView, "draft" | "base" | "catalogue"> {
  readonly whatIf: WhatIf | undefined;
  readonly cells: readonly CoverageCell[];
}

/** What the draft would have meant for the reports that there are, and what its norms rest on. */
export function WhatIfSection(props: WhatIfSectionProps) {
  const { whatIf, base } = props;
  return (
    <section aria-labelledby="wat-als">
      <h2 id="wat-als">{say("Wat als dit had gegolden?", "What if this had been in force?")}</h2>
      {!whatIf || whatIf.organisations === 0 ? (
        <p>
          {say(
            `Er zijn nog geen rapporten op ${frameworkName(base)}; over de uitkomst is niets te zeggen.`,
            `There are no reports by ${frameworkName(base)} yet; nothing can be said about the outcome.`,
          )}
        </p>
      ) : (
        <Outcome whatIf={whatIf} base={base} />
      )}
      <Coverage {...props} />
    </section>
  );
}

function Outcome({ whatIf, base }: { readonly whatIf: WhatIf; readonly base: CompiledFramework }) {
  const { streng } = whatIf.counted;
  const rows = countings.map((counting) => ({ counting, ...whatIf.counted[counting] }));
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { header: say("Telling", "Counting"), cell: ({ counting }) => countingText(counting), wide: true },
    { header: say(`Nu (${base.version})`, `Now (${base.version})`), cell: ({ before }) => <Met {...before} />, numeric: true },
    { header: say("Met dit concept", "With this draft"), cell: ({ after }) => <Met {...after} />, numeric: true },
    { header: say("Erbij", "More"), cell: ({ more }) => number(more), numeric: true },
  ];
  return (
    <>
      <p class="lead">{whatIfHeadline(whatIf, base)}</p>
      <Table
        name="what-if"
        caption={say(
          "Organisaties die voldoen aan alle normen waarop zij zijn beoordeeld, met n en 95%-interval",
          "Organisations that meet all norms on which they were judged, with n and 95% interval",
        )}
        columns={columns}
        rows={rows}
      />
      <ul>
        {cautions(whatIf).map((caution) => (
          <li>{caution}</li>
        ))}
      </ul>
      {streng.dropped.length > 0 && <Dropped dropped={streng.dropped} />}
    </>
  );
}

function Met({ met, judged, share, interval }: MetAll) {
  return (
    <>
      {say(`${number(met)} van de ${number(judged)}`, `${number(met)} of ${number(judged)}`)}
      {share !== null && interval && (
        <small>
          {percent(share)} ({percent(interval.lower)} {say("tot", "to")} {percent(interval.upper)})
        </small>
      )}
    </>
  );
}

const countingText = (counting: Counting): string =>
  counting === "streng"
    ? say("streng: deels telt niet mee", "strict: partly does not count")
    : say("soepel: deels telt mee", "lenient: partly counts");

/** What the reader must know before he believes the figures. */
function cautions({ norms, incomplete, organisations }: WhatIf): readonly string[] {
  const all = [
    say(
      "Elke organisatie telt één keer, met haar laatste rapport. Alleen oordelen tellen: niet van toepassing en niet beoordeeld tellen niet mee.",
      "Each organisation counts once, by its latest report. Only judgements count: not applicable and not assessed do not.",
    ),
  ];
  if (incomplete > 0)
    all.push(
      say(
        `${count(incomplete, "organisatie is", "organisaties zijn")} niet op elke norm beoordeeld (van ${number(organisations)}).`,
        `${count(incomplete, "organisation was", "organisations were")} not judged on every norm (of ${number(organisations)}).`,
      ),
    );
  if (norms.reworded > 0)
    all.push(
      say(
        `${count(norms.reworded, "norm is", "normen zijn")} anders verwoord: er is uitgegaan van hetzelfde oordeel. Een strengere of soepelere tekst geeft een andere uitkomst.`,
        `${count(norms.reworded, "norm is", "norms are")} worded anew: the same judgement was assumed. A stricter or more lenient text gives another outcome.`,
      ),
    );
  if (norms.merged > 0)
    all.push(
      say(
        `${count(norms.merged, "norm is", "normen zijn")} samengevoegd: het laagste oordeel op de delen telt.`,
        `${count(norms.merged, "norm is", "norms are")} merged: the lowest judgement on the parts counts.`,
      ),
    );
  if (norms.split > 0)
    all.push(
      say(
        `${count(norms.split, "norm komt", "normen komen")} uit een splitsing: elk deel krijgt het oordeel op het geheel.`,
        `${count(norms.split, "norm comes", "norms come")} from a split: each part gets the judgement on the whole.`,
      ),
    );
  if (norms.new > 0)
    all.push(
      say(
        `${count(norms.new, "norm is nieuw en telt", "normen zijn nieuw en tellen")} niet mee: niemand is erop beoordeeld. De echte uitkomst kan alleen lager zijn.`,
        `${count(norms.new, "norm is new and does", "norms are new and do")} not count: nobody was judged on ${norms.new === 1 ? "it" : "them"}. The real outcome can only be lower.`,
      ),
    );
  return all;
}

function Dropped({ dropped }: { readonly dropped: readonly DroppedEffect[] }) {
  const columns: readonly Column<DroppedEffect>[] = [
    { header: say("Norm die vervalt", "Norm that is dropped"), cell: ({ norm }) => norm },
    { header: say("Beoordeeld (n)", "Judged (n)"), cell: ({ judged }) => number(judged), numeric: true },
    { header: say("Voldoet niet (helemaal)", "Not (fully) met"), cell: ({ unmet }) => number(unmet), numeric: true },
    { header: say("Alleen deze norm niet", "All but this norm"), cell: ({ onlyThis }) => number(onlyThis), numeric: true },
  ];
  return (
    <Table
      name="dropped-effect"
      caption={say(
        "Normen die vervallen: hoeveel organisaties er niet aan voldeden, en hoeveel aan alle andere wel (streng)",
        "Norms that are dropped: how many organisations did not meet them, and how many met all others (strict)",
      )}
      columns={columns}
      rows={dropped}
    />
  );
}

function Coverage({ cells, draft, catalogue }: Pick<WhatIfSectionProps, "cells" | "draft" | "catalogue">) {
  const lost = coverageLost(cells);
  const nowhere = competenciesLost(cells);
  const category = (code: string) => draft.categories.find((one) => one.code === code)?.title ?? code;
  const competency = (code: string) => `${code} ${catalogue.competencies.find((one) => one.code === code)?.title ?? ""}`.trim();
  return (
    <>
      <h3>{say("Waarop de normen steunen", "What the norms rest on")}</h3>
      {lost.length === 0 ? (
        <p>{say("Geen categorie verliest een competentie.", "No category loses a competency.")}</p>
      ) : (
        <Table
          name="coverage"
          caption={say(
            "Categorieën die met dit concept de laatste norm op een competentie verliezen",
            "Categories that lose the last norm on a competency with this draft",
          )}
          columns={[
            { header: say("Categorie", "Category"), cell: (cell: CoverageCell) => category(cell.category) },
            { header: say("Competentie", "Competency"), cell: (cell) => competency(cell.competency), wide: true },
            { header: say("Normen nu", "Norms now"), cell: ({ before }) => number(before), numeric: true },
          ]}
          rows={lost}
        />
      )}
      {nowhere.length > 0 && (
        <p>
          {say(
            `Geen enkele norm steunt dan nog op ${listed(nowhere.map(competency))}.`,
            `No norm at all rests on ${listed(nowhere.map(competency))} any more.`,
          )}
        </p>
      )}
    </>
  );
}
