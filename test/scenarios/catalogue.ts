/** A catalogue small enough to count by hand. */
const norms = (...codes: string[]) => codes.map((code) => ({ code, title: `Norm ${code}`, category: "A", competencies: ["C01"] }));

const framework = (label: string, variant: string, version: string, list: object[]) => ({
  label,
  variant,
  version,
  title: `${label} ${variant} ${version}`,
  illustrative: true,
  validFrom: "2017-01-01",
  validUntil: null,
  cycleYears: 2,
  categories: [{ code: "A", title: "Algemeen" }],
  norms: list,
});

const ksw = norms("V01", "V02", "D01");
const nvvk = norms("1.2", "3.1").map((norm, i) => (i === 0 ? { ...norm, overlaps: [{ framework: "KSW/basis/2019", norm: "D01" }] } : norm));

export const organisations = [
  { id: "org-1", name: "Stichting Noord", kvk: ["10000001"], succeededBy: null },
  { id: "org-2", name: "Stichting Zuid", kvk: ["10000002"], succeededBy: null },
  { id: "org-3", name: "Stichting Oost", kvk: ["10000003"], succeededBy: null },
];

/** Files of the catalogue, with another register of organisations where one is given. */
export const catalogueFiles = (register: readonly object[] = organisations): { path: string; text: string }[] => [
  { path: "frameworks/ksw-basis-2019.json", text: JSON.stringify(framework("KSW", "basis", "2019", ksw)) },
  { path: "frameworks/nvvk-basis-2021.json", text: JSON.stringify(framework("NVVK", "basis", "2021", nvvk)) },
  { path: "competencies.json", text: JSON.stringify([{ code: "C01", title: "Verheldert vragen en behoeften" }]) },
  {
    path: "bodies.json",
    text: JSON.stringify([
      { code: "ciio", name: "CIIO" },
      { code: "dnv", name: "DNV" },
    ]),
  },
  { path: "organisations.json", text: JSON.stringify(register) },
];
