import type { Child } from "hono/jsx";
import { isoDay } from "../core/calendar.ts";
import type { CountedScores } from "../core/figures/selected/counted-scores.ts";
import type { Selection } from "../core/figures/selected/selection.ts";
import { kindWords } from "../core/figures/tables/audit-groups.ts";
import { compareCodePoints } from "../core/scoring/code-points.ts";
import { auditKinds } from "../core/scoring/types.ts";
import { say } from "./language.tsx";
import { Select } from "./select.tsx";
import { bodyName, categoryTitle, kindName } from "./selection-words.ts";

interface SelectionFormProps {
  readonly counted: CountedScores;
  readonly selection: Selection;
  readonly action: string;
  /** Fields of the page that stay as they are. */
  readonly kept: readonly (readonly [name: string, value: string])[];
  /** Fields that only this page has. */
  readonly children?: Child;
}

/** A GET form with every field of a selection: what is chosen stands in the address. What is used most is in sight, the rest one click away: what was chosen there stands above the figures. */
export function SelectionForm({ counted, selection, action, kept, children }: SelectionFormProps) {
  const { catalogue } = counted;
  const labels = distinct(catalogue.frameworks.map(({ label }) => label));
  const frameworks = catalogue.frameworks.filter(({ label }) => label === selection.label);
  return (
    <form method="get" action={action} class="filter selection" aria-label={say("Kies wat u ziet", "Choose what you see")}>
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {selection.exceptBody !== null && <input type="hidden" name="zonder" value={selection.exceptBody} />}
      <div class="fields">
        <Choices name="label" label="Label" options={labels.map((label) => [label, label])} chosen={selection.label} />
        <p>
          <label for="zoek">{say("Zoek in code en titel", "Search in code and title")}</label>
          <input type="search" id="zoek" name="zoek" value={selection.search} maxlength={200} />
        </p>
        <p>
          <button type="submit">{say("Toon", "Show")}</button>
        </p>
      </div>
      <details>
        <summary>{say("Meer keuzes: variant, periode, instelling en andere", "More choices: variant, period, body and others")}</summary>
        <div class="fields">
          <Several
            name="variant"
            legend={say("Variant", "Variant")}
            options={distinct(frameworks.map(({ variant }) => variant))}
            chosen={selection.variants}
          />
          <Several
            name="versie"
            legend={say("Normenkader", "Framework")}
            options={distinct(frameworks.map(({ version }) => version))}
            chosen={selection.versions}
          />
        </div>
        <div class="fields">
          <DayField name="van" label={say("Toetsen vanaf", "Audits from")} day={selection.from} />
          <DayField name="tot" label={say("tot en met", "until")} day={selection.until} />
          <Select
            name="instelling"
            label={say("Certificerende instelling", "Certifying body")}
            all={say("Alle instellingen", "All bodies")}
            options={(counted.labels.get(selection.label)?.tables.bodies ?? []).map((code) => [code, bodyName(code, catalogue)])}
            chosen={selection.body ?? undefined}
          />
          <Select
            name="soort"
            label={say("Soort toets", "Kind of test")}
            all={say("Wat nu geldt", "What holds now")}
            options={auditKinds.map((kind) => [kindWords[kind].replaceAll(" ", "-"), kindName(kind)])}
            chosen={selection.kind === null ? undefined : kindWords[selection.kind].replaceAll(" ", "-")}
          />
          <Select
            name="discipline"
            label="Discipline"
            all={say("De hele organisatie", "The whole organisation")}
            options={(counted.labels.get(selection.label)?.tables.disciplines ?? []).map((discipline) => [discipline, discipline])}
            chosen={selection.discipline ?? undefined}
          />
          <Select
            name="categorie"
            label={say("Categorie", "Category")}
            all={say("Alle categorieën", "All categories")}
            options={distinct(frameworks.flatMap(({ categories }) => categories.map(({ code }) => code))).map((code) => [
              code,
              categoryTitle(code, selection.label, catalogue),
            ])}
            chosen={selection.category ?? undefined}
          />
          <Select
            name="competentie"
            label={say("Competentie", "Competency")}
            all={say("Alle competenties", "All competencies")}
            options={catalogue.competencies.map(({ code, title }) => [code, `${code} ${title}`])}
            chosen={selection.competency ?? undefined}
          />
          <Choices
            name="telling"
            label={say("“Voldoet deels”", "“Partly met”")}
            options={[
              ["streng", say("telt niet als voldoet (streng)", "does not count as met (strict)")],
              ["soepel", say("telt mee als voldoet (soepel)", "counts as met (lenient)")],
            ]}
            chosen={selection.counting}
          />
          {children}
          <p>
            <button type="submit">{say("Toon", "Show")}</button>
          </p>
        </div>
      </details>
    </form>
  );
}

interface ChoicesProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly chosen: string;
}

/** One of a few, of which one always holds. */
function Choices({ name, label, options, chosen }: ChoicesProps) {
  return (
    <p>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {options.map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}

interface SeveralProps {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly string[];
  readonly chosen: readonly string[];
}

/** Any number of a few; none is all of them. With one there is nothing to choose. */
function Several({ name, legend, options, chosen }: SeveralProps) {
  if (options.length < 2) return null;
  return (
    <fieldset class="several">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label>
          <input type="checkbox" name={name} value={option} checked={chosen.includes(option)} /> {option}
        </label>
      ))}
    </fieldset>
  );
}

function DayField({ name, label, day }: { readonly name: string; readonly label: string; readonly day: number | null }) {
  return (
    <p>
      <label for={name}>{label}</label>
      <input type="date" id={name} name={name} value={day === null ? "" : isoDay(day)} />
    </p>
  );
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].sort(compareCodePoints);
