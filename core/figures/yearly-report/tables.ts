/** The yearly report as tables: its files, and the open data. Each column says itself what it is, for the data dictionary and the codebook. */
import { kindWords } from "../tables/audit-groups.ts";
import { directionWords } from "../tables/reported-trends.ts";
import { count, fraction, type Table, text } from "../tables/table.ts";

const maybe = <Row>(name: keyof Row & string, description: string) => ({ ...count<Row>(name, description), maybeEmpty: true });

const label = <Row extends { label: string }>() => text<Row>("label", "Het label.");
const year = <Row extends { jaar: number }>() =>
  count<Row>("jaar", "Het jaar. Geteld is de stand op de laatste dag ervan, of op de peildatum.");

export interface NormRow {
  readonly label: string;
  readonly normenkader: string;
  readonly norm: string;
  readonly titel: string;
  readonly categorie: string;
  readonly titel_categorie: string;
  readonly competenties: string;
}

export const normsTable: Table<NormRow> = {
  file: "normen.csv",
  title: "Normen",
  description: "De normen die op de peildatum gelden. Een norm die ongewijzigd overgaat naar een nieuwer normenkader is één norm.",
  key: ["label", "normenkader", "norm"],
  columns: [
    label(),
    text("normenkader", "Het nieuwste normenkader dat de norm heeft: label/variant/versie."),
    text("norm", "Code van de norm in dat normenkader."),
    text("titel", "Titel van de norm."),
    text("categorie", "Code van de categorie."),
    text("titel_categorie", "Titel van de categorie."),
    text("competenties", "Codes van de competenties, gescheiden door |. Leeg als er geen zijn.", { maybeEmpty: true }),
  ],
};

export interface CountColumns {
  readonly beoordeeld: number | null;
  readonly voldoet_van: number | null;
  readonly voldoet_tot: number | null;
  readonly aandeel_van: number | null;
  readonly aandeel_tot: number | null;
  readonly ondergrens: number | null;
  readonly bovengrens: number | null;
  readonly getoond: string;
}

const countColumns = <Row extends CountColumns>() => [
  maybe<Row>(
    "beoordeeld",
    "n: aantal organisaties met een oordeel op de norm. Leeg als het niet getoond wordt, bijvoorbeeld omdat het er minder dan 5 zijn.",
  ),
  maybe<Row>(
    "voldoet_van",
    "Ten minste zoveel organisaties voldoen. Gelijk aan voldoet_tot als het aantal getoond wordt. Leeg als er niets over bekend is.",
  ),
  maybe<Row>("voldoet_tot", "Ten hoogste zoveel organisaties voldoen."),
  fraction<Row>("aandeel_van", "voldoet_van / beoordeeld. Leeg als een van beide leeg is, of niemand beoordeeld is."),
  fraction<Row>("aandeel_tot", "voldoet_tot / beoordeeld."),
  fraction<Row>("ondergrens", "Ondergrens van het 95%-interval (Wilson) bij voldoet_van."),
  fraction<Row>("bovengrens", "Bovengrens van het 95%-interval (Wilson) bij voldoet_tot."),
  text<Row>("getoond", "ja: alle aantallen staan er. deels: van ten minste één aantal alleen grenzen, of niets. nee: geen aantallen.", {
    values: ["ja", "deels", "nee"],
  }),
];

export interface FigureRow extends CountColumns {
  readonly label: string;
  readonly normenkader: string;
  readonly norm: string;
  readonly jaar: number;
  readonly deels_van: number | null;
  readonly deels_tot: number | null;
  readonly niet_van: number | null;
  readonly niet_tot: number | null;
}

export const figuresTable: Table<FigureRow> = {
  file: "cijfers.csv",
  title: "Cijfers per norm en jaar",
  description:
    "Per norm en jaar hoeveel organisaties voldoen. Elke organisatie telt één keer, met haar laatste eerste toets of hertoets. Kleine aantallen zijn verborgen: dan staan er grenzen, of niets.",
  key: ["label", "normenkader", "norm", "jaar"],
  foreignKeys: [{ columns: ["label", "normenkader", "norm"], table: normsTable.file }],
  columns: [
    label(),
    text("normenkader", "Zie normen.csv."),
    text("norm", "Zie normen.csv."),
    year(),
    ...countColumns<FigureRow>(),
    maybe("deels_van", "Ten minste zoveel organisaties voldoen deels. Leeg als er niets over bekend is."),
    maybe("deels_tot", "Ten hoogste zoveel organisaties voldoen deels."),
    maybe("niet_van", "Ten minste zoveel organisaties voldoen niet. Leeg als er niets over bekend is."),
    maybe("niet_tot", "Ten hoogste zoveel organisaties voldoen niet."),
  ],
};

export interface GroupRow extends CountColumns {
  readonly label: string;
  readonly normenkader: string;
  readonly norm: string;
  readonly jaar: number;
  readonly verdeling: string;
  readonly groep: string;
}

