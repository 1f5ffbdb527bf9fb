import { bodyCode } from "../../core/ids.ts";
import { wholeKey } from "../../core/intake/accept.ts";
import type { Explanation, ReadReport } from "../../core/intake/types.ts";
import type { ObjectStore } from "../../core/ports.ts";
import type { ReportHistory, ReportLine } from "../../core/report-history.ts";
import type { ReportPlace, ReportTexts } from "../../portal/data.ts";

/** What `core/intake/accept.ts` wrote of one revision, as far as it is text. */
type WholeReport = Pick<ReadReport, "packed" | "trends"> & { readonly explanations: readonly Explanation[] };

/**
 * The texts of a report as it stands: the trends of its newest revision, the explanations of the newest one that brought scores (a delivery of
 * trends alone leaves those as they were). The history names the delivery of each revision, so that no list of the bucket is needed.
 */
export async function reportTexts(
  history: ReportHistory,
  whole: Pick<ObjectStore, "find">,
  place: ReportPlace,
): Promise<ReportTexts | undefined> {
  const record = await history.find(bodyCode(place.body), place.label, place.reference);
  if (!record || record.state === "withdrawn") return undefined;
  const lines = sinceWithdrawn(record.history);
  const read = async ({ revision, delivery }: ReportLine): Promise<WholeReport | undefined> => {
    const content = await whole.find(wholeKey(place, record.body, revision, delivery));
    return content && (JSON.parse(new TextDecoder().decode(content)) as WholeReport);
  };
  const newest = lines[0] && (await read(lines[0]));
  if (!newest) return undefined;
  return { trends: newest.trends, explanations: await explanationsOf(newest, lines.slice(1), read) };
}

/** Newest first; what came before a withdrawal is no part of the report any more. */
function sinceWithdrawn(history: readonly ReportLine[]): readonly ReportLine[] {
  const withdrawn = history.findLastIndex(({ outcome }) => outcome === "withdrawn");
  return history.slice(withdrawn + 1).toReversed();
}

async function explanationsOf(
  newest: WholeReport,
  older: readonly ReportLine[],
  read: (line: ReportLine) => Promise<WholeReport | undefined>,
): Promise<readonly Explanation[]> {
  if (newest.packed) return newest.explanations;
  for (const line of older) {
    const report = await read(line);
    if (report?.packed) return report.explanations;
  }
  return [];
}
