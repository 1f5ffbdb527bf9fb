/** What a failed execution means for a person, and what to do about it. */

const again = "Een beheerder kan het opnieuw proberen; niets gaat verloren en niets telt dubbel.";

const advice: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ServiceUnavailable: `Een dienst waarvan wij afhangen gaf geen antwoord. ${again}`,
    DeliveryInProgress: `Hetzelfde bestand werd op dat moment al verwerkt. ${again}`,
    NotScannedYet: `De virusscanner heeft het bestand nog niet bekeken. ${again}`,
    StaleHistory: `Een andere aanlevering wijzigde tegelijk hetzelfde rapport. ${again}`,
    BrokenInvariant:
      "Er klopt iets niet in het programma zelf. Opnieuw proberen helpt niet: geef de naam van deze uitvoering door aan de beheerder. De cijfers van de vorige keer blijven staan.",
    InvalidCatalogue:
      "Het normenkader bevat fouten; zij staan met bestand en plaats in de melding. Herstel de bestanden van het normenkader; een beheerder kan het daarna opnieuw proberen.",
    TIMED_OUT: `De verwerking duurde te lang en is afgebroken. ${again}`,
    ABORTED: `De verwerking is afgebroken. ${again}`,
  }),
);

/** Advice by the name of the fault, else by the status of the execution. Always says something a person can do. */
export function faultAdvice(status: string, error: string | undefined): string {
  const name = /^[\w.]+/.exec(error ?? "")?.[0] ?? "";
  return (
    advice.get(name) ??
    advice.get(status) ??
    `De verwerking is mislukt. ${again} Mislukt het weer, geef dan de naam van deze uitvoering door aan de beheerder.`
  );
}
