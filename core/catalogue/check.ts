/** What the files of a catalogue must say together: codes that are unique, and references that point somewhere. */
import { parseIsoDay } from "../calendar.ts";
import { frameworkKey } from "../ids.ts";
import { columnNames } from "../intake/columns.ts";
import { scoreWords } from "../judgement.ts";
import { foldCode, foldWord, losesZeroInExcel } from "./codes.ts";
import { cyclesIn } from "./cycles.ts";
import type { CertifyingBody, Competency, Norm, NormFramework, NormReference, Organisation, Theme } from "./types.ts";

/** The content of files whose shape is right, with the path of each framework. */
export interface CatalogueContent {
  readonly frameworks: readonly { readonly path: string; readonly framework: NormFramework }[];
  readonly competencies: readonly Competency[];
  readonly bodies: readonly CertifyingBody[];
  readonly organisations: readonly Organisation[];
  readonly themes: readonly Theme[];
}

/** What the files name, also where their shape is wrong: what points to that is not reported a second time. */
export interface Mentioned {
  /** Framework key → codes of its norms; undefined when not all of them could be read. */
  readonly norms: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  /** False when of some file it could not be read which framework it is: then it is not known which ones there are. */
  readonly everyFramework: boolean;
  /** Undefined when the file could not be read. */
  readonly competencies: ReadonlySet<string> | undefined;
  readonly organisations: ReadonlySet<string>;
}

/** Every problem, each as `file: place: what is wrong and how to mend it` (Dutch). Empty when the catalogue can be used. */
export function checkCatalogue(content: CatalogueContent, mentioned: Mentioned): string[] {
  return [
    ...duplicatedFrameworks(content),
    ...content.frameworks.flatMap(({ path, framework }) => checkFramework(framework, mentioned).map((problem) => `${path}: ${problem}`)),
    ...lineageCycles(content),
    ...doubles(content.competencies.map(({ code }) => code)).map(
      (code) => `competencies.json: competentie ${code} staat er twee keer in; houd er één`,
    ),
    ...checkBodies(content.bodies).map((problem) => `bodies.json: ${problem}`),
    ...checkOrganisations(content.organisations, mentioned.organisations).map((problem) => `organisations.json: ${problem}`),
    ...checkThemes(content.themes, mentioned).map((problem) => `themes.json: ${problem}`),
  ];
}

const keyOf = (framework: NormFramework): string => frameworkKey(framework.label, framework.variant, framework.version);

/** Two keys that differ in case only would be one folder on many disks and one header to many readers. */
function duplicatedFrameworks(content: CatalogueContent): string[] {
  const first = new Map<string, string>();
  return content.frameworks.flatMap(({ path, framework }) => {
    const key = keyOf(framework);
    const earlier = first.get(key.toLowerCase());
    if (earlier === undefined) first.set(key.toLowerCase(), path);
    return earlier === undefined
      ? []
      : [`${path}: normenkader ${key} staat ook in ${earlier}; geef een van beide een andere versie of haal er een weg`];
  });
}

function checkFramework(framework: NormFramework, mentioned: Mentioned): string[] {
  const problems = checkValidity(framework);
  for (const code of doubles(framework.categories.map((category) => category.code)))
    problems.push(`categories: categorie ${code} staat er twee keer in; houd er één`);
  for (const code of doubles(
    framework.norms.map((norm) => norm.code),
    foldCode,
  ))
    problems.push(`norm ${code}: deze code staat er twee keer in (hoofdletters en spaties tellen niet mee); geef elke norm een eigen code`);
  const categories = new Set(framework.categories.map((category) => category.code));
  const ofNorms = framework.norms.map((norm) => ({ name: norm.code, problems: checkNorm(norm, framework, categories, mentioned) }));
  return [...problems, ...saidOnce(ofNorms, "norm"), ...contradictingLineage(framework)];
}

/** What is wrong in the same words with many is one fault (a version that was mistyped): it is said once, at the first of them. */
function saidOnce(all: readonly { readonly name: string; readonly problems: readonly string[] }[], what: string): string[] {
  const names = new Map<string, string[]>();
  for (const { name, problems } of all) for (const problem of problems) names.set(problem, [...(names.get(problem) ?? []), name]);
  return [...names].map(([problem, [first, ...others]]) => {
    const also = others.length === 0 ? "" : others.length === 1 ? ` en ${others[0]}` : ` en ${others.length} andere`;
    return `${what} ${first}${also}: ${problem}`;
  });
}

