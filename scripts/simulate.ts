/**
 * How often the signals are wrong and how often they find what is there, on simulated audits:
 *
 *   npm run simulate -- --organisations 120 --replications 1000 [--seed 1]
 *
 * The same arguments give the same table. "±" is the Monte Carlo standard error of this run.
 */
import { parseArgs } from "node:util";
import { falseAtMost, falseInProgrammes, foundShare, plantedKinds, programmeKinds, rateKinds } from "./simulation/expected.ts";
import { type Rate, simulateRates } from "./simulation/rates.ts";

const { values } = parseArgs({
  options: {
    organisations: { type: "string", default: "120" },
    replications: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
  },
});
const [organisations, replications, seed] = [values.organisations, values.replications, values.seed].map(Number) as [
  number,
  number,
  number,
];
if (![organisations, replications, seed].every((value) => Number.isInteger(value) && value > 0)) {
  console.error("usage: npm run simulate -- [--organisations N] [--replications N] [--seed N]   (whole numbers above 0)");
  process.exit(2);
}

const { falseSignals, programmes, found } = simulateRates(organisations, replications, seed);
const programmeWords = { once: "at any of six dates", confirmed: "at two dates running" };
const rate = ({ mean, error }: Rate): string => `${mean.toFixed(3)} ± ${error.toFixed(3)}`;
console.log(`${organisations} organisations, ${replications} replications of each, seed ${seed}\n`);
console.log("False signals per report of 60 norms, nothing planted");
for (const kind of rateKinds) {
  const limit = falseAtMost[kind];
  console.log(`  ${kind.padEnd(16)}${rate(falseSignals[kind]).padEnd(18)}${limit === null ? "" : `expected at most ${limit}`}`);
}
console.log("\nProgrammes of six yearly reports with a false signal about a body, nothing planted");
for (const kind of programmeKinds) {
  console.log(`  ${programmeWords[kind].padEnd(26)}${rate(programmes[kind]).padEnd(18)}expected some ${falseInProgrammes[kind]}`);
}
console.log("\nShare of the planted norms that is found");
for (const kind of plantedKinds) {
  const share = foundShare[kind][organisations];
  console.log(`  ${kind.padEnd(16)}${rate(found[kind]).padEnd(18)}${share === undefined ? "" : `expected ${share}`}`);
}
