import type { Publication } from "./data.ts";
import { day } from "./format.ts";
import { say } from "./language.tsx";

/** Where figures come from and of which day: under charts, in files and on slides, since those travel without the page. */
export const sourceWords = ({ referenceDate, run, illustrative }: Pick<Publication, "referenceDate" | "run" | "illustrative">): string =>
  [
    say(
      `Bron: normenmonitor, peildatum ${day(referenceDate)}, berekening ${run}.`,
      `Source: normenmonitor, reference date ${day(referenceDate)}, run ${run}.`,
    ),
    ...(illustrative
      ? [say("Voorbeeldcatalogus, geen officiële normtekst.", "Example catalogue, not the official text of the norms.")]
      : []),
  ].join(" ");
