import type { Child } from "hono/jsx";
import { amsterdamDay, dutchDay } from "../../../core/calendar.ts";
import type { FrameworkDraft } from "../../../core/framework-draft/types.ts";
import { draftPage, FRAMEWORKS } from "../../framework-links.ts";
import { eventText } from "../../framework-words.ts";
import { say } from "../../language.tsx";
import { Layout } from "../../layout.tsx";
import { FormToken } from "../../visit.tsx";
import { REVISION } from "./view.ts";

interface DraftLayoutProps {
  readonly draft: FrameworkDraft;
  /** Of this page of the draft. */
  readonly heading: string;
  /** Something was sent and not done. */
  readonly refused?: boolean;
  readonly children: Child;
}

/** The frame of a page about a draft, other than its first. */
export function DraftLayout({ draft, heading, refused, children }: DraftLayoutProps) {
  const title = `${heading} – ${draft.title}`;
  return (
    <Layout title={refused ? say(`Niet verwerkt: ${title}`, `Not processed: ${title}`) : title} section={FRAMEWORKS}>
      <p class="back">
        <a href={draftPage(draft)}>{draft.title}</a>
      </p>
      <h1>{heading}</h1>
      {children}
    </Layout>
  );
}

/** What every form of a draft carries. */
export const DraftFields = ({ draft }: Pick<DraftLayoutProps, "draft">) => (
  <>
    <FormToken />
    <input type="hidden" name={REVISION} value={String(draft.revision)} />
  </>
);

/** Why the register did not take a change. */
export interface Refusal {
  /** What was done to the draft since the page that was sent was opened. */
  readonly meanwhile: FrameworkDraft["trail"];
  readonly tooLarge: boolean;
}

interface FaultsProps {
  /** Each a sentence. */
  readonly faults: readonly string[];
  readonly refusal?: Refusal;
}

/** Why something was not done; nothing changed. Id `fouten`, for the fields that it is about. */
export function Faults({ faults, refusal }: FaultsProps) {
  const { meanwhile = [], tooLarge = false } = refusal ?? {};
  if (faults.length === 0 && !refusal) return null;
  return (
    <section class="verdict bad" id="fouten" role="alert" aria-label={say("Niet verwerkt", "Not processed")}>
      <p>{say("Dit is niet verwerkt; er is niets veranderd.", "This was not processed; nothing was changed.")}</p>
      {meanwhile.length > 0 && (
        <>
          <p>
            {say(
              "Het concept is gewijzigd sinds u deze pagina opende. Kijk of uw wijziging nog klopt en verstuur haar dan opnieuw.",
              "The draft was changed since you opened this page. See whether your change still holds and then send it again.",
            )}
          </p>
          <ul>
            {meanwhile.map((line) => (
              <li>{trailText(line)}</li>
            ))}
          </ul>
        </>
      )}
      {refusal && meanwhile.length === 0 && !tooLarge && (
        <p>{say("Aan dit concept kan niet meer worden gewerkt.", "This draft cannot be worked on any more.")}</p>
      )}
      {tooLarge && (
        <p>
          {say(
            "Het concept wordt te groot om te bewaren. Maak titels korter, of vraag een beheerder de nieuwe versie als bestand in gebruik te nemen.",
            "The draft becomes too large to keep. Make titles shorter, or ask an administrator to put the new version in force as a file.",
          )}
        </p>
      )}
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li>{fault}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** "25-11-2026: Cor wijzigde V04" */
export const trailText = ({ at, by, event, norms }: FrameworkDraft["trail"][number]): string =>
  `${dutchDay(amsterdamDay(at))}: ${by.name} ${eventText(event, norms)}`;
