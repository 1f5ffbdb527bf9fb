/** Scores per audit for research, under pseudonyms. For who may see the figures; not to be published. */
import { type Day, dutchDay, isoDay } from "../../calendar.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import { OUT_OF_SCOPE, scoreWords } from "../../judgement.ts";
import type { CountedLabel } from "../../scoring/carry.ts";
import { halfYearName, halfYearOf } from "../../scoring/half-year.ts";
import { auditCount, IMPROVEMENT, SELF, vectorOffset, widthOf } from "../../scoring/shard-scores.ts";
import { auditForms, auditKinds } from "../../scoring/types.ts";
import { SMALL } from "../mirror/small-cells.ts";
import type { CountedScores } from "../selected/counted-scores.ts";
import { classOf, conversationClasses, kindWords, NOT_SAID, sizeClasses } from "../tables/audit-groups.ts";
import { type PackageAbout, packageTable, packageZip } from "./package.ts";
import { type AuditRow, auditsTable, formWords, type NormRow, normsTable, type ScoreRow, scoresTable } from "./researcher-tables.ts";
import type { Terms } from "./terms.ts";

/** Gives 0 up to `size` in an order that nobody can foresee: another one every time. */
export type Shuffle = (size: number) => readonly number[];

/**
 * The export of one label as a ZIP. Organisations, bodies and audits have names that are given out at random for this export and kept nowhere, so that
 * they lead to nothing and two exports cannot be laid beside each other by name. Days are half-years, sizes are classes, a municipality is named only
 * where at least five organisations of the label are; texts, references and names are not in it.
 */
export function researcherZip(counted: CountedScores, label: string, shuffle: Shuffle, terms: Terms): Uint8Array {
  const { audits, scores, norms } = researcherRows(counted, label, shuffle);
  return packageZip(aboutExport(label, counted.referenceDay, terms), [
    packageTable(auditsTable, audits),
    packageTable(normsTable, norms),
    packageTable(scoresTable, scores),
  ]);
}

export interface ResearcherRows {
  readonly audits: readonly AuditRow[];
  readonly scores: readonly ScoreRow[];
  readonly norms: readonly NormRow[];
}

export function researcherRows({ catalogue, referenceDay, labels }: CountedScores, label: string, shuffle: Shuffle): ResearcherRows {
  const frameworks = catalogue.frameworks.filter((framework) => framework.label === label);
  const norms = frameworks.flatMap((framework) =>
    framework.norms.map(
      (norm): NormRow => ({
        normenkader: framework.key,
        norm: norm.code,
        titel: norm.title,
        categorie: norm.category,
        competenties: (norm.competencies ?? []).join("|"),
      }),
    ),
  );
  const of = labels.get(label);
  if (!of) return { audits: [], scores: [], norms };
  const all = Array.from({ length: auditCount(of) }, (_, audit) => audit).filter((audit) => of.audits.day[audit]! <= referenceDay);
  const names = {
    audit: pseudonyms("T", all.length, shuffle),
    organisation: pseudonyms("O", of.tables.organisations.length, shuffle),
    body: pseudonyms("I", of.tables.bodies.length, shuffle),
  };
  const nameOf = new Map(all.map((audit, i) => [audit, names.audit[i]!]));
  // By name, and so in no order: that of the register is by day.
  const inOrder = all.toSorted((a, b) => (nameOf.get(a)! < nameOf.get(b)! ? -1 : 1));
  const places = municipalitiesToName(of, all);
  const turns = turnsOf(of, all);
  return {
    norms,
    audits: inOrder.map((audit) => ({
      toets: nameOf.get(audit)!,
      organisatie: names.organisation[of.audits.organisation[audit]!]!,
      instelling: names.body[of.audits.body[audit]!]!,
      ...auditCells(of, audit, places),
      volgnummer: turns.get(audit)!,
    })),
    scores: inOrder.flatMap((audit) => scoreRows(of, audit, nameOf.get(audit)!, catalogue)),
  };
}

/** `O001` …: as many as there are, each with as many digits, given out in an order of chance. */
function pseudonyms(letter: string, size: number, shuffle: Shuffle): readonly string[] {
  const digits = Math.max(3, String(size).length);
  return shuffle(size).map((number) => `${letter}${String(number + 1).padStart(digits, "0")}`);
}

function auditCells({ audits, tables, frameworks }: CountedLabel, audit: number, places: ReadonlySet<number>) {
  const municipality = audits.municipality[audit]!;
  return {
    normenkader: frameworks[audits.framework[audit]!]!.key,
    soort_toets: kindWords[auditKinds[audits.kind[audit]!]!],
    toetsvorm: formWords[auditForms[audits.form[audit]!]!],
    halfjaar: halfYearName(halfYearOf(audits.day[audit]!)),
    grootte: classOf(sizeClasses, audits.fte[audit]!),
    gesprekken: classOf(conversationClasses, audits.conversations[audit]!),
    clientenraad_gesproken: [NOT_SAID, "nee", "ja"][audits.clientCouncilHeard[audit]!]!,
    gemeente: places.has(municipality) ? tables.municipalities[municipality - 1]! : null,
  };
}

