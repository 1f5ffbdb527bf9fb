/**
 * `npm run bench`: intake and scoring beside csv-parse and DuckDB, ten million scores, and the embedded stack.
 *   npm run bench            1 000, 100 000 and 1 000 000 rows; some three minutes on two cores
 *   npm run bench -- small   without the million
 * What the figures mean, and the last ones: docs/benchmarks.md.
 */
import { benchIngest, benchScoreNorms } from "./ingest.ts";
import { benchIntake, type IntakeOptions } from "./intake.ts";
import { benchScoring } from "./scoring.ts";
import { median } from "./spend.ts";
import { markdownTable, milliseconds, whole } from "./table.ts";

/** A small file is read many times in a process, as a warm function does; the million once, in a fresh one. */
const sizes: Readonly<Record<string, readonly IntakeOptions[]>> = {
  small: [
    { rows: 1_000, turns: 5, passes: 30 },
    { rows: 100_000, turns: 3, passes: 4 },
  ],
  all: [
    { rows: 1_000, turns: 5, passes: 30 },
    { rows: 100_000, turns: 3, passes: 4 },
    { rows: 1_000_000, turns: 3, passes: 1 },
  ],
};

const chosen = sizes[process.argv[2] ?? "all"];
if (!chosen) {
  console.error("usage: npm run bench [-- small]");
  process.exit(2);
}

for (const options of chosen) {
  const { rows, bytes, lines, outcome } = await benchIntake(options);
  const findings = Object.values(outcome.findings ?? {}).reduce((sum, count) => sum + count, 0);
  console.log(
    `\n${whole(rows)} rows, ${(bytes / 1e6).toFixed(1)} MB: ${outcome.accepted} reports accepted, ${outcome.rejected} rejected, ${findings} findings; equal in all that check\n`,
  );
  const [columns, cells] = [
    ["", "intake, rows per CPU second", "× csv-parse", "scoring, rows per CPU second", "peak memory"],
    lines.map(({ contender, intake, ofCsvParse, scoring, megabytes }) => [
      contender,
      whole(intake),
      ofCsvParse.toFixed(2),
      scoring === null ? "" : whole(scoring),
      `${megabytes} MB`,
    ]),
  ];
  console.log(markdownTable(columns, cells));
}

const scoring = benchScoring();
console.log(`\n${whole(scoring.reports)} packed reports, ${whole(scoring.scores)} scores, 16 shards, a first run\n`);
console.log(
  markdownTable(
    ["", "CPU"],
    [
      ["scoreShard of all shards", milliseconds(scoring.scoreShards)],
      ["merge", milliseconds(scoring.merge)],
      ["carried judgements, current state, tally", milliseconds(scoring.count)],
      ["encode and decode", milliseconds(scoring.encode + scoring.decode)],
    ],
  ),
);

const [first, ...later] = await benchIngest();
const warm = later.slice(-4);
const scoreNorms = await benchScoreNorms();
console.log("\nThe embedded stack: the product's handlers and state machines, and what stands in for AWS, in one process\n");
console.log(
  markdownTable(
    ["", "CPU", "clock"],
    [
      ["5 000 rows from arrival to receipt, first delivery", milliseconds(first?.cpu ?? 0), milliseconds(first?.clock ?? 0)],
      ["the same, warm", milliseconds(median(warm.map(({ cpu }) => cpu))), milliseconds(median(warm.map(({ clock }) => clock)))],
      ["score-norms over the samples", milliseconds(scoreNorms.cpu), milliseconds(scoreNorms.clock)],
    ],
  ),
);
