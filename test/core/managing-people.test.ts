import { beforeEach, describe, expect, it } from "vitest";
import type { Part } from "../../core/access.ts";
import { bodyCode } from "../../core/ids.ts";
import {
  blockPerson,
  invitePerson,
  invitePersonAgain,
  movePerson,
  type Occasion,
  type PeopleDesk,
  unblockPerson,
} from "../../core/managing-people.ts";
import type { KnownPerson, PeopleKeeper } from "../../core/people.ts";
import { known, type PeopleInMemory, peopleInMemory, peopleTrailInMemory } from "../portal/people-in-memory.ts";

const bo = known("bo", "Bo Beheer", ["beheer"]);
const ada = known("ada", "Ada Admin", ["beheer"]);
const bea = known("bea", "Bea Beleid", ["beleid"]);
const eva = known("eva", "Eva Elders", ["commissie"], { managedElsewhere: true });
const policy: Part = { role: "policy" };
const ciio: Part = { role: "body", body: bodyCode("ciio") };

let keeper: PeopleInMemory;
let desk: PeopleDesk;
let ended: string[];
let count: number;

beforeEach(() => open([bo, ada, bea, eva]));

function open(people: readonly KnownPerson[], changed: Partial<PeopleKeeper> = {}): void {
  keeper = Object.assign(peopleInMemory(people), changed);
  ended = [];
  count = 0;
  const endAllOf = async (id: string) => void ended.push(`${id} ${(await keeper.find(id))?.state}`);
  desk = { keeper, trail: peopleTrailInMemory(), sessions: { endAllOf }, now: () => "2026-11-25T10:00:00.000Z" };
}

const on = (by = "bo"): Occasion => {
  const at = "2026-11-25T10:00:00.000Z";
  return { id: `${at}#${++count}`, at, by: { id: by, name: by } };
};
const trail = async () => (await desk.trail.list()).toReversed().map(({ action, person, ended: how }) => `${person} ${action} ${how}`);

describe("an invitation", () => {
  const noor = { name: "Noor", email: "noor@voorbeeld.example", part: ciio };

  it("makes a person with one part, and stands in the trail", async () => {
    expect(await invitePerson(desk, on(), noor)).toMatchObject({ outcome: "done", change: { to: "instelling-ciio", person: "Noor" } });
    expect(await keeper.withAddress(noor.email)).toMatchObject({ groups: ["instelling-ciio"], state: "invited" });
    expect(await trail()).toEqual(["Noor invited done"]);
  });

  it("that is sent twice is one: one mail, one line", async () => {
    await invitePerson(desk, on(), noor);
    expect(await invitePerson(desk, on(), noor)).toMatchObject({ outcome: "already", person: { name: "Noor" } });
    expect([keeper.mails, await trail()]).toEqual([[noor.email], ["Noor invited done"]]);
  });

  it("for an address that somebody has, here or elsewhere, is refused, and says who has it", async () => {
    for (const [holder, email] of [
      [bea, bea.email],
      [eva, eva.email],
    ] as const) {
      expect(await invitePerson(desk, on(), { ...noor, email })).toEqual({ outcome: "refused", problem: "addressKnown", person: holder });
    }
    await invitePerson(desk, on(), noor);
    expect(await invitePerson(desk, on(), { ...noor, part: policy })).toMatchObject({ outcome: "refused", problem: "addressKnown" });
    expect(await trail()).toEqual(["Noor invited done"]);
  });

  it("that broke off before a part was given is completed", async () => {
    open([bo, known("noor", "Noor", [], { email: noor.email, state: "invited" })]);
    expect(await invitePerson(desk, on(), noor)).toMatchObject({ outcome: "done" });
    expect((await keeper.find("noor"))?.groups).toEqual(["instelling-ciio"]);
  });

  it("to what is no address is refused before anything is written", async () => {
    expect(await invitePerson(desk, on(), { ...noor, email: "noor" })).toEqual({ outcome: "refused", problem: "addressMalformed" });
    expect(await trail()).toEqual([]);
  });

  it("that somebody else overtook stands in the trail as refused", async () => {
    open([bo], { invite: async () => "addressKnown" });
    expect(await invitePerson(desk, on(), noor)).toMatchObject({ outcome: "refused", problem: "addressKnown" });
    expect(await trail()).toEqual(["Noor invited refused"]);
  });

  it("is sent again to whoever did not come yet, and to nobody else", async () => {
    await invitePerson(desk, on(), noor);
    const { id } = (await keeper.withAddress(noor.email))!;
    expect(await invitePersonAgain(desk, on(), id)).toMatchObject({ outcome: "done" });
    expect(keeper.mails).toEqual([noor.email, noor.email]);
    expect(await invitePersonAgain(desk, on(), "bea")).toMatchObject({ outcome: "refused", problem: "notInvited" });
  });
});

