import { describe, expect, it } from "vitest";
import { ServiceUnavailable } from "../../core/faults.ts";
import type { KnownPerson, PeopleKeeper } from "../../core/people.ts";
import type { PeopleChange } from "../../core/people-trail.ts";
import { sessionsInMemory } from "./in-memory.ts";
import { madeUpData } from "./made-up.ts";
import { type PageText, readAnswer } from "./page-text.ts";
import { known, peopleInMemory, peopleTrailInMemory } from "./people-in-memory.ts";
import { openWith, person } from "./signed-in.ts";

const administrator = person("administrator");
const people = [
  known("administrator", "Pers administrator", ["beheer"]),
  known("bea", "Bea Beleid", ["beleid"]),
  known("ira", "Ira Instelling", ["instelling-ciio"]),
  known("eva", "Eva Elders", ["commissie"], { managedElsewhere: true, email: "" }),
  known("tom", "Tom Twee", ["beleid", "instelling-dnv"], { state: "blocked" }),
  known("noa", "Noa Nieuw", [], { state: "invited" }),
];

function opened(given: readonly KnownPerson[] = people, changed: Partial<PeopleKeeper> = {}, changes: readonly PeopleChange[] = []) {
  const keeper = Object.assign(peopleInMemory(given), changed);
  const sessions = sessionsInMemory();
  const trail = peopleTrailInMemory(changes);
  const portal = openWith(madeUpData(), {}, { people: async () => keeper, peopleTrail: trail, sessions });
  const ask = async (path: string) => readAnswer(await portal.ask(path, {}, administrator));
  /** The page to which a form leads, or that it answers with. */
  const send = async (path: string, fields: Record<string, string>): Promise<PageText & { led: boolean }> => {
    const answer = await portal.send(`/beheer/mensen/${path}`, fields, administrator);
    const to = answer.headers.get("Location");
    return to ? { ...(await ask(to)), led: true } : { ...(await readAnswer(answer)), led: false };
  };
  const list = () => ask("/beheer/mensen");
  const rowOf = async (name: string) => (await list()).all("tr").find((row) => row.startsWith(name));
  return { keeper, trail, portal, ask, send, list, rowOf };
}

describe("the list of people", () => {
  it("says of everybody who he is, which part he plays, for which body, and how he stands", async () => {
    const { list, rowOf } = opened();
    expect((await list()).all("caption")[0]).toBe("6 mensen bij de aanmelddienst");
    expect(await rowOf("Bea")).toBe("Bea Beleid bea@voorbeeld.examplebeleidsmedewerker–actiefWijzig");
    expect(await rowOf("Ira")).toBe("Ira Instelling ira@voorbeeld.examplemedewerker van een instellingCIIOactiefWijzig");
    expect(await rowOf("Pers")).toContain("dat bent u");
    expect(await rowOf("Noa")).toContain("geen rol–uitgenodigd");
    expect(await rowOf("Tom")).toContain("meer dan één rol: beleidsmedewerker, medewerker van een instellingDNVgeblokkeerd");
    expect(await rowOf("Eva")).toBe("Eva Elders –lid van de beheercommissie–actiefbeheerd bij de eigen organisatie");
  });

  it("is in the order of names, and says so when there is nobody", async () => {
    const rows = (await opened().list()).all("tr").map((row) => row.split(" ")[0]);
    expect(rows.slice(1, 7)).toEqual(["Bea", "Eva", "Ira", "Noa", "Pers", "Tom"]);
    expect((await opened([]).list()).text).toContain("Er is nog niemand uitgenodigd.");
    expect((await opened([people[0]!]).list()).all("caption")[0]).toBe("1 persoon bij de aanmelddienst");
  });

  it("is found from the page of the administrator", async () => {
    expect((await opened().ask("/beheer")).html).toContain('href="/beheer/mensen"');
  });
});

