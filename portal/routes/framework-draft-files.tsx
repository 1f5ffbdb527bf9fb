import { amsterdamDay, parseIsoDay, yearOf } from "../../core/calendar.ts";
import { InvalidCatalogue } from "../../core/faults.ts";
import { draftProblems, openWork } from "../../core/framework-draft/check.ts";
import { draftFile, draftName, publishedFiles } from "../../core/framework-draft/files.ts";
import { beginPublishing, finishPublishing, type PublicationFault, reopenDraft } from "../../core/framework-draft/publish.ts";
import type { Author } from "../../core/framework-draft/revise.ts";
import type { DraftRegister, FrameworkDraft, Validity } from "../../core/framework-draft/types.ts";
import { compareWorkbook } from "../../core/framework-draft/workbook/compare.ts";
import { readDraftWorkbook } from "../../core/framework-draft/workbook/read.ts";
import { draftWorkbook } from "../../core/framework-draft/workbook/write.ts";
import { authorOf, type FrameworkServices, type OpenedDraft, openDraft, since } from "../framework-draft/opened-draft.ts";
import { readForm, type SentForm } from "../framework-draft/read-form.ts";
import { submit } from "../framework-draft/submit.ts";
import { DRAFT, draftPage } from "../framework-links.ts";
import { download, page } from "../page.tsx";
import { type PublishAttempt, PublishPage } from "../pages/framework-draft/publish.tsx";
import { type WorkbookOutcome, WorkbookPage } from "../pages/framework-draft/workbook.tsx";
import { NotFound } from "../pages/problem.tsx";
import type { PageContext, Route } from "../route.ts";

