import type { PublishedReport } from "../../core/figures/yearly-report/published.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { VersionTable } from "./yearly-report/published-versions.tsx";

/** The yearly reports that everybody may read. */
export function PublicReports({ published }: { readonly published: readonly PublishedReport[] }) {
  const title = say("Jaarrapporten", "Yearly reports");
  return (
    <Layout title={title}>
      <h1>{title}</h1>
      <p class="lead">
        {say(
          "Hoeveel organisaties aan de normen van een label voldoen. Zonder namen, en zonder aantallen die zo klein zijn dat te herleiden is om wie het gaat.",
          "How many organisations meet the norms of a label. Without names, and without numbers so small that one could tell who it is about.",
        )}
      </p>
      {published.length === 0 ? (
        <p class="notice">{say("Er is nog geen jaarrapport gepubliceerd.", "No yearly report was published yet.")}</p>
      ) : (
        <VersionTable published={published} />
      )}
    </Layout>
  );
}
