/** What may stand in each column of a delivery, in words, and an example. Between back quotes: to be typed as it is. */
import type { ColumnName } from "../intake/columns.ts";
import type { InBothLanguages } from "../intake/messages/index.ts";

export interface ColumnWords {
  readonly content: InBothLanguages;
  readonly example: string;
}

const words = (nl: string, en: string, example: string): ColumnWords => ({ content: { nl, en }, example });

const freeText = (example: string) =>
  words(
    "Vrije tekst, hooguit 2.000 tekens, zonder persoonsgegevens.",
    "Free text, at most 2 000 characters, without personal data.",
    example,
  );
const yesNo = (example: string) => words("`ja` of `nee`.", "`ja` or `nee`.", example);
const decimal = (example: string) => words("Getal met een decimale komma.", "Number with a decimal comma.", example);

export const columnWords: Readonly<Record<ColumnName, ColumnWords>> = {
  rapportkenmerk: words(
    "Uw eigen kenmerk van het rapport, hooguit 64 tekens. Dezelfde toets onder twee labels heeft twee keer hetzelfde kenmerk.",
    "Your own reference of the report, at most 64 characters. The same audit under two labels has the same reference twice.",
    "2024-017",
  ),
  status: words(
    "`nieuw` (geldt ook als de cel leeg is), `gewijzigd` of `verwijderd`.",
    "`nieuw` (default), `gewijzigd`, `verwijderd`.",
    "nieuw",
  ),
  kvk_nummer: words(
    "8 cijfers, als tekst: Excel laat een nul aan het begin weg.",
    "8 digits, as text: Excel drops a leading zero.",
    "01234567",
  ),
  organisatie: words("Naam van de organisatie.", "Name of the organisation.", "Stichting Het Baken"),
  label: words("Code van het label, bijvoorbeeld `KSW` of `NVVK`.", "Code of the label, e.g. `KSW`, `NVVK`.", "KSW"),
  variant: words("`basis` (geldt ook als de cel leeg is), `wijkteam` …", "`basis` (default), `wijkteam` …", "basis"),
  normenkader: words(
    "Versie van het normenkader waarop is getoetst, bijvoorbeeld `2019`.",
    "Version of the norm framework, e.g. `2019`.",
    "2019",
  ),
  soort_toets: words(
    "`eerste toets`, `hertoets`, `tussentijdse toets` of `vervolgtoets`.",
    "`eerste toets`, `hertoets`, `tussentijdse toets`, `vervolgtoets`.",
    "eerste toets",
  ),
  toetsdatum: words(
    "Laatste dag van de toets: `dd-mm-jjjj` (ook `d-m-jj`, `dd/mm/jjjj`, `jjjj-mm-dd` of een datumcel).",
    "Last day of the audit: `dd-mm-jjjj` (also `d-m-jj`, `dd/mm/jjjj`, `jjjj-mm-dd`, or a date cell).",
    "14-03-2024",
  ),
  toetsvorm: words(
    "`extern` (geldt ook als de cel leeg is), `labelcombinatie` (twee labels in één toets) of `intercollegiaal en extern`.",
    "`extern` (default), `labelcombinatie`, `intercollegiaal en extern`.",
    "extern",
  ),
  fte: decimal("12,5"),
  gemeente: words("`GM` en 4 cijfers, bijvoorbeeld `GM0363`.", "`GM` and 4 digits, e.g. `GM0363`.", "GM0363"),
  auditdagen: decimal("1,5"),
  aantal_gesprekken: words("Heel getal.", "Whole number.", "32"),
  clientenraad_gesproken: yesNo("ja"),
  certificerende_instelling: words(
    "Uw eigen code of naam. Niet nodig: de afzender is bekend. De naam van een andere instelling is een fout.",
    "Your own code or name. Not needed: the sender is known. Another body's name is an error.",
    "CIIO",
  ),
  norm: words("Code van de norm in dat normenkader.", "Norm code of that framework.", "V01"),
  score: words(
    "`voldoet`, `voldoet deels`, `voldoet niet`, `niet van toepassing` of `niet beoordeeld`, of uw eigen term als die is afgesproken.",
    "`voldoet`, `voldoet deels`, `voldoet niet`, `niet van toepassing`, `niet beoordeeld`, or your own agreed term.",
    "voldoet",
  ),
  discipline: words(
    "Bijvoorbeeld `maatschappelijk werk`, hooguit 64 tekens.",
    "E.g. `maatschappelijk werk`, at most 64 characters.",
    "maatschappelijk werk",
  ),
  zelfevaluatie: words("Dezelfde schaal als `score`.", "Same scale as `score`.", "voldoet deels"),
  verbeterpunt: yesNo("nee"),
  toelichting: freeText("Het plan is nog niet vastgesteld."),
  thema: words("Thema van de trend.", "Theme of the trend.", "Wachttijden"),
  richting: words("`toenemend`, `gelijk` of `afnemend`.", "`toenemend`, `gelijk`, `afnemend`.", "toenemend"),
  omschrijving: freeText("Drie teams melden langere wachttijden dan vorig jaar."),
};
