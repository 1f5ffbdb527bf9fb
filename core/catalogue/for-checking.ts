import type { BodyCode } from "../ids.ts";
import type { Catalogue, CatalogueFiles, CertifyingBody, CompiledFramework, NormFramework } from "./types.ts";

/**
 * What the check of a delivery asks of a catalogue, as plain data: it goes to a browser and is compiled there by `compileCatalogue`. The
 * findings are the same as with the whole catalogue. Titles of norms, competencies and lineage stay behind; with `body` also the score terms
 * and headers of the other bodies, which are no affair of the sender's.
 */
export function catalogueForChecking(catalogue: Catalogue, body?: BodyCode): CatalogueFiles {
  return {
    frameworks: catalogue.frameworks.map(frameworkForChecking),
    competencies: [],
    bodies: [...catalogue.bodies.values()].map((one) => (body === undefined || one.code === body ? one : nameOf(one))),
    organisations: catalogue.organisations,
    themes: catalogue.themes.map(({ code, title, synonyms }) => ({ code, title, synonyms })),
  };
}

/** Field by field, as a compiled framework has more than its file. */
function frameworkForChecking(framework: CompiledFramework): NormFramework {
  const { label, variant, version, title, validFrom, validUntil, cycleYears } = framework;
  const norms = framework.norms.map(({ code, overlaps }) => ({ code, title: "", category: "", ...(overlaps ? { overlaps } : {}) }));
  return { label, variant, version, title, validFrom, validUntil, cycleYears, categories: [], norms };
}

/** Enough to say that a file is another body's. */
const nameOf = ({ code, name }: CertifyingBody): CertifyingBody => ({ code, name });
