import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    // What needs more than Node is a command of its own: a browser (test:browser), a quiet machine (test:speed), real data (test:real).
    exclude: ["test/browser/**", "test/speed/**", "test/real/**", "node_modules/**"],
    globalSetup: "test/setup.ts",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    // Vitest leaves a core free by default: of two, one would do nothing.
    maxWorkers: "100%",
  },
});
