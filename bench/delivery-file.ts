/**
 * A long delivery of any size, the same bytes on every machine: reports of some 50 norms, 17 columns, about 220 bytes per row, UTF-8 with BOM,
 * `;` and CRLF, as Dutch spreadsheets write. Every fortieth report has a fault; the faults are those that a database can find as well.
 */

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { dutchDay } from "../core/calendar.ts";
import type { Catalogue, CompiledFramework, Organisation } from "../core/catalogue/types.ts";
import { organisations } from "./catalogue.ts";
import { createRandom } from "./random.ts";

export const BODY = "lloyds";

export const header =
  "rapportkenmerk;status;kvk_nummer;organisatie;label;variant;normenkader;soort_toets;toetsdatum;fte;gemeente;auditdagen;norm;score;zelfevaluatie;verbeterpunt;toelichting";

type Random = (bound: number) => number;

/** Writes `rows` rows of data below the header, and gives the size of the file in bytes. Another `seed`, another delivery: no report comes back. */
export async function writeDeliveryFile(path: string, rows: number, catalogue: Catalogue, seed = 0): Promise<number> {
  const stream = createWriteStream(path);
  const random = createRandom(seed);
  const frameworks = ["2017", "2019"].map((version) => catalogue.frameworks.find((one) => one.key === `KSW/basis/${version}`)!);
  let text = `\ufeff${header}\r\n`;
  let written = 0;
  for (let report = 0; written < rows; report++) {
    const lines = reportLines(report, seed, frameworks, random).slice(0, rows - written);
    written += lines.length;
    text += `${lines.join("\r\n")}\r\n`;
    if (text.length < 1024 * 1024) continue;
    if (!stream.write(text)) await once(stream, "drain");
    text = "";
  }
  stream.end(text);
  await once(stream, "finish");
  return stream.bytesWritten;
}

/** What a report says on each of its rows. */
interface Own {
  readonly reference: string;
  readonly organisation: Organisation;
  readonly framework: CompiledFramework;
  readonly kind: string;
  readonly date: string;
  readonly sector: string;
}

/** Breaks one thing in the rows of a report. */
type Fault = (lines: string[][], random: Random) => void;

function reportLines(report: number, seed: number, frameworks: readonly CompiledFramework[], random: Random): string[] {
  // Organisations come by in turn, ten tests each in a million rows: two under the older framework.
  const turn = Math.floor(report / organisations.length);
  const framework = frameworks[turn < 2 ? 0 : 1]!;
  const day = framework.validFromDay + (turn < 2 ? turn : turn - 2) * 250 + random(200);
  const own: Own = {
    reference: `R${seed}-${2017 + turn}-${String(report).padStart(6, "0")}`,
    organisation: organisations[report % organisations.length]!,
    framework,
    kind: turn === 0 ? "eerste toets" : "hertoets",
    date: dutchDay(day),
    sector: `${10 + random(90)},${random(10)};GM${String(1000 + (report % 800)).padStart(4, "0")};${1 + random(3)}`,
  };
  const lines = framework.norms.map((norm) => row(own, norm.code, random));
  if (report % 40 === 39) faults[Math.floor(report / 40) % faults.length]!(lines, random);
  return lines.map((line) => line.join(";"));
}

const scores = ["voldoet", "voldoet deels", "voldoet niet", "niet van toepassing", "niet beoordeeld"];
/** Most norms are met. */
const drawn = [0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 0, 4];

const at = { kvk: 2, date: 8, norm: 10, score: 11, text: 14 } as const;

function row({ reference, organisation, framework, kind, date, sector }: Own, norm: string, random: Random): string[] {
  const score = drawn[random(drawn.length)]!;
  const { label, variant, version } = framework;
  const improvement = score === 1 || score === 2 ? "ja" : "nee";
  const self = scores[drawn[random(drawn.length)]!]!;
  const remark = random(100) < 54 ? quoted(text(random)) : "";
  const kvk = organisation.kvk[0]!;
  return [
    reference,
    "nieuw",
    kvk,
    organisation.name,
    label,
    variant,
    version,
    kind,
    date,
    sector,
    norm,
    scores[score]!,
    self,
    improvement,
    remark,
  ];
}

const openings = [
  "Er is gesproken met medewerkers en met de cliëntenraad",
  "In de dossiers is dit terug te vinden",
  "De werkwijze is beschreven; zij is bij de teams bekend",
  "Het beleid is vastgesteld en wordt ieder jaar besproken",
  'De organisatie noemt dit zelf "een punt van aandacht"',
  "Uit de gesprekken blijkt een gedeeld beeld",
];
const ends = [
  "de vastlegging verschilt nog per wijk.",
  "bij de volgende toets wordt opnieuw gekeken naar de uitkomsten.",
  "er zijn afspraken met de gemeente over het vervolg.",
  "dit is sterker geworden sinds de vorige toets – de uitvoering loopt.",
  "een evaluatie staat gepland voor het najaar.",
];

function text(random: Random): string {
  const end = ends[random(ends.length)]!;
  const line = random(100) === 0 ? "\r\n" : " ";
  return `${openings[random(openings.length)]},${line}bladzijde ${1 + random(90)} van het dossier (stuk ${1 + random(9_000)}): ${end}`;
}

const quoted = (value: string): string => (/[;"\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

const inEveryRow =
  (column: number, value: string): Fault =>
  (lines) => {
    for (const line of lines) line[column] = value;
  };
const inOneRow =
  (column: number, value: string): Fault =>
  (lines, random) => {
    lines[random(lines.length)]![column] = value;
  };

const faults: readonly Fault[] = [
  inOneRow(at.score, "goed genoeg"),
  inOneRow(at.norm, "Z99"),
  inEveryRow(at.kvk, "7000A123"),
  inEveryRow(at.date, "31-02-2020"),
  inEveryRow(at.date, "voorjaar 2020"),
  inEveryRow(at.date, "15-06-2016"),
  // A norm twice, with another score, in the place of another one.
  (lines) => {
    lines[7]![at.norm] = lines[6]![at.norm]!;
  },
  (lines, random) => {
    lines.splice(random(lines.length - 3), 1 + random(3));
  },
  inOneRow(at.score, ""),
  // A number that the register does not know.
  (lines, random) => inEveryRow(at.kvk, String(60_000_000 + random(9_000_000)))(lines, random),
  inOneRow(at.text, "Toegestuurd aan toetsing@voorbeeld.nl en besproken."),
  inOneRow(at.text, "Zeer uitgebreid beschreven. ".repeat(75)),
];
