/** All sample files: the deliveries of the history, the faulty ones, and what must come out of them. */
import type { Catalogue } from "../core/catalogue/types.ts";
import { historyDeliveries, type SampleDelivery } from "./deliveries.ts";
import { faultyDeliveries } from "./faulty.ts";
import { sampleHistory } from "./history.ts";
import { type Planted, plantedTruths } from "./planted.ts";
import type { SampleReport } from "./report.ts";

export interface Samples {
  readonly deliveries: readonly SampleDelivery[];
  /** Every report that counts in the end. */
  readonly reports: readonly SampleReport[];
  readonly planted: Planted;
}

export async function makeSamples(catalogue: Catalogue): Promise<Samples> {
  const history = sampleHistory(catalogue);
  const faulty = await faultyDeliveries(history, catalogue);
  const deliveries = [...(await historyDeliveries(history, catalogue)), ...faulty.deliveries].sort((a, b) => (a.path < b.path ? -1 : 1));
  const reports = [...history, ...faulty.accepted];
  return { deliveries, reports, planted: plantedTruths(reports, deliveries, catalogue) };
}

/** The text of `samples/planted.json`: one norm per line, so that a change can be read. */
export function plantedText({ counts, norms, deliveries, ...rest }: Planted): string {
  const list = (items: readonly unknown[]) => `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(",\n")}\n  ]`;
  const perNorm = (of: Readonly<Record<string, unknown>>) =>
    Object.entries(of).map(([norm, count]) => `      ${JSON.stringify(norm)}: ${JSON.stringify(count)}`);
  const frameworks = Object.entries(counts).map(([key, of]) => `    ${JSON.stringify(key)}: {\n${perNorm(of).join(",\n")}\n    }`);
  const head = Object.entries(rest).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{\n${[...head, `  "norms": ${list(norms)}`, `  "counts": {\n${frameworks.join(",\n")}\n  }`, `  "deliveries": ${list(deliveries)}`].join(",\n")}\n}\n`;
}
