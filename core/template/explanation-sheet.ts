import { columns, type Layout } from "../intake/columns.ts";
import { templateSheetTitle } from "../intake/template-parts.ts";
import { columnWords } from "../specification/column-words.ts";
import { linesOf, style, type WorkbookWriter } from "../workbook/write.ts";
import type { Template } from "./delivery-template.ts";
import { type ChoicesByColumn, headerOf, plain } from "./template-columns.ts";

const TEXT_WIDTH = 90;

/** How to fill the template in, and what every column is for. */
export function writeExplanation(workbook: WorkbookWriter, template: Template, choices: ChoicesByColumn): void {
  const sheet = workbook.sheet({ name: "Uitleg", columns: [{ width: 28 }, { width: 12 }, { width: TEXT_WIDTH }, { width: 28 }] });
  sheet.row([templateSheetTitle("Uitleg")], style("text", "header"));
  for (const [what, text] of steps(template))
    sheet.row([what, null, text], style("text", "none", true), undefined, linesOf(text, TEXT_WIDTH));
  for (const [name, layout] of [["Toetsen", template.layout] as const, ["Trends", "trends"] as const]) {
    sheet.row([null]);
    sheet.row([`Blad ${name}`, "verplicht", "wat u invult", "voorbeeld"], style("text", "header"));
    for (const row of explained(template, layout, choices))
      sheet.row(row, style("text", "none", true), undefined, linesOf(row[2], TEXT_WIDTH));
  }
}

function steps({ framework, layout }: Template): readonly (readonly [what: string, text: string])[] {
  const { label, variant, version, title, illustrative } = framework;
  const rows =
    layout === "long"
      ? "Vul op het blad Toetsen één rij in voor elk rapport en elke norm. De gegevens van het rapport staan op elke rij en zijn overal hetzelfde."
      : "Vul op het blad Toetsen één rij in voor elk rapport, met een score onder elke norm. Laat de cel leeg als een norm niet bij deze toets hoort.";
  return [
    ["Waarvoor", `Dit sjabloon is voor label ${label}, variant ${variant}, normenkader ${version}: ${title}.`],
    ...(illustrative ? [["Let op", "De normen zijn een voorbeeld en geen officiële normtekst."] as const] : []),
    ["Toetsen", rows],
    ["Voorbeeld", "Rij 2 is een voorbeeld. Verwijder die rij. Blijft zij staan, dan wordt zij niet gelezen en krijgt u een melding."],
    ["Kiezen", "Heeft een cel een keuzelijst, kies dan een waarde daaruit. Alleen bij discipline en thema mag u ook iets anders invullen."],
    [
      "Plakken",
      "Plakt u gegevens uit een ander bestand, plak ze dan als waarden (Plakken speciaal > Waarden). Dan blijven de lijsten en de opmaak staan.",
    ],
    [
      "Opmaak",
      "Laat de kolommen op Tekst staan. Anders maakt Excel van een normcode een datum, en verdwijnt de nul aan het begin van een KvK-nummer.",
    ],
    [
      "Beveiliging",
      "De kolomkoppen staan vast, zodat ze niet per ongeluk veranderen. Er is geen wachtwoord: via Controleren > Beveiliging blad opheffen kunt u alles wijzigen.",
    ],
    [
      "Trends",
      "Op het blad Trends zet u wat u bij een rapport opvalt: een thema en of het toeneemt, gelijk blijft of afneemt. Dit blad mag leeg blijven.",
    ],
    ["Teksten", "Zet geen namen of andere persoonsgegevens in de teksten, en nooit een burgerservicenummer."],
    [
      "Verbeteren",
      'Wilt u een rapport verbeteren dat u al hebt aangeleverd? Zet bij status "gewijzigd" en lever het hele rapport opnieuw aan.',
    ],
    ["Aanleveren", "Sla het bestand op als Excel-werkmap (.xlsx) en lever het aan. De bladen Uitleg en Normen mogen blijven staan."],
  ];
}

function explained({ body }: Template, layout: Layout, choices: ChoicesByColumn): readonly (readonly [string, string, string, string])[] {
  return columns
    .filter((column) => column.layouts.includes(layout) && column.part !== "sender")
    .map(({ name, needed }) => {
      const { content } = columnWords[name];
      const example = choices.get(name)?.words[0] ?? columnWords[name].example;
      return [headerOf(name, body), needed.includes(layout) ? "ja" : "nee", plain(content.nl), example] as const;
    });
}
