/** Style of the documents of a review: on screen light or dark, on paper A4, tables with their header on every page, no row cut in two. */
export const documentStyle = `
:root{color-scheme:light dark;--page:#fff;--text:#1b1d21;--soft:#535a63;--line:#d5d9de;--head:#00508c;--panel:#f4f6f8}
@media (prefers-color-scheme:dark) and (not print){:root{--page:#14181d;--text:#e8ebef;--soft:#b4bcc6;--line:#363d47;--head:#8ccaff;--panel:#1d232b}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1.5rem 1.25rem 3rem;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .25rem}
h2{font-size:1.3rem;margin:2.25rem 0 .5rem;border-bottom:2px solid var(--head);padding-bottom:.2rem}
h3{font-size:1.05rem;margin:1.5rem 0 .25rem}
p,ul,ol{margin:0 0 .75rem;max-width:46rem}
.one-page p{max-width:none}
.lead{font-size:1.1rem}
.soft,caption{color:var(--soft)}
.warning{border-left:4px solid var(--head);background:var(--panel);padding:.5rem .75rem}
a{color:var(--head)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:0 0 1rem;font-size:.95rem}
caption{text-align:left;padding:.25rem 0;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line)}
.n{text-align:right;white-space:nowrap}
tbody th{font-weight:600}
small{display:block;color:var(--soft);font-weight:400}
.hash{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.8rem;overflow-wrap:anywhere}
@page{size:A4;margin:13mm 14mm}
.one-page table{table-layout:fixed}.asks th:first-child{width:25%}.asks th:nth-child(2){width:17%}.asks th:last-child{width:12%}
.everybody th:first-child{width:46%}.everybody th:nth-child(2){width:17%}.everybody th:last-child{width:12%}
@media print{
  :root{--page:#fff;--text:#000;--soft:#444;--line:#bbb;--head:#00407a;--panel:#fff}
  body{max-width:none;padding:0;font-size:9.5pt;line-height:1.35}
  h1{font-size:15pt}.soft{margin-bottom:.25rem}h2{font-size:12.5pt;break-after:avoid}h3{font-size:10.5pt;break-after:avoid}
  table{font-size:8.5pt}thead{display:table-header-group}tr{break-inside:avoid}
  h2{margin-top:1rem}.page{break-before:page}
  .one-page table{font-size:7.5pt}.one-page th,.one-page td{padding:.12rem .5rem .12rem 0}.one-page caption{padding:.1rem 0}
  .one-page h2{margin-top:.6rem}.one-page p,.one-page li,.one-page caption{margin-bottom:0;font-size:8pt}.warning{padding:.1rem .5rem;margin:0}.one-page .lead{font-size:10pt}.one-page table{margin-bottom:.5rem}
  article{break-inside:avoid}
  a{color:inherit;text-decoration:none}
}`;
