import { LATEST } from "../../core/figures/publication.ts";
import { countedScores } from "../../core/figures/selected/counted-scores.ts";
import type { PublishedFigures } from "../../core/notifications/daily-run.ts";
import type { CatalogueStore, ObjectStore } from "../../core/ports.ts";
import { decodeScores } from "../../core/scoring/encode.ts";
import { publishedScoresKey } from "../../core/scoring/run-objects.ts";

/** What was published, from the bucket of figures. A file that an older publication did not have is an empty list. */
export function publishedFigures(figures: ObjectStore, catalogues: CatalogueStore): PublishedFigures {
  const rows = async <Row>(run: string, name: string): Promise<readonly Row[]> =>
    json(await figures.find(`published/${run}/${name}`)) ?? [];
  return {
    latest: async () => json(await figures.find(LATEST)),
    signals: (run) => rows(run, "signals.json"),
    viewFigures: (run) => rows(run, "view-figures.json"),
    async scores({ run, catalogueVersion }) {
      const [merged, catalogue] = await Promise.all([figures.read(publishedScoresKey(run)), catalogues.version(catalogueVersion)]);
      return countedScores(decodeScores(merged), catalogue);
    },
  };
}

const json = <T>(content: Uint8Array | undefined): T | undefined => content && (JSON.parse(new TextDecoder().decode(content)) as T);
