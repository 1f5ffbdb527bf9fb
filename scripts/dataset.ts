/**
 * A data set of simulated audits (`test/fixtures/dataset`, or any of the same form) as what the product takes in: a catalogue and
 * deliveries, one file per certifying body in the long layout.
 */

/** Texts of the three files. */
export interface DatasetFiles {
  readonly audits: string;
  readonly norms: string;
  readonly scores: string;
}

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export interface DatasetDeliveries {
  /** Files of `normenkader/`. */
  readonly catalogue: readonly TextFile[];
  /** `<body>/<file>` */
  readonly deliveries: readonly TextFile[];
}

/**
 * The label of the N-norms has its variants and versions tied by lineage `same` and by overlaps between variants. The second label has
 * one framework, whose norms overlap with the N-norms that they equal. A combined audit is one reference under both labels.
 */
export function datasetDeliveries(files: DatasetFiles): DatasetDeliveries {
  const audits = rowsOf(files.audits) as unknown as Audit[];
  const norms = rowsOf(files.norms) as unknown as DatasetNorm[];
  const scores = byAudit(rowsOf(files.scores) as unknown as Score[]);
  return {
    catalogue: catalogueOf(audits, norms),
    deliveries: distinct(audits.map(({ ci }) => ci)).map((ci) => ({
      path: `${bodyOf(ci)}/toetsen.csv`,
      text: csv(audits.filter((audit) => audit.ci === ci).flatMap((audit) => rowsOfAudit(audit, scores.get(audit.audit_id) ?? []))),
    })),
  };
}

interface Audit {
  readonly audit_id: string;
  readonly organisation_id: string;
  readonly ci: string;
  /** `SSW`, or `SSW+NVVK` for a combined audit. */
  readonly label: string;
  readonly variant: string;
  readonly framework_version: string;
  readonly audit_type: string;
  /** `jjjj-mm-dd` */
  readonly audit_date: string;
}

interface DatasetNorm {
  readonly norm_id: string;
  readonly canonical_norm_id: string;
  readonly label: string;
  readonly category: string;
  readonly competency: string;
  readonly introduced_version: string;
  readonly withdrawn_version: string;
  /** `regulier+wijkteam` */
  readonly variants: string;
}

interface Score {
  readonly audit_id: string;
  readonly norm_id: string;
  readonly score: string;
  readonly self_score: string;
}

/** Plain CSV without quotes. */
function rowsOf(text: string): Record<string, string>[] {
  const [header = "", ...lines] = text.trimEnd().split(/\r?\n/);
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((value, i) => [names[i]!, value])));
}

function byAudit(scores: readonly Score[]): ReadonlyMap<string, readonly Score[]> {
  const found = new Map<string, Score[]>();
  for (const score of scores) {
    const ofAudit = found.get(score.audit_id);
    if (ofAudit) ofAudit.push(score);
    else found.set(score.audit_id, [score]);
  }
  return found;
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].sort();
const bodyOf = (ci: string): string => `ci-${ci.toLowerCase()}`;
const MAIN = "SSW";
const SECOND = "NVVK";

/** Version after version; the last day of one is the day before the next. */
const validity: Readonly<Record<string, readonly [string, string | null]>> = { v1: ["2017-01-01", "2020-12-31"], v2: ["2021-01-01", null] };

