/** The catalogue as people maintain it (`normenkader/`): the shapes of its files. Their schema is `normenkader/schema/*.schema.json`. */
import type { FrameworkKey } from "../ids.ts";

export type Relation = "same" | "reworded" | "merged" | "split";

export interface LineageStep {
  readonly framework: string;
  readonly norm: string;
  readonly relation: Relation;
}

export interface NormReference {
  readonly framework: string;
  readonly norm: string;
}

export interface Norm {
  readonly code: string;
  readonly title: string;
  readonly category: string;
  readonly competencies?: readonly string[];
  readonly from?: readonly LineageStep[];
  readonly overlaps?: readonly NormReference[];
}

export interface NormFramework {
  readonly label: string;
  readonly variant: string;
  readonly version: string;
  readonly title: string;
  /** True for an example catalogue: not the official text of the norms. */
  readonly illustrative?: boolean;
  /** `jjjj-mm-dd` */
  readonly validFrom: string;
  /** `jjjj-mm-dd`, the last day; null while it is in force. Windows of versions may overlap. */
  readonly validUntil: string | null;
  readonly cycleYears: number;
  readonly categories: readonly { readonly code: string; readonly title: string }[];
  readonly norms: readonly Norm[];
}

export interface Competency {
  readonly code: string;
  readonly title: string;
}

export interface CertifyingBody {
  readonly code: string;
  readonly name: string;
  /** The body's own term → one of `scoreWords`. */
  readonly scoreTerms?: Readonly<Record<string, string>>;
  /** The body's own header → a column of a delivery. */
  readonly headerNames?: Readonly<Record<string, string>>;
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** Every KvK number it has or had, 8 digits. */
  readonly kvk: readonly string[];
  readonly succeededBy?: string | null;
}

export interface Theme {
  readonly code: string;
  readonly title: string;
  readonly synonyms?: readonly string[];
  readonly norms?: readonly NormReference[];
}

/** All files of the catalogue together, in the order of their names. */
export interface CatalogueFiles {
  readonly frameworks: readonly NormFramework[];
  readonly competencies: readonly Competency[];
  readonly bodies: readonly CertifyingBody[];
  readonly organisations: readonly Organisation[];
  readonly themes: readonly Theme[];
}

/** A framework made ready for work: norms by number, so that a score row costs integers and not strings. */
export interface CompiledFramework extends NormFramework {
  readonly key: FrameworkKey;
  /** Position in `Catalogue.frameworks`. */
  readonly index: number;
  readonly validFromDay: number;
  /** Infinity while in force. */
  readonly validUntilDay: number;
  /** Norm code (exactly as in the catalogue, and folded: see `foldCode`) → position in `norms`. */
  readonly normIndex: ReadonlyMap<string, number>;
  /** Per norm of this framework: the norms of other frameworks it overlaps with, both directions, sorted. */
  readonly overlapsOf: readonly (readonly { readonly framework: number; readonly norm: number }[])[];
}

/** The catalogue, checked and compiled by `compileCatalogue`. Immutable. */
export interface Catalogue {
  /** SHA-256 of the files, so that a figure can say on which catalogue it rests. */
  readonly version: string;
  readonly frameworks: readonly CompiledFramework[];
  readonly frameworkByKey: ReadonlyMap<string, CompiledFramework>;
  readonly competencies: readonly Competency[];
  readonly bodies: ReadonlyMap<string, CertifyingBody>;
  readonly organisations: readonly Organisation[];
  readonly themes: readonly Theme[];
  /** KvK number (8 digits) → the organisation that has it now: successions followed to their end. */
  readonly organisationByKvk: ReadonlyMap<string, Organisation>;
  readonly organisationById: ReadonlyMap<string, Organisation>;
}