describe("inviting", () => {
  const noor = { naam: " Noor  Niks ", email: "Noor@Voorbeeld.EXAMPLE", rol: "instelling-dnv" };

  it("leads to the list with the person in it, what was done, and by whom", async () => {
    const { send, keeper } = opened();
    const page = await send("uitnodigen", noor);
    expect(page.led).toBe(true);
    expect(page.text).toContain("Noor Niks is uitgenodigd als medewerker van DNV. De uitnodiging gaat per e-mail en werkt zeven dagen.");
    expect(page.text).toMatch(/Noor Niks noor@voorbeeld\.example medewerker van een instelling DNV uitgenodigd/);
    expect(page.text).toMatch(/Noor Niks uitgenodigd als medewerker van DNV Pers administrator gelukt/);
    expect(keeper.mails).toEqual(["noor@voorbeeld.example"]);
  });

  it("twice, by a double click, sends one mail and says that it was so already", async () => {
    const { send, keeper, trail } = opened();
    await send("uitnodigen", noor);
    expect((await send("uitnodigen", noor)).text).toContain("Er was niets te veranderen: voor Noor Niks stond het al zo.");
    expect([keeper.mails.length, (await trail.list()).length]).toEqual([1, 1]);
  });

  it.each([
    [{ ...noor, naam: " " }, "Vul een naam in van hoogstens 80 tekens."],
    [{ ...noor, naam: "a".repeat(81) }, "Vul een naam in van hoogstens 80 tekens."],
    [{ ...noor, rol: "" }, "Kies een rol uit de lijst."],
    [{ ...noor, rol: "instelling-bestaatniet" }, "Kies een rol uit de lijst."],
    [{ ...noor, rol: "<script>" }, "Kies een rol uit de lijst."],
    [{ ...noor, email: "noor" }, "Dit is geen e-mailadres dat wij kunnen gebruiken."],
    [{ ...noor, email: "nóór@voorbeeld.example" }, "Dit is geen e-mailadres dat wij kunnen gebruiken."],
    [{ ...noor, email: "a@b.nl\r\nBcc: c@d.nl" }, "Dit is geen e-mailadres dat wij kunnen gebruiken."],
    [{ ...noor, email: `${"a".repeat(70)}@b.nl` }, "Dit is geen e-mailadres dat wij kunnen gebruiken."],
    [{ ...noor, email: "bea@voorbeeld.example" }, /Dit adres is al in gebruik: Bea Beleid ?, beleidsmedewerker/],
    [{}, "Vul een naam in van hoogstens 80 tekens."],
  ])("%j is refused: %s", async (fields, sentence) => {
    const { send, keeper, trail } = opened();
    const page = await send("uitnodigen", fields as Record<string, string>);
    expect([page.led, page.status]).toEqual([false, 400]);
    expect(page.text).toMatch(sentence);
    expect(page.text).toContain("Er is niemand uitgenodigd.");
    expect([keeper.mails, await trail.list()]).toEqual([[], []]);
  });

  it("that is refused keeps what was filled in", async () => {
    const page = await opened().send("uitnodigen", { ...noor, naam: "Noor <b>", email: "noor" });
    expect(page.html).toContain('value="Noor &lt;b&gt;"');
    expect(page.html).toMatch(/<option value="instelling-dnv" selected/);
    expect(page.html).toMatch(/<input id="email"[^>]*value="noor"[^>]*aria-invalid="true"/);
  });
});

