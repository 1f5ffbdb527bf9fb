/** The parts of a workbook and how they point to each other. Source: ECMA-376 part 2 (packages) and part 1, 18.2 (workbook). */
import type { ReadingLimits } from "../limits.ts";
import { type NotATableKind, readingProblem, Unreadable } from "../problems.ts";
import { localName, readXml } from "./xml.ts";
import { damaged, type ZipEntry } from "./zip.ts";

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly entry: ZipEntry }[];
  readonly sharedStrings: ZipEntry | null;
  readonly styles: ZipEntry | null;
  /** Days count from 1904 instead of 1900. */
  readonly from1904: boolean;
}

/** Finds the workbook in the parts. Throws `Unreadable` when there is none, or one with macros, or one without sheets. */
export function openWorkbook(parts: ReadonlyMap<string, ZipEntry>, limits: ReadingLimits): Workbook {
  const main = mainPart(parts, limits);
  if (main === undefined || !isWorkbook(parts)) throw new Unreadable(notAWorkbook(parts));
  if (hasMacros(parts, limits)) throw new Unreadable(readingProblem("WORKBOOK_MACROS"));
  const relations = readRelations(parts, main.name, limits);
  const { listed, from1904 } = readWorkbookPart(main, limits);
  const sheets: { name: string; entry: ZipEntry }[] = [];
  const seen = new Set<ZipEntry>();
  for (const { name, relation } of listed) {
    const target = relations.get(relation);
    if (target === undefined) throw damaged(main.name);
    // Sheets with a chart or a dialogue have no cells; a sheet of old macros (Excel 4) is a macro.
    if (target.type === "xlMacrosheet" || target.type === "xlIntlMacrosheet") throw new Unreadable(readingProblem("WORKBOOK_MACROS"));
    if (target.type !== "worksheet") continue;
    const entry = parts.get(target.path);
    // One part as many sheets would be read as often as it is named.
    if (entry === undefined || seen.has(entry)) throw damaged(target.path);
    seen.add(entry);
    sheets.push({ name, entry });
  }
  if (sheets.length === 0) throw new Unreadable(readingProblem("WORKBOOK_NO_SHEETS"));
  if (sheets.length > limits.sheets) throw new Unreadable(readingProblem("WORKBOOK_TOO_LARGE", { limit: limits.sheets, what: "sheets" }));
  return { sheets, sharedStrings: partOf("sharedStrings"), styles: partOf("styles"), from1904 };

  function partOf(type: string): ZipEntry | null {
    for (const relation of relations.values()) if (relation.type === type) return parts.get(relation.path) ?? null;
    return null;
  }
}

function mainPart(parts: ReadonlyMap<string, ZipEntry>, limits: ReadingLimits): ZipEntry | undefined {
  for (const relation of readRelations(parts, "", limits).values()) {
    if (relation.type === "officeDocument") return parts.get(relation.path);
  }
  return parts.get("xl/workbook.xml");
}

function isWorkbook(parts: ReadonlyMap<string, ZipEntry>): boolean {
  return parts.has("[content_types].xml") && !kindOf(parts);
}

/** A zip file that is no workbook: what is it? Parts of a workbook without a workbook among them are a damaged one. */
function notAWorkbook(parts: ReadonlyMap<string, ZipEntry>) {
  const kind = kindOf(parts);
  if (kind) return readingProblem("FILE_NOT_A_TABLE", { kind });
  const isOffice = parts.has("[content_types].xml") || [...parts.keys()].some((name) => name.startsWith("xl/"));
  return isOffice ? readingProblem("WORKBOOK_DAMAGED") : readingProblem("FILE_NOT_A_TABLE", { kind: "zip" });
}

function kindOf(parts: ReadonlyMap<string, ZipEntry>): NotATableKind | null {
  if (parts.has("xl/workbook.bin")) return "binaryWorkbook";
  if (parts.has("xl/workbook.xml")) return null;
  if (parts.has("word/document.xml")) return "word";
  if (parts.has("ppt/presentation.xml")) return "presentation";
  if (parts.has("mimetype") || parts.has("meta-inf/manifest.xml")) return "opendocument";
  return null;
}

function hasMacros(parts: ReadonlyMap<string, ZipEntry>, limits: ReadingLimits): boolean {
  for (const name of parts.keys()) if (name.endsWith("vbaproject.bin")) return true;
  let found = false;
  readXml(parts.get("[content_types].xml")!, limits, {
    open(_name, attributes) {
      if (/macroEnabled|vbaProject/i.test(attributes["ContentType"] ?? "")) found = true;
    },
  });
  return found;
}

interface Relation {
  /** Last word of its type: the transitional and the strict form of the standard differ in the rest. */
  readonly type: string;
  /** Key of the part it points to. */
  readonly path: string;
}

/** What a part points to, by id; of the whole package for the part "". Targets outside the file (links) are left out. */
function readRelations(parts: ReadonlyMap<string, ZipEntry>, part: string, limits: ReadingLimits): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const entry = parts.get(`${folder}_rels/${part.slice(slash)}.rels`.toLowerCase());
  if (entry === undefined) return relations;
  readXml(entry, limits, {
    open(name, attributes) {
      if (name !== "Relationship" || attributes["TargetMode"] === "External") return;
      const type = (attributes["Type"] ?? "").split("/").at(-1)!;
      relations.set(attributes["Id"] ?? "", { type, path: resolve(folder, attributes["Target"] ?? "") });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const path = target.replaceAll("\\", "/");
  const steps: string[] = [];
  for (const step of (path.startsWith("/") ? path : folder + path).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/").toLowerCase();
}

function readWorkbookPart(entry: ZipEntry, limits: ReadingLimits) {
  const listed: { name: string; relation: string }[] = [];
  let from1904 = false;
  let inSheets = false;
  readXml(entry, limits, {
    open(name, attributes) {
      if (name === "sheets") inSheets = true;
      if (name === "workbookPr") from1904 = attributes["date1904"] === "1" || attributes["date1904"] === "true";
      if (name !== "sheet" || !inSheets) return;
      const id = Object.keys(attributes).find((key) => key.includes(":") && localName(key) === "id");
      listed.push({ name: attributes["name"] ?? "", relation: id === undefined ? "" : attributes[id]! });
    },
    close(name) {
      if (name === "sheets") inSheets = false;
    },
  });
  return { listed, from1904 };
}
