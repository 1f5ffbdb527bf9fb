import { defineConfig } from "vitest/config";

/** Measurements: one at a time, so that they do not measure each other. */
export default defineConfig({
  test: {
    include: ["test/speed/**/*.test.ts"],
    globalSetup: "test/setup.ts",
    testTimeout: 120_000,
    fileParallelism: false,
    pool: "forks",
  },
});
