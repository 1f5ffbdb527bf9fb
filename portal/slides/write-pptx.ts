import type PptxGenJs from "pptxgenjs";
import { palette } from "../charts/palette.ts";
import { plain } from "../charts/plain-text.ts";
import type { Deck, DeckTrend, NormSlide } from "./deck.ts";
import { mendPptx } from "./mend-pptx.ts";

/** Inches; a slide is 13,33 wide and 7,5 high. */
const LEFT = 0.6;
const WIDTH = 12.1;
const TITLE_SLIDE = "titel";
const NORM_SLIDE = "norm";
const INK = "1b1d21";
const SOFT = "535a63";
const ACCENT = "00508c";
const FONT = "Calibri";

const hex = (colour: string): string => colour.replace("#", "");

/** Of the parts of the bar, and of the numbers on them. */
const FILLS = [palette.met, palette.partiallyMet, palette.notMet].map(hex);
const INKS = [palette.onMet, palette.onPartiallyMet, palette.onNotMet].map(hex);
/** Of lines over time; they differ in lightness too. */
const LINES = ["1f5f8f", "a85c18", "4a0e2b", "6fb0d8"];

/**
 * The deck as a file for PowerPoint, Impress and Keynote, with charts that can be edited. The library that writes it is loaded at the first
 * deck and not before: no other page needs it. Texts from outside lose what XML forbids; the library encodes markup, but lets that through.
 */
export async function writePptx(deck: Deck): Promise<Uint8Array> {
  const { default: Pptx } = await import("pptxgenjs");
  const pptx = new Pptx();
  pptx.layout = "LAYOUT_WIDE";
  pptx.title = plain(deck.title);
  pptx.author = "normenmonitor";
  pptx.company = "normenmonitor";
  pptx.theme = { headFontFace: FONT, bodyFontFace: FONT };
  const lang = deck.language === "en" ? "en-GB" : "nl-NL";
  defineMasters(pptx);
  const first = pptx.addSlide({ masterName: TITLE_SLIDE });
  first.addText(plain(deck.title), { placeholder: "titel", lang });
  first.addText(plain(deck.subtitle), { x: LEFT, y: 3.7, w: WIDTH, h: 1, fontSize: 20, color: INK, valign: "top", margin: 0, lang });
  addSource(first, deck, lang);
  for (const slide of deck.slides) addNorm(pptx.addSlide({ masterName: NORM_SLIDE }), slide, deck, lang);
  return mendPptx((await pptx.write({ outputType: "uint8array" })) as Uint8Array, INKS);
}

/** Titles are placeholders: a screen reader and the overview of a presentation go by them. */
function defineMasters(pptx: PptxGenJs): void {
  const title = { name: "titel", type: "title", x: LEFT, w: WIDTH, color: ACCENT, bold: true, margin: 0 } as const;
  pptx.defineSlideMaster({
    title: TITLE_SLIDE,
    background: { color: "ffffff" },
    objects: [{ placeholder: { options: { ...title, y: 1.6, h: 1.9, fontSize: 36, valign: "bottom", align: "left" }, text: "" } }],
  });
  pptx.defineSlideMaster({
    title: NORM_SLIDE,
    background: { color: "ffffff" },
    objects: [{ placeholder: { options: { ...title, y: 0.35, h: 1.05, fontSize: 24, valign: "middle", align: "left" }, text: "" } }],
    slideNumber: { x: 12.2, y: 7.02, w: 0.6, h: 0.3, fontSize: 11, color: SOFT, align: "right" },
  });
}

type Slide = PptxGenJs.Slide;

