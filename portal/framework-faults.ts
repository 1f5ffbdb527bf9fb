/** What is wrong with what somebody wants to do to a draft, said to that person: what it is, and how to mend it. */
import type { DescriptionFault } from "../core/framework-draft/describe.ts";
import type { EditFault } from "../core/framework-draft/edit.ts";
import { MAX_TITLE, type NormFault } from "../core/framework-draft/norm-faults.ts";
import type { PublicationFault } from "../core/framework-draft/publish.ts";
import type { WorkbookFault } from "../core/framework-draft/workbook/compare.ts";
import { MAX_WORKBOOK_BYTES, type UnreadableFile } from "../core/framework-draft/workbook/read.ts";
import { day, number } from "./format.ts";
import { listed } from "./framework-words.ts";
import { say } from "./language.tsx";

const quoted = (text: string): string => `“${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}”`;
const SHOWN = 60;

export function normFaultText({ fault, value }: Pick<NormFault, "fault" | "value">): string {
  const it = quoted(value);
  switch (fault) {
    case "codeMissing":
      return say("Vul een code in.", "Fill in a code.");
    case "codeMalformed":
      return say(
        `${it} kan geen code zijn. Gebruik letters, cijfers, punten, koppeltekens, haakjes en schuine strepen; begin met een letter of cijfer; hoogstens 32 tekens.`,
        `${it} cannot be a code. Use letters, digits, points, hyphens, brackets and slashes; begin with a letter or digit; 32 characters at most.`,
      );
    case "codeEndsInZero":
      return say(
        `${it} eindigt op een nul na een punt, en die laat Excel weg. Kies een andere code.`,
        `${it} ends in a zero after a point, which Excel leaves out. Choose another code.`,
      );
    case "codeIsColumn":
      return say(
        `${it} is ook de naam van een kolom van een aanlevering. Kies een andere code.`,
        `${it} is also the name of a column of a delivery. Choose another code.`,
      );
    case "codeTaken":
      return say(
        `${it} is al de code van een andere norm (hoofdletters en spaties tellen niet mee). Geef elke norm een eigen code.`,
        `${it} is the code of another norm already (capitals and spaces do not count). Give every norm a code of its own.`,
      );
    case "titleMissing":
      return say("Vul een titel in.", "Fill in a title.");
    case "titleTooLong":
      return say(
        `De titel heeft ${number(value.length)} tekens; hoogstens ${number(MAX_TITLE)} kan. Maak hem korter.`,
        `The title has ${number(value.length)} characters; ${number(MAX_TITLE)} is the most. Make it shorter.`,
      );
    case "titleMalformed":
      return say("De titel mag geen regeleinde of tab bevatten.", "The title cannot have a line break or a tab.");
    case "categoryUnknown":
      return value === ""
        ? say("Kies een categorie.", "Choose a category.")
        : say(
            `Categorie ${it} bestaat niet in dit concept. Kies een van de lijst.`,
            `Category ${it} does not exist in this draft. Choose one of the list.`,
          );
    case "competencyUnknown":
      return say(
        `Competentie ${it} bestaat niet. Gebruik codes zoals C01, met een komma ertussen.`,
        `Competency ${it} does not exist. Use codes such as C01, with a comma in between.`,
      );
    case "competencyDouble":
      return say(`Competentie ${it} staat er twee keer in. Houd er één.`, `Competency ${it} is there twice. Keep one.`);
  }
}

export function editFaultText(fault: EditFault): string {
  switch (fault.fault) {
    case "normUnknown":
      return say(
        "Deze norm staat niet meer zo in het concept: hij is intussen vervallen, samengevoegd, gesplitst of teruggezet.",
        "This norm does not stand like this in the draft any more: meanwhile it was dropped, merged, split or put back.",
      );
    case "tooFew":
      return say("Kies of beschrijf er ten minste twee.", "Choose or describe at least two.");
    case "lastNorm":
      return say(
        "Dit is de laatste norm. Een normenkader zonder normen kan niet.",
        "This is the last norm. A framework cannot be without norms.",
      );
    case "nothingChanged":
      return say("Er is niets veranderd.", "Nothing was changed.");
    case "codeGivenAway":
      return say(
        `De code ${quoted(fault.value)} is intussen van een andere norm. Geef die eerst een andere code.`,
        `The code ${quoted(fault.value)} belongs to another norm meanwhile. Give that one another code first.`,
      );
    default:
      return normFaultText(fault);
  }
}

