import { dutchDay, parseIsoDay } from "../../../core/calendar.ts";
import type { YearlyReport } from "../../../core/figures/yearly-report/report.ts";
import { say } from "../../language.tsx";
import { Section } from "./section.tsx";

/** How it was counted, what is hidden, and what cannot be concluded: the same words in every report. */
export function Method({ report }: { readonly report: YearlyReport }) {
  return (
    <>
      <Section id="telling" title={say("Hoe er geteld is", "How it was counted")}>
        <p>
          {say(
            "Geteld zijn organisaties, niet rapporten. Elke organisatie telt één keer mee, met haar laatste eerste toets of hertoets tot en met de peildatum. Een latere tussentijdse toets of vervolgtoets vervangt het oordeel over de normen die daarin beoordeeld zijn.",
            "Organisations were counted, not reports. Every organisation counts once, by its latest first test or recertification up to the reference date. A later interim or follow-up test replaces the judgement of the norms that it judged.",
          )}
        </p>
        <p>
          {say(
            "Een aandeel is het aantal dat voldoet, gedeeld door het aantal met een oordeel (n). Wie deels voldoet, voldoet niet. Niet van toepassing en niet beoordeeld tellen niet mee in n.",
            "A share is the number that meets the norm, divided by the number with a judgement (n). Partly met is not met. Not applicable and not assessed are no part of n.",
          )}
        </p>
        <p>
          {say(
            "Het 95%-interval zegt hoe zeker een aandeel is: waren er meer organisaties zoals deze, dan lag het aandeel waarschijnlijk daartussen. Hoe kleiner n, hoe breder het interval.",
            "The 95% interval says how sure a share is: were there more organisations like these, the share would probably lie in between. The smaller n, the wider the interval.",
          )}
        </p>
        <p>
          {say(
            "Het gemiddelde van een categorie of competentie is het gemiddelde over haar normen. Een norm die ongewijzigd overging naar een nieuw normenkader, loopt door; een gewijzigde norm begint opnieuw.",
            "The mean of a category or competency is the mean over its norms. A norm that a new framework took over unchanged runs on; a changed norm begins anew.",
          )}
        </p>
      </Section>
      <Section id="verborgen" title={say("Wat verborgen is", "What is hidden")}>
        <p>
          {say(
            "Aantallen van 1 tot en met 4 organisaties zijn verborgen, met wat nodig is om ze uit te rekenen. Nul is wel te zien. Waar “36 tot en met 40” staat, kan het elk van die aantallen zijn.",
            "Numbers of 1 to 4 organisations are hidden, with what one needs to work them out. Nought is shown. Where it says “36 to 40”, it can be each of these numbers.",
          )}
        </p>
        <p>
          {say(
            "Ook het verschil met een eerder jaar of een eerdere versie kan over minder dan vijf organisaties gaan. Dan is er meer verborgen. Een jaar dat al gepubliceerd is, blijft staan zoals het toen was.",
            "A difference with an earlier year or version may be about fewer than five organisations too. Then more is hidden. A year that was published stays as it was.",
          )}
        </p>
      </Section>
      <Section id="grenzen" title={say("Wat u hieruit niet kunt opmaken", "What you cannot conclude")}>
        <ul aria-labelledby="grenzen">
          <li>
            {say(
              "Of een norm goed of slecht is. Een norm waaraan niemand voldoet, kan te streng zijn, of precies zeggen waar de sector nog moet groeien.",
              "Whether a norm is good or bad. A norm that nobody meets may be too strict, or say exactly where the sector has to grow.",
            )}
          </li>
          <li>
            {say(
              "Of het beter of slechter gaat met de sector. Wie in een jaar getoetst wordt, is toeval, en organisaties zonder label doen niet mee.",
              "Whether the sector does better or worse. Who is tested in a year is chance, and organisations without the label are not in it.",
            )}
          </li>
          <li>
            {say("Hoe één organisatie of één certificerende instelling het doet.", "How one organisation or one certifying body does.")}
          </li>
          <li>
            {say(
              "Wie het label verloor of opgaf, verdwijnt uit de cijfers of telt mee met een oud rapport. De cijfers zijn daardoor iets te gunstig.",
              "Who lost or gave up the label leaves the figures, or counts by an old report. So the figures are a little too rosy.",
            )}
          </li>
        </ul>
      </Section>
      <p class="quiet">
        {say("Methode", "Method")} {report.method}; {say("peildatum", "reference date")} {dutchDay(parseIsoDay(report.referenceDate)!)};{" "}
        {say("berekening", "run")} {report.run}; {say("normenkaders", "frameworks")} {report.frameworks.join(", ")}.
      </p>
    </>
  );
}
