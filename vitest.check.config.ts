import { defineConfig, mergeConfig } from "vitest/config";
import all from "./vitest.config.ts";

/**
 * `npm run check`: the tests of the rooms that change most, in under a minute on two cores. It leaves out what takes whole seconds by its
 * nature (`*.slow.test.ts`: very many runs, very large files, every norm or every sample), and the files of one worker share the modules they
 * load, which was two fifths of the CPU time. `npm test` runs everything, each file in a world of its own.
 */
export default mergeConfig(all, defineConfig({ test: { exclude: ["**/*.slow.test.*"], isolate: false } }));