function addNorm(slide: Slide, norm: NormSlide, deck: Deck, lang: string): void {
  slide.addText(plain(norm.title), { placeholder: "titel", lang, fit: "shrink" });
  const sentences = norm.sentences.map((text, i) => ({ text: plain(text), options: { breakLine: true, bold: i === 0, lang } }));
  slide.addText(sentences, { x: LEFT, y: 1.45, w: WIDTH, h: 1.2, fontSize: 15, color: INK, valign: "top", margin: 0, fit: "shrink" });
  addBar(slide, norm);
  if (norm.trend) addTrend(slide, norm.trend, lang);
  slide.addText(plain(norm.decision), { x: LEFT, y: 6.68, w: WIDTH, h: 0.3, fontSize: 14, color: INK, margin: 0, lang });
  addSource(slide, deck, lang);
}

function addSource(slide: Slide, { source }: Deck, lang: string): void {
  slide.addText(plain(source), { x: LEFT, y: 7.02, w: 11.4, h: 0.3, fontSize: 10, color: SOFT, margin: 0, lang });
}

function addBar(slide: Slide, { bar }: NormSlide): void {
  if (bar.parts.every((part) => part.count === 0)) return;
  const series = bar.parts.map((part) => ({ name: plain(part.name), labels: [plain(bar.name)], values: [part.count] }));
  slide.addChart("bar", series, {
    x: LEFT,
    y: 2.65,
    w: WIDTH,
    h: 1.6,
    altText: `${plain(bar.name)}: ${bar.parts.map((part) => `${part.count} ${plain(part.name)}`).join(", ")}`,
    barDir: "bar",
    barGrouping: "percentStacked",
    barGapWidthPct: 30,
    chartColors: FILLS,
    dataBorder: { pt: 0.75, color: "767d86" },
    showLegend: true,
    legendPos: "t",
    legendFontSize: 13,
    legendFontFace: FONT,
    legendColor: INK,
    showValue: true,
    // What is nought shows nothing: a number without a part of the bar would stand on its neighbour.
    dataLabelFormatCode: "0;;;",
    dataLabelFontSize: 14,
    dataLabelFontBold: true,
    dataLabelColor: INK,
    dataLabelPosition: "ctr",
    catAxisLabelFontSize: 14,
    catAxisLabelFontFace: FONT,
    catAxisLabelColor: INK,
    valAxisHidden: true,
    valGridLine: { style: "none" },
    catGridLine: { style: "none" },
  });
}

function addTrend(slide: Slide, trend: DeckTrend, lang: string): void {
  slide.addText(plain(trend.heading), { x: LEFT, y: 4.3, w: WIDTH, h: 0.35, fontSize: 14, bold: true, color: INK, margin: 0, lang });
  const periods = trend.periods.map(plain);
  // The library draws nothing at all for what is not a number; `mendPptx` takes the empty points out.
  const series = trend.lines.map(({ name, shares }) => ({ name: plain(name), labels: periods, values: shares as number[] }));
  slide.addChart("line", series, {
    x: LEFT,
    y: 4.65,
    w: WIDTH,
    h: 2,
    altText: `${plain(trend.heading)}: ${trend.lines.map(({ name, shares }) => `${plain(name)} ${shares.map((share, i) => `${periods[i]} ${share === null ? "–" : `${Math.round(share * 100)}%`}`).join(", ")}`).join("; ")}`,
    chartColors: LINES.slice(0, Math.max(1, Math.min(LINES.length, series.length))),
    lineSize: 3,
    lineDataSymbol: "circle",
    lineDataSymbolSize: 9,
    displayBlanksAs: "gap",
    valAxisMinVal: 0,
    valAxisMaxVal: 1,
    valAxisMajorUnit: 0.25,
    valAxisLabelFormatCode: "0%",
    valAxisLabelFontSize: 11,
    valAxisLabelColor: SOFT,
    valGridLine: { color: "d5d9de", size: 0.75, style: "solid" },
    catGridLine: { style: "none" },
    catAxisLabelFontSize: 11,
    catAxisLabelColor: INK,
    showValue: true,
    dataLabelFormatCode: "0%",
    dataLabelFontSize: 11,
    dataLabelColor: INK,
    dataLabelPosition: "t",
    showLegend: series.length > 1,
    legendPos: "b",
    legendFontSize: 11,
    legendColor: INK,
  });
}
