/** Nederlands: bevindingen over kolommen, rijen, cellen en rapporten. */
import type { Sentence, Told } from "./told.ts";

const asText = "Maak de kolom in Excel eerst op als Tekst en vul de waarde dan opnieuw in.";
const choose = (t: Told, otherwise: string) => (t.certain === "" ? otherwise : `Vul "${t.certain}" in als u dat bedoelt.`);
const chooseScore = (t: Told) =>
  t.certain === ""
    ? `Vul een van deze scores in: ${SCORES}.`
    : `Vul "${t.certain}" in als u dat bedoelt, en anders een van deze scores: ${SCORES}.`;
const where = (t: Told) => (t.text("row") === "" ? `aanlevering ${t.text("delivery")}` : `rij ${t.text("row")}`);
const norm = (t: Told) => `"${t.text("norm")}"`;
const SCORES = '"voldoet", "voldoet deels", "voldoet niet", "niet van toepassing" of "niet beoordeeld"';
const times = (t: Told, one: string, several: string) => (t.number("count") === 1 ? one : `${t.count("count")} ${several}`);

export const nl: Readonly<Record<string, Sentence>> = {
  COLUMN_MISSING: (t) => [
    `De kolom "${t.text("column")}" ontbreekt.${t.list("suggestions").length > 0 ? ` Is dit de kolom ${t.either(t.list("suggestions"))}?` : ""}`,
    t.certain === ""
      ? `Voeg een kolom "${t.text("column")}" toe en vul die voor elke rij in.`
      : `Verander de kop "${t.certain}" in "${t.text("column")}".`,
  ],
  COLUMN_DOUBLE: (t) => [
    t.text("firstName") === ""
      ? `De kop ${t.value} staat ook al boven kolom ${t.text("first")}.`
      : `De kolom ${t.value} betekent hetzelfde als kolom ${t.text("first")} ("${t.text("firstName")}"): beide zijn "${t.text("column")}".`,
    "Verwijder een van beide kolommen.",
  ],
  COLUMN_UNKNOWN: (t) => [
    `De kolom ${t.value} kennen wij niet; zij is niet gelezen.${t.meant}`,
    t.certain === ""
      ? "U hoeft niets te doen als de kolom niet bij de aanlevering hoort."
      : `Verander de kop in "${t.certain}" als u die kolom bedoelt.`,
  ],
  COLUMN_LIKE_NORM: (t) => [
    t.number("asDate") === 1
      ? `De kolomkop ${t.value} is een datum; Excel heeft de normcode waarschijnlijk in een datum veranderd.${t.meant}`
      : `De kolomkop ${t.value} lijkt op een normcode, maar komt in geen enkel normenkader voor.${t.meant}`,
    t.number("asDate") === 1
      ? `Maak de rij met koppen in Excel op als Tekst en ${t.certain === "" ? "vul de normcode opnieuw in" : `vul "${t.certain}" in`}.`
      : choose(t, "Verbeter de normcode in de kop, of verwijder de kolom."),
  ],
  COLUMN_PERSONAL: (t) => [
    `De kolom ${t.value} hoort bij burgerservicenummers. Die mogen nooit in een aanlevering staan.`,
    "Verwijder deze kolom met haar hele inhoud en lever het bestand opnieuw aan.",
  ],
  COLUMN_WITHOUT_HEADER: (t) => [
    `In kolom ${t.text("column")} staan gegevens zonder kolomkop; die zijn niet gelezen.`,
    "Zet een kop boven de kolom als de gegevens bij de aanlevering horen; maak de cellen anders leeg.",
  ],

  ROW_RAGGED: (t) => [
    `Deze rij heeft ${t.count("cells")} ${t.number("cells") === 1 ? "cel" : "cellen"}, de kopregel heeft er ${t.count("expected")}. De cellen kunnen verschoven zijn; de rij is niet gelezen.`,
    "Controleer of er een scheidingsteken te veel of te weinig staat. Zet een tekst met een scheidingsteken erin tussen aanhalingstekens.",
  ],
  EXAMPLE_ROW: () => [
    "Dit is de voorbeeldrij uit het sjabloon; zij is niet gelezen.",
    "U hoeft niets te doen. Verwijder de rij als u deze melding niet meer wilt zien.",
  ],
  REFERENCE_MISSING: () => [
    "Deze rij heeft geen rapportkenmerk; daardoor is niet bekend bij welk rapport zij hoort.",
    "Vul het rapportkenmerk in, of verwijder de rij als zij niet bij de aanlevering hoort.",
  ],
  VALUE_MISSING: (t) => [`De cel in kolom ${t.column} is leeg, maar moet ingevuld zijn.`, `Vul ${t.column} in.`],
  SCORE_MISSING: () => ['De score is leeg. Een lege score wordt niet gelezen als "voldoet niet".', `Vul de score in: ${SCORES}.`],
  VARIANT_UNKNOWN: (t) => [
    `Label ${t.text("label")} heeft geen variant ${t.value}.${t.meant}`,
    choose(t, `Kies een van deze varianten: ${t.either(t.list("known"))}.`),
  ],
  FRAMEWORK_UNKNOWN: (t) => [
    `Label ${t.text("label")}, variant ${t.text("variant")}, heeft geen normenkader ${t.value}.`,
    t.list("known").length === 1
      ? `Vul "${t.text("known")}" in als dat het normenkader is waarop is getoetst.`
      : `Kies het normenkader waarop is getoetst: ${t.either(t.list("known"))}.`,
  ],
  NORM_DOUBLE: (t) => [
    `Norm ${norm(t)} staat al in rij ${t.text("row")} van dit rapport${t.text("discipline") === "" ? "" : `, voor discipline "${t.text("discipline")}"`}.`,
    "Laat de rij met de juiste score staan en verwijder de andere. Zijn het scores per discipline, vul dan de kolom discipline in.",
  ],
  REPORT_DOUBLE: (t) => [
    `Rapport "${t.text("reference")}" (${t.text("label")}) staat al in rij ${t.text("row")}; in deze indeling heeft elk rapport één rij.`,
    "Laat de juiste rij staan en verwijder de andere, of geef dit rapport zijn eigen rapportkenmerk.",
  ],
  REPORT_CONTRADICTION: (t) => [
    `In kolom ${t.column} staat ${t.value}, maar eerder in rapport "${t.text("reference")}" (rij ${t.text("row")}) staat "${t.text("other")}".`,
    "Zorg dat alle rijen van het rapport hier hetzelfde vermelden. Gaat het om een ander rapport, geef dat dan zijn eigen rapportkenmerk.",
  ],
  DISCIPLINES_TOO_MANY: (t) => [
    `Dit rapport heeft meer dan ${t.text("limit")} verschillende disciplines.`,
    "Controleer of in de kolom discipline alleen disciplines staan, steeds op dezelfde manier geschreven.",
  ],

  REFERENCE_TOO_LONG: (t) => [
    `Het rapportkenmerk is ${t.count("length")} tekens lang; meer dan ${t.text("limit")} kan niet.`,
    `Gebruik een kenmerk van hooguit ${t.text("limit")} tekens.`,
  ],
  REFERENCE_MALFORMED: (t) => [
    `Het rapportkenmerk ${t.value} kan zo niet: het bestaat alleen uit een punt, of bevat onleesbare tekens of een regeleinde.`,
    "Typ het kenmerk opnieuw, met gewone letters, cijfers en leestekens op één regel.",
  ],
  REFERENCE_AS_DATE: (t) => [
    `Het rapportkenmerk ${t.value} is in de werkmap een datum; Excel heeft het kenmerk waarschijnlijk veranderd.`,
    asText,
  ],
  EXCEL_SCIENTIFIC: (t) => [
    `In kolom ${t.column} heeft Excel een lang nummer veranderd in ${t.value}; de laatste cijfers zijn daarbij verloren gegaan.`,
    asText,
  ],
  EXAMPLE_LEFT: (t) => [
    `In kolom ${t.column} staat nog ${t.value} uit de voorbeeldrij van het sjabloon.`,
    "Vul hier de gegevens van uw eigen rapport in, of verwijder de rij.",
  ],
  STATUS_UNKNOWN: (t) => [
    `Status ${t.value} is niet bekend.${t.meant}`,
    choose(t, 'Vul "nieuw", "gewijzigd" of "verwijderd" in, of laat de cel leeg (dan geldt "nieuw").'),
  ],
  KVK_MALFORMED: (t) => [
    t.text("digits") === ""
      ? `${t.value} is geen KvK-nummer: er staan niet alleen cijfers in.`
      : `${t.value} is geen KvK-nummer: dat heeft 8 cijfers, dit heeft er ${t.text("digits")}.`,
    "Zoek het nummer op in het Handelsregister en vul alle 8 cijfers in, ook een nul aan het begin.",
  ],
  KVK_BRANCH_NUMBER: (t) => [
    `${t.value} heeft 12 cijfers en is een vestigingsnummer, geen KvK-nummer.`,
    "Vul het KvK-nummer van de organisatie in (8 cijfers).",
  ],
  KVK_LOST_ZERO: (t) => [
    `Het KvK-nummer ${t.value} heeft ${t.text("digits")} cijfers; Excel heeft waarschijnlijk de nul aan het begin weggelaten. Het is gelezen als ${t.text("mended")}.`,
    `Controleer of ${t.text("mended")} klopt. Maak de kolom in Excel op als Tekst, dan blijft de nul staan.`,
  ],
  WORD_TOO_LONG: (t) => [
    `De tekst in kolom ${t.column} is ${t.count("length")} tekens lang; meer dan ${t.text("limit")} kan hier niet.`,
    "Kort de tekst in, of zet haar in de kolom toelichting.",
  ],
  LABEL_UNKNOWN: (t) => [
    `Label ${t.value} is niet bekend.${t.meant}`,
    choose(t, `Kies een van deze labels: ${t.either(t.list("known"))}.`),
  ],
  KIND_UNKNOWN: (t) => [
    `Soort toets ${t.value} is niet bekend.${t.meant}`,
    choose(t, 'Vul "eerste toets", "hertoets", "tussentijdse toets" of "vervolgtoets" in.'),
  ],
  FORM_UNKNOWN: (t) => [
    `Toetsvorm ${t.value} is niet bekend.${t.meant}`,
    choose(
      t,
      'Vul "extern", "labelcombinatie" (twee labels in één toets) of "intercollegiaal en extern" in, of laat de cel leeg (dan geldt "extern").',
    ),
  ],
  DATE_UNREADABLE: (t) => [
    `${t.value} is geen datum die wij kunnen lezen.${t.meant}`,
    choose(t, "Schrijf de datum als dd-mm-jjjj, bijvoorbeeld 14-03-2024."),
  ],
  DATE_IMPOSSIBLE: (t) => [
    `De datum ${t.value} bestaat niet.${t.meant}`,
    choose(t, "Verbeter de datum. Schrijf eerst de dag, dan de maand: dd-mm-jjjj."),
  ],
  DATE_FUTURE: (t) => [
    `De toetsdatum ${t.text("date")} ligt in de toekomst (vandaag is het ${t.text("today")}).`,
    "Verbeter de datum, of lever het rapport aan als de toets is afgerond.",
  ],
  NUMBER_MALFORMED: (t) => [
    `In kolom ${t.column} staat ${t.value}; dat is geen ${t.number("whole") === 1 ? "heel getal" : "getal"}.`,
    t.number("whole") === 1
      ? "Vul een heel getal in, bijvoorbeeld 32, of laat de cel leeg."
      : "Vul een getal met een decimale komma in, bijvoorbeeld 12,5, of laat de cel leeg.",
  ],
  NUMBER_AMBIGUOUS: (t) => [
    `In kolom ${t.column} staat ${t.value}; dat kan ${t.text("thousands")} zijn of ${t.text("decimal")}.`,
    `Schrijf ${t.text("thousands")} zonder punt, of ${t.text("decimal")} met een komma.`,
  ],
  NUMBER_OUT_OF_RANGE: (t) => [
    `In kolom ${t.column} staat ${t.value}; verwacht wordt een getal van ${t.count("min")} tot en met ${t.count("max")}.`,
    "Controleer of het getal klopt en in de juiste kolom staat.",
  ],
  DECIMAL_POINT: (t) => [
    `In kolom ${t.column} staat ${t.value} met een decimale punt; het is gelezen als ${t.text("mended")}.`,
    `Schrijf ${t.text("mended")}, met een komma.`,
  ],
  MUNICIPALITY_MALFORMED: (t) => [
    `${t.value} is geen gemeentecode.${t.meant}`,
    choose(t, "Vul de code in als GM met vier cijfers, bijvoorbeeld GM0363, of laat de cel leeg."),
  ],
  YES_NO_UNKNOWN: (t) => [
    `In kolom ${t.column} staat ${t.value}; daar kan alleen ja of nee staan.`,
    'Vul "ja" of "nee" in, of laat de cel leeg.',
  ],
  SCORE_UNKNOWN: (t) => [`Score ${t.value} is niet bekend.${t.meant}`, chooseScore(t)],
  SELF_EVALUATION_UNKNOWN: (t) => [
    `Zelfevaluatie ${t.value} is niet bekend.${t.meant}`,
    `${chooseScore(t)} Laat de cel leeg als er geen zelfevaluatie was.`,
  ],
  BODY_CONTRADICTION: (t) => [
    t.text("other") === ""
      ? `In kolom ${t.column} staat ${t.value}, maar dit bestand is aangeleverd door ${t.text("sender")}.`
      : `Deze rij is van ${t.text("other")}, maar het bestand is aangeleverd door ${t.text("sender")}.`,
    `Laat ${t.text("other") === "" ? "de andere instelling" : t.text("other")} deze rapporten zelf aanleveren. Zijn het rapporten van ${t.text("sender")}, verbeter dan deze kolom of verwijder haar.`,
  ],
  NUMBER_AS_TEXT: (t) => [
    `In kolom ${t.column} staat ${t.value}: een waarde met tekens eromheen zodat Excel haar als tekst leest. Gelezen is ${t.text("mended")}.`,
    `Schrijf alleen ${t.text("mended")}. Maak de kolom in Excel op als Tekst, dan zijn de tekens niet nodig.`,
  ],
  FORMULA: (t) => [
    `In kolom ${t.column} staat een formule; gelezen is de uitkomst ${t.value}.`,
    "Controleer de uitkomst. Plak de cellen als waarden (Plakken speciaal > Waarden).",
  ],
  FORMULA_LIKE: (t) => [
    `In kolom ${t.column} staat ${t.value}; dat lijkt op een formule. Het is als gewone tekst gelezen.`,
    "Controleer de tekst en laat haar niet met =, +, - of @ beginnen.",
  ],
  CELL_ERROR: (t) => [`In kolom ${t.column} staat de Excel-fout ${t.value}.`, "Herstel de formule of vul de waarde zelf in."],

  EXCEL_NORM_AS_DATE: (t) => [
    `Norm ${norm(t)} is een datum: Excel heeft de normcode in een datum veranderd.${t.meant}`,
    `Maak de kolom in Excel op als Tekst en vul ${t.certain === "" ? "de normcode opnieuw in" : `"${t.certain}" in`}.`,
  ],
  EXCEL_LOST_ZERO: (t) => [
    `Norm ${norm(t)} mist waarschijnlijk een nul die Excel heeft weggelaten.${t.meant}`,
    `Maak de kolom in Excel op als Tekst en vul ${t.certain === "" ? "de normcode opnieuw in" : `"${t.certain}" in`}.`,
  ],
  NORM_DECIMAL_COMMA: (t) => [
    `Norm ${norm(t)} is met een komma geschreven; gelezen is norm ${t.text("mended")}.`,
    `Schrijf ${t.text("mended")} met een punt. Maak de kolom in Excel op als Tekst, dan verandert Excel de code niet.`,
  ],
  NORM_OTHER_FRAMEWORK: (t) => [
    `Norm ${norm(t)} hoort niet bij normenkader ${t.text("framework")}, maar bij ${t.all(t.list("others"))}.`,
    "Controleer label, variant en normenkader van dit rapport, of verbeter de normcode.",
  ],
  NORM_UNKNOWN: (t) => [
    `Norm ${norm(t)} komt niet voor in normenkader ${t.text("framework")}.${t.meant}`,
    choose(t, "Verbeter de normcode. De codes staan in het normenkader."),
  ],

  TEXT_TOO_LONG: (t) => [
    `De tekst is ${t.count("length")} tekens lang; meer dan ${t.count("limit")} kan niet.`,
    `Kort de tekst in tot hooguit ${t.count("limit")} tekens.`,
  ],
  PERSONAL_BSN: (t) => [
    `In deze tekst ${times(t, "staat waarschijnlijk een burgerservicenummer", "burgerservicenummers lijken te staan")}. Dat mag nooit in een aanlevering staan.`,
    "Verwijder het nummer uit de tekst en lever het bestand opnieuw aan. Bewaar ook zelf geen bestand met dit nummer.",
  ],
  PERSONAL_EMAIL: (t) => [
    `In deze tekst ${times(t, "staat een e-mailadres", "e-mailadressen staan")}. Wij bewaren de tekst zonder dit gegeven.`,
    "Schrijf functies in plaats van namen en adressen van personen.",
  ],
  PERSONAL_PHONE: (t) => [
    `In deze tekst ${times(t, "staat een telefoonnummer", "telefoonnummers staan")}. Wij bewaren de tekst zonder dit gegeven.`,
    "Laat telefoonnummers van personen weg.",
  ],

  DATE_OUTSIDE_FRAMEWORK: (t) => [
    `De toetsdatum ${t.text("date")} valt buiten de geldigheid van normenkader ${t.text("framework")} (${t.text("until") === "" ? `vanaf ${t.text("from")}` : `${t.text("from")} tot en met ${t.text("until")}`}).`,
    t.list("others").length === 0
      ? "Verbeter de toetsdatum of het normenkader."
      : `Verbeter de toetsdatum, of kies het normenkader waarop is getoetst. Op die datum ${t.list("others").length === 1 ? "gold normenkader" : "golden de normenkaders"} ${t.all(t.list("others"))}.`,
  ],
  ORGANISATION_UNKNOWN: (t) => [
    `KvK-nummer ${t.value} van "${t.text("name")}" staat niet in ons register van organisaties.${t.meant}`,
    t.list("suggestions").length === 0
      ? "Controleer het nummer. Klopt het, dan hoeft u niets te doen: het rapport telt mee onder dit nummer."
      : "Verbeter het nummer als u die organisatie bedoelt. Klopt het nummer, dan hoeft u niets te doen.",
  ],
  ORGANISATION_NAME_DIFFERS: (t) => [
    `De naam ${t.value} hoort in ons register niet bij KvK-nummer ${t.text("kvk")}; daar staat "${t.text("registered")}".`,
    "Controleer of het nummer en de naam bij elkaar horen. Het rapport telt mee voor de organisatie met dit nummer.",
  ],
  NORMS_MISSING: (t) => [
    `In rapport ${t.value} ${t.number("count") === 1 ? "ontbreekt 1 norm" : `ontbreken ${t.count("count")} normen`} van de ${t.count("total")} van normenkader ${t.text("framework")}: ${t.text("norms")}${t.number("count") > t.list("norms").length ? " en andere" : ""}.`,
    'Voeg de ontbrekende normen toe. Is een norm niet beoordeeld, vul dan "niet beoordeeld" in. Hoort hij niet bij deze toets, dan hoeft u niets te doen.',
  ],
  COMBINED_FORM_EXPECTED: (t) =>
    t.list("labels").length > 0
      ? [
          `Rapport "${t.text("reference")}" staat onder ${t.all(t.list("labels"))}; dan is de toetsvorm "labelcombinatie".`,
          'Vul als toetsvorm "labelcombinatie" in. Zijn het twee losse toetsen, geef ze dan elk een eigen rapportkenmerk.',
        ]
      : [
          `Rapport "${t.text("reference")}" is voor ${t.text("label")} eerder aangeleverd (aanlevering ${t.text("delivery")}) met een andere toetsvorm; bij twee labels is die "labelcombinatie".`,
          `Lever het rapport voor ${t.text("label")} opnieuw aan, met status "gewijzigd" en toetsvorm "labelcombinatie". Zijn het twee losse toetsen, geef ze dan elk een eigen rapportkenmerk.`,
        ],
  COMBINED_ORGANISATIONS_DIFFER: (t) => [
    `Rapport "${t.text("reference")}" heeft hier KvK-nummer ${t.value}, maar onder label ${t.text("label")} (${where(t)}) KvK-nummer "${t.text("other")}".`,
    "Verbeter het KvK-nummer. Zijn het toetsen van twee organisaties, geef ze dan elk een eigen rapportkenmerk.",
  ],
  COMBINED_DAYS_DIFFER: (t) => [
    `Rapport "${t.text("reference")}" heeft hier toetsdatum ${t.text("date")}, maar onder label ${t.text("label")} (${where(t)}) ${t.text("other")}. Dat is meer dan ${t.text("limit")} dagen verschil; het telt niet als één toets voor twee labels.`,
    "Verbeter de toetsdatum. Zijn het twee losse toetsen, geef ze dan elk een eigen rapportkenmerk.",
  ],
  SAME_DAY: (t) => [
    `Van deze organisatie zijn er op ${t.text("date")} meer rapporten voor ${t.text("label")}: ${t.all(t.list("references"))}. Rapport "${t.text("last")}" telt als het laatste.`,
    "Controleer de toetsdatum en het KvK-nummer. Kloppen ze, dan hoeft u niets te doen.",
  ],

  STATUS_NEW_KNOWN: (t) => [
    `Rapport "${t.text("reference")}" (${t.text("label")}) is al aangeleverd op ${t.text("received")} (aanlevering ${t.text("delivery")}), met een andere inhoud.`,
    'Is dit een verbetering van dat rapport, vul dan bij status "gewijzigd" in en lever het hele rapport opnieuw aan. Is het een ander rapport, geef het dan een eigen rapportkenmerk.',
  ],
  STATUS_CHANGED_UNKNOWN: (t) => [
    `Rapport "${t.text("reference")}" (${t.text("label")}) heeft status "gewijzigd", maar is bij ons niet bekend.`,
    'Controleer het rapportkenmerk en het label. Is het rapport nog niet eerder aangenomen, vul dan bij status "nieuw" in.',
  ],
  STATUS_CHANGED_WITHDRAWN: (t) => [
    `Rapport "${t.text("reference")}" (${t.text("label")}) heeft status "gewijzigd", maar is eerder ingetrokken (aanlevering ${t.text("delivery")}).`,
    'Wilt u het rapport weer laten meetellen, vul dan bij status "nieuw" in.',
  ],
  STATUS_WITHDRAWN_UNKNOWN: (t) => [
    `Rapport "${t.text("reference")}" (${t.text("label")}) heeft status "verwijderd", maar is bij ons niet bekend.`,
    "Controleer het rapportkenmerk en het label, of verwijder deze rij.",
  ],
  RECERTIFICATION_WITHOUT_EARLIER: (t) => [
    `Dit is een hertoets, maar een eerdere toets van deze organisatie voor ${t.text("label")} is bij ons niet bekend.`,
    "Controleer het KvK-nummer en de soort toets. Lever de eerdere toets alsnog aan als die van u is; anders hoeft u niets te doen.",
  ],
  FOLLOW_UP_WITHOUT_EARLIER: (t) => [
    `De soort toets is ${t.value}, maar een eerdere eerste toets of hertoets van deze organisatie voor ${t.text("label")} is bij ons niet bekend. Zonder die toets telt dit rapport niet mee in de cijfers per norm.`,
    "Controleer het KvK-nummer en de soort toets. Lever de eerdere toets alsnog aan als die van u is; anders hoeft u niets te doen.",
  ],

  TREND_DIRECTION_UNKNOWN: (t) => [
    `Richting ${t.value} is niet bekend.${t.meant}`,
    choose(t, 'Vul "toenemend", "gelijk" of "afnemend" in.'),
  ],
  TREND_THEME_UNKNOWN: (t) => [
    `Thema ${t.value} staat niet in de lijst van thema's; de trend is wel bewaard.${t.meant}`,
    t.certain === "" ? "U hoeft niets te doen als het een nieuw thema is." : `Vul "${t.certain}" in als u dat thema bedoelt.`,
  ],
  TREND_REPORT_UNKNOWN: (t) => [
    `Bij rapport "${t.text("reference")}" staat een trend, maar dat rapport staat niet in dit bestand en is bij ons niet bekend.`,
    "Verbeter het rapportkenmerk, of lever het rapport zelf ook aan.",
  ],
  TREND_DOUBLE: (t) => [
    `Thema "${t.text("theme")}" staat meer dan één keer bij rapport "${t.text("reference")}"; beide zijn bewaard.`,
    "Verwijder de dubbele rij als het dezelfde trend is.",
  ],
  REPORT_TRENDS_TOO_MANY: (t) => [
    `Bij dit rapport staan meer dan ${t.count("limit")} trends.`,
    "Voeg trends over hetzelfde thema samen, en controleer of in de kolom thema alleen thema's staan.",
  ],
  TRENDS_TOO_MANY: (t) => [
    `Het bestand bevat te veel tekst over trends: meer dan ${t.count("limit")} tekens.`,
    "Verdeel de trends over twee of meer bestanden.",
  ],
};
