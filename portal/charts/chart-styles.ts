import { chartClasses, type Ink, inks } from "./chart-classes.ts";

/** From this width of its column on, a chart is drawn wide. */
const ROOM_FOR_WIDE = "640px";

/** A property as the style sheet of the page says it. */
const onPage = (value: string): string => (value.startsWith("@") ? inks[value.slice(1) as Ink].page : value);

const looks = Object.entries(chartClasses).map(
  ([name, look]) =>
    `.${name}{${Object.entries(look)
      .map(([property, value]) => `${property}:${onPage(value)}`)
      .join(";")}}`,
);

/**
 * The part of the style sheet that charts need. Both drawings of a chart are in the page; the width of its column decides which one is
 * shown. In forced colours shapes keep their own colours, which hold by lightness; text on them keeps its own too, and all else takes the reader's.
 */
export const chartStyles = `
${looks.join("\n")}
.chart{margin:2rem 0;max-width:740px;container-type:inline-size;break-inside:avoid}
.chart figcaption{margin-bottom:.75rem}
.chart figcaption :is(h2,h3,h4){margin:0 0 .25rem;font-size:1.15rem}
.chart figcaption p{margin:0}
.chart-drawing{display:block;width:100%;height:auto;font-family:inherit;font-variant-numeric:tabular-nums;overflow:visible}
.chart-narrow .chart-drawing{max-width:27rem}
.chart-wide{display:none}
@container (min-width:${ROOM_FOR_WIDE}){.chart-wide{display:block}.chart-narrow{display:none}}
.chart-source{margin:.5rem 0 0;font-size:.85rem;color:var(--soft)}
.chart-table{margin-block:.25rem 0}
@media (min-width:64.01rem){.chart-table table,.chart-table thead th{font-size:.85rem}.chart-table :is(th,td){padding-inline:.35rem}}
.chart-actions{display:flex;flex-wrap:wrap;gap:0 1.25rem;list-style:none;margin:0;padding:0;font-size:.9rem}
.chart-actions li{max-width:none}
.chart-actions a{display:inline-block;padding-block:.3rem}
.chart-actions [hidden]{display:none}
@media (forced-colors:active){
  .chart,.bar{--text:CanvasText;--soft:CanvasText;--line:GrayText;--edge:CanvasText;--link:LinkText;--page:Canvas}
  .chart-drawing text,.bar text{forced-color-adjust:none}
}
@media print{
  .chart{margin-block:1rem;break-inside:auto}
  .chart figcaption,.chart-wide{break-inside:avoid;break-after:avoid}
  .chart-actions,.chart-table summary{display:none}
  .chart-table::details-content{content-visibility:visible;display:block;block-size:auto}
  .chart-wide .chart-drawing{max-width:580px}
  .chart-table table{font-size:.8em;margin-bottom:0}
  .chart-table thead th{font-size:inherit}
  .chart-table :is(th,td){padding:.1rem .2rem}
  .chart-table.folded::details-content{columns:2}
}
`;