export function descriptionFaultText({ fault, value }: DescriptionFault): string {
  const it = quoted(value);
  return {
    titleMissing: say("Vul een titel in.", "Fill in a title."),
    titleMalformed: say(
      "De titel mag hoogstens 300 tekens lang zijn en geen regeleinde bevatten.",
      "The title can have 300 characters at most and no line break.",
    ),
    dayMalformed: say(`${it} is geen dag die bestaat. Kies een datum.`, `${it} is no day that exists. Choose a date.`),
    yearsOutOfRange: say("Kies 1 tot en met 20 jaar tussen twee toetsen.", "Choose 1 to 20 years between two tests."),
    categoryMalformed: say(
      `Categorie ${it}: geef een code van letters en cijfers, en een titel.`,
      `Category ${it}: give a code of letters and digits, and a title.`,
    ),
    categoryDouble: say(`Categorie ${it} staat er twee keer in. Houd er één.`, `Category ${it} is there twice. Keep one.`),
    categoryInUse: say(
      `Categorie ${it} kan niet weg: er staan nog normen in. Geef die eerst een andere categorie.`,
      `Category ${it} cannot go: there are norms in it. Give those another category first.`,
    ),
    nothingChanged: say("Er is niets veranderd.", "Nothing was changed."),
  }[fault];
}

export function publicationFaultText(fault: PublicationFault): string {
  switch (fault.fault) {
    case "fromMissing":
      return say("Kies vanaf welke dag het nieuwe normenkader geldt.", "Choose the day from which the new framework is in force.");
    case "untilMissing":
      return say("Kies tot en met welke dag de vorige versie nog geldt.", "Choose the last day of the version before.");
    case "fromPast":
      return say(
        "De eerste dag moet in de toekomst liggen: wie al getoetst is, is getoetst op wat toen gold.",
        "The first day must be in the future: who was tested already, was tested by what was in force then.",
      );
    case "gap":
      return say(
        `Er zouden dagen zijn waarop geen versie geldt. Laat de vorige versie ten minste tot en met ${day(fault.last)} gelden.`,
        `There would be days on which no version is in force. Let the version before last until ${day(fault.last)} at least.`,
      );
    case "baseNotBegun":
      return say(
        `De vorige versie geldt pas vanaf ${day(fault.validFrom)} en kan niet eerder eindigen.`,
        `The version before is only in force from ${day(fault.validFrom)} and cannot end earlier.`,
      );
    case "toWord":
      return say(
        `Nog uit te werken: ${listed(fault.norms)}. Besloten is dat zij anders worden verwoord, maar er is nog niets aan veranderd. Pas de tekst aan, of zeg dat de norm hetzelfde blijft vragen.`,
        `Still to be worked out: ${listed(fault.norms)}. It was decided that they are worded anew, but nothing was changed yet. Change the text, or say that the norm keeps asking the same.`,
      );
  }
}

export const unreadableText = (reason: UnreadableFile): string =>
  ({
    empty: say("Het bestand is leeg, of u koos geen bestand.", "The file is empty, or you chose no file."),
    tooLarge: say(
      `Het bestand is groter dan een concept ooit is (hoogstens ${number(MAX_WORKBOOK_BYTES / 1000)} kB). Haal het concept opnieuw op en pas dat aan.`,
      `The file is larger than a draft ever is (${number(MAX_WORKBOOK_BYTES / 1000)} kB at most). Fetch the draft again and change that.`,
    ),
    oldWorkbook: say("Dit is een oud Excel-bestand (.xls). Sla het op als .xlsx.", "This is an old Excel file (.xls). Save it as .xlsx."),
    encrypted: say(
      "Het bestand heeft een wachtwoord. Haal dat eraf en stuur het opnieuw.",
      "The file has a password. Take that off and send it again.",
    ),
    macros: say("Het bestand heeft macro’s. Sla het op als .xlsx zonder macro’s.", "The file has macros. Save it as .xlsx without macros."),
    noWorkbook: say("Dit is geen Excel-bestand (.xlsx).", "This is no Excel file (.xlsx)."),
    damaged: say(
      "Het bestand is beschadigd. Open het in Excel en sla het opnieuw op.",
      "The file is damaged. Open it in Excel and save it again.",
    ),
  })[reason];

