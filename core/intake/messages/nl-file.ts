/** Nederlands: bevindingen over het bestand als geheel. */
import type { Sentence, Told } from "./told.ts";

const EXPORT = "Open het bestand in Excel en sla het op als Excel-werkmap (.xlsx) of als CSV UTF-8, en lever dat bestand aan.";
const XLSX = "Sla het bestand in Excel op als Excel-werkmap (.xlsx) en lever dat bestand aan.";
const SPLIT = "Verdeel de rapporten over twee of meer bestanden en lever die los van elkaar aan.";

/** Wat het bestand in werkelijkheid is. */
const kinds: Readonly<Record<string, string>> = {
  pdf: "een pdf-document",
  image: "een afbeelding",
  program: "een programma",
  archive: "een gecomprimeerd archief",
  zip: "een zipbestand zonder werkmap",
  word: "een Word-document",
  presentation: "een presentatie",
  opendocument: "een OpenDocument-bestand (LibreOffice)",
  binaryWorkbook: "een binaire Excel-werkmap (.xlsb)",
  mail: "een e-mailbericht",
  html: "een webpagina",
  xml: "een XML-bestand",
  json: "een JSON-bestand",
  rtf: "een RTF-document",
  oneColumn: "een tekst zonder kolommen: er staat geen puntkomma, komma of tab in de eerste rij",
  binary: "een bestand dat geen tekst en geen werkmap is",
};

const inRow = (told: Told) => (told.number("row") > 0 ? ` in rij ${told.count("row")}` : "");
const inPart = (told: Told) => (told.text("part") === "" ? "" : ` (onderdeel ${told.text("part")})`);