function catalogueOf(audits: readonly Audit[], norms: readonly DatasetNorm[]): TextFile[] {
  const main = norms.filter(({ label }) => label === MAIN);
  const ofVariant = distinct(audits.map(({ variant }) => variant)).flatMap((variant) =>
    distinct(audits.filter((audit) => audit.variant === variant).map(({ framework_version }) => framework_version)).map((version) => ({
      variant,
      version,
    })),
  );
  const [firstVariant = ""] = ofVariant.map(({ variant }) => variant);
  const frameworks = ofVariant.map(({ variant, version }) =>
    framework(
      MAIN,
      variant,
      version,
      normsOf(main, variant, version).map((norm) => ({
        ...catalogueNorm(norm),
        ...(hasNorm(main, ofVariant, variant, "v1", norm) && version === "v2"
          ? { from: [{ framework: `${MAIN}/${variant}/v1`, norm: norm.norm_id, relation: "same" }] }
          : {}),
        ...(variant !== firstVariant && hasNorm(main, ofVariant, firstVariant, version, norm)
          ? { overlaps: [{ framework: `${MAIN}/${firstVariant}/${version}`, norm: norm.norm_id }] }
          : {}),
      })),
    ),
  );
  const second = norms
    .filter(({ label }) => label === SECOND)
    .map((norm) => ({
      ...catalogueNorm(norm),
      overlaps: ofVariant
        .filter(({ version }) => version === norm.introduced_version)
        .filter(() => norm.canonical_norm_id !== norm.norm_id)
        .map(({ variant, version }) => ({ framework: `${MAIN}/${variant}/${version}`, norm: norm.canonical_norm_id })),
    }));
  return [
    ...frameworks,
    ...(second.length > 0 ? [framework(SECOND, "basis", "v2", second)] : []),
    json(
      "competencies.json",
      distinct(norms.map(({ competency }) => competency)).map((code) => ({ code: `C${code}`, title: `Competentie ${code}` })),
    ),
    json(
      "bodies.json",
      distinct(audits.map(({ ci }) => ci)).map((ci) => ({ code: bodyOf(ci), name: `CI ${ci}` })),
    ),
    json(
      "organisations.json",
      distinct(audits.map(({ organisation_id }) => organisation_id)).map((id) => ({
        id: id.toLowerCase(),
        name: `Organisatie ${id}`,
        kvk: [kvkOf(id)],
      })),
    ),
  ];
}

/** The norms that a framework of this variant and version has. */
const normsOf = (norms: readonly DatasetNorm[], variant: string, version: string): DatasetNorm[] =>
  norms.filter(
    (norm) =>
      norm.variants.split("+").includes(variant) &&
      norm.introduced_version <= version &&
      (norm.withdrawn_version === "" || norm.withdrawn_version > version),
  );

const hasNorm = (
  norms: readonly DatasetNorm[],
  frameworks: readonly { readonly variant: string; readonly version: string }[],
  variant: string,
  version: string,
  norm: DatasetNorm,
): boolean =>
  frameworks.some((known) => known.variant === variant && known.version === version) && normsOf(norms, variant, version).includes(norm);

const catalogueNorm = ({ norm_id, category, competency }: DatasetNorm) => ({
  code: norm_id,
  title: `Norm ${norm_id}`,
  category,
  competencies: [`C${competency}`],
});

function framework(label: string, variant: string, version: string, norms: readonly { readonly category: string }[]): TextFile {
  const [validFrom, validUntil] = validity[version]!;
  return json(`frameworks/${label}-${variant}-${version}.json`.toLowerCase(), {
    label,
    variant,
    version,
    title: `${label} ${variant} ${version}: gesimuleerd, geen officiële normtekst`,
    illustrative: true,
    validFrom,
    validUntil,
    cycleYears: 2,
    categories: distinct(norms.map(({ category }) => category)).map((code) => ({ code, title: `Categorie ${code}` })),
    norms,
  });
}

const json = (path: string, content: unknown): TextFile => ({ path, text: `${JSON.stringify(content, null, 1)}\n` });

const kvkOf = (organisation: string): string => String(99_000_000 + Number(organisation.slice(1)));

const scoreWords: Readonly<Record<string, string>> = { "n.v.t.": "niet van toepassing" };

const header = [
  "rapportkenmerk",
  "kvk_nummer",
  "organisatie",
  "label",
  "variant",
  "normenkader",
  "soort_toets",
  "toetsdatum",
  "toetsvorm",
  "norm",
  "score",
  "zelfevaluatie",
];

function rowsOfAudit(audit: Audit, scores: readonly Score[]): string[][] {
  const combined = audit.label.includes("+");
  return scores.map(({ norm_id, score, self_score }) => {
    const main = norm_id.startsWith("N");
    return [
      audit.audit_id,
      kvkOf(audit.organisation_id),
      `Organisatie ${audit.organisation_id}`,
      main ? MAIN : SECOND,
      main ? audit.variant : "basis",
      audit.framework_version,
      audit.audit_type === "initieel" ? "eerste toets" : "hertoets",
      audit.audit_date.split("-").reverse().join("-"),
      combined ? "labelcombinatie" : "extern",
      norm_id,
      scoreWords[score] ?? score,
      self_score,
    ];
  });
}

const csv = (rows: readonly (readonly string[])[]): string => `${[header, ...rows].map((row) => row.join(";")).join("\r\n")}\r\n`;