export const groupsTable: Table<GroupRow> = {
  file: "groepen.csv",
  title: "Cijfers per norm en groep",
  description:
    "Hetzelfde voor het jaar van het rapport, verdeeld naar variant en naar grootte. Een norm waarvan de groepen iets zouden verraden, staat er niet in.",
  key: ["label", "normenkader", "norm", "jaar", "verdeling", "groep"],
  foreignKeys: [{ columns: ["label", "normenkader", "norm"], table: normsTable.file }],
  columns: [
    label(),
    text("normenkader", "Zie normen.csv."),
    text("norm", "Zie normen.csv."),
    year(),
    text("verdeling", "Waarnaar verdeeld is.", { values: ["variant", "grootte"] }),
    text("groep", "De groep: een variant, of een grootte in voltijdbanen (fte)."),
    ...countColumns<GroupRow>(),
  ],
};

export interface MeanRow {
  readonly label: string;
  readonly jaar: number;
  readonly niveau: string;
  readonly code: string;
  readonly titel: string;
  readonly normen: number;
  readonly normen_getoond: number;
  readonly gemiddeld_van: number | null;
  readonly gemiddeld_tot: number | null;
}

export const meansTable: Table<MeanRow> = {
  file: "gemiddelden.csv",
  title: "Gemiddelden van categorieën en competenties",
  description:
    "Het gemiddelde over de normen van het aandeel organisaties dat voldoet. Alleen normen waarvan het aandeel getoond wordt, tellen mee; waar grenzen staan, heeft ook het gemiddelde grenzen.",
  key: ["label", "jaar", "niveau", "code"],
  columns: [
    label(),
    year(),
    text("niveau", "Waarover het gemiddelde gaat.", { values: ["label", "categorie", "competentie"] }),
    text("code", "Code van de categorie of competentie; bij het label het label zelf."),
    text("titel", "Titel van de categorie of competentie."),
    count("normen", "Aantal normen dat erbij hoort."),
    count("normen_getoond", "Aantal daarvan dat meetelt."),
    fraction("gemiddeld_van", "Het gemiddelde is ten minste dit. Leeg als geen norm meetelt."),
    fraction("gemiddeld_tot", "Het gemiddelde is ten hoogste dit."),
  ],
};

export interface TestRow {
  readonly label: string;
  readonly jaar: number;
  readonly soort_toets: string;
  readonly variant: string;
  readonly rapporten: number | null;
}

export const testsTable: Table<TestRow> = {
  file: "toetsen.csv",
  title: "Toetsen",
  description: "Toetsingsrapporten met een toetsdatum in het jaar. Rijen met * zijn totalen. Van eerdere jaren is er alleen het totaal.",
  key: ["label", "jaar", "soort_toets", "variant"],
  columns: [
    label(),
    year(),
    text("soort_toets", "De soort toets; * is alle soorten samen.", { values: [...Object.values(kindWords), "*"] }),
    text("variant", "De variant; * is alle varianten samen."),
    maybe("rapporten", "Aantal toetsingsrapporten. Leeg als het verborgen is."),
  ],
};

export interface OrganisationRow {
  readonly label: string;
  readonly jaar: number;
  readonly verdeling: string;
  readonly groep: string;
  readonly organisaties: number | null;
}

export const organisationsTable: Table<OrganisationRow> = {
  file: "organisaties.csv",
  title: "Organisaties",
  description: "Organisaties met een eerste toets of hertoets die op de peildatum telt, alle samen en per groep.",
  key: ["label", "jaar", "verdeling", "groep"],
  columns: [
    label(),
    year(),
    text("verdeling", "Waarnaar verdeeld is.", { values: ["alle", "variant", "grootte"] }),
    text("groep", "De groep; * is alle organisaties samen."),
    maybe("organisaties", "Aantal organisaties. Leeg als het verborgen is."),
  ],
};

export interface ThemeRow {
  readonly label: string;
  readonly jaar: number;
  readonly thema: string;
  readonly titel: string;
  readonly richting: string;
  readonly meldingen: number | null;
}

export const themesTable: Table<ThemeRow> = {
  file: "themas.csv",
  title: "Gemelde thema’s",
  description:
    "Hoe vaak certificerende instellingen een thema meldden, in rapporten over toetsen van het jaar. Alleen thema’s die de catalogus kent.",
  key: ["label", "jaar", "thema", "richting"],
  columns: [
    label(),
    year(),
    text("thema", "Code van het thema."),
    text("titel", "Titel van het thema."),
    text("richting", "De gemelde richting; * is alle richtingen samen.", { values: [...directionWords, "*"] }),
    maybe("meldingen", "Aantal meldingen: een rapport met twee richtingen telt twee keer. Leeg als het verborgen is."),
  ],
};
