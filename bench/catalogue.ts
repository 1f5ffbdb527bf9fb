import { compileCatalogue } from "../core/catalogue/compile.ts";
import { parseCatalogueFiles } from "../core/catalogue/parse.ts";
import type { Catalogue, Organisation } from "../core/catalogue/types.ts";
import { readCatalogueFolder } from "../functions/adapters/catalogue-folder.ts";

/** The shipped catalogue, with a register of as many invented organisations as a delivery of a million rows is about. */
export const benchCatalogue = async (): Promise<Catalogue> => compileCatalogue(parseCatalogueFiles(await benchCatalogueFiles()), "bench");

/** The same as files, to publish. */
export async function benchCatalogueFiles(): Promise<readonly { path: string; text: string }[]> {
  const shipped = await readCatalogueFolder("normenkader");
  return shipped.map(({ path, text }) =>
    path === "organisations.json" ? { path, text: JSON.stringify([...JSON.parse(text), ...organisations]) } : { path, text },
  );
}

const places = [
  "Akkerwolde",
  "Brinkmeer",
  "Dijkerveld",
  "Elzenbroek",
  "Heidekamp",
  "Lindewaard",
  "Oosterbroek",
  "Plaswijk",
  "Rietveen",
  "Zandhoven",
];
const kinds = ["Welzijn", "Stichting Welzijn", "Sociaal Werk", "Buurtwerk", "Wijkteam", "Maatschappelijke Dienstverlening"];

/** Numbers from 70000000: none of them is in the shipped register. */
export const organisations: readonly Organisation[] = Array.from({ length: 2_000 }, (_, i) => ({
  id: `bench-${i}`,
  name: `${kinds[i % kinds.length]} ${places[i % places.length]} ${1 + Math.floor(i / 30)}`,
  kvk: [String(70_000_000 + i * 37)],
  succeededBy: null,
}));
