/** Of the pages about frameworks and drafts: words that changed, long forms. */
export const frameworkStyles = `
ins,del{padding:0 .1em;border-radius:2px}
ins{background:var(--good-panel);text-decoration:underline;text-decoration-thickness:2px}
del{background:var(--bad-panel);text-decoration:line-through}
.filter .whole{flex-basis:100%;margin:0}
.draft-norms .badge+.badge{margin-top:.25rem}
.draft-norms td p,.side-by-side td p{margin:0 0 .35rem}
.filter.draft-form>*+*{margin-top:1rem}
.draft-form .several.tall,.draft-form .several:has(.fields){padding-block:.5rem}
.draft-form .field{max-width:46rem}
.draft-form .choices label{font-weight:400}
.several.tall{display:grid;grid-template-columns:minmax(0,1fr);max-height:24rem;overflow:auto}
.several.tall label{align-items:start;padding-block:.2rem}
.several .fields{flex-basis:100%;margin-block:.35rem}
.selection .side{display:block}
@media print{
  ins,del{background:none}
  .editable tr>:last-child{display:none}
  .draft-norms .badge{white-space:normal;border-radius:.9rem}
}
`
  .replace(/\n\s*/g, "\n")
  .trim();
