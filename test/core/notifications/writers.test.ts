import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import type { DigestContent } from "../../../core/notifications/digest.ts";
import type { Mail } from "../../../core/notifications/mail.ts";
import { noticeMail } from "../../../core/notifications/notice-mail.ts";
import { dueDeliveries, lateDeliveries } from "../../../core/notifications/reminder-mail.ts";
import type { ReminderContent, ReminderLine } from "../../../core/notifications/reminders.ts";
import { signalDigest } from "../../../core/notifications/signal-digest-mail.ts";

const bea = { id: "beleid", name: "Bea Beleid", email: "bea@voorbeeld.example" };
const place = { origin: "https://normen.example.org", contact: "vragen@voorbeeld.example" };
const unsubscribe = "https://normen.example.org/berichten/afmelden?sleutel=abc.def";

const items = (count: number, title = "V01 Norm") =>
  Array.from({ length: count }, (_, i) => ({ title: `${title} ${i}`, text: "Geen van de 12 organisaties voldoet." }));
const told = (count: number) => ({ items: items(Math.min(count, 20)), count });
const digest = (changes: Partial<DigestContent> = {}): Mail => {
  const content = { referenceDate: "2026-11-25", since: "2026-11-01", gained: told(0), lost: told(0), ...changes };
  return signalDigest(bea, { run: "2026-11-25-000012-abc-def", content }, place, unsubscribe);
};

const line = (organisation: string, changes: Partial<ReminderLine> = {}): ReminderLine => ({
  organisation,
  lastTest: "2024-09-20",
  due: "2026-09-20",
  monthsLate: 2,
  ...changes,
});
const lines = (...names: readonly string[]) => ({ lines: names.map((name) => line(name)), count: names.length });
const content = (changes: Partial<ReminderContent> = {}): ReminderContent => ({
  labels: [{ label: "KSW", late: lines("Stichting Noord"), soon: lines() }],
  silence: null,
  ...changes,
});
const late = (changes: Partial<ReminderContent> = {}, name = "CIIO") =>
  lateDeliveries(bea, { body: "ciio", day: "2026-11-25", content: content(changes) }, name, place);
const due = (...names: readonly string[]) =>
  dueDeliveries(
    bea,
    { body: "ciio", day: "2026-11-25", content: content({ labels: [{ label: "KSW", late: lines(), soon: lines(...names) }] }) },
    "CIIO",
    place,
  );

describe("the digest of signals", () => {
  it.each([
    [told(1), told(0), "Normenmonitor: 1 nieuw signaal"],
    [told(3), told(1), "Normenmonitor: 3 nieuwe signalen en 1 signaal niet meer"],
    [told(0), told(2), "Normenmonitor: 2 signalen niet meer"],
  ])("says in its subject how much changed", (gained, lost, subject) => {
    expect(digest({ gained, lost }).subject).toBe(subject);
  });

  it("names each norm with its reason, and counts what it does not name", () => {
    const { text } = digest({ gained: told(23) });
    expect(text.match(/^- V01 Norm \d+\n {2}Geen van de 12 organisaties voldoet\.$/gm)).toHaveLength(20);
    expect(text).toContain("En nog 3. U vindt ze allemaal in de normenmonitor.");
    expect(digest({ gained: told(20) }).text).not.toContain("En nog");
  });

  it("is an overview of all signals when it is the first", () => {
    const mail = digest({ since: null, gained: told(1) });
    expect([mail.subject, mail.text]).toEqual([
      "Normenmonitor: 1 signaal",
      expect.stringContaining("Op de peildatum 25-11-2026 is er 1 signaal."),
    ]);
  });

  it("leads to the page and to where it is turned off, in text and in HTML", () => {
    const { text, html, unsubscribe: address } = digest({ gained: told(1) });
    expect(address).toBe(unsubscribe);
    for (const body of [text, html]) {
      expect(body).toContain("https://normen.example.org/overzicht");
      expect(body).toContain(unsubscribe);
    }
  });

  it("has an id of its publication: the same one is the same mail", () => {
    expect(digest().id).toBe("signals-2026-11-25-000012-abc-def");
  });
});

