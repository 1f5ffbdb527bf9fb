import { afterAll, beforeAll } from "vitest";
import { startMoto } from "./moto.ts";
import { objectStoreContract } from "./object-store.contract.ts";

let moto: Awaited<ReturnType<typeof startMoto>>;

beforeAll(async () => {
  moto = await startMoto();
});
afterAll(() => moto.close());

// moto is written for testing code that calls S3, not for guarding it.
objectStoreContract("moto_server", () => moto.url, {
  "refuses a key of more than 1024 bytes": "it has no such limit",
  "refuses a body that is not what its checksum says": "it does not look at checksums",
  "refuses a part of an upload that was aborted": "it fails with an internal error",
  "refuses parts that are out of order": "it looks at their size first",
  "hands an object to who has the URL, under the file name that the URL says": "it ignores response-content-disposition",
  "refuses a URL that was changed, that has expired, or that someone else signed": "it does not look at signatures",
  "refuses a file that is too large or empty": "it does not look at policies",
  "refuses a form that says something else than its policy": "it does not look at policies",
  "refuses a form whose policy has expired": "it does not look at policies",
});
