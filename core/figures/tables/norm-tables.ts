import type { NormColumns } from "../figure-columns.ts";
import type { NormFigureRow } from "../norm-figure-rows.ts";
import type { ViewFigureRow } from "../view-figure-rows.ts";
import { type Column, count, fraction, type Table, text } from "./table.ts";

/** What the columns of `norm-figures` and `view-figures` mean, which are written by themselves: also as XLSX and JSON. */
const described: readonly Column<NormColumns>[] = [
  text("norm", "Code van de norm."),
  text("titel", "Titel van de norm."),
  text("categorie", "Code van de categorie."),
  text("competenties", "Codes van competenties, gescheiden door |. Leeg als er geen zijn.", { maybeEmpty: true }),
  count("organisaties", "Aantal organisaties met deze norm in hun laatste eerste toets of hertoets, elk één keer."),
  count("beoordeeld", "Aantal daarvan met een oordeel (n): voldoet + voldoet_deels + voldoet_niet."),
  count("voldoet", "Aantal dat voldoet."),
  count("voldoet_deels", "Aantal dat deels voldoet."),
  count("voldoet_niet", "Aantal dat niet voldoet."),
  count("niet_van_toepassing", "Aantal waarop de norm niet van toepassing is; telt niet mee in n."),
  count("niet_beoordeeld", "Aantal waar de norm niet beoordeeld is; telt niet mee in n."),
  fraction("aandeel_voldoet", "voldoet / beoordeeld (streng: deels telt niet). Leeg als n = 0."),
  fraction("ondergrens", "95%-interval (Wilson) van het aandeel. Leeg als n = 0."),
  fraction("bovengrens", "95%-interval (Wilson) van het aandeel. Leeg als n = 0."),
  text(
    "signalen",
    "Codes van signalen, gescheiden door |. Leeg als er geen zijn. Een signaal is een reden voor een gesprek, geen oordeel.",
    {
      maybeEmpty: true,
    },
  ),
];

export const normFiguresTable: Table<NormFigureRow> = {
  file: "norm-figures.csv",
  title: "Normcijfers",
  description:
    "De stand per norm in één normenkader: hoeveel organisaties voldoen. Een rij is een norm, ook als nog niemand erop beoordeeld is.",
  key: ["label", "variant", "normenkader", "norm"],
  columns: [
    text("label", "Het label."),
    text("variant", "De variant."),
    text("normenkader", "De versie van het normenkader."),
    ...described,
  ],
};

export const viewFiguresTable: Table<ViewFigureRow> = {
  file: "view-figures.csv",
  title: "Beeldcijfers",
  description:
    "De stand per norm over versies en varianten heen. Een norm loopt door over versies die hem ongewijzigd overnamen, en over varianten met dezelfde norm onder dezelfde code.",
  key: ["beeld", "norm", "varianten", "normenkaders"],
  columns: [
    text("beeld", "Label, variant (* is alle varianten samen) en eerste en laatste versie van het normenkader."),
    text("label", "Het label."),
    text("varianten", "Varianten die de norm hebben, gescheiden door |."),
    text("normenkaders", "Versies die de norm hebben, gescheiden door |."),
    ...described,
  ],
};