describe("reminders", () => {
  it.each([
    [["Noord"], "Normenmonitor: 1 organisatie binnenkort aan een toets toe"],
    [["Noord", "Zuid"], "Normenmonitor: 2 organisaties binnenkort aan een toets toe"],
  ])("of what is due soon say how many", (names, subject) => {
    expect(due(...names).subject).toBe(subject);
  });

  it("ask for one test or report where it is one, and for more where there are more", () => {
    const more = late({ labels: [{ label: "KSW", late: lines("Noord", "Zuid"), soon: lines() }] });
    expect([due("Noord"), due("Noord", "Zuid"), late(), more].map(({ text }) => /Wilt u .*?\?/.exec(text)?.[0])).toEqual([
      "Wilt u zorgen dat die toets gepland is, en het rapport daarna aanleveren?",
      "Wilt u zorgen dat die toetsen gepland zijn, en de rapporten daarna aanleveren?",
      "Wilt u het rapport aanleveren, of laten weten wanneer die toets is?",
      "Wilt u de rapporten aanleveren, of laten weten wanneer die toetsen zijn?",
    ]);
  });

  it("of what is late say since when, and name what follows after it", () => {
    const labels = [
      {
        label: "KSW",
        late: { lines: [line("Noord"), line("Oost", { monthsLate: 0 }), line("West", { monthsLate: 1 })], count: 3 },
        soon: lines("Zuid"),
      },
    ];
    const { subject, text } = late({ labels });
    expect(subject).toBe("Normenmonitor: bij 3 organisaties is de toets te laat");
    expect(text).toContain("- Noord\n  Uiterlijk 20-09-2026, 2 maanden te laat. Laatste toets: 20-09-2024.");
    expect(text).toContain("Uiterlijk 20-09-2026, nog geen maand te laat.");
    expect(text).toContain("Uiterlijk 20-09-2026, 1 maand te laat.");
    expect(text.indexOf("KSW: te laat")).toBeLessThan(text.indexOf("KSW: binnenkort\n- Zuid"));
  });

  it("of a silence say how long it lasts, also when no test is late", () => {
    const mail = late({ labels: [], silence: { since: "2026-03-14", months: 8 } });
    expect(mail.subject).toBe("Normenmonitor: al 8 maanden niets aangeleverd");
    expect(mail.text).toContain("de laatste aanlevering was op 14-03-2026");
    expect(late({ silence: { since: "2026-03-14", months: 8 } }).subject).toBe(
      "Normenmonitor: bij 1 organisatie is de toets te laat en al 8 maanden niets aangeleverd",
    );
  });

  it("count what they do not name", () => {
    expect(late({ labels: [{ label: "KSW", late: { lines: [line("Noord")], count: 41 }, soon: lines() }] }).text).toContain("En nog 40.");
  });

  it("are one a week, and say that they cannot be turned off", () => {
    expect([due("Noord").id, late().id]).toEqual(["due-ciio-2026-W48", "late-ciio-2026-W48"]);
    for (const mail of [due("Noord"), late()]) {
      expect(mail.unsubscribe).toBeUndefined();
      expect(mail.text).toContain("daarom kunt u het niet uitzetten");
    }
  });
});

describe("a notice of another part of the product", () => {
  const notice = (items_: number, count?: number) =>
    noticeMail(
      bea,
      {
        about: "review KSW 2026 reminder 2026-W48",
        subject: "Nog 2 normen om over te besluiten",
        paragraphs: ["De relevantietoets sluit op 31-12-2026."],
        list: { heading: "Nog te besluiten", items: items(items_), ...(count === undefined ? {} : { count }) },
        link: { text: "Naar de relevantietoets", path: "/toets/KSW/2026" },
        why: "U krijgt dit bericht omdat u lid bent van de beheercommissie.",
      },
      place,
    );

  it("is told once about one thing, and cannot be turned off", () => {
    const { id, kind, text } = notice(2);
    expect([id, kind]).toEqual(["notice-review_KSW_2026_reminder_2026-W48", "notice"]);
    expect(text).toContain("https://normen.example.org/toets/KSW/2026");
    expect(text).toContain(
      "U krijgt dit bericht omdat u lid bent van de beheercommissie. Het vraagt iets van u, daarom kunt u het niet uitzetten.",
    );
  });

  it("counts what its list does not name", () => {
    expect(notice(2, 5).text).toContain("En nog 3.");
    expect(notice(2).text).not.toContain("En nog");
  });
});

