import { defineConfig } from "vitest/config";
import { findMoto } from "./test/contracts/moto.ts";

// `npm run test:contracts`: the contracts against the embedded stack and, where it is installed, against an independent
// implementation as well. The first line of the output says which.
const moto = findMoto();
console.log(
  moto
    ? `moto_server: gevonden (${moto}); het contract van de objectopslag wordt ook daartegen getoetst.`
    : "moto_server: niet gevonden; het contract van de objectopslag wordt alleen tegen de ingebouwde opslag getoetst (pip install 'moto[server]').",
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
