/** The shipped catalogue in the store that the product uses, in memory. */
import { join } from "node:path";
import type { ObjectStore } from "../../core/ports.ts";
import { readCatalogueFolder } from "../../functions/adapters/catalogue-folder.ts";
import { compareWithForce, filesInForce, publishCatalogue, putInForce } from "../../functions/adapters/catalogue-store.ts";
import type { CatalogueKeeper } from "../../portal/data.ts";
import { root } from "./scripts/deliveries.ts";

export function shippedKeeper(): CatalogueKeeper {
  const objects = new Map<string, Uint8Array>();
  const find: ObjectStore["find"] = async (key) => objects.get(key);
  const unused = () => Promise.reject(new Error("the catalogue needs no streams"));
  const bucket: ObjectStore = {
    find,
    open: unused,
    stream: unused,
    read: async (key: string) => objects.get(key)!,
    write: async (key: string, content: Uint8Array | string) =>
      void objects.set(key, typeof content === "string" ? new TextEncoder().encode(content) : content),
  };
  let published: Promise<unknown> | undefined;
  const ready = async () => {
    published ??= readCatalogueFolder(join(root, "normenkader")).then((files) => publishCatalogue(bucket, files));
    await published;
    return bucket;
  };
  return {
    files: async () => filesInForce(await ready()),
    compare: async (files) => compareWithForce(await ready(), files),
    putInForce: async (files) => putInForce(await ready(), files),
  };
}
