import { may } from "../../core/access.ts";
import { amsterdamDay, isoDay, parseIsoDay } from "../../core/calendar.ts";
import { type Decision, type DecisionRegister, decisionsAbout } from "../../core/decisions.ts";
import { contentTypeOf } from "../../core/figures/content-type.ts";
import { minutesHtml } from "../../core/review/documents/minutes-html.ts";
import type { Dossier, DossierNorm } from "../../core/review/dossier.ts";
import { addressesAt, closeReview, decidedIn } from "../../core/review/progress.ts";
import { type Review, reviewId } from "../../core/review/review.ts";
import { dossierFormats } from "../../core/review/review-objects.ts";
import { type DecisionProblem, takeDecision } from "../../core/take-decision.ts";
import type { PortalData } from "../data.ts";
import { decisionStatus, readDecisionForm } from "../decide-form.tsx";
import { download, openDocument, page } from "../page.tsx";
import { NotFound } from "../pages/problem.tsx";
import { ReviewNorm } from "../pages/review/norm.tsx";
import { ReviewPage } from "../pages/review.tsx";
import { type RequestProblem, Reviews } from "../pages/reviews.tsx";
import { REVIEWS, type ReviewDesk, reviewAddress, reviewNormAddress } from "../reviews.ts";
import type { PageContext, Route } from "../route.ts";

interface ReviewServices {
  readonly data: PortalData;
  readonly decisions: DecisionRegister;
  readonly reviews: ReviewDesk;
}

const ONE = `${REVIEWS}/:review`;
const NORM = `${ONE}/normen/:label/:variant/:version/:norm`;

