import { defineConfig } from "vitest/config";
import { findImpress, findLibreOffice } from "./test/contracts/libreoffice.ts";
import { findMoto } from "./test/contracts/moto.ts";

// `npm run test:contracts`: the contracts against the embedded stack and, where they are installed, against independent
// implementations as well. The first lines of the output say which.
const moto = findMoto();
console.log(
  moto
    ? `moto_server: found (${moto}); the contracts of the object store and the user pool also run against it.`
    : "moto_server: not found; the contracts of the object store and the user pool run against the embedded ones only (pip install 'moto[server]').",
);
const libreOffice = findLibreOffice();
console.log(
  libreOffice
    ? `LibreOffice: found (${libreOffice}); it opens the delivery template.`
    : "LibreOffice: not found; nothing but our own reader and read-excel-file opens the delivery template (apt-get install libreoffice-calc).",
);

const impress = findImpress();
console.log(
  impress
    ? `LibreOffice Impress: found (${impress}); it opens the slides.`
    : "LibreOffice Impress: not found; nothing but our own reader opens the slides (apt-get install libreoffice-impress).",
);

export default defineConfig({
  test: {
    include: [
      "test/contracts/**/*.test.ts",
      ...(moto ? ["test/contracts/**/*.oracle.ts"] : []),
      ...(libreOffice ? ["test/contracts/**/*.libreoffice.ts"] : []),
      ...(impress ? ["test/contracts/**/*.impress.ts"] : []),
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    reporters: ["verbose"],
  },
});