describe("a person", () => {
  it("gets another part, and his session is over", async () => {
    const { send, portal, rowOf } = opened();
    const bea = { ...person("policy"), id: "bea" };
    const { cookie } = await portal.signIn(bea);
    const asBea = async () => (await portal.ask("/overzicht", { headers: { Cookie: cookie } }, null)).status;
    expect(await asBea()).toBe(200);
    const page = await send("wijzigen", { wie: "bea", bekend: "beleid", rol: "commissie" });
    expect(page.text).toContain("Bea Beleid is nu lid van de beheercommissie. Wie aangemeld was, moet zich opnieuw aanmelden.");
    expect(page.text).toContain("van beleidsmedewerker naar lid van de beheercommissie");
    expect(await rowOf("Bea")).toContain("lid van de beheercommissie");
    expect(await asBea()).toBe(302);
    expect((await send("wijzigen", { wie: "bea", bekend: "beleid", rol: "commissie" })).text).toContain("Er was niets te veranderen");
  });

  it("is blocked after a page that asks once more, and is signed out at once", async () => {
    const { ask, send, portal, rowOf } = opened();
    const { cookie } = await portal.signIn({ ...person("policy"), id: "bea" });
    expect((await ask("/beheer/mensen/persoon?wie=bea")).html).toContain('href="/beheer/mensen/blokkeren?wie=bea"');
    const asked = await ask("/beheer/mensen/blokkeren?wie=bea");
    expect([asked.all("h1")[0], asked.all("button").at(-1)]).toEqual(["Blokkeren: Bea Beleid", "Ja, blokkeer"]);
    expect(await rowOf("Bea")).toContain("actief");
    expect((await send("blokkeren", { wie: "bea" })).text).toContain("Bea Beleid is geblokkeerd en overal afgemeld.");
    expect(await rowOf("Bea")).toContain("geblokkeerd");
    expect((await portal.ask("/overzicht", { headers: { Cookie: cookie } }, null)).status).toBe(302);
  });

  it("is let in again, with the part that he had", async () => {
    const { send, rowOf } = opened([...people, known("bob", "Bob", ["beleid"], { state: "blocked" })]);
    expect((await send("blokkade-opheffen", { wie: "bob" })).text).toContain("Bob is niet meer geblokkeerd en kan zich weer aanmelden.");
    expect(await rowOf("Bob")).toContain("beleidsmedewerker–actief");
  });

  it("who did not come yet gets the invitation again", async () => {
    const { ask, send, keeper } = opened();
    expect((await ask("/beheer/mensen/persoon?wie=noa")).all("h2")).toEqual(["Andere rol", "Uitnodiging opnieuw sturen", "Blokkeren"]);
    expect((await send("opnieuw-uitnodigen", { wie: "noa" })).text).toContain("Noa Nieuw is opnieuw uitgenodigd.");
    expect(keeper.mails).toEqual(["noa@voorbeeld.example"]);
    const page = await send("opnieuw-uitnodigen", { wie: "bea" });
    expect([page.status, page.text.includes("Er staat geen uitnodiging open.")]).toEqual([400, true]);
  });

  it("is not there: nothing is done, and a page says so", async () => {
    const { ask, send, trail } = opened();
    for (const page of ["persoon", "blokkeren"]) expect((await ask(`/beheer/mensen/${page}?wie=niemand`)).status).toBe(404);
    for (const act of ["blokkeren", "blokkade-opheffen", "opnieuw-uitnodigen"]) {
      for (const fields of [{ wie: "niemand" }, {}] as Record<string, string>[]) expect((await send(act, fields)).status).toBe(404);
    }
    expect((await send("wijzigen", { wie: "niemand", rol: "beleid" })).status).toBe(404);
    expect(await trail.list()).toEqual([]);
  });
});

