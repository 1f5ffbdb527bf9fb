import type { CatalogueChanges, Changed } from "../../core/catalogue/changes.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { FormToken } from "../visit.tsx";

/** What came of a catalogue that was sent. */
export type CatalogueOutcome =
  /** It cannot be used; nothing was changed. Dutch, each with its file and place. */
  | { readonly kind: "wrong"; readonly problems: readonly string[] }
  /** It can; this would change. */
  | { readonly kind: "checked"; readonly changes: CatalogueChanges | undefined }
  | { readonly kind: "inForce"; readonly version: string };

/** Fetch the catalogue, change it, have it checked, put it in force. */
export function CataloguePage({ outcome }: { readonly outcome?: CatalogueOutcome }) {
  return (
    <Layout title={say("Normenkaders beheren", "Manage frameworks")} section="/beheer">
      <p class="back">
        <a href="/beheer">{say("Beheer", "Administration")}</a>
      </p>
      <h1>{say("Normenkaders, instellingen en organisaties", "Frameworks, bodies and organisations")}</h1>
      {outcome && <Outcome outcome={outcome} />}
      <ol>
        <li>
          <a href="/beheer/normenkader.zip" download>
            {say("Haal op wat nu geldt (ZIP)", "Fetch what is in force (ZIP)")}
          </a>
          .
        </li>
        <li>
          {say(
            "Pas de bestanden aan. Een geldend normenkader houdt zijn normen: een wijziging van normen is een nieuwe versie, in een nieuw bestand.",
            "Change the files. A framework in force keeps its norms: a change of norms is a new version, in a new file.",
          )}
        </li>
        <li>
          {say(
            "Stuur de map als ZIP terug. Controleren verandert nog niets.",
            "Send the folder back as a ZIP. Checking changes nothing yet.",
          )}
        </li>
      </ol>
      <form method="post" action="/beheer/normenkader" enctype="multipart/form-data">
        <FormToken />
        <div class="drop">
          <label for="bestand">{say("ZIP-bestand met het normenkader", "ZIP file with the catalogue")}</label>
          <input id="bestand" type="file" name="bestand" accept=".zip" required />
        </div>
        <p>
          <button type="submit" name="doel" value="controleren">
            {say("Controleren", "Check")}
          </button>{" "}
          <button type="submit" name="doel" value="in gebruik nemen">
            {say("In gebruik nemen", "Put in force")}
          </button>
        </p>
      </form>
    </Layout>
  );
}

function Outcome({ outcome }: { readonly outcome: CatalogueOutcome }) {
  if (outcome.kind === "wrong") {
    return (
      <section class="verdict bad" aria-labelledby="uitkomst">
        <h2 id="uitkomst">{say("Niet in orde: er is niets veranderd", "Not right: nothing was changed")}</h2>
        <ul lang="nl">
          {outcome.problems.map((problem) => (
            <li>{problem}</li>
          ))}
        </ul>
      </section>
    );
  }
  if (outcome.kind === "inForce") {
    return (
      <section class="verdict good" aria-labelledby="uitkomst">
        <h2 id="uitkomst">{say("In gebruik genomen", "Put in force")}</h2>
        <p>
          {say("Versie", "Version")} <code>{outcome.version.slice(0, 12)}</code>.{" "}
          {say(
            "Nieuwe aanleveringen worden ermee gecontroleerd; de cijfers volgen bij de eerstvolgende berekening.",
            "New deliveries are checked by it; the figures follow with the next computation.",
          )}
        </p>
      </section>
    );
  }
  return (
    <section class="verdict good" aria-labelledby="uitkomst">
      <h2 id="uitkomst">{say("In orde: dit kan in gebruik worden genomen", "Right: this can be put in force")}</h2>
      {outcome.changes && <Changes changes={outcome.changes} />}
    </section>
  );
}

function Changes({ changes: { frameworks, bodies, organisations } }: { readonly changes: CatalogueChanges }) {
  const parts = [
    { name: say("Normenkaders", "Frameworks"), changed: frameworks },
    { name: say("Certificerende instellingen", "Certifying bodies"), changed: bodies },
    { name: say("Organisaties", "Organisations"), changed: organisations },
  ].filter(({ changed }) => changed.added.length + changed.changed.length + changed.gone.length > 0);
  if (parts.length === 0)
    return (
      <p>
        {say(
          "Het is gelijk aan wat nu geldt, op competenties en thema’s na.",
          "It equals what is in force, save for competencies and themes.",
        )}
      </p>
    );
  return (
    <ul>
      {parts.map(({ name, changed }) => (
        <li>
          {name}: {sentenceOf(changed)}
        </li>
      ))}
    </ul>
  );
}

/** So many are named; of the others the number. */
const MOST_NAMED = 8;

function sentenceOf({ added, changed, gone }: Changed): string {
  const named = (keys: readonly string[]) =>
    keys.length > MOST_NAMED ? `${keys.slice(0, MOST_NAMED).join(", ")} … (${keys.length})` : keys.join(", ");
  return [
    added.length > 0 ? `${say("nieuw", "new")}: ${named(added)}` : "",
    changed.length > 0 ? `${say("gewijzigd", "changed")}: ${named(changed)}` : "",
    gone.length > 0 ? `${say("weg", "gone")}: ${named(gone)}` : "",
  ]
    .filter(Boolean)
    .join("; ");
}