export const nlFile: Readonly<Record<string, Sentence>> = {
  MALWARE_FOUND: () => [
    "De virusscanner heeft schadelijke software gevonden in dit bestand. Wij hebben het niet geopend en er is niets verwerkt.",
    "Lever dit bestand niet opnieuw aan. Laat de computer waarop het is gemaakt op virussen controleren. Maak het bestand daarna opnieuw en lever het nieuwe bestand aan.",
  ],
  NOT_SCANNABLE: () => [
    "De virusscanner kon niet in dit bestand kijken, bijvoorbeeld omdat er een wachtwoord op zit. Wij hebben het niet geopend en er is niets verwerkt.",
    "Haal het wachtwoord weg (in Excel: Bestand > Info > Werkmap beveiligen), sla het bestand op als Excel-werkmap (.xlsx) of als CSV UTF-8 en lever het aan. Heeft het bestand geen wachtwoord? Lever het dan nog één keer aan. Lukt het weer niet, neem dan contact op met de beheerder van de aanlevering.",
  ],
  LEAVE_USED: (t) => [
    `U kreeg toestemming om één bestand te versturen, en daarmee kwam aanlevering ${t.text("delivery")} al binnen. Wij hebben dit tweede bestand niet geopend en er is niets van verwerkt.`,
    "Wilt u dit bestand ook aanleveren? Begin dan opnieuw op de pagina Aanleveren. Hebt u het niet zelf verstuurd? Meld dat aan de beheerder van de aanlevering.",
  ],
  FILE_EMPTY: () => ["Het bestand is leeg.", "Controleer of u het juiste bestand hebt gekozen en lever het opnieuw aan."],
  FILE_NOT_A_TABLE: (t) => [
    `Dit is geen tabel, maar ${kinds[t.text("kind")] ?? kinds["binary"]}.`,
    t.text("kind") === "oneColumn"
      ? "Sla het bestand in Excel op als CSV UTF-8 (gescheiden door puntkomma's) of als Excel-werkmap (.xlsx)."
      : "Lever een Excel-werkmap (.xlsx) of een CSV-bestand aan.",
  ],
  FILE_TOO_LARGE: (t) => [`Het bestand is te groot: meer dan ${t.size("limit")}.`, SPLIT],
  FILE_ENCODING_MIXED: (t) => [
    `In het bestand staan twee soorten tekencodering door elkaar; het begint${inRow(t) || " ergens in het bestand"}. Alle tekens zijn gelezen.`,
    "Controleer letters met accenten in de teksten. Sla het bestand een volgende keer op als CSV UTF-8.",
  ],
  FILE_NUL_BYTES: (t) => [
    `Er staan tekens${inRow(t)} die in een CSV-bestand niet voorkomen (nulbytes); het bestand is waarschijnlijk beschadigd.`,
    EXPORT,
  ],
  FILE_UNCLOSED_QUOTE: (t) => [
    `Een aanhalingsteken${inRow(t)} wordt nergens gesloten; daardoor is de rest van het bestand één cel.`,
    "Zet een tweede aanhalingsteken aan het eind van die cel, of haal het eerste weg. Een aanhalingsteken binnen een tekst schrijft u dubbel.",
  ],
  FILE_LINE_TOO_LONG: (t) => [
    `${t.number("row") > 0 ? `Rij ${t.count("row")}` : "Een rij"} is langer dan ${t.count("limit")} tekens.`,
    "Controleer of elke rij op een eigen regel staat en of er geen aanhalingsteken ontbreekt.",
  ],
  FILE_TOO_MANY_COLUMNS: (t) => [
    `Het bestand heeft ${t.count("count")} kolommen; meer dan ${t.count("limit")} kan niet.`,
    "Verwijder de kolommen die niet bij de aanlevering horen. Wis in Excel ook lege kolommen rechts van de tabel.",
  ],
  FILE_DAMAGED_CSV: (t) => [`De tekst${inRow(t)} is beschadigd en niet te lezen.`, EXPORT],
  FILE_QUOTES_MENDED: (t) => [
    `In ${t.count("count")} ${t.number("count") === 1 ? "rij" : "rijen"} staat een los aanhalingsteken in een tekst (het eerste${inRow(t)}). Het is als gewoon teken gelezen.`,
    "Controleer die teksten. Schrijf een aanhalingsteken binnen een tekst dubbel.",
  ],
  FILE_CONTROL_CHARACTERS: (t) => [
    `In ${t.count("count")} ${t.number("count") === 1 ? "cel" : "cellen"} staan onzichtbare stuurtekens (de eerste${inRow(t)}). Ze zijn door een spatie vervangen.`,
    "Verwijder de stuurtekens, bijvoorbeeld met de functie WISSEN.CONTROL in Excel.",
  ],
  WORKBOOK_DAMAGED: (t) => [
    `De werkmap is beschadigd of niet volledig${inPart(t)}.`,
    "Open het bestand in Excel, laat het zo nodig herstellen, sla het opnieuw op als .xlsx en lever dat bestand aan.",
  ],
  WORKBOOK_ENCRYPTED: () => [
    "De werkmap is met een wachtwoord beveiligd en kan niet worden gelezen.",
    "Haal het wachtwoord weg (Bestand > Info > Werkmap beveiligen) en sla het bestand op als .xlsx zonder wachtwoord.",
  ],
  WORKBOOK_OLD_FORMAT: () => ["Dit is een werkmap in het oude Excel-formaat (.xls).", XLSX],
  WORKBOOK_MACROS: () => [
    "De werkmap bevat macro's; die worden niet aangenomen.",
    "Sla het bestand op als Excel-werkmap (.xlsx), dus zonder macro's, en lever dat bestand aan.",
  ],
  WORKBOOK_BOMB: () => [
    "De werkmap wordt bij het uitpakken buitensporig groot; zij is om veiligheidsredenen niet gelezen.",
    "Kopieer de gegevens als waarden naar een nieuwe werkmap, sla die op als .xlsx en lever haar aan.",
  ],
  WORKBOOK_TOO_LARGE: (t) => [
    t.text("what") === "sheets"
      ? `De werkmap heeft te veel werkbladen: meer dan ${t.count("limit")}.`
      : "De werkmap is te groot om te lezen.",
    t.text("what") === "sheets" ? "Verwijder de werkbladen die niet bij de aanlevering horen." : SPLIT,
  ],
  WORKBOOK_DOCTYPE: (t) => [
    `De werkmap bevat een documenttypeverklaring (DOCTYPE)${inPart(t)}, die in een gewone werkmap niet voorkomt; zij is om veiligheidsredenen niet gelezen.`,
    "Kopieer de gegevens als waarden naar een nieuwe werkmap in Excel, sla die op als .xlsx en lever haar aan.",
  ],
  WORKBOOK_NO_SHEETS: () => [
    "De werkmap heeft geen werkbladen met gegevens.",
    "Controleer of u het juiste bestand hebt gekozen en lever het opnieuw aan.",
  ],
  WORKBOOK_TIMEOUT: (t) => [
    t.number("seconds") > 0
      ? `De werkmap kon niet binnen ${t.count("seconds")} seconden worden gelezen.`
      : "Het lezen van de werkmap duurde te lang.",
    "Kopieer de gegevens als waarden naar een nieuwe werkmap of verdeel de rapporten over meer bestanden, en lever die aan.",
  ],
  WORKBOOK_OUT_OF_MEMORY: () => [
    "De werkmap vraagt te veel geheugen om te lezen.",
    "Kopieer de gegevens als waarden naar een nieuwe werkmap of verdeel de rapporten over meer bestanden, en lever die aan.",
  ],

  BODY_UNKNOWN: (t) => [
    `De afzender "${t.text("body")}" is bij ons niet bekend als certificerende instelling. Daarom is er niets aangenomen.`,
    "Neem contact op met de beheerder van de aanlevering om uw instelling te laten opnemen.",
  ],
  HEADER_NOT_FOUND: (t) => [
    `De eerste rij${t.text("sheet") === "" ? "" : ` van werkblad "${t.text("sheet")}"`} bevat geen kolomkoppen die wij kennen${t.text("cells") === "" ? "" : ` (er staat: ${t.text("cells")})`}.`,
    t.number("headerRow") > 0
      ? `De kolomkoppen lijken in rij ${t.count("headerRow")} te staan. Verwijder alle rijen daarboven, zodat de koppen in rij 1 staan.`
      : "Zet in rij 1 de kolomkoppen van de aanlevering: rapportkenmerk, kvk_nummer, organisatie, label, normenkader, soort_toets, toetsdatum, norm en score.",
  ],
  NO_ROWS: () => [
    "Het bestand heeft kolomkoppen, maar geen rijen met gegevens.",
    "Vul de rijen onder de koppen in en lever het bestand opnieuw aan.",
  ],
  SHEET_IGNORED: (t) => [
    `Werkblad "${t.text("sheet")}" heeft geen kolomkoppen die wij kennen en is niet gelezen.`,
    "U hoeft niets te doen als er geen gegevens voor de aanlevering op staan. Zet anders de kolomkoppen in de eerste rij.",
  ],
  TOO_MANY_REPORTS: (t) => [`Het bestand bevat meer dan ${t.count("limit")} rapporten; het is niet verder gelezen.`, SPLIT],
};
