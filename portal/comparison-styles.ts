/** Of the pages that lay things beside each other: two sides of a form, bars two by two, texts of reports. */
export const comparisonStyles = `
.own-choice{margin-block:.5rem 1rem}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem 2rem;margin-block:1rem}
.side{border:1px solid var(--line);border-radius:4px;padding:.5rem 1rem 1rem;margin:0;min-width:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,13rem),1fr));gap:.75rem 1rem}
.side legend{font-weight:600}
.side p{margin:0;min-width:0}
.side label{display:block;font-size:.95rem}
.side :is(input,select){width:100%}
.clear{display:inline-block;font-size:.85rem;color:var(--mixed)}
.plain{list-style:none;padding:0;margin:0}
.plain li{max-width:none}
.plain li+li{margin-top:.5rem}
.plain p{margin:0;font-size:.9rem}
.texts{padding-left:1.5rem}
.texts li{margin-bottom:1rem;max-width:52rem}
.texts p{margin-bottom:.25rem}
blockquote{margin:0;padding-left:1rem;border-left:4px solid var(--line)}
.picks{list-style:none;padding:0}
.picks li{max-width:none;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;border-top:1px solid var(--line);padding-block:.5rem}
.picks label{flex:1 1 24rem;min-width:0;display:grid;grid-template-columns:auto minmax(0,1fr);gap:.75rem;align-items:start}
.picks input{margin-top:.15rem}
.picks p{display:flex;flex-wrap:wrap;gap:.25rem .5rem;align-items:baseline;margin:0}
@media print,(min-width:64.01rem){
  .compared .bar,.mirror .bar{min-width:12rem}
  .compared td:has(.bar),.mirror td:nth-child(2){width:26%}
  .compared .wide,.mirror .wide{width:32%}
  .cells td,.keep{white-space:nowrap}
}
@media print{
  .compared .wide,.mirror .wide{width:40%}
  .compared td:has(.bar),.mirror td:nth-child(2){width:27%}
  .compared .bar,.mirror .bar{min-width:8rem}
}
@media screen and (max-width:64rem){.compared td:has(.bar),.mirror td:has(.bar){display:block}}
`
  .replace(/\n\s*/g, "\n")
  .trim();
