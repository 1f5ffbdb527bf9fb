import { createHash } from "node:crypto";
import { chartStyles } from "./charts/chart-styles.ts";
import { pageColours } from "./charts/palette.ts";
import { checkStylesheet } from "./check-stylesheet.ts";
import { comparisonStyles } from "./comparison-styles.ts";
import { formStyles } from "./form-styles.ts";
import { frameworkStyles } from "./framework-styles.ts";
import { normStyles } from "./norm-styles.ts";

/** Below this width tables become cards. */
const NARROW = "64rem";
const WIDE = "64.01rem";

/**
 * The whole style of the portal. System fonts, no images; light and dark by the reader's own setting. Contrasts of text are checked by
 * axe in `test/browser/`, those of the chart in `test/portal/charts/`.
 */
export const stylesheet = `
:root{
  color-scheme:light dark;
  --page:${pageColours.light.background};--text:${pageColours.light.text};--soft:#535a63;--line:#d5d9de;--edge:#767d86;--panel:#f4f6f8;
  --link:#00508c;--link-strong:#003a66;--on-link:#fff;--focus:#b3005e;
  --good:#0a6130;--good-panel:#e9f6ee;--mixed:#7d4700;--mixed-panel:#fdf3e3;--bad:#a3002a;--bad-panel:#fdecef;--busy:#00508c;--busy-panel:#e8f2fa;
}
@media (prefers-color-scheme:dark){:root{
  --page:${pageColours.dark.background};--text:${pageColours.dark.text};--soft:#b4bcc6;--line:#363d47;--edge:#89929d;--panel:#1d232b;
  --link:#8ccaff;--link-strong:#c3e3ff;--on-link:#0c1116;--focus:#ffd23e;
  --good:#7fdca2;--good-panel:#12291c;--mixed:#ffc97a;--mixed-panel:#2e2210;--bad:#ff9fb2;--bad-panel:#351720;--busy:#8ccaff;--busy-panel:#12263a;
}}
*,::before,::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
h1,h2,h3{line-height:1.25;text-wrap:balance;margin:0 0 .5rem}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.3rem);margin-top:1.75rem}
h2{font-size:1.4rem}
h3{font-size:1.05rem;margin-top:1.25rem}
p,ul,ol,dl{margin:0 0 1rem}
p,ol,li{max-width:46rem}
section{margin-top:2.5rem}
small{display:block;font-size:.85rem;font-weight:400;color:var(--soft)}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.9em;overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.2em;text-decoration-thickness:1px}
a:hover{color:var(--link-strong);text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
main:focus{outline:0}
:target{scroll-margin-top:1rem}
tr:target{background:var(--busy-panel);box-shadow:inset 4px 0 var(--link)}
.width{max-width:76rem;margin-inline:auto;padding-inline:1.25rem}
.skip{position:absolute;left:1rem;top:-4rem;padding:.5rem 1rem;background:var(--page);z-index:1}
.skip:focus{top:.5rem}
.top{border-bottom:4px solid var(--link)}
.top .width{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1.5rem;padding-block:.9rem}
.top p{margin:0}
.brand{font-size:1.15rem;font-weight:700}
nav ul,.norms,.legend,ul.downloads,.downloads ul{list-style:none;padding:0}
nav ul,.norms,.downloads ul{margin:0}
.top ul,.choice ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
.top ul{column-gap:.85rem}
.top a{display:inline-block;padding-block:.3rem}
[aria-current]{font-weight:700;color:var(--text);text-decoration-thickness:3px}
main{padding-bottom:2rem;display:block}
footer{margin-top:2rem;padding-block:1.25rem 2.5rem;color:var(--soft);font-size:.9rem}
footer::before{content:"";display:block;border-top:1px solid var(--line);margin-bottom:1.25rem}
footer p{margin-bottom:.25rem}
.lead{font-size:1.1rem;max-width:52rem}
.quiet{color:var(--soft)}
.back{margin:1.25rem 0 -1rem}
.contents{margin-block:1rem}
.contents ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
.illustrative,.notice,.verdict,.answer{border-left:6px solid var(--edge);background:var(--panel);padding:.9rem 1.25rem}
.illustrative{border-color:var(--busy);background:var(--busy-panel);max-width:none}
.notice>:last-child,.verdict>:last-child,.answer>:last-child,.notice li>:last-child{margin-bottom:0}
.notice h2,.notice h3{margin-top:0}
.failed h2{font-size:1.05rem}
.notice{margin-bottom:1rem}
.notice ul:has(>:only-child){list-style:none;padding:0}
.failed,.verdict.bad{border-color:var(--bad);background:var(--bad-panel)}
.verdict{margin-top:1rem;margin-bottom:1.25rem}
.verdict.good{border-color:var(--good);background:var(--good-panel)}
.verdict.mixed,.answer{border-color:var(--mixed);background:var(--mixed-panel)}
.verdict.busy{border-color:var(--busy);background:var(--busy-panel)}
.answer{margin-top:1.5rem;padding-block:1.25rem}
.answer.so-far{border-color:var(--edge);background:var(--panel)}
.norms>li{display:grid;grid-template-columns:minmax(0,1fr) minmax(12rem,20rem);gap:.25rem 2rem;max-width:none;padding-block:.75rem;border-top:1px solid var(--line)}
.answer:not(.so-far) .norms>li{border-color:color-mix(in srgb,var(--mixed) 25%,transparent)}
.norms p{margin:0}
.norms .norm{font-size:1.05rem}
.evidence{padding-top:.2rem}
.evidence p{font-size:.9rem}
.signals details,.downloads details{margin-block:.75rem}
.signals>.norms>li:first-child{border-top:0}
summary{cursor:pointer;color:var(--link);padding-block:.3rem}
.downloads ul.tables{display:block;margin-top:.5rem}
.tables li{padding-block:.35rem}
.other{margin-top:1.75rem}
.other ul{padding-left:1.2rem}
.bar{display:block;min-width:9rem;overflow:visible;font-family:inherit;font-weight:600;font-variant-numeric:tabular-nums}
.outline{stroke:var(--edge);stroke-width:1}
.whisker{stroke:var(--text);stroke-width:2}
.definitions{position:absolute}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin-block:1rem .25rem;font-size:.9rem}
.legend li{display:flex;align-items:center;gap:.5rem}
.choice{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin-bottom:1rem}
.choice a{display:inline-block;padding-block:.15rem}
.tabs ul{gap:.5rem}
.tabs a,.button,button{display:inline-block;padding:.5rem 1rem;border:2px solid var(--link);border-radius:4px;background:var(--page);color:var(--link);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
.tabs [aria-current],.button.primary,button{background:var(--link);color:var(--on-link)}
.tabs a:hover,.button:hover,button:hover{background:var(--link-strong);border-color:var(--link-strong);color:var(--on-link)}
.downloads{margin-block:1rem}
.downloads p{margin-bottom:.5rem}
ul.downloads,.downloads ul{display:flex;flex-wrap:wrap;gap:.5rem}
.filter{display:flex;flex-wrap:wrap;align-items:end;gap:.75rem 1rem;margin-block:1rem}
.filter p{margin:0;min-width:0;max-width:100%}
.filter label{display:block;font-weight:600;font-size:.95rem}
input,select{font:inherit;color:inherit;background:var(--page);border:2px solid var(--edge);border-radius:4px;padding:.5rem .6rem;max-width:100%;min-height:2.75rem}
button{min-height:2.75rem}
.pager{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;margin-block:1rem}
.pager p{margin:0}
.pager ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
table{width:100%;border-collapse:collapse;margin-bottom:1rem;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding-block:.5rem}
th,td{text-align:left;vertical-align:top;padding:.6rem .65rem}
thead th{background:var(--panel);border-bottom:2px solid var(--edge);font-size:.95rem;vertical-align:bottom}
tbody tr{border-bottom:1px solid var(--line)}
tbody th{font-weight:400}
.letter{max-width:46rem;margin-block:1rem;padding:1rem 1.25rem;background:var(--panel);white-space:pre-wrap;overflow-wrap:anywhere}
.file,.value,.messages tbody th{overflow-wrap:anywhere}
.value{white-space:pre-wrap}
time{display:inline-block;min-width:6.5rem}
.places th b,.columns th code,.deliveries tbody th{white-space:nowrap}
@media print,(min-width:${WIDE}){
  .numeric{text-align:right}
  td.numeric small{white-space:nowrap}
  .figures .wide{width:40%}
  .figures td:nth-child(2){width:26%}
  .places .wide{width:32%}
  .deliveries .wide{min-width:8rem}
  .deliveries .badge{white-space:normal;border-radius:.9rem}
}
@media screen and (min-width:76rem){time,.deliveries .badge{white-space:nowrap}}
.badge{display:inline-block;border:1px solid;border-radius:1rem;padding:.05rem .65rem;white-space:nowrap;font-size:.9rem;font-weight:600;color:var(--soft);background:var(--page)}
.badge::before{content:"–";content:"–"/"";margin-right:.4em}
.badge.good{color:var(--good)}.badge.good::before{content:"✓";content:"✓"/""}
.badge.mixed{color:var(--mixed)}.badge.mixed::before{content:"!";content:"!"/""}
.badge.bad{color:var(--bad)}.badge.bad::before{content:"✕";content:"✕"/""}
.badge.busy{color:var(--busy)}.badge.busy::before{content:"…";content:"…"/""}
dl>div{display:grid;grid-template-columns:minmax(7rem,12rem) minmax(0,1fr);gap:.5rem;padding-block:.35rem;border-bottom:1px solid var(--line)}
dt{color:var(--soft)}
dd{margin:0}
@media screen and (max-width:${NARROW}){
  table,caption,tbody,tr,th,td{display:block}
  thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
  tbody tr{border:1px solid var(--line);border-radius:4px;margin-bottom:.75rem;padding:.4rem 0}
  th,td{padding:.25rem .85rem}
  tbody th{font-size:1.05rem}
  td{display:grid;grid-template-columns:8.5rem minmax(0,1fr);gap:.75rem}
  td::before{content:attr(data-label);color:var(--soft)}
  .figures td:nth-child(2){display:block}
  .figures td:nth-child(2)::before{content:none}
  .norms>li{grid-template-columns:minmax(0,1fr)}
}
@media screen and (max-width:32rem){
  td{display:block}
  td::before{content:attr(data-label) ": "}
  td>div,td small{display:inline}
  td small::before{content:" ("}
  td small::after{content:")"}
}
@media (max-width:26rem){
  .width{padding-inline:1rem}
  .illustrative,.notice,.verdict,.answer{padding-inline:.9rem}
  dl>div{grid-template-columns:minmax(0,1fr);gap:0}
}
@media (forced-colors:active){.badge{border-color:CanvasText}.tabs [aria-current]{outline:2px solid}}
@media print{
  :root{color-scheme:light;--page:#fff;--text:#000;--soft:#333;--line:#aaa;--edge:#555;--panel:#fff;--link:#000;--good:#000;--mixed:#000;--bad:#000;--busy:#000;--good-panel:#fff;--mixed-panel:#fff;--bad-panel:#fff;--busy-panel:#fff}
  @page{margin:14mm}
  html{font-size:9pt}
  body{line-height:1.35}
  h1{margin-top:0}
  h2,h3,caption{break-after:avoid}
  section{margin-top:1rem}
  .skip,nav,form,.downloads,.back,.off-paper{display:none!important}
  .width{max-width:none;padding:0}
  .illustrative,.notice,.verdict,.answer{padding:.4rem .75rem}
  a{text-decoration:none}
  th,td{padding:.2rem .4rem}
  .deliveries .wide{min-width:5.5rem}
  .figures .wide{min-width:22rem}
  .figures .badge,.figures td:nth-child(3) small{white-space:normal}
  .figures td:nth-child(2){width:20%}
  .brief{break-inside:avoid}
  h3{margin-top:.6rem}
  p,ul,ol,dl{margin-bottom:.5rem}
  .norms>li{padding-block:.3rem}
  .answer{margin-top:.75rem}
  tr,.norms>li,.failed li{break-inside:avoid}
  thead{display:table-header-group}
  svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
${normStyles}
${chartStyles}
${formStyles}
${comparisonStyles}
${frameworkStyles}
${checkStylesheet}`
  .replace(/\n\s*/g, "\n")
  .trim();

/** Changes with the content, so that browsers may keep it for good. */
export const stylesheetAddress = `/stijl.css?v=${createHash("sha256").update(stylesheet).digest("hex").slice(0, 12)}`;
