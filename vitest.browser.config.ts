import { defineConfig } from "vitest/config";

/** Pages in a real browser: `npm run test:browser`. Needs Chromium; without it the run fails and says so. */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    include: ["test/browser/**/*.test.ts", "test/browser/**/*.test.tsx"],
    globalSetup: "test/setup.ts",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks",
    fileParallelism: false,
  },
});
