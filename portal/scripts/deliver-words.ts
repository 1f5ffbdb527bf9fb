/** What the page on which one delivers says by its script. */
import type { CheckResult } from "../../core/intake/check-result.ts";
import type { Language } from "./check-words.ts";
import type { SendFailure } from "./send-file.ts";

interface Words {
  readonly send: string;
  readonly sendAnyway: string;
  readonly sending: string;
  readonly again: string;
  readonly trial: string;
  /** The check itself did not succeed. */
  readonly unchecked: string;
  readonly advice: Readonly<Record<CheckResult["status"], string>>;
  /** Advice about a file of which no row was read: there are no cells to remark upon. */
  readonly nothingRead: string;
  readonly failures: Readonly<Record<SendFailure, string>>;
}

export const deliverWords: Readonly<Record<Language, Words>> = {
  nl: {
    send: "Aanleveren",
    sendAnyway: "Toch aanleveren",
    sending: "Uw bestand wordt verstuurd.",
    again: "Opnieuw versturen",
    trial: "Dit was een proef: er is niets verstuurd of bewaard.",
    unchecked: "De controle op uw computer is niet gelukt. U kunt uw bestand wel aanleveren; het wordt dan bij ons gecontroleerd.",
    advice: {
      accepted: "Klaar om aan te leveren.",
      partlyAccepted:
        "U kunt nu aanleveren: de rapporten zonder fouten worden aangenomen. Of herstel eerst de fouten en kies het bestand opnieuw.",
      rejected:
        "Herstel de fouten en kies het bestand daarna opnieuw. Levert u het toch aan, dan wordt er niets verwerkt, maar krijgt u wel uw bestand terug met opmerkingen in de cellen.",
    },
    nothingRead: "Hier staat geen rapport in dat wij kunnen lezen. Herstel het bestand, of kies een ander bestand.",
    failures: {
      signedOut: "U bent niet meer aangemeld. Er is niets verstuurd. Meld u opnieuw aan en kies het bestand nog een keer.",
      tooLarge: "Het bestand is te groot om te versturen. Verdeel de rapporten over meer bestanden.",
      lost: "Het versturen is niet gelukt. Controleer uw verbinding en probeer het opnieuw; een bestand dat al binnen was, telt geen tweede keer.",
    },
  },
  en: {
    send: "Deliver",
    sendAnyway: "Deliver all the same",
    sending: "Your file is being sent.",
    again: "Send again",
    trial: "This was a try-out: nothing was sent or kept.",
    unchecked: "The check on your computer did not succeed. You can deliver your file all the same; it is then checked on our side.",
    advice: {
      accepted: "Ready to deliver.",
      partlyAccepted: "You can deliver now: the reports without errors are accepted. Or mend the errors first and choose the file again.",
      rejected:
        "Mend the errors, then choose the file again. If you deliver it all the same nothing is processed, but you get your file back with remarks in the cells.",
    },
    nothingRead: "There is no report in it that we can read. Mend the file, or choose another one.",
    failures: {
      signedOut: "You are no longer signed in. Nothing was sent. Sign in again and choose the file once more.",
      tooLarge: "The file is too large to send. Divide the reports over more files.",
      lost: "Sending failed. Check your connection and try again; a file that had come in already does not count twice.",
    },
  },
};
