import type { CompiledFramework } from "../../core/catalogue/types.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";

interface TemplatePageProps {
  readonly frameworks: readonly CompiledFramework[];
  /** Whose headers and score terms it will have; absent for who delivers nothing. */
  readonly bodyName?: string;
}

/** Choose a norm framework and a layout, and get the workbook to fill in. */
export function TemplatePage({ frameworks, bodyName }: TemplatePageProps) {
  // The newest first: that is what is tested on today.
  const newestFirst = frameworks.toSorted((a, b) => b.validFromDay - a.validFromDay);
  return (
    <Layout title={say("Sjabloon", "Template")} section={bodyName === undefined ? undefined : "/aanleveren"}>
      <h1>{say("Sjabloon voor een aanlevering", "Template of a delivery")}</h1>
      <p class="lead">
        {say(
          "Een Excel-werkmap om in te vullen. U kiest waarden uit lijsten, en Excel verandert geen codes of nummers.",
          "An Excel workbook to fill in. You choose values from lists, and Excel changes no codes or numbers.",
        )}{" "}
        {bodyName !== undefined &&
          say(
            `De kolomkoppen en scores zijn zoals die met ${bodyName} zijn afgesproken.`,
            `The headers and scores are as agreed with ${bodyName}.`,
          )}
      </p>
      <form method="get" action={TEMPLATE_FILE}>
        <p>
          <label for="kader">{say("Normenkader", "Norm framework")}</label>
          <br />
          <select id="kader" name="kader">
            {newestFirst.map(({ key, title }) => (
              <option value={key}>{title}</option>
            ))}
          </select>
        </p>
        <fieldset class="choices">
          <legend>{say("Indeling", "Layout")}</legend>
          <label>
            <input type="radio" name="indeling" value="lang" checked />{" "}
            {say("Eén rij per norm, met ruimte voor een toelichting", "One row per norm, with room for an explanation")}
          </label>
          <label>
            <input type="radio" name="indeling" value="breed" />{" "}
            {say("Eén rij per rapport, met een kolom voor elke norm", "One row per report, with a column for each norm")}
          </label>
        </fieldset>
        <p>
          <button type="submit">{say("Download het sjabloon", "Download the template")}</button>
        </p>
      </form>
      <p>
        <a href="/specificatie">{say("Wat er in een aanlevering staat", "What is in a delivery")}</a>
      </p>
    </Layout>
  );
}

export const TEMPLATE_FILE = "/sjabloon.xlsx";
