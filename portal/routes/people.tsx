import { ServiceUnavailable } from "../../core/faults.ts";
import {
  blockPerson,
  invitePerson,
  invitePersonAgain,
  movePerson,
  type Occasion,
  type PeopleDesk,
  type PeopleOutcome,
  type PeopleProblem,
  unblockPerson,
} from "../../core/managing-people.ts";
import { type KnownPerson, type PeopleKeeper, readEmail, readPersonName } from "../../core/people.ts";
import type { PeopleTrail } from "../../core/people-trail.ts";
import type { SessionRegister } from "../../core/sessions.ts";
import type { PortalData } from "../data.ts";
import { page } from "../page.tsx";
import type { InviteAttempt } from "../pages/people/invite.tsx";
import { ConfirmBlock, PersonPage } from "../pages/people/person.tsx";
import type { FormProblem } from "../pages/people/problem-text.ts";
import { PeopleUnavailable } from "../pages/people/unavailable.tsx";
import { People, type PeopleNews } from "../pages/people.tsx";
import { NotFound } from "../pages/problem.tsx";
import { PEOPLE, partFrom } from "../people.ts";
import type { PageContext, Route } from "../route.ts";
import { pageNumber } from "../selection.ts";

interface PeopleServices {
  readonly data: PortalData;
  /** Read when the page is asked for: no other needs the client of the user pool. */
  people(): Promise<PeopleKeeper>;
  readonly peopleTrail: PeopleTrail;
  readonly sessions: SessionRegister;
}

/** Who works with the product. */
export function peopleRoutes({ data, people, peopleTrail, sessions }: PeopleServices, now: () => number): readonly Route[] {
  const iso = () => new Date(now()).toISOString();
  const desk = async (): Promise<PeopleDesk> => ({ keeper: await people(), trail: peopleTrail, sessions, now: iso });

  const list = async (c: PageContext, attempt?: InviteAttempt) => {
    const keeper = await people();
    const [catalogue, known, changes, person] = await Promise.all([
      data.catalogue(),
      keeper.everybody(),
      peopleTrail.list(),
      keeper.find(c.req.query("wie") ?? ""),
    ]);
    const change = changes.find(({ id, ended }) => id === c.req.query("wijziging") && ended === "done");
    const news: PeopleNews | undefined = change ? { kind: "done", change } : person && { kind: "already", person };
    const shown = { people: inOrder(known, person), page: pageNumber(c.req.query("pagina")) };
    return page(c, <People {...{ catalogue, changes, news, attempt, ...shown }} />, attempt ? 400 : 200);
  };

  const show = async (c: PageContext, id: string, problem?: FormProblem) => {
    const [catalogue, person] = await Promise.all([data.catalogue(), (await people()).find(id)]);
    return person ? page(c, <PersonPage {...{ person, catalogue, problem }} />, problem ? 400 : 200) : page(c, <NotFound />, 404);
  };

  const confirm = async (c: PageContext, id: string, problem?: PeopleProblem) => {
    const person = await (await people()).find(id);
    return person ? page(c, <ConfirmBlock {...{ person, problem }} />, problem ? 400 : 200) : page(c, <NotFound />, 404);
  };

  /** To the list, with what happened; where nothing did, to where it was asked. */
  const after = (c: PageContext, id: string, outcome: PeopleOutcome, ask: typeof show | typeof confirm = show) => {
    if (outcome.outcome === "refused") return ask(c, id, outcome.problem);
    const to = new URLSearchParams({ wie: id });
    if (outcome.outcome === "done") to.set("wijziging", outcome.change.id);
    return c.redirect(`${PEOPLE}?${to}`, 303);
  };

  const occasion = (c: PageContext): Occasion => {
    const { id, name } = c.get("visit").user!;
    const at = iso();
    return { id: `${at}#${crypto.randomUUID()}`, at, by: { id, name } };
  };

  const invite = async (c: PageContext) => {
    const read = await fields(c);
    const [typed, email, group] = [read("naam"), readEmail(read("email")), read("rol")];
    const refuse = (problem: FormProblem, holder?: KnownPerson) => list(c, { problem, name: typed, email, group, holder });
    const name = readPersonName(typed);
    const part = partFrom(group, (await data.catalogue()).bodies);
    if (name === undefined) return refuse("nameMissing");
    if (part === undefined) return refuse("partMissing");
    const outcome = await invitePerson(await desk(), occasion(c), { name, email, part });
    if (outcome.outcome === "refused") return refuse(outcome.problem, outcome.person);
    const person = await (await people()).withAddress(email);
    return after(c, person?.id ?? "", outcome);
  };

  const move = async (c: PageContext) => {
    const read = await fields(c);
    const part = partFrom(read("rol"), (await data.catalogue()).bodies);
    if (part === undefined) return show(c, read("wie"), "partMissing");
    const known = read("bekend").split(" ").filter(Boolean);
    return after(c, read("wie"), await movePerson(await desk(), occasion(c), read("wie"), part, known));
  };

  const act =
    (what: typeof unblockPerson, ask: typeof show | typeof confirm = show) =>
    async (c: PageContext) => {
      const id = (await fields(c))("wie");
      return after(c, id, await what(await desk(), occasion(c), id), ask);
    };

  const wanted = (c: PageContext) => c.req.query("wie") ?? "";
  const route = (method: Route["method"], path: string, answer: Route["answer"]): Route => ({
    ...{ method, path: `${PEOPLE}${path}`, right: "administer" },
    answer: (c) => answered(c, answer),
  });
  return [
    route("GET", "", (c) => list(c)),
    route("POST", "/uitnodigen", invite),
    route("GET", "/persoon", (c) => show(c, wanted(c))),
    route("POST", "/wijzigen", move),
    route("GET", "/blokkeren", (c) => confirm(c, wanted(c))),
    route("POST", "/blokkeren", act(blockPerson, confirm)),
    route("POST", "/blokkade-opheffen", act(unblockPerson)),
    route("POST", "/opnieuw-uitnodigen", act(invitePersonAgain)),
  ];
}

/** A sign-in service that does not answer is no fault of the page: it says so, and what to do. */
async function answered(c: PageContext, answer: Route["answer"]): Promise<Response> {
  try {
    return await answer(c);
  } catch (error) {
    if (!(error instanceof ServiceUnavailable)) throw error;
    return page(c, <PeopleUnavailable changing={c.req.method === "POST"} />, 503);
  }
}

/** By name. `fresh`: a person as he is at this moment, since the list may lag behind. */
function inOrder(known: readonly KnownPerson[], fresh: KnownPerson | undefined): readonly KnownPerson[] {
  const people = fresh ? [...known.filter(({ id }) => id !== fresh.id), fresh] : [...known];
  return people.sort((a, b) => a.name.localeCompare(b.name, "nl") || (a.id < b.id ? -1 : 1));
}

async function fields(c: PageContext): Promise<(name: string) => string> {
  const form = await c.req.parseBody();
  return (name) => {
    const value = form[name];
    return typeof value === "string" ? value : "";
  };
}