describe("every mail", () => {
  const hostile = "</strong><script>alert(1)</script>\r\nBcc: iedereen@evil.example\u202Enoitasinagro & \"co\" 'x'\ud800";
  const person = { ...bea, name: hostile };
  const hostiles = (): readonly Mail[] => [
    signalDigest(
      person,
      {
        run: hostile,
        content: {
          referenceDate: "2026-11-25",
          since: null,
          gained: { items: [{ title: hostile, text: hostile }], count: 1 },
          lost: told(0),
        },
      },
      place,
      unsubscribe,
    ),
    lateDeliveries(
      person,
      { body: "ciio", day: "2026-11-25", content: content({ labels: [{ label: hostile, late: lines(hostile), soon: lines(hostile) }] }) },
      hostile,
      place,
    ),
    dueDeliveries(
      person,
      { body: "ciio", day: "2026-11-25", content: content({ labels: [{ label: hostile, late: lines(), soon: lines(hostile) }] }) },
      hostile,
      place,
    ),
    noticeMail(
      person,
      { about: hostile, subject: hostile, paragraphs: [hostile], link: { text: hostile, path: "/x" }, why: hostile },
      place,
    ),
  ];

  it("has HTML that is Dutch, well-formed, and asks for nothing from elsewhere", () => {
    for (const { html } of [digest({ gained: told(2) }), due("Noord"), late(), ...hostiles()]) {
      const elements = elementsOf(html);
      expect(elements[0]).toEqual(["html", { lang: "nl" }]);
      expect(elements.filter(([name]) => name === "h1")).toHaveLength(1);
      const loading = elements.filter(([name, attributes]) => /^(img|link|script|iframe|style|object)$/.test(name) || "src" in attributes);
      expect(loading).toEqual([]);
      expect(html).not.toMatch(/url\(|@import/);
      for (const [, { href }] of elements.filter(([name]) => name === "a")) expect(href).toMatch(/^https:\/\/normen\.example\.org\//);
    }
  });

  it("keeps what stands in a name to one line: it adds no header, no markup and turns no text around", () => {
    for (const { subject, text, html, id } of hostiles()) {
      expect(subject).not.toMatch(/[\r\n\u202E\ud800]/);
      expect(subject.length).toBeLessThanOrEqual(150);
      expect(id).toMatch(/^[\w.-]+$/);
      expect(text).not.toMatch(/^Bcc:/m);
      expect(text + html).not.toMatch(/\r|\u202E|\ud800/);
      expect(html).not.toContain("<script");
    }
  });

  it("cuts a name that is longer than any name", () => {
    const long = "x".repeat(100_000);
    expect(late({}, long).html.length).toBeLessThan(20_000);
  });

  it("greets somebody without a name too", () => {
    expect(
      signalDigest(
        { ...bea, name: " " },
        { run: "r", content: { referenceDate: "2026-11-25", since: null, gained: told(1), lost: told(0) } },
        place,
        unsubscribe,
      ).text,
    ).toContain("Beste collega,");
  });

  it("says whom to ask", () => {
    for (const mail of [digest({ gained: told(1) }), due("Noord"), late()])
      expect(mail.text).toContain("Hebt u een vraag? Mail naar vragen@voorbeeld.example.");
  });
});

/** Every element with its attributes, in order. Throws for HTML that is no XML but for what HTML leaves open. */
function elementsOf(html: string): readonly (readonly [string, Readonly<Record<string, string>>])[] {
  const parser = new SaxesParser();
  const found: [string, Record<string, string>][] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => found.push([name, attributes as Record<string, string>]));
  parser.write(html.replace("<!doctype html>", "").replace(/<(meta[^>]*|br)>/g, "<$1/>")).close();
  return found;
}
