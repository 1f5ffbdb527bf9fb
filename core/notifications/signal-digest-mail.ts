import { count } from "../numbers.ts";
import { dutchDate, listed } from "../relevance/sentences/words.ts";
import type { DigestContent, Told } from "./digest.ts";
import { type LetterList, restOf, writeLetter } from "./letter.ts";
import { type Mail, type MailPlace, mailId, type Recipient } from "./mail.ts";
import { safeSubject } from "./safe-text.ts";

/** The digest of one publication to one person of the policy staff. `unsubscribe`: address at which he turns digests off. */
export function signalDigest(
  to: Recipient,
  { run, content }: { readonly run: string; readonly content: DigestContent },
  { origin, contact }: MailPlace,
  unsubscribe: string,
): Mail {
  const { gained, lost, since, referenceDate } = content;
  const news = since === null ? signals(gained.count) : whatChanged(gained.count, lost.count);
  const letter = writeLetter({
    heading: since === null ? "Signalen bij de normen" : "Wat er bij de normen is veranderd",
    name: to.name,
    parts: [
      since === null
        ? `Dit is uw eerste overzicht. Op de peildatum ${dutchDate(referenceDate)} ${gained.count === 1 ? "is" : "zijn"} er ${news}. Hierna krijgt u alleen bericht als er iets verandert.`
        : `Sinds het vorige overzicht (peildatum ${dutchDate(since)}) is er iets veranderd: ${news}. De peildatum is nu ${dutchDate(referenceDate)}.`,
      ...list(since === null ? "Dit zijn de signalen" : "Nieuw", gained),
      ...list("Niet meer", lost),
      "Een signaal is een reden voor een gesprek, nooit een oordeel.",
    ],
    link: { text: "Bekijk het overzicht in de normenmonitor", address: `${origin}/overzicht` },
    why: "U krijgt dit bericht omdat u beleidsmedewerker bent. Het komt hooguit één keer per dag, en alleen als er iets verandert.",
    unsubscribe,
    contact,
  });
  return { id: mailId("signals", run), kind: "signals", to, subject: safeSubject(`Normenmonitor: ${news}`), ...letter, unsubscribe };
}

const signals = (value: number): string => count(value, "signaal", "signalen");

const whatChanged = (gained: number, lost: number): string =>
  listed(
    [...(gained > 0 ? [count(gained, "nieuw signaal", "nieuwe signalen")] : []), ...(lost > 0 ? [`${signals(lost)} niet meer`] : [])],
    "en",
  );

function list(heading: string, { items, count: all }: Told): readonly LetterList[] {
  if (all === 0) return [];
  return [{ heading, items, ...restOf(items.length, all) }];
}
