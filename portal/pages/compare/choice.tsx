import { dutchDay } from "../../../core/calendar.ts";
import type { CountedScores } from "../../../core/figures/selected/counted-scores.ts";
import type { Selection } from "../../../core/figures/selected/selection.ts";
import { auditKinds } from "../../../core/scoring/types.ts";
import { allBut, bodyChoice, type Comparison, comparisonFields, type Preset, presetsOf } from "../../comparison.ts";
import { labelsOf } from "../../labels.ts";
import { say } from "../../language.tsx";
import { withFields } from "../../norm-links.ts";
import { Select } from "../../select.tsx";
import { kindName } from "../../selection-words.ts";

export const COMPARE = "/vergelijken";

interface ChoiceProps {
  readonly comparison: Comparison;
  readonly counted: CountedScores;
  readonly bodies: ReadonlyMap<string, string>;
}

/** What is asked most, one click each. */
export function Presets({ comparison, counted, bodies }: ChoiceProps) {
  const presets = presetsOf(counted, comparison.a.label);
  const current = fieldsOf(comparison);
  return (
    <nav class="choice" aria-label={say("Veelgevraagde vergelijkingen", "Common comparisons")}>
      <ul>
        {presets.map((preset) => {
          const asked = withCounting(preset.comparison, comparison.a);
          return (
            <li>
              <a href={withFields(COMPARE, comparisonFields(asked))} aria-current={fieldsOf(asked) === current ? "true" : undefined}>
                {presetText(preset, bodies)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

const fieldsOf = (comparison: Comparison): string => JSON.stringify(comparisonFields(comparison));

/** Another comparison shows the same norms, counted in the same way. */
function withCounting({ a, b }: Comparison, { counting, category, competency, search }: Selection): Comparison {
  const kept = { counting, category, competency, search };
  return { a: { ...a, ...kept }, b: { ...b, ...kept } };
}

function presetText(preset: Preset, bodies: ReadonlyMap<string, string>): string {
  if (preset.about === "variants") return say(preset.names.join(" naast "), preset.names.join(" beside "));
  if (preset.about === "body") {
    const name = bodies.get(preset.body) ?? preset.body;
    return say(`${name} naast de andere instellingen`, `${name} beside the other bodies`);
  }
  const { years } = preset;
  if (years === 1) return say("Het laatste jaar naast het jaar ervoor", "The last year beside the year before");
  return say(`De laatste ${years} jaar naast de ${years} jaar ervoor`, `The last ${years} years beside the ${years} years before`);
}

/** Both sides by hand. Works without a script: the fields of the address are the fields of the form. */
export function ComparisonForm({ comparison, counted, bodies }: ChoiceProps) {
  const { a, b } = comparison;
  return (
    <details class="own-choice">
      <summary>{say("Zelf twee kanten kiezen", "Choose two sides yourself")}</summary>
      <form method="get" action={COMPARE}>
        <div class="filter">
          <LabelSelect counted={counted} label={a.label} />
          <CountingSelect counting={a.counting} />
          {a.category !== null && <input type="hidden" name="categorie" value={a.category} />}
          {a.competency !== null && <input type="hidden" name="competentie" value={a.competency} />}
          <p>
            <label for="zoek">{say("Zoek in norm", "Search in norm")}</label>
            <input type="search" id="zoek" name="zoek" value={a.search} />
          </p>
        </div>
        <div class="sides">
          <Side name="a" title={say("A: eerste kant", "A: first side")} selection={a} counted={counted} bodies={bodies} />
          <Side name="b" title={say("B: tweede kant", "B: second side")} selection={b} counted={counted} bodies={bodies} />
        </div>
        <p>
          <button type="submit">{say("Vergelijk", "Compare")}</button>
        </p>
      </form>
    </details>
  );
}

export function LabelSelect({ counted, label }: { readonly counted: CountedScores; readonly label: string }) {
  return (
    <p>
      <label for="label">{say("Label", "Label")}</label>
      <select id="label" name="label">
        {labelsOf(counted).map((one) => (
          <option value={one} selected={one === label}>
            {one}
          </option>
        ))}
      </select>
    </p>
  );
}

export function CountingSelect({ counting }: Pick<Selection, "counting">) {
  return (
    <p>
      <label for="telling">{say("Wat telt als voldoet", "What counts as met")}</label>
      <select id="telling" name="telling">
        <option value="streng" selected={counting === "streng"}>
          {say("alleen voldoet (streng)", "only met (strict)")}
        </option>
        <option value="soepel" selected={counting === "soepel"}>
          {say("ook voldoet deels (soepel)", "partly met too (lenient)")}
        </option>
      </select>
    </p>
  );
}

interface SideProps extends Omit<ChoiceProps, "comparison"> {
  readonly name: "a" | "b";
  readonly title: string;
  readonly selection: Selection;
}

function Side({ name, title, selection, counted, bodies }: SideProps) {
  const { label, variants, versions, from, until, kind, discipline } = selection;
  const frameworks = counted.catalogue.frameworks.filter((framework) => framework.label === label);
  const plain = (values: readonly string[]) => [...new Set(values)].map((value) => [value, value] as const);
  const tables = counted.labels.get(label)?.tables;
  const bodyName = (code: string) => bodies.get(code) ?? code;
  const delivered = (tables?.bodies ?? []).filter((code) => code !== "");
  return (
    <fieldset class="side">
      <legend>{title}</legend>
      <Select
        name={`${name}-variant`}
        label={say("Variant", "Variant")}
        all={say("Alle varianten", "All variants")}
        options={plain(frameworks.map(({ variant }) => variant))}
        chosen={variants[0]}
      />
      <Select
        name={`${name}-versie`}
        label={say("Normenkader", "Framework")}
        all={say("Alle normenkaders", "All frameworks")}
        options={plain(frameworks.map(({ version }) => version))}
        chosen={versions[0]}
      />
      <Period name={`${name}-van`} label={say("Getoetst vanaf", "Tested from")} value={from === null ? "" : dutchDay(from)} />
      <Period name={`${name}-tot`} label={say("Getoetst tot en met", "Tested until")} value={until === null ? "" : dutchDay(until)} />
      <Select
        name={`${name}-instelling`}
        label={say("Certificerende instelling", "Certifying body")}
        all={say("Alle instellingen", "All bodies")}
        options={[
          ...delivered.map((code) => [code, bodyName(code)] as const),
          ...delivered.map((code) => [allBut(code), say(`Alle behalve ${bodyName(code)}`, `All but ${bodyName(code)}`)] as const),
        ]}
        chosen={bodyChoice(selection)}
      />
      <Select
        name={`${name}-soort`}
        label={say("Soort toets", "Kind of test")}
        all={say("Alle soorten", "All kinds")}
        options={auditKinds.map((one) => [kindValue[one], kindName(one)] as const)}
        chosen={kind === null ? undefined : kindValue[kind]}
      />
      {(tables?.disciplines ?? []).length > 0 && (
        <Select
          name={`${name}-discipline`}
          label={say("Discipline", "Discipline")}
          all={say("Alle disciplines", "All disciplines")}
          options={plain(tables?.disciplines ?? [])}
          chosen={discipline ?? undefined}
        />
      )}
    </fieldset>
  );
}

/** As `selectionFields` writes them in an address. */
const kindValue = {
  initial: "eerste-toets",
  recertification: "hertoets",
  interim: "tussentijdse-toets",
  followUp: "vervolgtoets",
} as const;

function Period({ name, label, value }: { readonly name: string; readonly label: string; readonly value: string }) {
  return (
    <p>
      <label for={name}>{label}</label>
      <input id={name} name={name} value={value} placeholder={say("dd-mm-jjjj of jjjj", "dd-mm-yyyy or yyyy")} size={14} />
    </p>
  );
}