/** What is wrong, without the place: that stands beside it. */
export function workbookFaultText({ fault, value, other, column }: WorkbookFault): string {
  const it = quoted(value);
  switch (fault) {
    case "sheetMissing":
      return say(
        `Het blad ${it} ontbreekt. Zet het terug of haal het concept opnieuw op.`,
        `The sheet ${it} is missing. Put it back or fetch the draft again.`,
      );
    case "otherDraft":
      return say(`Dit is het bestand van een ander concept: ${value}.`, `This is the file of another draft: ${value}.`);
    case "columnMissing":
      return say(
        `De kolom ${it} ontbreekt. Zet hem terug, met dezelfde kop.`,
        `The column ${it} is missing. Put it back, with the same header.`,
      );
    case "columnDouble":
      return say(
        `De kolom ${it} staat er twee keer in (ook kolom ${other}). Houd er één.`,
        `The column ${it} is there twice (also column ${other}). Keep one.`,
      );
    case "codeUnknown":
      return other === ""
        ? say(
            `${it} staat niet in het concept. Is het een nieuwe norm? Laat deze cel dan leeg en schrijf de code in kolom nieuwe code.`,
            `${it} is not in the draft. Is it a new norm? Then leave this cell empty and write the code in column nieuwe code.`,
          )
        : say(
            `${it} staat niet in het concept; aan de titel te zien is dit ${other}. Zet hier ${other} terug en schrijf ${it} in kolom nieuwe code.`,
            `${it} is not in the draft; by its title this is ${other}. Put ${other} back here and write ${it} in column nieuwe code.`,
          );
    case "codeDouble":
      return say(`${it} staat ook op rij ${other}. Houd één rij per norm.`, `${it} is also in row ${other}. Keep one row for each norm.`);
    case "codeMissing":
      return say(
        "De kolommen norm en nieuwe code zijn allebei leeg. Hoort de rij bij een norm van het concept, zet dan haar code terug in kolom norm; is het een nieuwe norm, vul dan kolom nieuwe code in.",
        "The columns norm and nieuwe code are both empty. If the row is of a norm of the draft, put its code back in column norm; if it is a new norm, fill in column nieuwe code.",
      );
    case "normMissing":
      return say(
        `${it} heeft geen rij meer. Zet de rij terug. Moet de norm weg? Kies dan ja in kolom vervalt, met een reden.`,
        `${it} has no row any more. Put the row back. Is the norm to go? Then choose ja in column vervalt, with a reason.`,
      );
    case "notText":
      return say(
        `Hier staat een datum, formule, fout of ja/nee-waarde (${it}). Typ de tekst opnieuw, met de cel opgemaakt als tekst.`,
        `Here is a date, formula, error or yes/no value (${it}). Type the text again, with the cell formatted as text.`,
      );
    case "dropWord":
      return say(
        `${it} is geen antwoord. Kies ja of nee, of laat de cel leeg.`,
        `${it} is no answer. Choose ja or nee, or leave the cell empty.`,
      );
    case "reasonMissing":
      return say(`Schrijf waarom ${it} vervalt.`, `Write why ${it} is dropped.`);
    case "newNormDropped":
      return say("Een nieuwe norm kan niet meteen vervallen. Haal de rij weg.", "A new norm cannot be dropped at once. Take the row away.");
    case "informationChanged":
      return say(
        `Kolom ${column} is om te lezen; wat u daar schreef wordt niet overgenomen. Zet terug: ${quoted(other)}.`,
        `Column ${column} is there to read; what you wrote there is not taken over. Put back: ${quoted(other)}.`,
      );
    case "noNormLeft":
      return say("Er blijft geen enkele norm over.", "Not a single norm is left.");
    default:
      return normFaultText({ fault, value });
  }
}
