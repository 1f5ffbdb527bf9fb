import type { NormFault, NormText } from "../../../core/framework-draft/norm-faults.ts";
import { MAX_TITLE } from "../../../core/framework-draft/norm-faults.ts";
import { say } from "../../language.tsx";
import type { DraftView } from "./view.ts";

interface NormFieldsProps extends Pick<DraftView, "draft" | "catalogue"> {
  /** Before the names of the fields, where a form has several norms. */
  readonly prefix?: string;
  readonly text: NormText;
  /** Fields that are not right; what is wrong stands above the form. */
  readonly wrong?: readonly NormFault["field"][];
  /** May be left empty. */
  readonly optional?: boolean;
}

/** The fields of one norm. */
export function NormFields({ draft, catalogue, prefix = "", text, wrong = [], optional = false }: NormFieldsProps) {
  const id = (name: string) => `${prefix}${name}`;
  const invalid = (field: NormFault["field"]) =>
    wrong.includes(field) ? { "aria-invalid": "true" as const, "aria-describedby": "fouten" } : {};
  return (
    <>
      <div class="fields">
        <p>
          <label for={id("code")}>Code</label>
          <input
            id={id("code")}
            name={id("code")}
            value={text.code}
            maxlength={64}
            required={!optional}
            autocomplete="off"
            {...invalid("code")}
          />
        </p>
        <p>
          <label for={id("categorie")}>{say("Categorie", "Category")}</label>
          <select id={id("categorie")} name={id("categorie")} {...invalid("category")}>
            {draft.categories.map(({ code, title }) => (
              <option value={code} selected={code === text.category}>
                {code} {title}
              </option>
            ))}
          </select>
        </p>
      </div>
      <p class="field">
        <label for={id("titel")}>{say("Titel: wat de norm vraagt", "Title: what the norm asks")}</label>
        <textarea id={id("titel")} name={id("titel")} rows={3} maxlength={MAX_TITLE} required={!optional} {...invalid("title")}>
          {text.title}
        </textarea>
      </p>
      <fieldset class="several" {...invalid("competencies")}>
        <legend>{say("Competenties", "Competencies")}</legend>
        {catalogue.competencies.map(({ code, title }) => (
          <label>
            <input type="checkbox" name={id("competentie")} value={code} checked={text.competencies.includes(code)} /> {code} {title}
          </label>
        ))}
      </fieldset>
    </>
  );
}
