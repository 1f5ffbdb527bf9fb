import type { CatalogueText } from "../../core/catalogue/parse.ts";
import { unzipCatalogue, zipCatalogue } from "../../core/catalogue/zip.ts";
import { InvalidCatalogue } from "../../core/faults.ts";
import type { CatalogueKeeper } from "../data.ts";
import { download, page } from "../page.tsx";
import { type CatalogueOutcome, CataloguePage } from "../pages/catalogue.tsx";
import type { Route } from "../route.ts";

/** How an administrator changes frameworks, bodies and organisations: as the folder of files that they are. */
export const catalogueRoutes = ({ keeper }: { readonly keeper: CatalogueKeeper }): readonly Route[] => [
  { method: "GET", path: "/beheer/normenkader", right: "administer", answer: (c) => page(c, <CataloguePage />) },
  {
    method: "GET",
    path: "/beheer/normenkader.zip",
    right: "administer",
    answer: async (c) =>
      download(c, { name: "normenkader.zip", contentType: "application/zip", content: zipCatalogue(await keeper.files()) }),
  },
  {
    method: "POST",
    path: "/beheer/normenkader",
    right: "administer",
    answer: async (c) => {
      const form = await c.req.parseBody();
      const file = form["bestand"];
      const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
      const outcome = await outcomeOf(keeper, bytes, form["doel"] === "in gebruik nemen");
      return page(c, <CataloguePage outcome={outcome} />, outcome.kind === "wrong" ? 400 : 200);
    },
  },
];

async function outcomeOf(keeper: CatalogueKeeper, bytes: Uint8Array, publish: boolean): Promise<CatalogueOutcome> {
  try {
    const files: readonly CatalogueText[] = unzipCatalogue(bytes);
    if (publish) return { kind: "inForce", version: (await keeper.putInForce(files)).version };
    const { changes } = await keeper.compare(files);
    return changes && changes.refused.length > 0 ? { kind: "wrong", problems: changes.refused } : { kind: "checked", changes };
  } catch (error) {
    if (error instanceof InvalidCatalogue) return { kind: "wrong", problems: error.problems };
    throw error;
  }
}
