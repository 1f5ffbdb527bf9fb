import { afterAll, beforeAll } from "vitest";
import { startMoto } from "./moto.ts";
import { objectStoreContract } from "./object-store.contract.ts";

let moto: Awaited<ReturnType<typeof startMoto>>;

beforeAll(async () => {
  moto = await startMoto();
});
afterAll(() => moto.close());

// moto is written to test code that calls S3, not to guard it: it looks at no signature, policy or checksum.
objectStoreContract("moto_server", () => moto.url, { checksNoSignatures: true, checksNoChecksums: true });
