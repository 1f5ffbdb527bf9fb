import { may } from "../../core/access.ts";
import { coverage } from "../../core/figures/what-if/coverage.ts";
import { whatIf } from "../../core/figures/what-if/what-if.ts";
import { draftProblems, openWork } from "../../core/framework-draft/check.ts";
import { describeDraft } from "../../core/framework-draft/describe.ts";
import { type EditFault, editDraft } from "../../core/framework-draft/edit.ts";
import { frameworkOfDraft } from "../../core/framework-draft/framework-of-draft.ts";
import { stillOverlapping } from "../../core/framework-draft/origins.ts";
import { discardDraft } from "../../core/framework-draft/publish.ts";
import { wasDoneBefore } from "../../core/framework-draft/repeated.ts";
import { decisionsToTakeUp } from "../../core/framework-draft/seed.ts";
import { authorOf, type FrameworkServices, type OpenedDraft, openDraft } from "../framework-draft/opened-draft.ts";
import { type ReadEdit, readDescription, readEdit, readForm, type SentForm } from "../framework-draft/read-form.ts";
import { submit } from "../framework-draft/submit.ts";
import { editFaultText } from "../framework-faults.ts";
import { DRAFT, draftPage, NEW_NORM, rowOfNorm } from "../framework-links.ts";
import { inLanguage, page } from "../page.tsx";
import { type DescriptionAttempt, DescriptionPage } from "../pages/framework-draft/description.tsx";
import type { Faults } from "../pages/framework-draft/draft-layout.tsx";
import { AddNormPage, DraftNormPage, MergePage, type NormAttempt } from "../pages/framework-draft/norm.tsx";
import { DraftPage, draftFilters } from "../pages/framework-draft.tsx";
import { NotFound } from "../pages/problem.tsx";
import type { PageContext, Route } from "../route.ts";

/** The pages of a draft on which it is read and changed. */
export function draftRoutes(services: FrameworkServices, now: () => number): readonly Route[] {
  const opened = (answer: (c: PageContext, draft: OpenedDraft) => Response | Promise<Response>) => async (c: PageContext) => {
    const draft = await openDraft(c, services);
    return draft ? answer(c, draft) : page(c, <NotFound />, 404);
  };
  return [
    { method: "GET", path: DRAFT, right: "seeDrafts", answer: opened((c, draft) => draftAnswer(c, services, draft)) },
    { method: "POST", path: DRAFT, right: "editDrafts", answer: opened((c, draft) => restoreOrDiscard(c, services, draft, now)) },
    { method: "GET", path: `${DRAFT}/norm/:norm`, right: "editDrafts", answer: opened((c, draft) => normAnswer(c, services, draft)) },
    {
      method: "POST",
      path: `${DRAFT}/norm/:norm`,
      right: "editDrafts",
      answer: opened((c, draft) => edit(c, services, draft, now, normAnswer)),
    },
    { method: "GET", path: `${DRAFT}/samenvoegen`, right: "editDrafts", answer: opened((c, draft) => mergeAnswer(c, services, draft)) },
    {
      method: "POST",
      path: `${DRAFT}/samenvoegen`,
      right: "editDrafts",
      answer: opened((c, draft) => edit(c, services, draft, now, mergeAnswer)),
    },
    { method: "GET", path: `${DRAFT}/gegevens`, right: "editDrafts", answer: opened((c, draft) => descriptionAnswer(c, draft)) },
    { method: "POST", path: `${DRAFT}/gegevens`, right: "editDrafts", answer: opened((c, draft) => describe(c, services, draft, now)) },
  ];
}

type Refused = Parameters<typeof Faults>[0];

async function draftAnswer(
  c: PageContext,
  services: FrameworkServices,
  view: OpenedDraft,
  refused?: Refused,
  status: 200 | 400 | 409 = 200,
) {
  const { draft, base, catalogue } = view;
  const seesFigures = may(c.get("visit").user, "seeFigures");
  const [files, decisions, drafts, counted] = await Promise.all([
    services.keeper.files(),
    services.decisions.list(),
    services.drafts.list(),
    seesFigures ? services.data.scores() : undefined,
  ]);
  const taken = new Set(draft.decisions.map(({ address, number }) => `${address}#${number}`));
  const late = decisionsToTakeUp({ catalogue, base, decisions, drafts }).filter(
    ({ address, number }) => !taken.has(`${address}#${number}`),
  );
  const props = {
    ...view,
    refused,
    filter: draftFilters.find((one) => one === c.req.query("toon")) ?? "alles",
    problems: draft.state === "open" ? draftProblems(draft, files) : [],
    work: openWork(draft, base),
    late: draft.state === "open" ? late : [],
    whatIf: seesFigures
      ? { outcome: counted && whatIf(counted, base, draft.norms), cells: coverage(base, frameworkOfDraft(draft)) }
      : undefined,
  };
  return page(c, <DraftPage {...props} />, status);
}

