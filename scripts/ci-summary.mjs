#!/usr/bin/env node
// Adds up what the runs of .ci/run left: reports of vitest (*.json) and named checks (*.check). Last line: N passed, N failed.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2] ?? ".build/ci";
let passed = 0;
let failed = 0;
for (const name of readdirSync(folder).sort()) {
  const text = readFileSync(join(folder, name), "utf8");
  if (name.endsWith(".check")) {
    if (text.trim() === "passed") passed++;
    else failed++;
    console.log(`${name.slice(0, -".check".length)}: ${text.trim()}`);
    continue;
  }
  const report = JSON.parse(text);
  // A file that could not be loaded has no tests of its own: it counts as one failure.
  const unloaded = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  passed += report.numPassedTests;
  failed += report.numFailedTests + unloaded;
  console.log(`${name.slice(0, -".json".length)}: ${report.numPassedTests} passed, ${report.numFailedTests + unloaded} failed`);
}
console.log(`${passed} passed, ${failed} failed`);
