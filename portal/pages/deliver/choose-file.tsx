import type { UploadGrant } from "../../../core/uploads.ts";
import { say } from "../../language.tsx";
import { Layout } from "../../layout.tsx";

/** The form of a browser without scripts: it sends the file to the store, which sends the browser on to the page that follows it. */
export const ChooseFile = ({ grant }: { readonly grant: UploadGrant }) => (
  <Layout title={say("Bestand kiezen", "Choose a file")} section="/aanleveren">
    <h1>{say("Kies uw bestand", "Choose your file")}</h1>
    <form method="post" action={grant.address} enctype="multipart/form-data">
      {Object.entries(grant.fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="drop">
        <label for="bestand">{say("Excel (.xlsx) of CSV", "Excel (.xlsx) or CSV")}</label>
        {/* The store takes no field that comes after the file. */}
        <input id="bestand" type="file" name="file" accept=".csv,.xlsx,.txt" required />
      </div>
      <p>
        <button type="submit">{say("Aanleveren", "Deliver")}</button>
      </p>
      <p class="quiet">{say("Deze pagina blijft een kwartier geldig.", "This page stays valid for a quarter of an hour.")}</p>
    </form>
  </Layout>
);
