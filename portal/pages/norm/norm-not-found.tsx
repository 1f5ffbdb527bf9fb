import { say } from "../../language.tsx";
import { Layout } from "../../layout.tsx";
import { NORMS } from "../../norm-links.ts";

/** The catalogue has no norm at this address. */
export function NormNotFound({ address }: { readonly address: string }) {
  return (
    <Layout title={say("Norm niet gevonden", "Norm not found")} section={NORMS}>
      <h1>{say("Deze norm kennen wij niet", "We do not know this norm")}</h1>
      <p class="lead">
        {say("In het normenkader staat geen norm", "The framework has no norm")} <b class="value">{address}</b>.{" "}
        {say(
          "Misschien is het adres niet goed overgenomen, of is het normenkader intussen veranderd.",
          "Perhaps the address was not copied well, or the framework has changed meanwhile.",
        )}
      </p>
      <p>
        <a href={NORMS}>{say("Zoek de norm in de tabel van alle normen", "Look for the norm in the table of all norms")}</a>
      </p>
    </Layout>
  );
}
