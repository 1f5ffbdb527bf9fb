interface EmptyStateProps {
  readonly inbox: string;
  readonly bodies: ReadonlyMap<string, string>;
}

/** Nothing was delivered yet: what to do. */
export function EmptyState({ inbox, bodies }: EmptyStateProps) {
  const [example = "instelling"] = bodies.keys();
  return (
    <section class="notice" aria-labelledby="beginnen">
      <h2 id="beginnen">Zo begint u</h2>
      <ol>
        <li>
          Zet een bestand met toetsingsrapporten (CSV of Excel) in{" "}
          <code>
            {inbox}/{example}/
          </code>
          . De map is de code van de certificerende instelling.
        </li>
        <li>Wacht enkele seconden en ververs deze pagina. Het ontvangstbewijs staat dan bij Aanleveringen.</li>
        <li>Zodra er een rapport is aangenomen, staan hier de cijfers per norm.</li>
      </ol>
      {bodies.size > 0 && (
        <p>
          Certificerende instellingen:{" "}
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
