import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userOf } from "../../../core/access.ts";
import { ServiceUnavailable } from "../../../core/faults.ts";
import { peopleDirectory, peopleKeeper } from "../../../functions/adapters/people-directory.ts";
import { AwsRefusal } from "../../../local/aws-json.ts";
import { peopleKeeperContract } from "../../contracts/people-keeper.contract.ts";
import { peopleInMemory } from "../../portal/people-in-memory.ts";
import { throttled, type UserPoolInFolder, userPoolInFolder } from "./user-pool-in-folder.ts";

let pool: UserPoolInFolder;
beforeEach(async () => {
  pool = await userPoolInFolder();
});
afterEach(() => pool.close());

const invitation = { name: "Ada Nieuw", email: "ada@voorbeeld.example", group: "beleid" };

// The portal's own tests use the one in memory: it must do what the real one does.
peopleKeeperContract("the user pool", peopleKeeper);
peopleKeeperContract("in memory, as the tests of the portal use it", peopleInMemory);

describe("the user pool", () => {
  it("gives whoever may sign in now: confirmed, not blocked, with an address; of his groups the one that was asked for", async () => {
    pool.add("b", { groups: ["beleid", "commissie"] });
    pool.add("a", { groups: ["beleid"], status: "EXTERNAL_PROVIDER", username: "Stichting_a" });
    pool.add("c", { groups: ["beleid"], status: "FORCE_CHANGE_PASSWORD" });
    pool.add("d", { groups: ["beleid"], enabled: false });
    pool.add("e", { groups: ["beleid"], email: "" });
    pool.add("f", { groups: ["beheer"] });
    const people = await peopleDirectory().inGroup("beleid");
    expect(people.map(({ id, email, groups }) => [id, email, groups])).toEqual([
      ["a", "a@voorbeeld.example", ["beleid"]],
      ["b", "b@voorbeeld.example", ["beleid"]],
    ]);
    expect(await peopleDirectory().inGroup("instelling-zonder-mensen")).toEqual([]);
  });

  it("is read to its last page", async () => {
    for (let i = 0; i < 130; i++) pool.add(`p${String(i).padStart(3, "0")}`, { groups: ["beleid"] });
    expect((await peopleDirectory().inGroup("beleid")).at(-1)?.id).toBe("p129");
    expect(await peopleKeeper().everybody()).toHaveLength(130);
  });

  it("shows who has an account elsewhere, and groups that mean something here alone", async () => {
    pool.add("sub-1", { username: "Stichting_1", status: "EXTERNAL_PROVIDER", groups: ["eu-central-1_x_Stichting", "beheer", "beleid"] });
    const [person] = await peopleKeeper().everybody();
    expect(person).toMatchObject({ id: "sub-1", managedElsewhere: true, state: "active", groups: ["beheer", "beleid"] });
  });

  it("takes nobody's group away that means nothing here", async () => {
    pool.add("a", { groups: ["nieuwsbrief", "beleid"] });
    await peopleKeeper().moveTo("a", "beheer");
    expect(pool.file.find("a")?.groups).toEqual(["nieuwsbrief", "beheer"]);
  });

  it("that is busy is a fault by the name that is tried again, and any other refusal is not", async () => {
    pool.before = throttled;
    await expect(peopleDirectory().inGroup("beleid")).rejects.toBeInstanceOf(ServiceUnavailable);
    await expect(peopleKeeper().everybody()).rejects.toBeInstanceOf(ServiceUnavailable);
    process.env["USER_POOL_ID"] = "eu-central-1_other";
    pool.before = () => {};
    await expect(peopleKeeper().everybody()).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });

  it("that is away is a fault that is tried again", async () => {
    process.env["AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER"] = "http://127.0.0.1:9";
    await expect(peopleDirectory().inGroup("beleid")).rejects.toBeInstanceOf(ServiceUnavailable);
  });

  it("is never quoted: what it refuses and what it is asked hold addresses, and no fault does", async () => {
    const sentence = "Value 'ada@voorbeeld.example' at 'username' failed to satisfy constraint";
    for (const refusal of [new Error(sentence), new AwsRefusal("NotAuthorizedException", sentence)]) {
      pool.before = () => {
        throw refusal;
      };
      const people = peopleKeeper();
      const asked = [() => people.invite(invitation), () => people.withAddress(invitation.email), () => people.block(invitation.email)];
      for (const ask of asked) {
        const fault: unknown = await ask().catch((error: unknown) => error);
        expect(fault).toBeInstanceOf(Error);
        expect(inspect(fault, { depth: 9, showHidden: true })).not.toContain("ada@");
      }
    }
  });
});

describe("broken off after any call, and done again", () => {
  /** Runs it with the process dying at every call in turn, and again after each. `look` sees what is left in between and at the end. */
  async function brokenAnywhere(run: () => Promise<unknown>, start: () => void, look: (place: "between" | "end") => void): Promise<number> {
    for (let survived = 0; ; survived++) {
      start();
      let left = survived;
      pool.before = () => {
        if (left-- <= 0) throw new Error("killed");
      };
      const broken = await run().then(
        () => false,
        () => true,
      );
      pool.before = () => {};
      look("between");
      if (!broken) return survived;
      await run();
      look("end");
    }
  }
  const groupsOf = (name: string) => pool.file.find(name)?.groups ?? [];
  const user = (id: string, groups: readonly string[]) => ({ id, name: "x", groups });

  it("a move leaves one part in the end, and in between never two", async () => {
    const calls = await brokenAnywhere(
      () => peopleKeeper().moveTo("a", "instelling-nieuw"),
      () => pool.add("a", { groups: ["beheer", "beleid"] }),
      (place) => {
        if (place === "end") expect(groupsOf("a")).toEqual(["instelling-nieuw"]);
        else expect([[], ["instelling-nieuw"], ["beleid"], ["beheer", "beleid"]]).toContainEqual(groupsOf("a"));
        // Whom the portal lets in has what he had, or what he gets, and nothing else.
        expect([undefined, "policy", "body"]).toContain(userOf(user("a", groupsOf("a")))?.role);
      },
    );
    expect(calls).toBeGreaterThanOrEqual(4);
  });

  it("an invitation leaves one person with one part, and one mail", async () => {
    let made = 0;
    const email = () => `nieuw${made}@voorbeeld.example`;
    const calls = await brokenAnywhere(
      () =>
        peopleKeeper()
          .invite({ name: "Ada", email: email(), group: "instelling-nog-geen" })
          .then((answer) => {
            if (answer !== "invited") throw new Error(answer);
          }),
      () => {
        made++;
        pool.calls.length = 0;
      },
      (place) => {
        if (place === "end") expect(groupsOf(email())).toEqual(["instelling-nog-geen"]);
      },
    );
    expect(calls).toBeGreaterThanOrEqual(2);
    expect(pool.file.users().every(({ groups }) => groups.length === 1)).toBe(true);
  });
});