describe("what may not be done is not offered, and refused when it is asked all the same", () => {
  it("to oneself", async () => {
    const { ask, send } = opened();
    const own = await ask("/beheer/mensen/persoon?wie=administrator");
    expect(own.text).toContain("U kunt uzelf niet blokkeren en uw eigen rol niet veranderen. Vraag een andere beheerder.");
    expect(own.all("form")).toHaveLength(1);
    for (const page of [
      await send("blokkeren", { wie: "administrator" }),
      await send("wijzigen", { wie: "administrator", bekend: "beheer", rol: "beleid" }),
    ]) {
      expect([page.status, page.text.includes("U kunt uzelf niet blokkeren")]).toEqual([400, true]);
      expect(page.text).toContain("Er is niets veranderd.");
    }
  });

  it("to the last administrator", async () => {
    const { send } = opened([known("ada", "Ada", ["beheer"])]);
    const page = await send("blokkeren", { wie: "ada" });
    expect([page.status, page.text.includes("Dit is de enige beheerder die zich kan aanmelden.")]).toEqual([400, true]);
  });

  it("to whoever has his account elsewhere", async () => {
    const { ask, send } = opened();
    const page = await ask("/beheer/mensen/persoon?wie=eva");
    expect(page.text).toContain("Die organisatie beheert het account");
    expect(page.all("form")).toHaveLength(1);
    expect((await send("blokkeren", { wie: "eva" })).status).toBe(400);
  });

  it("over a change that was not seen", async () => {
    const page = await opened().send("wijzigen", { wie: "bea", bekend: "commissie", rol: "beheer" });
    expect([page.status, page.text.includes("intussen door iemand anders veranderd")]).toEqual([400, true]);
    expect((await opened().send("wijzigen", { wie: "bea", bekend: "beleid", rol: "niets" })).text).toContain("Kies een rol uit de lijst.");
  });
});

describe("a sign-in service that does not answer", () => {
  const away = () => Promise.reject(new ServiceUnavailable("ListUsers of the user pool: TooManyRequestsException"));

  it("is said, with what to do", async () => {
    const page = await opened(people, { everybody: away }).list();
    expect([page.status, page.all("h1")[0]]).toEqual([503, "De aanmelddienst geeft geen antwoord"]);
    expect(page.text).toContain("Probeer het over een minuut opnieuw.");
  });

  it("halfway a change leaves a line that says that it was not completed", async () => {
    const { send, list } = opened(people, { block: away });
    const page = await send("blokkeren", { wie: "bea" });
    expect([page.status, page.text.includes("dubbel kan geen kwaad")]).toEqual([503, true]);
    const { text } = await list();
    expect(text).toContain("Niet afgerond: onderweg ging iets mis, of het is nog bezig.");
    expect(text).toMatch(/Bea Beleid geblokkeerd Pers administrator niet afgerond/);
  });

  it("any other fault is a failure as everywhere", async () => {
    const faults: Error[] = [];
    const broken = { ...peopleInMemory(), everybody: () => Promise.reject(new Error("a bug")) };
    const portal = openWith(madeUpData(), { onFault: (error) => void faults.push(error) }, { people: async () => broken });
    expect((await portal.ask("/beheer/mensen", {}, administrator)).status).toBe(500);
    expect(faults).toHaveLength(1);
  });
});

describe("the trail", () => {
  const change = (i: number): PeopleChange => {
    const at = `2026-01-01T10:${String(i).padStart(2, "0")}:00.000Z`;
    return { id: at, at, by: { id: "bo", name: "Bo" }, action: "blocked", person: `P${i}`, ended: "done" };
  };

  it("shows fifty at a time, newest first, and the others on a next page", async () => {
    const { ask } = opened(
      people,
      {},
      Array.from({ length: 53 }, (_, i) => change(i)),
    );
    const rows = ({ all }: PageText) => all("tr").filter((row) => row.includes("gelukt"));
    const [first, second] = [rows(await ask("/beheer/mensen")), rows(await ask("/beheer/mensen?pagina=2"))];
    expect([first.length, second.length]).toEqual([50, 3]);
    expect(first[0]).toContain("P52");
  });

  it("does not say that something was done because an address says so", async () => {
    const open = { ...change(1), ended: undefined };
    const { ask } = opened(people, {}, [open]);
    for (const id of [open.id, "verzonnen"]) {
      expect((await ask(`/beheer/mensen?wijziging=${encodeURIComponent(id)}`)).html).not.toContain('role="status"');
    }
  });
});
