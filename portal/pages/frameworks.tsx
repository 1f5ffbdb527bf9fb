import type { Day } from "../../core/calendar.ts";
import type { Catalogue, CompiledFramework } from "../../core/catalogue/types.ts";
import { lifeOf, newestFrameworks } from "../../core/framework-draft/life.ts";
import type { FrameworkDraft } from "../../core/framework-draft/types.ts";
import { day, number } from "../format.ts";
import { COMPARE_FRAMEWORKS, comparePage, draftPage, FRAMEWORKS } from "../framework-links.ts";
import { frameworkName, lifeWords, stateWords, validityText } from "../framework-words.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { type Column, Table } from "../table.tsx";
import { FormToken } from "../visit.tsx";

export type BeginProblem = "baseUnknown" | "versionMalformed" | "versionTaken" | "draftThere" | "dayMalformed" | "tooLarge";

/** A draft that was not begun: what was filled in stands in the form again. */
export interface BeginAttempt {
  readonly problem: BeginProblem;
  readonly base: string;
  readonly version: string;
  readonly plannedFrom: string;
}

interface FrameworksProps {
  readonly catalogue: Catalogue;
  readonly drafts: readonly FrameworkDraft[];
  readonly today: Day;
  /** May this person begin a draft? */
  readonly mayEdit: boolean;
  /** When a version that is begun now is planned for: `jjjj-mm-dd`. */
  readonly plannedFrom: string;
  readonly attempt?: BeginAttempt;
}

/** All frameworks with where they stand in their life, and the drafts of next versions. */
export function Frameworks(props: FrameworksProps) {
  const { catalogue, drafts, today, mayEdit } = props;
  const shown = drafts.filter(({ state }) => state !== "published" && state !== "discarded");
  const title = say("Normenkaders", "Frameworks");
  return (
    <Layout title={props.attempt ? say(`Niet begonnen: ${title}`, `Not begun: ${title}`) : title} section={FRAMEWORKS}>
      <h1>{title}</h1>
      <p class="lead">
        {say(
          "Een normenkader dat geldt, verandert niet meer. Een volgende versie begint als concept, met wat de beheercommissie besloot. Een beheerder neemt het in gebruik.",
          "A framework in force does not change any more. A next version begins as a draft, with what the committee decided. An administrator puts it in force.",
        )}
      </p>
      <section aria-labelledby="concepten">
        <h2 id="concepten">{say("Concepten", "Drafts")}</h2>
        {shown.length === 0 ? (
          <p>{say("Er is geen concept in bewerking.", "No draft is being worked on.")}</p>
        ) : (
          <Table
            name="drafts"
            caption={say("Volgende versies waaraan wordt gewerkt", "Next versions that are being worked on")}
            columns={draftColumns()}
            rows={shown}
          />
        )}
        {mayEdit && <Begin {...props} />}
      </section>
      <section aria-labelledby="kaders">
        <h2 id="kaders">{say("Versies", "Versions")}</h2>
        <Table
          name="frameworks"
          caption={say("Elke versie, met de tijd waarin zij geldt", "Every version, with the time in which it is in force")}
          columns={frameworkColumns(catalogue, drafts, today)}
          rows={catalogue.frameworks}
        />
        <CompareForm frameworks={catalogue.frameworks} />
      </section>
    </Layout>
  );
}

const draftColumns = (): readonly Column<FrameworkDraft>[] => [
  { header: say("Concept", "Draft"), cell: (draft) => <a href={draftPage(draft)}>{draft.title}</a>, wide: true },
  { header: say("Stand", "State"), cell: ({ state }) => <StatusBadge word={stateWords[state]} /> },
  { header: say("Volgt op", "Follows"), cell: ({ base }) => base.replaceAll("/", " ") },
  { header: say("Normen", "Norms"), cell: ({ norms }) => number(norms.length), numeric: true },
  { header: say("Beoogde eerste dag", "Planned first day"), cell: ({ plannedFrom }) => day(plannedFrom) },
];

function frameworkColumns(catalogue: Catalogue, drafts: readonly FrameworkDraft[], today: Day): readonly Column<CompiledFramework>[] {
  return [
    { header: say("Normenkader", "Framework"), cell: ({ title }) => title, wide: true },
    { header: say("Stand", "State"), cell: (one) => <StatusBadge word={lifeWords[lifeOf(one, catalogue.frameworks, today)]} /> },
    { header: say("Geldt", "In force"), cell: validityText },
    { header: say("Normen", "Norms"), cell: ({ norms }) => number(norms.length), numeric: true },
    {
      header: say("Wat veranderde", "What changed"),
      cell: (one) => {
        const before = versionBefore(one, catalogue);
        const draft = drafts.find(({ label, variant, version }) => `${label}/${variant}/${version}` === one.key);
        return (
          <>
            {before && (
              <a href={comparePage(before.key, one.key)}>{say(`verschil met ${before.version}`, `difference with ${before.version}`)}</a>
            )}
            {before && draft && ", "}
            {draft && <a href={draftPage(draft)}>{say("het concept", "the draft")}</a>}
            {!before && !draft && "–"}
          </>
        );
      },
    },
  ];
}

