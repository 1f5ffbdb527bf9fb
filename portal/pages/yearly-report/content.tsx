import { dutchDay, parseIsoDay } from "../../../core/calendar.ts";
import type { YearlyReport } from "../../../core/figures/yearly-report/report.ts";
import { countsOfYear, groupOf, largestChanges, normsOfCategory } from "../../../core/figures/yearly-report/summaries.ts";
import { ShareBarLegend } from "../../charts/share-bar.tsx";
import { count, number } from "../../format.ts";
import { say } from "../../language.tsx";
import { Groups } from "./groups.tsx";
import { Method } from "./method.tsx";
import { changeWords, DivisionTable, divisionWords, groupName, NormName, NormTable, YearsTable } from "./norm-tables.tsx";
import { Section } from "./section.tsx";
import { Tests } from "./tests.tsx";
import { Themes } from "./themes.tsx";
import { headline, metSentence, normsThat, rangeWords, shareWords } from "./words.ts";

/** The whole report below its title: the same on the page of policy staff and in the file that is published. */
export function ReportContent({ report }: { readonly report: YearlyReport }) {
  return (
    <>
      <section class="answer so-far" aria-labelledby="kern">
        <h2 id="kern">{headline(report)}</h2>
        <p>{aboutSentence(report)}</p>
        <p>
          {say(
            "Organisaties en certificerende instellingen worden niet genoemd. Aantallen van 1 tot en met 4 organisaties zijn verborgen.",
            "Organisations and certifying bodies are not named. Numbers of 1 to 4 organisations are hidden.",
          )}
        </p>
      </section>
      <Extremes report={report} />
      <Changes report={report} />
      <Section id="normen" title={say("Alle normen", "All norms")}>
        <ShareBarLegend />
        {report.categories.map(({ code, title }) => (
          <>
            <h3>{title}</h3>
            <NormTable report={report} norms={normsOfCategory(report, code)} caption={say(`Normen van ${title}`, `Norms of ${title}`)} />
          </>
        ))}
      </Section>
      <Groups report={report} level="categorie" />
      <Groups report={report} level="competentie" />
      {report.divisions.map(({ name }, division) => (
        <Section id={name} title={name === "variant" ? say("Per variant", "By variant") : say("Naar grootte", "By size")}>
          <GroupSizes report={report} division={division} />
          <DivisionTable report={report} division={division} />
        </Section>
      ))}
      <Tests report={report} />
      <Themes report={report} />
      <Section id="jaren" title={say("De jaren naast elkaar", "The years side by side")}>
        <p>
          {say(
            "Elk jaar is op dezelfde manier geteld. Een streep betekent: niet getoond, of nog niet beoordeeld.",
            "Every year was counted in the same way. A dash means: not shown, or not assessed yet.",
          )}
        </p>
        <YearsTable report={report} />
      </Section>
      <Method report={report} />
    </>
  );
}

/** What it is about: day, organisations, norms, tests. */
export function aboutSentence(report: YearlyReport): string {
  const day = dutchDay(parseIsoDay(report.referenceDate)!);
  const of = report.organisations;
  const all = groupOf(report.norms);
  const means = all.mean
    ? say(
        ` Gemiddeld voldoet ${shareWords(all.mean)} van de organisaties aan een norm.`,
        ` On average a norm is met by ${shareWords(all.mean)} of the organisations.`,
      )
    : "";
  const organisations =
    of === null
      ? say(
          "Het aantal organisaties is niet getoond: het is te klein, of het verschilt te weinig van een eerdere versie.",
          "The number of organisations is not shown: it is too small, or differs too little from an earlier version.",
        )
      : say(
          `Op ${day} telden ${count(of.from, "organisatie", "organisaties")} mee, elk met de laatste toets, op ${count(report.norms.length, "norm", "normen")}.`,
          `On ${day} ${count(of.from, "organisation", "organisations")} counted, each by its latest test, on ${count(report.norms.length, "norm", "norms")}.`,
        );
  const provisional = report.provisional
    ? say(
        ` Dit is een voorlopig rapport: het jaar ${report.year} is nog niet om.`,
        ` This report is provisional: ${report.year} is not over yet.`,
      )
    : "";
  return `${organisations}${means}${provisional}`;
}