/** Numbers of the municipalities in which at least five organisations of the label were tested. */
function municipalitiesToName({ audits }: CountedLabel, all: readonly number[]): ReadonlySet<number> {
  const organisations = new Map<number, Set<number>>();
  for (const audit of all) {
    const municipality = audits.municipality[audit]!;
    if (municipality === 0) continue;
    organisations.set(municipality, (organisations.get(municipality) ?? new Set()).add(audits.organisation[audit]!));
  }
  return new Set([...organisations].filter(([, in_]) => in_.size >= SMALL).map(([municipality]) => municipality));
}

/** The how-manieth test of its organisation each audit is: within a half-year the order would be lost. */
function turnsOf({ audits }: CountedLabel, all: readonly number[]): ReadonlyMap<number, number> {
  const before = new Map<number, number>();
  return new Map(
    all.map((audit) => {
      const turn = (before.get(audits.organisation[audit]!) ?? 0) + 1;
      before.set(audits.organisation[audit]!, turn);
      return [audit, turn];
    }),
  );
}

function scoreRows(label: CountedLabel, audit: number, toets: string, { frameworkByKey }: Catalogue): ScoreRow[] {
  const { key } = label.frameworks[label.audits.framework[audit]!]!;
  const { norms } = frameworkByKey.get(key)!;
  const [begin, self, improvement] = [label.scoreStart[audit]!, vectorOffset(label, audit, SELF), vectorOffset(label, audit, IMPROVEMENT)];
  const lent = new Set(label.carried);
  return Array.from({ length: widthOf(label, audit) }, (_, norm) => norm)
    .filter((norm) => label.scores[begin + norm] !== OUT_OF_SCOPE)
    .map((norm) => ({
      toets,
      normenkader: key,
      norm: norms[norm]!.code,
      score: scoreWords[label.scores[begin + norm]!]!,
      geleend: lent.has(begin + norm) ? "ja" : "nee",
      zelfevaluatie: self < 0 ? null : (scoreWords[label.scores[self + norm]!] ?? null),
      verbeterpunt: improvement < 0 ? null : (["nee", "ja"][label.scores[improvement + norm]!] ?? null),
    }));
}

function aboutExport(label: string, referenceDay: Day, terms: Terms): PackageAbout {
  const day = dutchDay(referenceDay);
  return {
    name: "onderzoeksbestand",
    title: `Onderzoeksbestand ${label}`,
    description: `Scores per toets en norm van ${label}, met schuilnamen voor organisaties en certificerende instellingen. Niet om te publiceren.`,
    version: isoDay(referenceDay),
    referenceDate: isoDay(referenceDay),
    terms: { ...terms, licence: null },
    citation: `${terms.publisher}, onderzoeksbestand ${label}, peildatum ${day}.`,
    facts: [
      ["Label", label],
      ["Peildatum", day],
    ],
    chapters: [
      {
        title: "Voorwaarden",
        paragraphs: [
          "Dit bestand gaat over herkenbare organisaties onder een schuilnaam. Gebruik het alleen voor het onderzoek waarvoor u het kreeg, geef het aan niemand door en verwijder het als het onderzoek klaar is.",
          "Probeer niet uit te zoeken welke organisatie of certificerende instelling het is, en leg het bestand niet naast bronnen waarmee dat wel kan, zoals de openbare lijst van labelhouders.",
          `Publiceer geen aantal van 1 tot en met ${SMALL - 1} organisaties, en geen cijfers waaruit dat te berekenen is. Publiceer niets over één certificerende instelling.`,
        ],
      },
      {
        title: "Schuilnamen",
        paragraphs: [
          "De schuilnamen zijn voor dit bestand door loting bepaald en nergens bewaard. Zij hebben niets met een naam, een KvK-nummer of een ander nummer te maken. In een volgend bestand heeft dezelfde organisatie een andere schuilnaam.",
          "Een schuilnaam verbergt niet alles: een zeldzame reeks toetsen of scores kan een organisatie verraden aan wie haar kent. Daarom staat er een halfjaar in plaats van een dag, een klasse in plaats van een aantal, en een gemeente alleen waar ten minste 5 organisaties getoetst zijn.",
        ],
      },
      {
        title: "Hoe er geteld moet worden",
        paragraphs: [
          "Een rij van scores.csv is het oordeel van één toets over één norm. Wie organisaties wil tellen, neemt van elke organisatie de laatste eerste toets of hertoets, en vervangt een oordeel waar een latere tussentijdse toets of vervolgtoets de norm beoordeelde.",
          "Is geleend ja, dan komt het oordeel uit dezelfde audit onder een ander label. Wie labels samenvoegt, telt zo’n oordeel anders dubbel.",
        ],
      },
    ],
  };
}