/** The newest version of the same label and variant that began before this one. */
const versionBefore = (framework: CompiledFramework, { frameworks }: Catalogue): CompiledFramework | undefined =>
  frameworks
    .filter(
      ({ label, variant, validFromDay }) =>
        label === framework.label && variant === framework.variant && validFromDay < framework.validFromDay,
    )
    .sort((a, b) => b.validFromDay - a.validFromDay)[0];

function Begin({ catalogue, plannedFrom, attempt }: FrameworksProps) {
  const wrong = (...problems: readonly BeginProblem[]) =>
    attempt && problems.includes(attempt.problem) ? { "aria-invalid": "true" as const, "aria-describedby": "begin-fout" } : {};
  return (
    <form method="post" action={FRAMEWORKS} class="filter" aria-labelledby="beginnen">
      <FormToken />
      <h3 id="beginnen" class="whole">
        {say("Begin een concept", "Begin a draft")}
      </h3>
      {attempt && (
        <p id="begin-fout" class="wrong whole" role="alert">
          {beginProblemText(attempt)}
        </p>
      )}
      <p>
        <label for="kader">{say("Volgende versie van", "Next version of")}</label>
        <select id="kader" name="kader" {...wrong("baseUnknown", "draftThere")}>
          {newestFrameworks(catalogue.frameworks).map((framework) => (
            <option value={framework.key} selected={framework.key === attempt?.base}>
              {frameworkName(framework)}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="versie">{say("Naam van de versie, bijvoorbeeld een jaar", "Name of the version, for instance a year")}</label>
        <input
          id="versie"
          name="versie"
          required
          maxlength={32}
          value={attempt?.version}
          autocomplete="off"
          {...wrong("versionMalformed", "versionTaken")}
        />
      </p>
      <p>
        <label for="ingang">{say("Beoogde eerste dag", "Planned first day")}</label>
        <input id="ingang" name="ingang" type="date" required value={attempt?.plannedFrom ?? plannedFrom} {...wrong("dayMalformed")} />
      </p>
      <p>
        <button type="submit">{say("Beginnen", "Begin")}</button>
      </p>
    </form>
  );
}

function beginProblemText({ problem, version }: BeginAttempt): string {
  return {
    baseUnknown: say("Kies een normenkader uit de lijst.", "Choose a framework from the list."),
    versionMalformed: say(
      "Geef de versie een naam van letters en cijfers, hoogstens 32 tekens, bijvoorbeeld 2028.",
      "Give the version a name of letters and digits, 32 characters at most, for instance 2028.",
    ),
    versionTaken: say(`Versie ${version} bestaat al. Kies een andere naam.`, `Version ${version} exists already. Choose another name.`),
    draftThere: say(
      "Aan een volgende versie hiervan wordt al gewerkt. Ga verder met dat concept, of gooi het eerst weg.",
      "A next version of this one is being worked on already. Go on with that draft, or throw it away first.",
    ),
    dayMalformed: say("Kies de dag waarop de versie moet gaan gelden.", "Choose the day on which the version is to be in force."),
    tooLarge: say(
      "Dit normenkader is te groot voor een concept in het portaal. Een beheerder kan de nieuwe versie als bestand in gebruik nemen.",
      "This framework is too large for a draft in the portal. An administrator can put the new version in force as a file.",
    ),
  }[problem];
}

function CompareForm({ frameworks }: Pick<Catalogue, "frameworks">) {
  // The first two to begin with: two that differ.
  const options = (chosen: number) =>
    frameworks.map((framework, i) => (
      <option value={framework.key} selected={i === chosen}>
        {frameworkName(framework)}
      </option>
    ));
  return (
    <form
      method="get"
      action={COMPARE_FRAMEWORKS}
      class="filter"
      aria-label={say("Leg twee versies naast elkaar", "Lay two versions beside each other")}
    >
      <p>
        <label for="van">{say("Leg naast elkaar", "Lay beside each other")}</label>
        <select id="van" name="van">
          {options(0)}
        </select>
      </p>
      <p>
        <label for="naar">{say("en", "and")}</label>
        <select id="naar" name="naar">
          {options(1)}
        </select>
      </p>
      <p>
        <button type="submit">{say("Vergelijk", "Compare")}</button>
      </p>
    </form>
  );
}
