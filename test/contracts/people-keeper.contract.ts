import { beforeEach, describe, expect, it } from "vitest";
import type { PeopleKeeper } from "../../core/people.ts";
import type { Deviations } from "./object-store.contract.ts";

const invitation = { name: "Ada Nieuw", email: "ada@voorbeeld.example", group: "beleid" };

/** What the portal leans on in whoever keeps the people: on Cognito, on its stand-in, and on the one in memory of its own tests. */
export function peopleKeeperContract(name: string, open: () => PeopleKeeper | Promise<PeopleKeeper>, deviations: Deviations = {}): void {
  const holds = (sentence: string, test: () => Promise<void>): void => {
    const reason = deviations[sentence];
    if (reason === undefined) it(sentence, test);
    else it.fails(`does not hold for ${name} (${reason}): ${sentence}`, test);
  };

  describe(`a keeper of people: ${name}`, () => {
    let people: PeopleKeeper;
    beforeEach(async () => {
      people = await open();
    });
    const invited = async () => {
      expect(await people.invite(invitation)).toBe("invited");
      return (await people.withAddress(invitation.email))!;
    };

    holds("invites somebody, who is then known by id and by address, with one part", async () => {
      const person = await invited();
      expect(person).toMatchObject({ name: "Ada Nieuw", email: "ada@voorbeeld.example", groups: ["beleid"], state: "invited" });
      expect(await people.find(person.id)).toEqual(person);
      expect(await people.everybody()).toEqual([person]);
    });

    holds("invites nobody under an address that is known, or none", async () => {
      await invited();
      expect(await people.invite({ ...invitation, name: "Ander", group: "beheer" })).toBe("addressKnown");
      expect(await people.invite({ ...invitation, email: "geen adres" })).toBe("addressMalformed");
      expect((await people.everybody()).map(({ name: called, groups }) => [called, groups])).toEqual([["Ada Nieuw", ["beleid"]]]);
    });

    holds("gives another part in the place of the first, also of a body of whom nobody was here yet, and twice is as once", async () => {
      const { id } = await invited();
      for (const group of ["instelling-nieuw", "instelling-nieuw", "beheer"]) {
        expect(await people.moveTo(id, group)).toBe("moved");
        expect((await people.find(id))?.groups).toEqual([group]);
      }
    });

    holds("blocks and unblocks, any number of times", async () => {
      const { id } = await invited();
      for (let i = 0; i < 2; i++) expect(await people.block(id)).toBe("blocked");
      expect([(await people.find(id))?.state, await people.inviteAgain(id)]).toEqual(["blocked", "notInvited"]);
      for (let i = 0; i < 2; i++) expect(await people.unblock(id)).toBe("unblocked");
      expect((await people.find(id))?.state).toBe("invited");
    });

    holds("sends an invitation again to the same person", async () => {
      const { id } = await invited();
      expect(await people.inviteAgain(id)).toBe("invited");
      expect((await people.everybody()).map((person) => person.id)).toEqual([id]);
    });

    holds("says of somebody who is not there that he is not there", async () => {
      expect(await people.find("niemand")).toBeUndefined();
      expect(await people.find("")).toBeUndefined();
      expect(await people.withAddress("niemand@voorbeeld.example")).toBeUndefined();
      const acts = [people.moveTo("niemand", "beleid"), people.block("niemand"), people.unblock("niemand"), people.inviteAgain("niemand")];
      expect(await Promise.all(acts)).toEqual(Array.from({ length: 4 }, () => "unknownPerson"));
    });
  });
}
