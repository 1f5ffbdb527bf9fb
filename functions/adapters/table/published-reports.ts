/**
 * Published yearly reports: pk YEARLYREPORTS, sk <label>#<number>, one item each, never changed. Their files lie in the figures bucket under the
 * hash of their bytes, so that no write can change one.
 */
import { createHash } from "node:crypto";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import {
  ofLabel,
  type PublishedReport,
  type PublishedReports,
  type ReportContents,
  type ReportFile,
  reportContentTypes,
  reportFiles,
} from "../../../core/figures/yearly-report/published.ts";
import type { YearlyReport } from "../../../core/figures/yearly-report/report.ts";
import type { ObjectStore } from "../../../core/ports.ts";
import { held, queryAll, type Table } from "./client.ts";

const PARTITION = "YEARLYREPORTS";

export function publishedReports(table: Table, figures: Pick<ObjectStore, "read" | "write">): PublishedReports {
  const { client, name: TableName } = table;
  /** By hash: what was read once stays as it is. */
  const known = new Map<string, Promise<YearlyReport>>();

  const list = async (): Promise<readonly PublishedReport[]> => {
    const items = await queryAll<{ report: PublishedReport }>(table, {
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": PARTITION },
    });
    return items.map(({ report }) => report);
  };
  const file = (report: PublishedReport, name: ReportFile): Promise<Uint8Array> => figures.read(keyOf(report.files[name], name));
  const reportOf = (published: PublishedReport): Promise<YearlyReport> => {
    const hash = published.files["report.json"];
    const found = known.get(hash) ?? file(published, "report.json").then((bytes) => JSON.parse(new TextDecoder().decode(bytes)));
    known.set(hash, found);
    return found.catch((error: unknown) => {
      known.delete(hash);
      throw error;
    });
  };

  return {
    list,
    file,
    async publish(report, contents) {
      const files = hashesOf(contents);
      await Promise.all(reportFiles.map((name) => figures.write(keyOf(files[name], name), contents[name], reportContentTypes[name])));
      const sk = `${report.label}#${String(report.number).padStart(6, "0")}`;
      return held(
        client.send(
          new PutCommand({
            TableName,
            Item: { pk: PARTITION, sk, report: { ...report, files } },
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        ),
      );
    },
    reportsOf: async (label) => Promise.all(ofLabel(await list(), label).map(reportOf)),
  };
}

/** Below a prefix of its own, which the portal may write to and nothing else does. */
const keyOf = (hash: string, name: ReportFile): string => `yearly-reports/${hash}/${name}`;

const hashesOf = (contents: ReportContents): PublishedReport["files"] =>
  Object.fromEntries(
    reportFiles.map((name) => [name, createHash("sha256").update(contents[name]).digest("hex")]),
  ) as PublishedReport["files"];
