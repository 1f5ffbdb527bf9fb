import { defineConfig } from "vitest/config";

/** The main job on real supervision data, which is not part of this repository: REAL_DATA names its folder. */
export default defineConfig({
  test: {
    include: ["test/real/**/*.test.ts"],
    globalSetup: "test/setup.ts",
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: "forks",
  },
});
