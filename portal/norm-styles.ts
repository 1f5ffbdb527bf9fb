/** Of the pages about norms: the form of a selection, what was chosen, heads that sort. */
export const normStyles = `
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
@media print{.sortable thead a::after{content:none}.sortable [aria-sort] a::after{content:"▲";content:"▲"/""}.sortable [aria-sort=descending] a::after{content:"▼";content:"▼"/""}}
`
  .replace(/\n\s*/g, "\n")
  .trim();