function Extremes({ report }: { readonly report: YearlyReport }) {
  const lists = [
    { id: "niemand", title: say("Niemand voldoet", "Nobody meets it"), norms: normsThat(report, "nobody") },
    { id: "tot-nu-toe", title: say("Tot nu toe voldoet niemand", "Nobody meets it so far"), norms: normsThat(report, "nobodySoFar") },
    {
      id: "bijna-niemand",
      title: say("Bijna niemand: hooguit 1 op de 10", "Hardly anybody: at most 1 in 10"),
      norms: normsThat(report, "hardlyAnybody"),
    },
    { id: "iedereen", title: say("Iedereen voldoet", "Everybody meets it"), norms: normsThat(report, "everybody") },
    {
      id: "bijna-iedereen",
      title: say("Bijna iedereen: ten minste 9 op de 10", "Nearly everybody: at least 9 in 10"),
      norms: normsThat(report, "nearlyEverybody"),
    },
  ].filter(({ norms }) => norms.length > 0);
  const few = normsThat(report, "tooFew").length;
  return (
    <Section id="opvallend" title={say("Normen die opvallen", "Norms that stand out")}>
      {lists.length === 0 && (
        <p>
          {say(
            "Er zijn geen normen waaraan (bijna) niemand of (bijna) iedereen voldoet.",
            "No norm is met by (hardly) nobody or (nearly) everybody.",
          )}
        </p>
      )}
      {lists.map(({ id, title, norms }) => (
        <>
          <h3 id={id}>
            {title} ({number(norms.length)})
          </h3>
          <ul class="stands" aria-labelledby={id}>
            {norms.map((norm) => (
              <li>
                <NormName norm={norm} /> <small>{metSentence(countsOfYear(norm))}</small>
              </li>
            ))}
          </ul>
        </>
      ))}
      {few > 0 && (
        <p>
          {say(
            `Over ${count(few, "norm", "normen")} is nog niets te zeggen: er zijn minder dan 14 organisaties op beoordeeld, of het aantal is niet getoond.`,
            `Nothing can be said about ${count(few, "norm", "norms")} yet: fewer than 14 organisations were judged on it, or the number is not shown.`,
          )}
        </p>
      )}
    </Section>
  );
}

/** Fit on a page; the table of all norms has the others. */
const MOST_CHANGES = 10;

function Changes({ report }: { readonly report: YearlyReport }) {
  const changes = largestChanges(report).slice(0, MOST_CHANGES);
  return (
    <Section id="verandering" title={say("Wat veranderde", "What changed")}>
      {changes.length === 0 ? (
        <p>
          {say(
            "Bij geen norm ging het aandeel dat voldoet zeker 10 procentpunt of meer omhoog of omlaag.",
            "Of no norm did the share that meets it go up or down by 10 percentage points or more for certain.",
          )}
        </p>
      ) : (
        <ul aria-labelledby="verandering">
          {changes.map((change) => (
            <li>
              <NormName norm={change.norm} />{" "}
              <small>
                {say(
                  `van ${shareWords(change.before)} (${change.since}) naar ${shareWords(change.now)}: ${changeWords(change)} procentpunt`,
                  `from ${shareWords(change.before)} (${change.since}) to ${shareWords(change.now)}: ${changeWords(change)} percentage points`,
                )}
              </small>
            </li>
          ))}
        </ul>
      )}
      <p>
        {say(
          "De meeste organisaties tellen in beide jaren mee met dezelfde toets. Een verschil komt dus van de organisaties die in de tussentijd getoetst zijn.",
          "Most organisations count in both years by the same test. So a difference comes from the organisations that were tested in between.",
        )}
      </p>
    </Section>
  );
}

function GroupSizes({ report, division }: { readonly report: YearlyReport; readonly division: number }) {
  const { name, groups } = report.divisions[division]!;
  return (
    <p>
      {say(`Organisaties ${divisionWords(name)}: `, `Organisations ${divisionWords(name)}: `)}
      {groups
        .filter(({ organisations }) => organisations?.to !== 0)
        .map(({ name: group, organisations }) => `${groupName(group)} ${rangeWords(organisations)}`)
        .join("; ")}
      .
    </p>
  );
}
