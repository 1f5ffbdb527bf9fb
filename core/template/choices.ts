/** What can be chosen in the columns of the delivery template. */
import type { Catalogue, CertifyingBody, CompiledFramework } from "../catalogue/types.ts";
import type { ColumnName } from "../intake/columns.ts";
import { directionWords, formWords, kindWords, statusWords } from "../intake/values.ts";
import { scoreWords } from "../judgement.ts";

export interface Choices {
  readonly words: readonly string[];
  /** May something else be typed as well? */
  readonly open: boolean;
}

/**
 * The choices of each column that has them. Label, variant and framework are those of the template alone, as its norms are. Disciplines and
 * themes are suggestions: others are welcome.
 */
export function choicesOf(
  catalogue: Catalogue,
  framework: CompiledFramework,
  body: CertifyingBody | undefined,
): ReadonlyMap<ColumnName, Choices> {
  const closed = (words: Iterable<string>): Choices => ({ words: [...words], open: false });
  const scores = closed(scoreChoices(body));
  const choices: [ColumnName, Choices][] = [
    ["status", closed(statusWords.keys())],
    ["label", closed([framework.label])],
    ["variant", closed([framework.variant])],
    ["normenkader", closed([framework.version])],
    ["soort_toets", closed(kindWords.keys())],
    ["toetsvorm", closed(formWords.keys())],
    ["clientenraad_gesproken", closed(YES_NO)],
    ["norm", closed(framework.norms.map(({ code }) => code))],
    ["score", scores],
    ["discipline", { words: disciplines, open: true }],
    ["zelfevaluatie", scores],
    ["verbeterpunt", closed(YES_NO)],
    ["thema", { words: catalogue.themes.map(({ title }) => title), open: true }],
    ["richting", closed(directionWords.keys())],
  ];
  return new Map(choices.filter(([, { words }]) => words.length > 0));
}

const YES_NO = ["ja", "nee"];

/** By which the interviews of a combined audit are grouped (domain: tests). The catalogue has no list of them. */
const disciplines = ["maatschappelijk werk", "schuldhulpverlening", "sociaal raadsliedenwerk"];

/** Best first. A body's own terms take the place of the words that they stand for. */
function scoreChoices(body: CertifyingBody | undefined): readonly string[] {
  const terms = Object.entries(body?.scoreTerms ?? {});
  return BEST_FIRST.flatMap((code) => {
    const word = scoreWords[code];
    const own = terms.filter(([, stands]) => stands === word).map(([term]) => term);
    return own.length > 0 ? own : [word];
  });
}

const BEST_FIRST = [2, 1, 0, 3, 4] as const;