/** A draft as files, the workbook that comes back, and the step that makes it a framework. */
export function draftFileRoutes(services: FrameworkServices, now: () => number): readonly Route[] {
  const opened = (answer: (c: PageContext, draft: OpenedDraft) => Response | Promise<Response>) => async (c: PageContext) => {
    const draft = await openDraft(c, services);
    return draft ? answer(c, draft) : page(c, <NotFound />, 404);
  };
  return [
    { method: "GET", path: `${DRAFT}/concept.xlsx`, right: "seeDrafts", answer: opened(workbookFile) },
    { method: "GET", path: `${DRAFT}/normenkader.json`, right: "seeDrafts", answer: opened((c, view) => catalogueFile(c, services, view)) },
    { method: "GET", path: `${DRAFT}/bestand`, right: "editDrafts", answer: opened((c, view) => workbookAnswer(c, view)) },
    { method: "POST", path: `${DRAFT}/bestand`, right: "editDrafts", answer: opened((c, view) => takeWorkbook(c, services, view, now)) },
    { method: "GET", path: `${DRAFT}/publiceren`, right: "administer", answer: opened((c, view) => publishAnswer(c, view)) },
    { method: "POST", path: `${DRAFT}/publiceren`, right: "administer", answer: opened((c, view) => publish(c, services, view, now)) },
  ];
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const workbookFile = (c: PageContext, { draft, base }: OpenedDraft): Response =>
  download(c, { name: `${draftName(draft)}-concept.xlsx`, contentType: XLSX, content: draftWorkbook(draft, base) });

async function catalogueFile(c: PageContext, { keeper }: FrameworkServices, { draft }: OpenedDraft): Promise<Response> {
  const { path, text } = draftFile(draft, await keeper.files());
  const content = new TextEncoder().encode(text);
  return download(c, { name: path.split("/").at(-1) ?? path, contentType: "application/json; charset=utf-8", content });
}

function workbookAnswer(c: PageContext, view: OpenedDraft, outcome?: WorkbookOutcome): Response | Promise<Response> {
  if (!outcome && !view.mayEdit) return c.redirect(draftPage(view.draft), 302);
  const status = !outcome || (outcome.kind === "proposed" && !outcome.again) ? 200 : outcome.kind === "proposed" ? 409 : 400;
  return page(c, <WorkbookPage {...view} action={`${draftPage(view.draft)}/bestand`} outcome={outcome} />, status);
}

/** Shows what a workbook changes; takes it over when it is sent back from there and nobody changed the draft meanwhile. */
async function takeWorkbook(c: PageContext, services: FrameworkServices, view: OpenedDraft, now: () => number): Promise<Response> {
  if (!view.mayEdit) return c.redirect(draftPage(view.draft), 303);
  const form = await readForm(c);
  const bytes = await sentWorkbook(form);
  const read = readDraftWorkbook(bytes);
  if ("unreadable" in read) return workbookAnswer(c, view, { kind: "unreadable", reason: read.unreadable });
  const propose = (of: OpenedDraft, again: boolean): WorkbookOutcome => {
    const proposal = compareWorkbook(read, of.draft, of.source);
    if ("faults" in proposal) return { kind: "wrong", faults: proposal.faults };
    const content = Buffer.from(bytes).toString("base64");
    return { kind: "proposed", proposal, content, since: since(of.draft, proposal.revision ?? of.draft.revision), again };
  };
  const outcome = propose(view, false);
  if (form.text("doel") !== "overnemen" || outcome.kind !== "proposed") return workbookAnswer(c, view, outcome);
  const submitted = await submit(view, services.drafts, {
    revision: form.revision,
    make: () => ({ draft: outcome.proposal.apply(authorOf(c, now)) }),
    // Sent twice: the first time it was taken over, and nothing is left of it.
    wasDone: () => outcome.proposal.differences.length === 0,
  });
  if (submitted.kind === "done") return c.redirect(`${draftPage(view.draft)}?toon=anders#normen`, 303);
  return workbookAnswer(c, view, propose((await openDraft(c, services)) ?? view, true));
}

/** From the page where it was chosen, or from the one that showed what it changes. */
async function sentWorkbook(form: SentForm): Promise<Uint8Array> {
  const file = form.file("bestand");
  return file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(Buffer.from(form.text("inhoud"), "base64"));
}

function publishAnswer(c: PageContext, view: OpenedDraft, attempt?: PublishAttempt): Response | Promise<Response> {
  if (!attempt && !view.mayPublish) return c.redirect(draftPage(view.draft), 302);
  const { draft, base } = view;
  const props = {
    ...view,
    action: `${draftPage(draft)}/publiceren`,
    validity: proposedValidity(view),
    work: openWork(draft, base),
    attempt,
  };
  return page(c, <PublishPage {...props} />, attempt ? (attempt.refusal ? 409 : 400) : 200);
}

/** The version before lasts to the end of the first year of the new one, unless its last day is known: so it went in 2019, from May to December. */
function proposedValidity({ draft, base }: OpenedDraft): Validity {
  const planned = parseIsoDay(draft.plannedFrom);
  return {
    validFrom: draft.plannedFrom,
    beforeUntil: base.validUntil ?? (planned === undefined ? "" : `${yearOf(planned)}-12-31`),
  };
}

/** Closes the draft, puts the catalogue in force, and notes that it is; each step may be done again, and what was refused is opened again. */
async function publish(c: PageContext, services: FrameworkServices, view: OpenedDraft, now: () => number): Promise<Response> {
  const form = await readForm(c);
  const { draft, base } = view;
  const author = authorOf(c, now);
  const validity = { validFrom: form.text("vanaf"), beforeUntil: form.text("tot") };
  const attempt: PublishAttempt = { validity, faults: [], problems: [] };
  if (!view.mayPublish || draft.revision !== form.revision)
    return publishAnswer(c, view, { ...attempt, refusal: { meanwhile: since(draft, form.revision), tooLarge: false } });
  if (draft.state === "publishing" && form.text("doel") === "openen") return reopen(c, services, view, author);
  if (draft.state === "publishing") return putInForce(c, services, view, draft, author, attempt);
  const problems = draftProblems(draft, await services.keeper.files());
  if (problems.length > 0) return publishAnswer(c, view, { ...attempt, problems });
  const today = amsterdamDay(author.at);
  const begun = await submit<PublicationFault>({ draft, mayEdit: true }, services.drafts, {
    revision: form.revision,
    make: () => beginPublishing(draft, base, validity, today, author),
  });
  if (begun.kind === "faults") return publishAnswer(c, view, { ...attempt, faults: begun.faults });
  if (begun.kind === "refused") return publishAnswer(c, view, { ...attempt, refusal: begun.refusal });
  return putInForce(c, services, view, begun.draft, author, attempt);
}

/** Of who finishes it or opens it again at this moment, the first goes before: the page of the draft says what became of it. */
async function reopen(c: PageContext, { drafts }: FrameworkServices, { draft }: OpenedDraft, author: Author): Promise<Response> {
  await drafts.keep(reopenDraft(draft, author));
  return c.redirect(draftPage(draft), 303);
}

async function putInForce(
  c: PageContext,
  services: FrameworkServices,
  view: OpenedDraft,
  closed: FrameworkDraft,
  author: Author,
  attempt: PublishAttempt,
): Promise<Response> {
  const { drafts, keeper } = services;
  try {
    await keeper.putInForce(publishedFiles(closed, await keeper.files()));
  } catch (error) {
    if (!(error instanceof InvalidCatalogue)) throw error;
    await drafts.keep(reopenDraft(closed, author));
    // Not as it was kept here: somebody else may have opened it first.
    return publishAnswer(c, (await openDraft(c, services)) ?? view, { ...attempt, problems: error.problems });
  }
  await noteInForce(drafts, closed, author);
  return c.redirect(draftPage(closed), 303);
}

/**
 * Another administrator may have opened the draft again while it was put in force, and then somebody changed it. What is in force is what was closed: the
 * draft is that again, and its trail tells of both. Where this is not kept either, the draft counts as published all the same (`asItCounts`).
 */
async function noteInForce(drafts: DraftRegister, closed: FrameworkDraft, author: Author): Promise<void> {
  if ((await drafts.keep(finishPublishing(closed, author))) !== "changedMeanwhile") return;
  const now = await drafts.find(closed);
  // Otherwise somebody else finishes it, or did.
  if (now?.state === "open" || now?.state === "discarded")
    await drafts.keep(finishPublishing({ ...closed, revision: now.revision, trail: now.trail }, author));
}
