import { say } from "./language.tsx";

interface EmptyStateProps {
  readonly inbox: string;
  readonly bodies: ReadonlyMap<string, string>;
}

/** Nothing was delivered yet: what to do. */
export function EmptyState({ inbox, bodies }: EmptyStateProps) {
  const [example = "instelling"] = bodies.keys();
  return (
    <section class="notice" aria-labelledby="beginnen">
      <h2 id="beginnen">{say("Zo begint u", "How to begin")}</h2>
      <ol>
        <li>
          {say(
            "Een certificerende instelling meldt zich aan en levert een bestand met toetsingsrapporten aan (CSV of Excel).",
            "A certifying body signs in and delivers a file with test reports (CSV or Excel).",
          )}
          {inbox !== "" && (
            <>
              {" "}
              {say("Op deze computer kan het bestand ook in", "On this computer the file can also be put in")}{" "}
              <code>
                {inbox}/{example}/
              </code>
              .
            </>
          )}
        </li>
        <li>
          {say(
            "Het ontvangstbewijs staat een paar seconden later bij Aanleveringen.",
            "The receipt is with Deliveries a few seconds later.",
          )}
        </li>
        <li>
          {say(
            "Zodra er een rapport is aangenomen, staan op het overzicht de cijfers per norm.",
            "As soon as a report is accepted, the overview shows the figures per norm.",
          )}
        </li>
      </ol>
      {bodies.size > 0 && (
        <p>
          {say("Certificerende instellingen", "Certifying bodies")}:{" "}
          {[...bodies].map(([code, name], i) => (
            <>
              {i > 0 && ", "}
              {name} (<code>{code}</code>)
            </>
          ))}
          .
        </p>
      )}
    </section>
  );
}
