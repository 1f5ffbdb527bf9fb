/** From the text of the catalogue's files to checked content, or every problem at once. */
import type * as z from "zod";
import { InvalidCatalogue } from "../faults.ts";
import { frameworkKey } from "../ids.ts";
import { type CatalogueContent, checkCatalogue, type Mentioned } from "./check.ts";
import { parseJson } from "./json.ts";
import { describeShapeIssue, withoutFaultyElements } from "./shape-issues.ts";
import { bodiesShape, competenciesShape, frameworkShape, organisationsShape, themesShape } from "./shapes.ts";
import type { CatalogueFiles } from "./types.ts";

/** One file of the catalogue: its path relative to the folder, with `/`, and its text. */
export interface CatalogueText {
  readonly path: string;
  readonly text: string;
}

const SINGLE_FILES = {
  "competencies.json": { shape: competenciesShape, needed: true },
  "bodies.json": { shape: bodiesShape, needed: true },
  "organisations.json": { shape: organisationsShape, needed: false },
  "themes.json": { shape: themesShape, needed: false },
} as const;
type SingleFile = keyof typeof SINGLE_FILES;

/**
 * Reads and checks all files of a catalogue (`normenkader/README.md`). Files that are not JSON by name, and those under `schema/`, are left
 * alone. Frameworks come back in the order of their names.
 *
 * @throws InvalidCatalogue with every problem of every file: file, place, what is wrong and how to mend it (Dutch). A file with a fault in
 * one norm is still checked for the rest.
 */
export function parseCatalogueFiles(files: readonly CatalogueText[]): CatalogueFiles {
  const problems: string[] = [];
  const texts = new Map<string, string>();
  for (const { path, text } of files) {
    const name = path.replaceAll("\\", "/").replace(/^(\.\/)+/, "");
    if (!name.toLowerCase().endsWith(".json") || name.startsWith("schema/")) continue;
    if (texts.has(name)) problems.push(`${name}: dit bestand komt twee keer voor; houd er één`);
    texts.set(name, text);
  }
  problems.push(...misplacedFiles([...texts.keys()]));

  const frameworkPaths = [...texts.keys()].filter(isFrameworkPath).sort(byCodePoint);
  const raws = frameworkPaths.map((path) => readJson(path, texts, problems));
  const frameworks = frameworkPaths.flatMap((path, position) => {
    const value = readShape(path, frameworkShape, raws[position], problems);
    if (!value) return [];
    const { $schema: _, ...framework } = value;
    return [{ path, framework }];
  });

  const rawSingle = (name: SingleFile) => readJson(name, texts, problems);
  const competencies = rawSingle("competencies.json");
  const bodies = rawSingle("bodies.json");
  const organisations = rawSingle("organisations.json");
  const themes = rawSingle("themes.json");
  const content: CatalogueContent = {
    frameworks,
    competencies: readShape("competencies.json", competenciesShape, competencies, problems) ?? [],
    bodies: readShape("bodies.json", bodiesShape, bodies, problems) ?? [],
    organisations: readShape("organisations.json", organisationsShape, organisations, problems) ?? [],
    themes: readShape("themes.json", themesShape, themes, problems) ?? [],
  };
  problems.push(...checkCatalogue(content, mentionedIn(raws, competencies, organisations)));
  if (problems.length > 0) throw new InvalidCatalogue(problems);
  return { ...content, frameworks: frameworks.map(({ framework }) => framework) };
}

const isFrameworkPath = (path: string): boolean => /^frameworks\/[^/]+\.json$/i.test(path);
const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A file under another name would be left out without anyone noticing: an `organisation.json` for instance. */
function misplacedFiles(paths: readonly string[]): string[] {
  const problems: string[] = [];
  if (!paths.some(isFrameworkPath))
    problems.push(
      "frameworks/: hier staat geen enkel normenkader; zet er ten minste één bestand, bijvoorbeeld frameworks/ksw-basis-2019.json",
    );
  for (const [name, { needed }] of Object.entries(SINGLE_FILES))
    if (needed && !paths.includes(name)) problems.push(`${name}: dit bestand ontbreekt; maak het aan (een lege lijst is [])`);
  for (const path of paths)
    if (!isFrameworkPath(path) && !(path in SINGLE_FILES))
      problems.push(
        `${path}: dit bestand hoort niet bij een catalogus; die bestaat uit frameworks/*.json, ${Object.keys(SINGLE_FILES).join(", ")}: verbeter de naam of haal het weg`,
      );
  return problems;
}

/** The value of a file; undefined when there is no such file or when it is not JSON (then a problem is added). */
function readJson(path: string, texts: ReadonlyMap<string, string>, problems: string[]): unknown {
  const text = texts.get(path);
  if (text === undefined) return undefined;
  const json = parseJson(text);
  problems.push(...json.problems.map((problem) => `${path}: ${problem}`));
  return json.value;
}

/** What can be used of a file: all of it, or all but the elements with a fault of shape (those are added as problems). */
function readShape<S extends z.ZodType>(path: string, shape: S, raw: unknown, problems: string[]): z.output<S> | undefined {
  if (raw === undefined) return undefined;
  const result = shape.safeParse(raw);
  if (result.success) return result.data;
  problems.push(...result.error.issues.flatMap((issue) => describeShapeIssue(issue, raw).map((problem) => `${path}: ${problem}`)));
  const rest = shape.safeParse(withoutFaultyElements(raw, result.error.issues));
  return rest.success ? rest.data : undefined;
}

/** Everything that is named anywhere, also in parts with faults: what points to it is not a second problem. */
function mentionedIn(frameworks: readonly unknown[], competencies: unknown, organisations: unknown): Mentioned {
  const norms = new Map<string, ReadonlySet<string> | undefined>();
  let everyFramework = true;
  for (const raw of frameworks) {
    const { label, variant, version, norms: list } = record(raw);
    if (typeof label !== "string" || typeof variant !== "string" || typeof version !== "string") {
      everyFramework = false;
      continue;
    }
    const key = frameworkKey(label, variant, version);
    const codes = textsOf(list, "code");
    const isKnown = Array.isArray(list) && codes.length === list.length && (!norms.has(key) || norms.get(key) !== undefined);
    norms.set(key, isKnown ? new Set([...(norms.get(key) ?? []), ...codes]) : undefined);
  }
  return {
    norms,
    everyFramework,
    competencies: competencies === undefined ? undefined : new Set(textsOf(competencies, "code")),
    organisations: new Set(textsOf(organisations, "id")),
  };
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

function textsOf(list: unknown, property: string): string[] {
  if (!Array.isArray(list)) return [];
  return list.map((element) => record(element)[property]).filter((value) => typeof value === "string");
}
