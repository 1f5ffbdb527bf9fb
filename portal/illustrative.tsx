import type { Publication } from "./data.ts";
import { say } from "./language.tsx";

/** That the norms are made up, where they are. */
export function Illustrative({ publication }: { readonly publication: Pick<Publication, "illustrative"> | undefined }) {
  if (!publication?.illustrative) return null;
  return (
    <p class="illustrative">
      <strong>{say("Voorbeeldcatalogus, geen officiële normtekst.", "Example catalogue, not the official text of the norms.")}</strong>{" "}
      {say(
        "De normen op deze pagina zijn verzonnen om te laten zien hoe de normenmonitor werkt.",
        "The norms on this page are made up to show how normenmonitor works.",
      )}
    </p>
  );
}
