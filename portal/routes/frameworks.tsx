import { may } from "../../core/access.ts";
import { amsterdamDay, dayOf, isoDay, parseIsoDay, yearOf } from "../../core/calendar.ts";
import { compareFrameworks } from "../../core/catalogue/compare-frameworks.ts";
import { keyPart } from "../../core/catalogue/shapes.ts";
import type { Catalogue, CompiledFramework, NormFramework } from "../../core/catalogue/types.ts";
import { frameworkOfDraft } from "../../core/framework-draft/framework-of-draft.ts";
import { asItCounts, newestFrameworks } from "../../core/framework-draft/life.ts";
import { tidied } from "../../core/framework-draft/norm-faults.ts";
import { beginAgain, seedDraft } from "../../core/framework-draft/seed.ts";
import type { FrameworkDraft } from "../../core/framework-draft/types.ts";
import { authorOf, type FrameworkServices } from "../framework-draft/opened-draft.ts";
import { readForm } from "../framework-draft/read-form.ts";
import { COMPARE_FRAMEWORKS, draftPage, FRAMEWORKS } from "../framework-links.ts";
import { page } from "../page.tsx";
import { CompareFrameworks } from "../pages/compare-frameworks.tsx";
import { type BeginAttempt, type BeginProblem, Frameworks } from "../pages/frameworks.tsx";
import { NotFound } from "../pages/problem.tsx";
import type { PageContext, Route } from "../route.ts";

/** All frameworks with their drafts, two of them beside each other, and a draft that is begun. */
export const frameworkRoutes = (services: FrameworkServices, now: () => number): readonly Route[] => [
  { method: "GET", path: FRAMEWORKS, right: "seeDrafts", answer: (c) => list(c, services, now) },
  { method: "POST", path: FRAMEWORKS, right: "editDrafts", answer: (c) => begin(c, services, now) },
  { method: "GET", path: COMPARE_FRAMEWORKS, right: "seeDrafts", answer: (c) => compare(c, services) },
];

async function list(c: PageContext, { data, drafts }: FrameworkServices, now: () => number, attempt?: BeginAttempt): Promise<Response> {
  const [catalogue, known] = await Promise.all([data.catalogue(), drafts.list()]);
  const today = amsterdamDay(new Date(now()).toISOString());
  const props = {
    catalogue,
    drafts: known.map((draft) => asItCounts(draft, catalogue)),
    today,
    mayEdit: may(c.get("visit").user, "editDrafts"),
    // Bodies plan a year ahead: a version begins with a year.
    plannedFrom: isoDay(dayOf(yearOf(today) + 1, 1, 1)!),
    attempt,
  };
  return page(c, <Frameworks {...props} />, attempt ? 400 : 200);
}

async function begin(c: PageContext, services: FrameworkServices, now: () => number): Promise<Response> {
  const form = await readForm(c);
  const asked = { base: form.text("kader"), version: tidied(form.text("versie")), plannedFrom: form.text("ingang") };
  const [catalogue, decisions, drafts] = await Promise.all([services.data.catalogue(), services.decisions.list(), services.drafts.list()]);
  const base = newestFrameworks(catalogue.frameworks).find(({ key }) => key === asked.base);
  const refuse = (problem: BeginProblem) => list(c, services, now, { ...asked, problem });
  const problem = base ? problemOf(asked, base, catalogue, drafts) : "baseUnknown";
  if (!base || problem) return refuse(problem ?? "baseUnknown");
  const { version, plannedFrom } = asked;
  const seed = seedDraft({ catalogue, base, decisions, drafts, version, plannedFrom }, authorOf(c, now));
  const discarded = drafts.find((draft) => keyOf(draft) === keyOf(seed));
  const kept = await services.drafts.keep(discarded ? beginAgain(seed, discarded) : seed);
  // Somebody began the same one at this moment: it is the draft that both are sent to.
  return kept === "tooLarge" ? refuse("tooLarge") : c.redirect(draftPage(seed), 303);
}

const keyOf = ({ label, variant, version }: Pick<NormFramework, "label" | "variant" | "version">): string =>
  `${label}/${variant}/${version}`;

function problemOf(
  { version, plannedFrom }: Pick<BeginAttempt, "version" | "plannedFrom">,
  base: CompiledFramework,
  catalogue: Catalogue,
  drafts: readonly FrameworkDraft[],
): BeginProblem | undefined {
  if (!keyPart.safeParse(version).success) return "versionMalformed";
  const key = keyOf({ ...base, version }).toLowerCase();
  if (catalogue.frameworks.some((framework) => framework.key.toLowerCase() === key)) return "versionTaken";
  const isWorkedOn = ({ label, variant, state }: FrameworkDraft) =>
    label === base.label && variant === base.variant && (state === "open" || state === "publishing");
  if (drafts.some((draft) => isWorkedOn(asItCounts(draft, catalogue)))) return "draftThere";
  return parseIsoDay(plannedFrom) === undefined ? "dayMalformed" : undefined;
}

async function compare(c: PageContext, { data, drafts }: FrameworkServices): Promise<Response> {
  const [{ frameworks }, known] = await Promise.all([data.catalogue(), drafts.list()]);
  const find = (key: string): NormFramework | undefined => {
    const draft = known.find((one) => keyOf(one) === key);
    return frameworks.find((framework) => framework.key === key) ?? (draft && frameworkOfDraft(draft));
  };
  const asked = [c.req.query("van") ?? "", c.req.query("naar") ?? ""] as const;
  // Without a choice: to where it is made.
  if (asked.every((key) => key === "")) return c.redirect(FRAMEWORKS, 302);
  const [one, other] = asked.map(find);
  if (!one || !other) return page(c, <NotFound />, 404);
  // The older one to the left, whichever was named first: a norm has what it comes from, not what it became.
  const [before, after] = one.validFrom <= other.validFrom ? [one, other] : [other, one];
  const rows = compareFrameworks(before, after, [...frameworks, after]);
  const props = { before, after, rows, asked, everything: c.req.query("toon") === "alles" };
  return page(c, <CompareFrameworks {...props} />);
}