function checkValidity({ validFrom, validUntil }: NormFramework): string[] {
  const problems = [];
  const from = parseIsoDay(validFrom);
  const until = validUntil === null ? Number.POSITIVE_INFINITY : parseIsoDay(validUntil);
  if (from === undefined) problems.push(`validFrom: ${validFrom} bestaat niet op de kalender`);
  if (until === undefined) problems.push(`validUntil: ${validUntil} bestaat niet op de kalender`);
  if (from !== undefined && until !== undefined && until < from)
    problems.push(`validUntil: ${validUntil} ligt vóór validFrom (${validFrom}); verwissel ze of verbeter het jaar`);
  return problems;
}

function checkNorm(norm: Norm, framework: NormFramework, categories: ReadonlySet<string>, mentioned: Mentioned): string[] {
  const problems: string[] = [];
  if (losesZeroInExcel(norm.code))
    problems.push(
      `code: mag niet op een nul na een punt eindigen, want Excel maakt van ${norm.code} ${norm.code.replace(/0+$/, "")}; kies een andere code`,
    );
  if (columnNames.some((column) => foldCode(column) === foldCode(norm.code)))
    problems.push(`code: ${norm.code} is ook de naam van een kolom van een aanlevering; kies een andere code`);
  if (!categories.has(norm.category))
    problems.push(`category: ${norm.category} staat niet in categories; kies een van ${[...categories].join(", ")}`);
  for (const code of doubles(norm.competencies ?? [])) problems.push(`competencies: ${code} staat er twee keer in; houd er één`);
  for (const code of norm.competencies ?? [])
    if (mentioned.competencies && !mentioned.competencies.has(code)) problems.push(`competencies: ${code} staat niet in competencies.json`);
  problems.push(...checkReferences("from", norm.from ?? [], mentioned), ...checkReferences("overlaps", norm.overlaps ?? [], mentioned));
  const own = keyOf(framework);
  for (const step of norm.from ?? [])
    if (step.framework === own) problems.push(`from: ${own} is dit normenkader zelf; noem een norm van een eerdere versie`);
  for (const { framework: other } of norm.overlaps ?? []) {
    const [label, variant] = other.split("/");
    if (label === framework.label && variant === framework.variant)
      problems.push(`overlaps: ${other} is van hetzelfde label en dezelfde variant; gebruik from voor een eerdere versie van de norm`);
  }
  return problems;
}

/** References that point nowhere, and references that are there twice. */
function checkReferences(place: string, references: readonly NormReference[], mentioned: Mentioned): string[] {
  const problems = doubles(references.map(({ framework, norm }) => `${framework} ${norm}`)).map(
    (name) => `${place}: ${name} staat er twee keer in; houd er één`,
  );
  for (const { framework, norm } of references) {
    if (!mentioned.norms.has(framework)) {
      if (mentioned.everyFramework)
        problems.push(`${place}: normenkader ${framework} bestaat niet; bekend zijn ${[...mentioned.norms.keys()].join(", ")}`);
      continue;
    }
    const norms = mentioned.norms.get(framework);
    if (norms === undefined || norms.has(norm)) continue;
    const near = [...norms].find((code) => foldCode(code) === foldCode(norm));
    problems.push(`${place}: norm ${norm} bestaat niet in ${framework}${near === undefined ? "" : `; bedoelde u ${near}?`}`);
  }
  return problems;
}

/** "same" means that a trend line runs on: it must lead from one norm to one norm. */
function contradictingLineage(framework: NormFramework): string[] {
  const same = framework.norms.flatMap((norm) =>
    (norm.from ?? []).filter((step) => step.relation === "same").map((step) => ({ norm, step })),
  );
  const intoOne = doubles(same.map(({ norm, step }) => `${norm.code} ← ${step.framework}`));
  const fromOne = doubles(same.map(({ step }) => `${step.framework} ${step.norm}`));
  return [
    ...intoOne.map((name) => `from: ${name}: twee normen van één kader kunnen niet allebei "same" zijn; gebruik merged`),
    ...fromOne.map((name) => `from: ${name} is voor twee normen "same"; gebruik split`),
  ];
}

function lineageCycles(content: CatalogueContent): string[] {
  const steps = new Map<string, readonly string[]>();
  const paths = new Map<string, string>();
  for (const { path, framework } of content.frameworks)
    for (const norm of framework.norms) {
      const name = `${keyOf(framework)} ${norm.code}`;
      paths.set(name, path);
      // A norm of the same framework is reported where it stands.
      steps.set(
        name,
        (norm.from ?? []).filter((step) => step.framework !== keyOf(framework)).map((step) => `${step.framework} ${step.norm}`),
      );
    }
  return cyclesIn(steps).map(
    (cycle) =>
      `${paths.get(cycle[0]!)}: from: de herkomst loopt rond (${[...cycle, cycle[0]].join(" ← ")}); laat hem alleen naar eerdere versies wijzen`,
  );
}

