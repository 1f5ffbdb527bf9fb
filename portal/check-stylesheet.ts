/** Of choosing a file and of the result of a check, on the page where one delivers and in the offline check. */
export const checkStylesheet = `
.drop{border:2px dashed var(--edge);border-radius:4px;padding:1.25rem;margin-block:1rem;background:var(--panel)}
.drop.over{border-style:solid;border-color:var(--link);background:var(--busy-panel)}
.drop label{display:block;font-weight:600}
.drop input[type=file]{width:100%;margin-block:.5rem;background:var(--page)}
.drop>:last-child{margin-bottom:0}
progress{display:block;width:100%;max-width:46rem;height:1.25rem;accent-color:var(--link)}
progress[hidden]{display:none}
.check-result h2:focus{outline:0}
.check-result h2:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.finding{border:1px solid var(--line);border-radius:4px;padding:.75rem 1rem;margin-bottom:1rem}
.finding summary{cursor:pointer}
.finding summary .badge{margin-right:.35rem}
.finding summary b{overflow-wrap:anywhere}
.finding>p{margin-block:.75rem 0}
.finding table{margin-bottom:0}
`
  .replace(/\n\s*/g, "\n")
  .trim();
