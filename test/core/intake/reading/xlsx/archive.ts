import { deflateRawSync } from "node:zlib";
import { bytesOf } from "../recorder.ts";

/** A part of a zip file, with lies where they are given. */
export interface Part {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** Already packed; `size` and `crc` must then be given. */
  readonly packed?: Uint8Array;
  readonly size?: number;
  /** What the directory says of its packed size. */
  readonly packedSize?: number;
  readonly crc?: number;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  /** Name in the local header, when it differs. */
  readonly localName?: string;
  /** Use the bytes of the part before this one: overlapping parts. */
  readonly overlaps?: boolean;
}

/** A zip file of these parts. `zip64`: all numbers, or only the places of the parts, stand in extra fields, as writers of large files do. */
export function archive(parts: readonly Part[], options: { zip64?: "all" | "places"; comment?: string } = {}): Uint8Array {
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  let place = 0;
  for (const part of parts) {
    const content = typeof part.content === "string" ? bytesOf(part.content) : (part.content ?? new Uint8Array(0));
    const packed = part.packed ?? (part.stored ? content : new Uint8Array(deflateRawSync(content)));
    const method = part.method ?? (part.stored ? 0 : 8);
    const size = part.size ?? content.length;
    const crc = part.crc ?? crc32(content);
    const name = bytesOf(part.name);
    const localName = bytesOf(part.localName ?? part.name);
    const flags = part.flags ?? 0;
    if (!part.overlaps) {
      place = at;
      const header = bytesOf(
        u32(0x04034b50),
        u16(20, flags, method, 0, 0),
        u32(crc, packed.length, size),
        u16(localName.length, 0),
        localName,
      );
      local.push(header, packed);
      at += header.length + packed.length;
    }
    const packedSize = part.packedSize ?? packed.length;
    const all = options.zip64 === "all";
    const fields = all ? [size, packedSize, place] : options.zip64 ? [place] : [];
    const large = fields.length > 0 ? bytesOf(u16(1, 8 * fields.length), u64(...fields)) : new Uint8Array(0);
    const numbers = all ? u32(0xffffffff, 0xffffffff) : u32(packedSize, size);
    central.push(
      bytesOf(u32(0x02014b50), u16(20, 20, flags, method, 0, 0), u32(crc), numbers, u16(name.length, large.length, 0, 0, 0), u32(0)),
      bytesOf(u32(options.zip64 ? 0xffffffff : place), name, large),
    );
  }
  const directory = bytesOf(...central);
  const comment = bytesOf(options.comment ?? "");
  const end64 = bytesOf(u32(0x06064b50), u64(44), u16(45, 45), u32(0, 0), u64(parts.length, parts.length, directory.length, at));
  const locator = bytesOf(u32(0x07064b50, 0), u64(at + directory.length), u32(1));
  const tail = options.zip64 ? [end64, locator] : [];
  const [count, offset] = options.zip64 ? [0xffff, 0xffffffff] : [parts.length, at];
  const end = bytesOf(u32(0x06054b50), u16(0, 0, count, count), u32(directory.length, offset), u16(comment.length), comment);
  return bytesOf(...local, directory, ...tail, end);
}

/** `megabytes` of one character, packed: flushed blocks of a megabyte can be repeated. */
export function packedMegabytes(before: string, character: string, megabytes: number, after: string): { packed: Uint8Array; size: number } {
  const flushed = (text: string) => new Uint8Array(deflateRawSync(text, { finishFlush: 3 }));
  const block = flushed(character.repeat(1024 * 1024));
  const packed = bytesOf(flushed(before), ...Array.from({ length: megabytes }, () => block), new Uint8Array(deflateRawSync(after)));
  return { packed, size: before.length + megabytes * 1024 * 1024 + after.length };
}

export interface SheetPart {
  readonly name: string;
  readonly xml: string;
  readonly state?: "hidden" | "veryHidden";
  readonly lies?: Partial<Part>;
}

/** The parts of a workbook. `rows` of a sheet: what stands within `<sheetData>`. */
export function workbookParts(
  sheets: readonly SheetPart[],
  more: { sharedStrings?: string; styles?: string; from1904?: boolean; parts?: readonly Part[]; mainType?: string } = {},
): Part[] {
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = sheets.map((_, k) => relation(`rId${k + 1}`, "worksheet", `worksheets/sheet${k + 1}.xml`));
  if (more.sharedStrings !== undefined) relations.push(relation("rIdS", "sharedStrings", "sharedStrings.xml"));
  if (more.styles !== undefined) relations.push(relation("rIdT", "styles", "/xl/styles.xml"));
  const listed = sheets.map(
    ({ name, state }, k) => `<sheet name="${name}" sheetId="${k + 1}"${state ? ` state="${state}"` : ""} r:id="rId${k + 1}"/>`,
  );
  return [
    {
      name: "[Content_Types].xml",
      content: `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${more.mainType ?? MAIN_TYPE}"/></Types>`,
    },
    {
      name: "_rels/.rels",
      content: `${xml}<Relationships xmlns="${PACKAGE}">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `${xml}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${more.from1904 ? '<workbookPr date1904="1"/>' : ""}<sheets>${listed.join("")}</sheets></workbook>`,
    },
    { name: "xl/_rels/workbook.xml.rels", content: `${xml}<Relationships xmlns="${PACKAGE}">${relations.join("")}</Relationships>` },
    ...(more.sharedStrings === undefined
      ? []
      : [{ name: "xl/sharedStrings.xml", content: `${xml}<sst xmlns="${MAIN}">${more.sharedStrings}</sst>` }]),
    ...(more.styles === undefined
      ? []
      : [{ name: "xl/styles.xml", content: `${xml}<styleSheet xmlns="${MAIN}">${more.styles}</styleSheet>` }]),
    ...(more.parts ?? []),
    ...sheets.map(({ xml: rows, lies }, k) => ({
      name: `xl/worksheets/sheet${k + 1}.xml`,
      content: `${xml}<worksheet xmlns="${MAIN}"><dimension ref="A1"/><sheetData>${rows}</sheetData></worksheet>`,
      ...lies,
    })),
  ];
}

/** A cell with text in it. */
export const textCell = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** An OLE container with entries of these names in its directory. */
export function oleContainer(names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 512 + 128 * (names.length + 1));
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  ["Root Entry", ...names].forEach((name, k) => {
    const at = 1024 + 128 * k;
    for (let c = 0; c < name.length; c++) bytes[at + 2 * c] = name.charCodeAt(c);
    bytes[at + 64] = 2 * name.length + 2;
    bytes[at + 66] = k === 0 ? 5 : 2;
  });
  return bytes;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const MAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

function u16(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(2 * values.length);
  values.forEach((value, k) => void new DataView(bytes.buffer).setUint16(2 * k, value, true));
  return bytes;
}

function u32(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  values.forEach((value, k) => void new DataView(bytes.buffer).setUint32(4 * k, value, true));
  return bytes;
}

function u64(...values: readonly number[]): Uint8Array {
  return u32(...values.flatMap((value) => [value % 2 ** 32, Math.floor(value / 2 ** 32)]));
}

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