describe("another part", () => {
  it("is given, and whoever was signed in with the old one is signed out", async () => {
    expect(await movePerson(desk, on(), "bea", ciio, ["beleid"])).toMatchObject({ outcome: "done", change: { from: ["beleid"] } });
    expect((await keeper.find("bea"))?.groups).toEqual(["instelling-ciio"]);
    expect(ended).toEqual(["bea active", "bea active"]);
  });

  it("is no change when it is the same one, also when the form is sent twice", async () => {
    await movePerson(desk, on(), "bea", ciio, ["beleid"]);
    expect(await movePerson(desk, on(), "bea", ciio, ["beleid"])).toMatchObject({ outcome: "already" });
    expect(await trail()).toEqual(["Bea Beleid moved done"]);
  });

  it("is not given over a change that the administrator did not see", async () => {
    await movePerson(desk, on("ada"), "bea", { role: "committee" }, ["beleid"]);
    expect(await movePerson(desk, on(), "bea", ciio, ["beleid"])).toMatchObject({ outcome: "refused", problem: "changedMeanwhile" });
  });

  it("mends whoever has none, or two", async () => {
    open([bo, known("x", "X", []), known("y", "Y", ["beheer", "beleid"])]);
    await movePerson(desk, on(), "x", policy, []);
    await movePerson(desk, on(), "y", policy, ["beheer", "beleid"]);
    expect([(await keeper.find("x"))?.groups, (await keeper.find("y"))?.groups]).toEqual([["beleid"], ["beleid"]]);
  });
});

describe("blocking", () => {
  it("signs somebody out before and after, so that what breaks off in between leaves nobody at work who is blocked", async () => {
    expect(await blockPerson(desk, on(), "bea")).toMatchObject({ outcome: "done" });
    expect(ended).toEqual(["bea active", "bea blocked"]);
    expect(await blockPerson(desk, on(), "bea")).toMatchObject({ outcome: "already" });
    expect(await unblockPerson(desk, on(), "bea")).toMatchObject({ outcome: "done" });
    expect(await unblockPerson(desk, on(), "bea")).toMatchObject({ outcome: "already" });
    expect(await trail()).toEqual(["Bea Beleid blocked done", "Bea Beleid unblocked done"]);
  });

  it("that breaks off stands in the trail without an end", async () => {
    open([bo, bea], { block: () => Promise.reject(new Error("killed")) });
    await expect(blockPerson(desk, on(), "bea")).rejects.toThrow("killed");
    expect(await trail()).toEqual(["Bea Beleid blocked undefined"]);
    expect(ended).toEqual(["bea active"]);
  });
});

describe("nobody can lock everybody out", () => {
  it("by blocking or demoting himself", async () => {
    expect(await blockPerson(desk, on(), "bo")).toMatchObject({ outcome: "refused", problem: "yourself" });
    expect(await movePerson(desk, on(), "bo", policy, ["beheer"])).toMatchObject({ outcome: "refused", problem: "yourself" });
  });

  it("by blocking or demoting the last administrator: whoever was invited or is blocked does not count", async () => {
    const others = [known("i", "I", ["beheer"], { state: "invited" }), known("b", "B", ["beheer"], { state: "blocked" })];
    open([ada, bea, ...others]);
    expect(await blockPerson(desk, on("gone"), "ada")).toMatchObject({ outcome: "refused", problem: "lastAdministrator" });
    expect(await movePerson(desk, on("gone"), "ada", policy, ["beheer"])).toMatchObject({ problem: "lastAdministrator" });
    expect(await blockPerson(desk, on("gone"), "i")).toMatchObject({ outcome: "done" });
    open([ada, bo]);
    expect(await blockPerson(desk, on("gone"), "ada")).toMatchObject({ outcome: "done" });
  });
});

it("whoever has his account elsewhere is managed there", async () => {
  for (const act of [blockPerson, unblockPerson, invitePersonAgain]) {
    expect(await act(desk, on(), "eva")).toMatchObject({ outcome: "refused", problem: "managedElsewhere" });
  }
  expect(await movePerson(desk, on(), "eva", policy, ["commissie"])).toMatchObject({ problem: "managedElsewhere" });
  expect(await trail()).toEqual([]);
});

it("about somebody who is not there nothing is done", async () => {
  for (const act of [blockPerson, unblockPerson, invitePersonAgain]) {
    expect(await act(desk, on(), "niemand")).toEqual({ outcome: "refused", problem: "unknownPerson" });
  }
  expect(await movePerson(desk, on(), "niemand", policy, [])).toMatchObject({ problem: "unknownPerson" });
});
