import { Layout } from "../layout.tsx";

/** There is nothing at this address. */
export function NotFound() {
  return (
    <Layout title="Pagina niet gevonden">
      <h1>Deze pagina bestaat niet</h1>
      <p class="lead">Misschien is het adres niet goed overgenomen, of is het bestand er niet (meer).</p>
      <p>
        Ga naar <a href="/">het overzicht</a> of naar <a href="/aanleveringen">de aanleveringen</a>.
      </p>
    </Layout>
  );
}

/** The fault is ours; the reader can only try again. */
export function Failure() {
  return (
    <Layout title="Storing">
      <h1>Er ging bij ons iets mis</h1>
      <p class="lead">De pagina kon niet worden gemaakt. Aan uw aanleveringen is niets veranderd.</p>
      <p>
        Ververs deze pagina over een minuut. Blijft het misgaan, geef dan door aan de beheerder wanneer het gebeurde en welk adres er boven
        in uw scherm staat.
      </p>
      <p>
        <a href="/">Naar het overzicht</a>
      </p>
    </Layout>
  );
}

/** The request came for another host name than this server answers to. */
export function WrongHost() {
  return (
    <Layout title="Verkeerd adres">
      <h1>Dit adres hoort niet bij de normenmonitor</h1>
      <p class="lead">De normenmonitor is alleen bereikbaar op de computer waarop hij draait, bijvoorbeeld op http://127.0.0.1:8787.</p>
    </Layout>
  );
}
