import type { Description, DescriptionFault } from "../../../core/framework-draft/describe.ts";
import { descriptionFaultText } from "../../framework-faults.ts";
import { say } from "../../language.tsx";
import { DraftFields, DraftLayout, Faults, type Refusal } from "./draft-layout.tsx";
import type { DraftView } from "./view.ts";

export interface DescriptionAttempt {
  readonly to: Description;
  readonly faults: readonly DescriptionFault[];
  readonly refusal?: Refusal;
}

interface DescriptionPageProps extends DraftView {
  readonly action: string;
  readonly attempt?: DescriptionAttempt;
}

/** Rows for categories that are not there yet. */
const SPARE = 2;

/** What is said of the framework as a whole. A category goes by emptying its fields. */
export function DescriptionPage({ draft, action, attempt }: DescriptionPageProps) {
  const { title, plannedFrom, cycleYears, categories } = attempt?.to ?? draft;
  const wrong = (...faults: readonly DescriptionFault["fault"][]) =>
    attempt?.faults.some(({ fault }) => faults.includes(fault)) ? { "aria-invalid": "true" as const, "aria-describedby": "fouten" } : {};
  const rows = [...categories, ...Array.from({ length: SPARE }, () => ({ code: "", title: "" }))];
  return (
    <DraftLayout draft={draft} heading={say("Titel, datum en categorieën", "Title, date and categories")} refused={attempt !== undefined}>
      {attempt && <Faults faults={attempt.faults.map(descriptionFaultText)} refusal={attempt.refusal} />}
      <form method="post" action={action} class="filter selection draft-form">
        <DraftFields draft={draft} />
        <p class="field">
          <label for="titel">{say("Titel van het normenkader", "Title of the framework")}</label>
          <textarea id="titel" name="titel" rows={2} maxlength={300} required {...wrong("titleMissing", "titleMalformed")}>
            {title}
          </textarea>
        </p>
        <div class="fields">
          <p>
            <label for="ingang">{say("Beoogde eerste dag", "Planned first day")}</label>
            <input id="ingang" name="ingang" type="date" required value={plannedFrom} {...wrong("dayMalformed")} />
          </p>
          <p>
            <label for="jaren">{say("Jaren tussen twee toetsen", "Years between two tests")}</label>
            <input
              id="jaren"
              name="jaren"
              type="number"
              min={1}
              max={20}
              required
              value={String(cycleYears)}
              {...wrong("yearsOutOfRange")}
            />
          </p>
        </div>
        <fieldset class="several">
          <legend>{say("Categorieën", "Categories")}</legend>
          {rows.map((category, i) => (
            <div class="fields">
              <p>
                <label for={`categorie-${i}`}>{say(`Code ${i + 1}`, `Code ${i + 1}`)}</label>
                <input
                  id={`categorie-${i}`}
                  name="categorie"
                  value={category.code}
                  maxlength={32}
                  autocomplete="off"
                  {...wrong("categoryMalformed", "categoryDouble", "categoryInUse")}
                />
              </p>
              <p>
                <label for={`categorietitel-${i}`}>{say(`Titel ${i + 1}`, `Title ${i + 1}`)}</label>
                <input id={`categorietitel-${i}`} name="categorietitel" value={category.title} maxlength={200} autocomplete="off" />
              </p>
            </div>
          ))}
        </fieldset>
        <p>
          <button type="submit">{say("Vastleggen", "Record")}</button>
        </p>
      </form>
    </DraftLayout>
  );
}
