import { expect, it } from "vitest";
import { benchIngest, benchScoreNorms } from "../../bench/ingest.ts";
import { median, type Spent } from "../../bench/spend.ts";

/**
 * What the time on the clock would be if nothing else ran: on a quiet machine that is the clock, on a busy one the CPU, of the product and of
 * all that stands in for AWS.
 */
const seconds = ({ cpu, clock }: Spent): number => Math.min(cpu, clock);

it("a delivery of 5 000 rows has its receipt within 1 s when warm, through the whole of ingest-delivery", async () => {
  const spent = (await benchIngest(5_000, 8)).map(seconds);
  const warm = median(spent.slice(-4));
  console.log(`first ${spent[0]?.toFixed(2)} s, warm ${warm.toFixed(2)} s`);
  expect(warm).toBeLessThanOrEqual(1);
});

it("score-norms over the sample history takes at most 2 s from start to published", async () => {
  const spent = await benchScoreNorms();
  console.log(`score-norms: ${spent.cpu.toFixed(2)} s of CPU, ${spent.clock.toFixed(2)} s on the clock`);
  expect(seconds(spent)).toBeLessThanOrEqual(2);
});
