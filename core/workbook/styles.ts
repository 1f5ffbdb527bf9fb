/**
 * The looks of cells, all of them: a workbook's style table is the product of these three lists, so that a style is a small
 * whole number and nothing has to be collected while rows stream by.
 */
const formats = ["general", "text", "date", "share"] as const;
const fills = ["none", "header", "error", "warning", "marked"] as const;

/**
 * `text` stops Excel from turning codes into numbers or dates, `date` shows dd-mm-jjjj, `share` a fraction as a percentage.
 */
export type Format = (typeof formats)[number];
/** `error` and `warning` are wrong cells, `marked` the rest of a row with an error. */
export type Fill = (typeof fills)[number];
/** Index in the style table of the workbook; 0 is plain. */
export type CellStyle = number;

export function style(format: Format, fill: Fill = "none", wrap = false): CellStyle {
  return (formats.indexOf(format) * fills.length + fills.indexOf(fill)) * 2 + (wrap ? 1 : 0);
}

/** The same look for a cell that can be changed although its sheet is protected. */
export const unlocked = (locked: CellStyle): CellStyle => locked + LOOKS;

const LOOKS = formats.length * fills.length * 2;

/** Numbers from 164 on are free for own formats (ECMA-376, 18.8.30); 49 is text. */
const formatIds: Record<Format, number> = { general: 0, text: 49, date: 164, share: 165 };

/** Pale, so that black text keeps a contrast of at least 15:1; the remarks say in words what is wrong, for who sees no colour. */
const colours: Record<Exclude<Fill, "none">, string> = { header: "FFE3F2FA", error: "FFFFC9C9", warning: "FFFFF2B3", marked: "FFFFF3F3" };

/** The part `xl/styles.xml`. */
export function stylesXml(): string {
  const coloured = fills.flatMap((fill) => (fill === "none" ? [] : [colours[fill]]));
  const fillXml = coloured.map(
    (rgb) => `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`,
  );
  const looks = formats.flatMap((format) => fills.flatMap((fill) => [xf(format, fill, false), xf(format, fill, true)]));
  const xfs = [...looks, ...looks.map(unlockedXf)];
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<numFmts count="2"><numFmt numFmtId="${formatIds.date}" formatCode="dd\\-mm\\-yyyy"/><numFmt numFmtId="${formatIds.share}" formatCode="0.0%"/></numFmts>` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
    // The first two fills are fixed: Excel overwrites them whatever they say.
    `<fills count="${fillXml.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fillXml.join("")}</fills>` +
    // A thin grey line around coloured cells: a fill alone hides Excel's own grid.
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${sides}<diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${xfs.length}">${xfs.join("")}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

const sides = ["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"><color rgb="FFD0D0D0"/></${side}>`).join("");

function xf(format: Format, fill: Fill, wrap: boolean): string {
  const fillId = fill === "none" ? 0 : fills.indexOf(fill) + 1;
  const attributes =
    `numFmtId="${formatIds[format]}" fontId="${fill === "header" ? 1 : 0}" fillId="${fillId}" borderId="${fillId > 0 ? 1 : 0}" xfId="0"` +
    `${format === "general" ? "" : ' applyNumberFormat="1"'}${fillId > 0 ? ' applyFill="1" applyBorder="1"' : ""}${fill === "header" ? ' applyFont="1"' : ""}`;
  // Top: beside a remark of several lines the cell that it is about stays level with its first line.
  return `<xf ${attributes} applyAlignment="1"><alignment vertical="top"${wrap ? ' wrapText="1"' : ""}/></xf>`;
}

const unlockedXf = (look: string): string =>
  look.replace(' applyAlignment="1"', ' applyAlignment="1" applyProtection="1"').replace("</xf>", '<protection locked="0"/></xf>');