/** Relevance reviews: all of them, one with its agenda, one norm of it, what the committee decides, and its documents. */
export function reviewRoutes(services: ReviewServices, now: () => number): readonly Route[] {
  const { data, decisions, reviews } = services;
  const today = () => isoDay(amsterdamDay(new Date(now()).toISOString()));

  const all = async (c: PageContext, attempt?: Parameters<typeof Reviews>[0]["attempt"]) => {
    const [list, decided, catalogue] = await Promise.all([reviews.register.list(), decisions.list(), data.catalogue()]);
    const failed = list.some(({ state }) => state === "preparing") ? await failedExecutions() : new Set<string>();
    const rows = list.map((review) => ({
      review,
      decided: (review.agenda ?? []).filter((address) => decidedIn(review, decided, addressesAt(catalogue, address))).length,
      failed: review.state === "preparing" && failed.has(review.execution),
    }));
    const labels = [...new Set(catalogue.frameworks.map(({ label }) => label))].sort();
    const mayRequest = may(c.get("visit").user, "requestReview");
    return page(c, <Reviews {...{ rows, labels, mayRequest, attempt }} today={today()} />, attempt ? 400 : 200);
  };

  const failedExecutions = async (): Promise<ReadonlySet<string>> =>
    new Set((await data.executions()).filter(({ status }) => ["FAILED", "TIMED_OUT", "ABORTED"].includes(status)).map(({ name }) => name));

  /** The review that was asked for, with its dossier and what was decided in it. */
  const opened = async (c: PageContext) => {
    const review = await reviews.register.find(c.req.param("review") ?? "");
    const dossier = review && review.state !== "preparing" ? await reviews.dossier(review.id) : undefined;
    if (!review || !dossier) return undefined;
    const [list, catalogue] = await Promise.all([decisions.list(), data.catalogue()]);
    const decidedAbout = ({ address }: DossierNorm) => decidedIn(review, list, addressesAt(catalogue, address));
    return { review, dossier, decisions: list, catalogue, decidedAbout, mayDecide: may(c.get("visit").user, "decide") };
  };

  const one = async (c: PageContext, closing?: "undecided" | "notOpen") => {
    const found = await opened(c);
    return found ? page(c, <ReviewPage {...found} closing={closing} />, closing ? 409 : 200) : notFound(c);
  };

  const normOf = async (c: PageContext) => {
    const found = await opened(c);
    const address = ["label", "variant", "version", "norm"].map((part) => encodeURIComponent(c.req.param(part) ?? "")).join("/");
    const norm = found?.dossier.norms.find((candidate) => candidate.address === address);
    if (!found || !norm) return undefined;
    const addresses = addressesAt(found.catalogue, norm.address);
    return { ...found, norm, addresses, figures: figuresOf(found.dossier, norm), decisions: decisionsAbout(found.decisions, addresses) };
  };

  const norm = async (c: PageContext, attempt?: Parameters<typeof ReviewNorm>[0]["attempt"]) => {
    const found = await normOf(c);
    if (!found) return notFound(c);
    return page(c, <ReviewNorm {...found} attempt={attempt} today={today()} />, attempt ? decisionStatus(attempt.problem) : 200);
  };

  return [
    { method: "GET", path: REVIEWS, right: "seeFigures", answer: (c) => all(c) },
    {
      method: "POST",
      path: REVIEWS,
      right: "requestReview",
      answer: async (c) => {
        const form = await c.req.parseBody();
        const [label, referenceDate] = [String(form["label"] ?? ""), String(form["peildatum"] ?? "")];
        const retry = form["opnieuw"] === "ja";
        const known = (await data.catalogue()).frameworks.some((framework) => framework.label === label);
        const there = await reviews.register.find(reviewId(label, referenceDate));
        const failed = retry && there?.state === "preparing" && (await failedExecutions()).has(there.execution);
        const problem = requestProblem({ known, referenceDate, today: today(), there, failed });
        if (problem) return all(c, { problem, label, referenceDate });
        const { user } = c.get("visit");
        await reviews.request({ label, referenceDate, retry, by: user ? { id: user.id, name: user.name } : null });
        return c.redirect(REVIEWS, 303);
      },
    },
    { method: "GET", path: ONE, right: "seeFigures", answer: (c) => one(c) },
    { method: "GET", path: NORM, right: "seeFigures", answer: (c) => norm(c) },
    // Where somebody lands who changes the language, or signs in again, on the page that an action answered with.
    {
      method: "GET",
      path: `${NORM}/besluit`,
      right: "seeFigures",
      answer: (c) => c.redirect(withoutLastPart(c.get("visit").address), 302),
    },
    { method: "GET", path: `${ONE}/sluiten`, right: "seeFigures", answer: (c) => c.redirect(withoutLastPart(c.get("visit").address), 302) },
    {
      method: "POST",
      path: `${NORM}/besluit`,
      right: "decide",
      answer: async (c) => {
        const form = readDecisionForm(await c.req.parseBody());
        const found = await normOf(c);
        const { user } = c.get("visit");
        if (!found || !user || found.norm.verdict === "withdrawn") return notFound(c);
        const { review, dossier, addresses, figures } = found;
        const refuse = (problem: DecisionProblem) => norm(c, { problem, ...form });
        const at = new Date(now()).toISOString();
        const taking = { form, norm: found.norm.address, addresses, figures, figuresSeen: true, review, by: user, now: at };
        const outcome = await takeDecision(decisions, taking);
        return outcome === "recorded" ? c.redirect(await afterwards(review, dossier, found.norm), 303) : refuse(outcome);
      },
    },
    {
      method: "POST",
      path: `${ONE}/sluiten`,
      right: "decide",
      answer: async (c) => {
        const found = await opened(c);
        const { user } = c.get("visit");
        if (!found || !user) return notFound(c);
        const by = { id: user.id, name: user.name };
        const outcome = await closeReview(reviews.register, { ...found, by, now: new Date(now()).toISOString() });
        return outcome === "closed" ? c.redirect(reviewAddress(found.review.id), 303) : one(c, outcome);
      },
    },
    {
      method: "GET",
      path: `${ONE}/dossier/:format`,
      right: "seeFigures",
      answer: async (c) => {
        const review = c.req.param("review") ?? "";
        const format = dossierFormats.find((known) => known === c.req.param("format"));
        const content = format && (await reviews.register.find(review)) && (await reviews.dossierFile(review, format));
        if (!content) return notFound(c);
        const name = `relevantietoets-${review}.${format}`;
        return format === "html" ? openDocument(c, content) : download(c, { name, contentType: contentTypeOf(name), content });
      },
    },
    {
      method: "GET",
      path: `${ONE}/besluitenlijst`,
      right: "seeFigures",
      answer: async (c) => {
        const found = await opened(c);
        return found ? openDocument(c, new TextEncoder().encode(minutesHtml(found))) : notFound(c);
      },
    },
  ];

  /** To the next norm of the agenda that is still open; when none is, to the review. */
  async function afterwards(review: Review, dossier: Dossier, decided: DossierNorm): Promise<string> {
    const [list, catalogue] = await Promise.all([decisions.list(), data.catalogue()]);
    const agenda = review.agenda ?? [];
    const at = agenda.indexOf(decided.address);
    const open = [...agenda.slice(at + 1), ...agenda.slice(0, Math.max(0, at))].find(
      (address) => !decidedIn(review, list, addressesAt(catalogue, address)),
    );
    const known = dossier.norms.some(({ address }) => address === open);
    // To the top: a browser would keep the place of the form that it sent.
    return `${open !== undefined && known && at >= 0 ? reviewNormAddress(review.id, open) : reviewAddress(review.id)}#inhoud`;
  }
}

const notFound = (c: PageContext) => page(c, <NotFound />, 404);

const withoutLastPart = (address: string): string => address.replace(/\/(besluit|sluiten)(?=\?|$)/, "");

function requestProblem({
  known,
  referenceDate,
  today,
  there,
  failed,
}: {
  readonly known: boolean;
  readonly referenceDate: string;
  readonly today: string;
  readonly there: Review | undefined;
  /** It is being prepared by an execution that failed, and somebody wants to try again. */
  readonly failed: boolean;
}): RequestProblem | undefined {
  if (!known) return "labelUnknown";
  if (parseIsoDay(referenceDate) === undefined) return "dateUnreadable";
  if (referenceDate > today) return "dateInFuture";
  if (there && !failed) return "reviewExists";
  return undefined;
}

/** The figures of the dossier: a review is decided about on what was fixed for it. */
const figuresOf = ({ review }: Dossier, { counts, signals }: DossierNorm): Decision["figures"] => ({
  run: review.id,
  referenceDate: review.referenceDate,
  met: counts.met,
  judged: counts.judged,
  signals: [...new Set(signals.map(({ signal }) => signal))],
});
