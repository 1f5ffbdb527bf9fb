/** The merged scores of the samples, without a pipeline around them: the last report of a reference counts, a withdrawn one does not. */
import { parseIsoDay } from "../../core/calendar.ts";
import { type CountedScores, countedScores } from "../../core/figures/selected/counted-scores.ts";
import { bodyCode } from "../../core/ids.ts";
import { checkFile } from "../../core/intake/check-file.ts";
import { readFile } from "../../core/intake/reading/file.ts";
import { defaultLimits } from "../../core/intake/reading/limits.ts";
import { readWorkbook } from "../../core/intake/reading/xlsx/workbook.ts";
import { once } from "../../core/once.ts";
import { scoreShard } from "../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../core/scoring/types.ts";
import { sampleFiles, shippedCatalogue } from "./scripts/deliveries.ts";

const TODAY = parseIsoDay("2026-11-25")!;

/** The same for every test of a file: made at the first question. */
export const sampleScores = once(async (): Promise<CountedScores> => {
  const { packed, catalogue } = await sampleReports();
  return countedScores(scoreShard(packed, catalogue, TODAY), catalogue);
});

/** The packed reports that the samples come to. */
export const sampleReports = once(async () => {
  const catalogue = await shippedCatalogue();
  const packed = new Map<string, PackedReport>();
  for (const { body, bytes } of await sampleFiles()) {
    const { reports } = await checkFile({
      catalogue,
      body: bodyCode(body),
      today: TODAY,
      read: (receiver) => readFile(inOnePiece(bytes), receiver, readWorkbook, defaultLimits),
      digest: () => "",
    });
    for (const report of reports) {
      const key = `${body} ${report.label} ${report.reference}`;
      if (report.outcome !== "rejected" && report.packed) packed.set(key, report.packed);
      if (report.outcome === "withdrawn") packed.delete(key);
    }
  }
  return { packed: [...packed.values()], catalogue };
});

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
