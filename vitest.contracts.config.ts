import { defineConfig } from "vitest/config";
import { findMoto } from "./test/contracts/moto.ts";

// `npm run test:contracts`: the contracts against the embedded stack and, where it is installed, against an independent
// implementation as well. The first line of the output says which.
const moto = findMoto();
console.log(
  moto
    ? `moto_server: found (${moto}); the contract of the object store also runs against it.`
    : "moto_server: not found; the contract of the object store runs against the embedded store only (pip install 'moto[server]').",
);

export default defineConfig({
  test: {
    include: ["test/contracts/**/*.test.ts", ...(moto ? ["test/contracts/**/*.oracle.ts"] : [])],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    reporters: ["verbose"],
  },
});
