import { publishRun } from "../../core/figures/publish-run.ts";
import type { CatalogueStore, ObjectStore, ScoringRegister } from "../../core/ports.ts";
import { decodeScores } from "../../core/scoring/encode.ts";
import { publishFigures as contract } from "../../workflows/contracts.ts";
import { catalogueStore } from "../adapters/catalogue-store.ts";
import { objectStore, s3 } from "../adapters/object-store.ts";
import { openTable } from "../adapters/table/client.ts";
import { scoringRegister } from "../adapters/table/scoring-register.ts";
import { codeVersion, place } from "../runtime/config.ts";
import { defineHandler } from "../runtime/handler.ts";

interface Ports {
  readonly catalogues: CatalogueStore;
  readonly figures: ObjectStore;
  readonly scoring: ScoringRegister;
}

function wire(): Ports {
  const client = s3();
  return {
    catalogues: catalogueStore(objectStore(client, place("catalogue"))),
    figures: objectStore(client, place("figures")),
    scoring: scoringRegister(openTable(place("table"))),
  };
}

export const createHandler = () =>
  defineHandler(contract, wire, async ({ run, merged }, { catalogues, figures, scoring }) => {
    const { run: name, referenceDate, catalogueVersion, change } = run;
    // An execution that failed and is taken up again days later: what later ones published stays.
    if (((await scoring.published())?.change ?? 0) > change) return { outcome: "outdated" as const };
    const scores = decodeScores(await figures.read(merged.key));
    const basis = { referenceDate, catalogueVersion, change, codeVersion: codeVersion() };
    const catalogue = await catalogues.version(catalogueVersion);
    const publication = await publishRun(figures, { run: name, basis, scores, catalogue, at: new Date().toISOString() });
    await scoring.notePublished(name, basis);
    const neverMet = publication.flagged.filter((flag) => flag.signal === "NOOIT_GEHAALD").length;
    return { outcome: "published" as const, published: name, files: [...publication.files], neverMet };
  });

export const handler = createHandler();
