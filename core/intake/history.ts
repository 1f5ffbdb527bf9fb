/** What of the past is asked for a delivery, and what the rules about one report see of it. */
import { organisationOf } from "../catalogue/organisations.ts";
import type { BodyCode, OrganisationId } from "../ids.ts";
import { reportKey } from "../ports.ts";
import { MAX_REFERENCE } from "./checks/reference-too-long.ts";
import type { Past } from "./checks/rule.ts";
import type { Delivery } from "./delivery.ts";
import { type Draft, textIn } from "./draft.ts";
import { labelsOf } from "./frameworks.ts";
import { statusOf } from "./status.ts";
import { type TrendBook, trendsAlone } from "./trend-rows.ts";
import type { History, HistoryQuestions, KnownReport } from "./types.ts";

/** What must be known of the past before the reports can be judged; each question once. */
export function questionsOf(delivery: Delivery, trends: TrendBook): HistoryQuestions {
  const labels = labelsOf(delivery.given.catalogue);
  const reports = new Map<string, HistoryQuestions["reports"][number]>();
  const organisations = new Map<string, HistoryQuestions["organisations"][number]>();
  const ask = (reference: string, label: string) => reports.set(reportKey(reference, label), { reference, label });
  for (const draft of delivery.book.drafts) {
    if (!draft.labelKnown || isTooLong(draft.reference)) continue;
    ask(draft.reference, draft.label);
    if (statusOf(draft) === "withdrawn") continue;
    for (const label of otherLabelsOf(draft, delivery, labels)) ask(draft.reference, label);
    const organisation = organisationIn(draft, delivery);
    if (organisation !== undefined) organisations.set(`${organisation}\n${draft.label}`, { organisation, label: draft.label });
  }
  for (const { reference } of trendsAlone(trends, delivery.book)) {
    if (!isTooLong(reference)) for (const label of labels) ask(reference, label);
  }
  return { reports: [...reports.values()], organisations: [...organisations.values()] };
}

/** The past of each report of a delivery, for the rules. */
export function pastsOf(delivery: Delivery, body: BodyCode, history: History) {
  const { book, given } = delivery;
  const labels = labelsOf(given.catalogue);
  return (draft: Draft, known: KnownReport | undefined, sameContent: boolean): Past => {
    const organisation = statusOf(draft) === "withdrawn" ? undefined : organisationIn(draft, delivery);
    const tests = organisation === undefined ? [] : history.tests(organisation, draft.label);
    const others = otherLabelsOf(draft, delivery, labels);
    return {
      known,
      sameContent,
      tests: tests.filter((test) => test.body !== body || isLeftAlone(test.reference, draft.label)),
      otherLabels: others.flatMap((label) => {
        const report = history.report(draft.reference, label);
        return report?.state === "active" ? [{ label, report }] : [];
      }),
      isCombinedHere: others.length < labels.filter((label) => label !== draft.label).length,
    };
  };

  /** A report of this delivery that has errors changes nothing of what is known. */
  function isLeftAlone(reference: string, label: string): boolean {
    return book.find(reference, label)?.hasErrors ?? true;
  }
}

/** Labels under which this delivery does not have the reference of the report. */
const otherLabelsOf = ({ reference, label }: Draft, { book }: Delivery, labels: readonly string[]): readonly string[] =>
  labels.filter((other) => other !== label && book.find(reference, other) === undefined);

function organisationIn(draft: Draft, { given }: Delivery): OrganisationId | undefined {
  const kvk = textIn(draft, "kvk_nummer");
  return kvk === undefined ? undefined : organisationOf(given.catalogue, kvk).id;
}

/** References that the store could not even look up. They are errors already. */
const isTooLong = (reference: string): boolean => reference.length > MAX_REFERENCE;