function checkBodies(bodies: readonly CertifyingBody[]): string[] {
  const problems = doubles(
    bodies.map(({ code }) => code),
    (code) => code.toLowerCase(),
  ).map((code) => `instelling ${code}: deze code staat er twee keer in (hoofdletters tellen niet mee); houd er één`);
  for (const body of bodies) {
    if (/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(body.code))
      problems.push(`instelling ${body.code}: onder Windows kan geen map zo heten; kies een andere code`);
    const say = (place: string, text: string) => problems.push(`instelling ${body.code}: ${place}: ${text}`);
    for (const [term, word] of Object.entries(body.scoreTerms ?? {})) {
      if (!(scoreWords as readonly string[]).includes(word))
        say(`scoreTerms "${term}"`, `"${word}" is geen score; kies een van ${scoreWords.join(", ")}`);
      else if (scoreWords.some((known) => foldWord(known) === foldWord(term) && known !== word))
        say(`scoreTerms "${term}"`, `dit woord betekent al iets anders dan "${word}"; haal het weg`);
    }
    for (const [header, column] of Object.entries(body.headerNames ?? {}))
      if (!columnNames.some((name) => name === column))
        say(`headerNames "${header}"`, `"${column}" is geen kolom van een aanlevering; kies een van ${columnNames.join(", ")}`);
    for (const [place, words] of [
      ["scoreTerms", body.scoreTerms ?? {}],
      ["headerNames", body.headerNames ?? {}],
    ] as const)
      for (const word of doubles(Object.keys(words), foldWord))
        say(`${place} "${word}"`, "dit woord staat er twee keer in (hoofdletters, spaties en streepjes tellen niet mee); houd er één");
  }
  return problems;
}

function checkOrganisations(organisations: readonly Organisation[], mentioned: ReadonlySet<string>): string[] {
  const problems = doubles(organisations.map(({ id }) => id)).map(
    (id) => `organisatie ${id}: deze id staat er twee keer in; geef elke organisatie een eigen id`,
  );
  const owner = new Map<string, string>();
  for (const { id, kvk, succeededBy } of organisations) {
    for (const number of kvk) {
      const earlier = owner.get(number);
      if (earlier !== undefined)
        problems.push(
          `organisatie ${id}: kvk ${number} staat ${earlier === id ? "er twee keer" : `ook bij ${earlier}`}; een nummer hoort bij één organisatie`,
        );
      owner.set(number, id);
    }
    if (succeededBy && !mentioned.has(succeededBy))
      problems.push(`organisatie ${id}: succeededBy: organisatie ${succeededBy} bestaat niet`);
  }
  const cycles = cyclesIn(new Map(organisations.map(({ id, succeededBy }) => [id, succeededBy ? [succeededBy] : []])));
  return [
    ...problems,
    ...cycles.map(
      (cycle) =>
        `organisatie ${cycle[0]}: succeededBy: de opvolging loopt rond (${[...cycle, cycle[0]].join(" → ")}); laat haar bij de huidige organisatie eindigen`,
    ),
  ];
}

function checkThemes(themes: readonly Theme[], mentioned: Mentioned): string[] {
  const problems = doubles(
    themes.map(({ code }) => code),
    (code) => code.toLowerCase(),
  ).map((code) => `thema ${code}: deze code staat er twee keer in; houd er één`);
  const meaning = new Map<string, string>();
  const references = themes.map(({ code, norms }) => ({ name: code, problems: checkReferences("norms", norms ?? [], mentioned) }));
  problems.push(...saidOnce(references, "thema"));
  for (const theme of themes) {
    for (const word of new Set([theme.code, theme.title, ...(theme.synonyms ?? [])].map(foldWord))) {
      const earlier = meaning.get(word);
      if (earlier !== undefined && earlier.toLowerCase() !== theme.code.toLowerCase())
        problems.push(`thema ${theme.code}: "${word}" hoort ook bij thema ${earlier}; een woord hoort bij één thema`);
      meaning.set(word, theme.code);
    }
  }
  return problems;
}

/** The values that are there more than once, each once, in the order of their second place. */
function doubles(values: readonly string[], fold: (value: string) => string = (value) => value): string[] {
  const seen = new Set<string>();
  const twice = new Map<string, string>();
  for (const value of values) {
    const folded = fold(value);
    if (seen.has(folded) && !twice.has(folded)) twice.set(folded, value);
    seen.add(folded);
  }
  return [...twice.values()];
}
