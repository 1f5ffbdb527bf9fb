import type { Description } from "../../core/framework-draft/describe.ts";
import type { DraftEdit } from "../../core/framework-draft/edit.ts";
import { type NormText, tidied } from "../../core/framework-draft/norm-faults.ts";
import { maskPersonal } from "../../core/intake/personal.ts";
import { MAX_REASON, type NormAttempt, PARTS } from "../pages/framework-draft/norm.tsx";
import { REVISION } from "../pages/framework-draft/view.ts";
import type { PageContext } from "../route.ts";

/** The fields of a form that was sent; of each the values in order, texts only. */
export interface SentForm {
  text(name: string): string;
  all(name: string): readonly string[];
  file(name: string): File | undefined;
  /** Of the page that it was sent from; NaN when it does not say so. */
  readonly revision: number;
}

export async function readForm(c: PageContext): Promise<SentForm> {
  const body = await c.req.parseBody({ all: true });
  const values = (name: string): (string | File)[] => {
    const value = body[name];
    return value === undefined ? [] : Array.isArray(value) ? value : [value];
  };
  const all = (name: string) => values(name).filter((value) => typeof value === "string");
  return {
    all,
    text: (name) => all(name)[0] ?? "",
    file: (name) => values(name).find((value) => value instanceof File),
    revision: Number(all(REVISION)[0] || Number.NaN),
  };
}

type Purpose = NormAttempt["purpose"];
const purposes: readonly Purpose[] = ["wijzigen", "splitsen", "vervallen", "toevoegen", "samenvoegen"];

/** What somebody wants to do to norms, and the same as it stands in the form again when it is not done. */
export interface ReadEdit {
  /** Undefined when the form asks for nothing that there is, or a reason is missing. */
  readonly edit: DraftEdit | undefined;
  readonly attempt: NormAttempt;
}

/** @param id of the norm whose page it was sent from; NaN for none. */
export function readEdit(form: SentForm, id: number): ReadEdit {
  const purpose = purposes.find((one) => one === form.text("doel")) ?? "wijzigen";
  const texts = purpose === "splitsen" ? partsIn(form) : [normText(form, "")];
  const reason = maskPersonal(tidied(form.text("reden")).slice(0, MAX_REASON));
  const asksSame = form.text("zelfde") === "" ? undefined : form.text("zelfde") === "ja";
  const ids = form.all("norm").map(Number);
  const attempt: NormAttempt = {
    purpose,
    texts,
    reason,
    asksSame,
    overlaps: form.all("overlap"),
    ids,
    faults: [],
    reasonMissing: purpose === "vervallen" && reason === "",
  };
  return { attempt, edit: attempt.reasonMissing ? undefined : editOf(attempt, id) };
}

function editOf({ purpose, texts, reason, asksSame, overlaps, ids }: NormAttempt, id: number): DraftEdit {
  const [first] = texts as readonly [NormText];
  switch (purpose) {
    case "wijzigen":
      return { kind: "change", id, to: first, ...(asksSame === undefined ? {} : { asksSame }), overlaps };
    case "splitsen":
      return { kind: "split", id, parts: texts };
    case "vervallen":
      return { kind: "drop", id, reason };
    case "toevoegen":
      return { kind: "add", norm: first };
    case "samenvoegen":
      return { kind: "merge", ids, into: first };
  }
}

const normText = (form: SentForm, prefix: string): NormText => ({
  code: tidied(form.text(`${prefix}code`)),
  title: tidied(form.text(`${prefix}titel`)),
  category: form.text(`${prefix}categorie`),
  competencies: form.all(`${prefix}competentie`),
});

/** Parts that something was written in. */
const partsIn = (form: SentForm): readonly NormText[] =>
  Array.from({ length: PARTS }, (_, i) => normText(form, `deel-${i + 1}-`)).filter(({ code, title }) => code !== "" || title !== "");

export function readDescription(form: SentForm): Description {
  const titles = form.all("categorietitel");
  return {
    title: tidied(form.text("titel")),
    plannedFrom: form.text("ingang"),
    cycleYears: Number(form.text("jaren") || Number.NaN),
    categories: form
      .all("categorie")
      .map((code, i) => ({ code: tidied(code), title: tidied(titles[i] ?? "") }))
      .filter(({ code, title }) => code !== "" || title !== ""),
  };
}
