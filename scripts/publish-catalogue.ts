/**
 * Checks a folder of norm frameworks and makes it the catalogue in force on AWS:
 *   npm run catalogue:publish -- FOLDER BUCKET
 * Credentials and region as for every AWS command. Exit 0 published (or already in force), 1 when the catalogue is wrong (nothing is published), 2 for wrong use.
 */
import { InvalidCatalogue } from "../core/faults.ts";
import { readCatalogueFolder } from "../functions/adapters/catalogue-folder.ts";
import { putInForce } from "../functions/adapters/catalogue-store.ts";
import { objectStore, s3 } from "../functions/adapters/object-store.ts";

process.exitCode = await publish(process.argv.slice(2));

async function publish([folder, bucket, ...others]: readonly string[]): Promise<0 | 1 | 2> {
  if (!folder || !bucket || others.length > 0) {
    console.error("usage: npm run catalogue:publish -- FOLDER BUCKET");
    return 2;
  }
  try {
    const catalogue = await putInForce(objectStore(s3(), bucket), await readCatalogueFolder(folder));
    console.log(`catalogue ${catalogue.version.slice(0, 12)} of ${folder} is in force`);
    return 0;
  } catch (error) {
    if (!(error instanceof InvalidCatalogue)) throw error;
    console.error(error.message);
    return 1;
  }
}
