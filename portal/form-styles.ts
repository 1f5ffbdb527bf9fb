/** Of forms, of the account in the head of a page and of the list of sample users. */
export const formStyles = `
.brand a{color:inherit;text-decoration:none}
.account{margin:0 0 0 auto;display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem}
button.quiet{background:var(--page);color:var(--link);padding:.15rem .75rem;min-height:2rem}
.field{max-width:46rem}
.field label,.choices legend{display:block;font-weight:600}
.field .quiet{display:block;font-size:.9rem}
textarea{display:block;width:100%;font:inherit;color:inherit;background:var(--page);border:2px solid var(--edge);border-radius:4px;padding:.5rem .6rem}
.wrong{display:block;color:var(--bad)}
[aria-invalid=true]{border-color:var(--bad)}
.choices{border:1px solid var(--line);border-radius:4px;margin:1rem 0;padding:.5rem 1rem 1rem;display:flex;flex-wrap:wrap;gap:.5rem 2rem}
.choices label{display:inline-flex;align-items:center;gap:.5rem;min-height:2rem}
input[type=radio],input[type=checkbox]{min-height:0;width:1.25rem;height:1.25rem;accent-color:var(--link)}
.people{list-style:none;padding:0}
.people li{display:grid;grid-template-columns:minmax(0,15rem) minmax(0,1fr);align-items:center;gap:.25rem 1rem;padding-block:.4rem;max-width:none}
@media (max-width:32rem){.people li{grid-template-columns:minmax(0,1fr)}.account{margin-left:0}}
`
  .replace(/\n\s*/g, "\n")
  .trim();
