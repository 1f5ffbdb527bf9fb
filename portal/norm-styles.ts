/** Of the pages about norms: the form of a selection, what was chosen, heads that sort. */
export const normStyles = `
.stands{padding-left:1.2rem}
.stands li{break-inside:avoid;padding-block:.15rem}
@media print,(min-width:64.01rem){.stands{columns:2;column-gap:2.5rem}}
.files{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;margin:0}
.files a{display:inline-block;padding-block:.15rem}
.selection{display:block}
.fields{display:flex;flex-wrap:wrap;align-items:end;gap:.75rem 1rem}
.fields+.fields{margin-top:.75rem}
.selection details{margin-top:.5rem}
.selection summary{display:inline-block}
.selection details>.fields:first-of-type{margin-top:.5rem}
.selection select{max-width:min(100%,19rem)}
.several{border:1px solid var(--line);border-radius:4px;margin:0;padding:.15rem .75rem .4rem;display:flex;flex-wrap:wrap;gap:0 1.25rem;min-width:0}
.several legend{font-weight:600;font-size:.95rem;padding-inline:.25rem;margin-left:-.25rem}
.several label{display:inline-flex;align-items:center;gap:.5rem;min-height:2rem;font-weight:400}
.chosen{margin-top:1rem}
.chosen p{max-width:60rem;margin-bottom:.5rem}
.chips{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem .6rem;margin-bottom:.5rem!important}
.chip{display:inline-block;border:1px solid var(--edge);border-radius:1rem;padding:.2rem .75rem;background:var(--panel);text-decoration:none}
.chip::after{content:"×";content:"×"/"";margin-left:.5em;font-weight:700}
.chip:hover{border-color:var(--link)}
.sortable thead a{display:inline-block;padding-block:.15rem;color:inherit;text-decoration-color:var(--edge)}
.sortable thead a::after{content:"↕";content:"↕"/"";margin-left:.35em;color:var(--soft);font-weight:400}
.sortable [aria-sort=ascending] a::after{content:"▲";content:"▲"/"";color:inherit;font-size:.8em}
.sortable [aria-sort=descending] a::after{content:"▼";content:"▼"/"";color:inherit;font-size:.8em}
@media screen and (max-width:64rem){
  .sortable thead{position:static;width:auto;height:auto;overflow:visible;clip-path:none;display:block}
  .sortable thead tr{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;background:var(--panel);padding:.4rem .85rem;margin-bottom:.75rem}
  .sortable thead th{border:0;padding:0}
  .sortable thead th:not(:has(a)){display:none}
}
.about-norm{margin-block:.75rem 1rem;max-width:52rem}
.said{list-style:none;padding:0;margin:0 0 1rem}
.said li{max-width:52rem;padding-block:.35rem}
.said p{margin:0;max-width:none}
.dossier .answer p{max-width:52rem}
.dossier .answer>p{margin-bottom:.35rem}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,29rem),1fr));gap:0 3rem;align-items:start}
.pair .chart{margin-block:1rem 1.5rem}
.on-paper{display:none}
.all-files a{display:inline-block;padding-block:.4rem}
.texts-of-theme{list-style:none;padding:0}
.texts-of-theme li{margin-bottom:.75rem}
.texts-of-theme p{margin:0}
.pair>.notice{margin-top:1rem}
.pair .chart:has(.chart-table[open]){grid-column:1/-1;max-width:none}
@media screen{.pair .chart-table:not([open]) table{display:none}}
.pair .chart-table table,.pair .chart-table thead th{font-size:.85rem}
@media (min-width:64.01rem){.pair .chart-table :is(th,td){padding-inline:.35rem}}
.pair h3:first-child{margin-top:1rem}
blockquote{margin:.25rem 0 0;padding-left:1rem;border-left:4px solid var(--line)}
@media print{
  .sortable thead a::after{content:none}
  .sortable [aria-sort] a::after{content:"▲";content:"▲"/""}
  .sortable [aria-sort=descending] a::after{content:"▼";content:"▼"/""}
  .dossier h1{font-size:1.5rem}
  .dossier section{margin-top:.6rem}
  .dossier h2{font-size:1.2rem;margin-bottom:.2rem}
  .dossier dl>div{padding-block:.1rem}
  .dossier .pair p{line-height:1.25}
  .on-paper{display:block}
  .dossier p,.said li,.dossier .answer p{max-width:none}
  .pair{display:block;columns:2;column-gap:7mm}
  .pair .chart{margin:0 0 .6rem}
  .pair .chart-narrow{break-inside:avoid}
  .pair .chart .chart-drawing{max-width:20rem}
  .pair .chart figcaption{margin-bottom:.25rem}
  .pair .chart figcaption :is(h2,h3){font-size:1.05rem}
  .pair>.notice,.texts-of-theme li{break-inside:avoid}
  .dossier .chart-table.folded::details-content{columns:1}
  .dossier .chart-table table{font-size:.75em}
  .dossier .chart-table :is(th,td){padding:0 .2rem}
  .dossier .chart-table thead th{font-size:inherit}
  .dossier .chart-table caption,.dossier .chart-table:is(:has(th:nth-child(8)),:has(tbody tr:nth-child(13))){display:none}
}
.neighbours ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
.one-bar{max-width:46rem;margin-bottom:1rem}
`
  .replace(/\n\s*/g, "\n")
  .trim();
