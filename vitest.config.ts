import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    // Browser tests need Chromium: `npm run test:browser`. Measurements need a quiet machine: `npm run test:speed`.
    exclude: ["test/browser/**", "test/speed/**", "node_modules/**"],
    globalSetup: "test/setup.ts",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
  },
});