async function restoreOrDiscard(c: PageContext, services: FrameworkServices, view: OpenedDraft, now: () => number): Promise<Response> {
  const form = await readForm(c);
  const author = authorOf(c, now);
  const isDiscard = form.text("doel") === "weggooien";
  const restore = { kind: "restore", id: Number(form.text("norm")) } as const;
  const submitted = await submit<EditFault>(view, services.drafts, {
    revision: form.revision,
    make: (draft) => (isDiscard ? { draft: discardDraft(draft, author) } : editDraft(draft, restore, view.source, author)),
    wasDone: (draft) => !isDiscard && wasDoneBefore(draft, restore, form.revision, author.by),
  });
  if (submitted.kind === "done") return c.redirect(draftPage(view.draft) + (isDiscard ? "" : `#${rowOfNorm(restore.id)}`), 303);
  const newest = (await openDraft(c, services)) ?? view;
  if (submitted.kind === "refused") return draftAnswer(c, services, newest, { faults: [], refusal: submitted.refusal }, 409);
  return draftAnswer(c, services, newest, { faults: inLanguage(c, () => submitted.faults.map(editFaultText)) }, 400);
}

async function normAnswer(c: PageContext, services: FrameworkServices, view: OpenedDraft, attempt?: NormAttempt): Promise<Response> {
  const { draft, source, mayEdit } = view;
  const status = statusOf(attempt);
  if (!attempt && !mayEdit) return c.redirect(draftPage(draft), 302);
  if (c.req.param("norm") === NEW_NORM) return page(c, <AddNormPage {...view} attempt={attempt} />, status);
  const norm = draft.norms.find(({ id }) => id === Number(c.req.param("norm")));
  if (norm)
    return page(
      c,
      <DraftNormPage {...view} norm={norm} possibleOverlaps={stillOverlapping(norm.from, source)} attempt={attempt} />,
      status,
    );
  // It was dropped, merged or split: whoever wrote something about it reads so, on the page where it stood.
  if (!attempt) return page(c, <NotFound />, 404);
  const faults = inLanguage(c, () => [editFaultText({ fault: "normUnknown" }), ...attempt.texts.map(({ title }) => title)].filter(Boolean));
  return draftAnswer(c, services, view, { faults, refusal: attempt.refusal }, 409);
}

async function mergeAnswer(c: PageContext, _services: FrameworkServices, view: OpenedDraft, attempt?: NormAttempt): Promise<Response> {
  if (!attempt && !view.mayEdit) return c.redirect(draftPage(view.draft), 302);
  return page(c, <MergePage {...view} action={`${draftPage(view.draft)}/samenvoegen`} attempt={attempt} />, statusOf(attempt));
}

const statusOf = (attempt: Pick<NormAttempt, "refusal"> | undefined): 200 | 400 | 409 => (!attempt ? 200 : attempt.refusal ? 409 : 400);

/** Makes an edit of norms; when it is not made, its own page comes back with what was filled in. */
async function edit(
  c: PageContext,
  services: FrameworkServices,
  view: OpenedDraft,
  now: () => number,
  answer: typeof normAnswer,
): Promise<Response> {
  const form = await readForm(c);
  const read = readEdit(form, Number(c.req.param("norm") ?? Number.NaN));
  if (!read.edit) return answer(c, services, view, read.attempt);
  const submitted = await submitEdit(c, services, view, now, form, { ...read, edit: read.edit });
  if (submitted.kind === "done") return c.redirect(`${draftPage(view.draft)}#${rowAfter(view, submitted.draft)}`, 303);
  const newest = (await openDraft(c, services)) ?? view;
  const { attempt } = read;
  return answer(
    c,
    services,
    newest,
    submitted.kind === "faults" ? { ...attempt, faults: submitted.faults } : { ...attempt, refusal: submitted.refusal },
  );
}

function submitEdit(
  c: PageContext,
  { drafts }: FrameworkServices,
  view: OpenedDraft,
  now: () => number,
  { revision }: SentForm,
  { edit: asked }: ReadEdit & { readonly edit: NonNullable<ReadEdit["edit"]> },
) {
  const author = authorOf(c, now);
  return submit<EditFault>(view, drafts, {
    revision,
    make: (draft) => editDraft(draft, asked, view.source, author),
    wasDone: (draft) => wasDoneBefore(draft, asked, revision, author.by),
  });
}

/** The first row that is not as it was; the list itself when a norm was dropped. */
function rowAfter({ draft: before }: OpenedDraft, after: OpenedDraft["draft"]): string {
  const old = new Map(before.norms.map((norm) => [norm.id, norm]));
  const changed = after.norms.find((norm) => old.get(norm.id) !== norm);
  return changed ? rowOfNorm(changed.id) : "normen";
}

function descriptionAnswer(c: PageContext, view: OpenedDraft, attempt?: DescriptionAttempt): Response | Promise<Response> {
  if (!attempt && !view.mayEdit) return c.redirect(draftPage(view.draft), 302);
  return page(c, <DescriptionPage {...view} action={`${draftPage(view.draft)}/gegevens`} attempt={attempt} />, statusOf(attempt));
}

async function describe(c: PageContext, services: FrameworkServices, view: OpenedDraft, now: () => number): Promise<Response> {
  const form = await readForm(c);
  const to = readDescription(form);
  const author = authorOf(c, now);
  const submitted = await submit(view, services.drafts, { revision: form.revision, make: (draft) => describeDraft(draft, to, author) });
  if (submitted.kind === "done") return c.redirect(draftPage(view.draft), 303);
  const newest = (await openDraft(c, services)) ?? view;
  return descriptionAnswer(
    c,
    newest,
    submitted.kind === "faults" ? { to, faults: submitted.faults } : { to, faults: [], refusal: submitted.refusal },
  );
}
