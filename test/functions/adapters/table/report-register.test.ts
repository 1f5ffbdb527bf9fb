/** The register on the embedded table, with crashes and rivals put between its writes. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ServiceUnavailable } from "../../../../core/faults.ts";
import { bodyCode, deliveryNumber } from "../../../../core/ids.ts";
import type { ReportChange, ReportRegister } from "../../../../core/ports.ts";
import { SHARDS } from "../../../../core/scoring/shard.ts";
import type { PackedReport, PackedTrend } from "../../../../core/scoring/types.ts";
import type { Table } from "../../../../functions/adapters/table/client.ts";
import { reportRegister } from "../../../../functions/adapters/table/report-register.ts";
import { startTable } from "../../../../local/table/server.ts";
import { catalogue, labelOf, organisations, report } from "../../../core/scoring/example.ts";

let made = 0;
let folder: string;
let server: Awaited<ReturnType<typeof startTable>>;
let client: DynamoDBClient;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "register-"));
  server = await startTable({ folder });
  client = new DynamoDBClient({ endpoint: server.url, region: "eu-central-1", credentials: { accessKeyId: "a", secretAccessKey: "b" } });
});
afterAll(async () => {
  client.destroy();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A register on a table of its own, with a place to interfere: `before` is told of every write and may throw or write first. */
async function createRegister(before: (write: string, number: number) => unknown = () => {}): Promise<ReportRegister> {
  const name = `table-${++made}`;
  const key = (attribute: string, KeyType: "HASH" | "RANGE") => ({ AttributeName: attribute, KeyType });
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [key("pk", "HASH"), key("sk", "RANGE")],
      AttributeDefinitions: ["pk", "sk"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.01, maxDelay: 0.1 }, { TableName: name });
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  let writes = 0;
  const watched = {
    async send(command: { readonly constructor: { readonly name: string } }) {
      const write = command.constructor.name;
      if (/^(Put|Update|Delete)/.test(write)) await before(write, ++writes);
      return documents.send(command as never);
    },
  };
  return reportRegister({ client: watched as unknown as Table["client"], name });
}

const first = report({ reference: "R", organisation: "beta" });
const rising: readonly PackedTrend[] = [{ theme: "wachttijden", direction: "increasing" }];
const falling: readonly PackedTrend[] = [{ theme: "wachttijden", direction: "decreasing" }];

const change = (
  delivery: string,
  knownRevision: number,
  packed: PackedReport | undefined,
  what: Partial<ReportChange> = {},
): ReportChange => ({
  body: bodyCode("ciio"),
  reference: "R",
  label: labelOf(first),
  knownRevision,
  state: "active",
  contentHash: delivery.repeat(64).slice(0, 64),
  packed,
  outcome: knownRevision === 0 ? "new" : "replaced",
  delivery: deliveryNumber(delivery),
  receivedAt: "2024-03-12T10:00:00.000Z",
  ...what,
});

const brought = change("A", 0, first);
const trendsAlone = change("B", 1, undefined, { trends: rising });

async function all(register: ReportRegister): Promise<PackedReport[]> {
  const shards = await Promise.all(Array.from({ length: SHARDS }, (_, shard) => register.shard(shard)));
  return shards.flat();
}

/** Applies, and again when the service did not answer, as the state machine does. */
async function withRetry(register: ReportRegister, what: ReportChange, tries = 3): Promise<void> {
  try {
    await register.apply(what);
  } catch (error) {
    if (tries === 1 || !(error instanceof ServiceUnavailable)) throw error;
    await withRetry(register, what, tries - 1);
  }
}

describe("trends that come in a delivery of their own", () => {
  it("are put into the packed report that is there; its scores stay", async () => {
    const register = await createRegister();
    await register.apply(brought);
    await register.apply(trendsAlone);
    expect(await all(register)).toEqual([{ ...first, trends: rising }]);
  });

  it("may be applied twice, also after later ones, and change nothing then", async () => {
    const register = await createRegister();
    await register.apply(brought);
    await register.apply(trendsAlone);
    await register.apply(trendsAlone);
    const later = change("C", 2, undefined, { trends: falling });
    await register.apply(later);
    await register.apply(trendsAlone);
    await register.apply(brought);
    expect(await all(register)).toEqual([{ ...first, trends: falling }]);
  });

  it("are replaced with the whole report by a correction", async () => {
    const register = await createRegister();
    const corrected = { ...first, audit: "0000" };
    await register.apply(brought);
    await register.apply(trendsAlone);
    await register.apply(change("C", 2, corrected));
    await register.apply(trendsAlone);
    expect(await all(register)).toEqual([corrected]);
  });

  it("do not bring back a report that was withdrawn", async () => {
    const register = await createRegister();
    await register.apply(brought);
    await register.apply(trendsAlone);
    await register.apply(change("C", 2, undefined, { state: "withdrawn", outcome: "withdrawn" }));
    await register.apply(trendsAlone);
    expect(await all(register)).toEqual([]);
  });

  it("are not the test of the organisation: who brought the scores stays known", async () => {
    const register = await createRegister();
    await register.apply(brought);
    await register.apply(trendsAlone);
    const { body, reference, day, kind } = first;
    expect(await register.tests(first.organisation, "KSW", trendsAlone.delivery)).toEqual([{ body, reference, day, kind }]);
    expect(await register.tests(first.organisation, "KSW", brought.delivery)).toEqual([]);
  });

  it("leave what is known of the audit as its scores said it, and a correction renews it", async () => {
    const register = await createRegister();
    const audit = async () =>
      [...(await register.known([{ body: first.body, reference: "R", label: "KSW" }])).values()].map((known) => known.audit);
    await register.apply(brought);
    await register.apply(trendsAlone);
    expect(await audit()).toEqual([{ kvk: first.kvk, day: first.day, form: first.form }]);
    await register.apply(change("C", 2, { ...first, day: first.day + 1, form: "combinedLabel" }));
    expect(await audit()).toEqual([{ kvk: first.kvk, day: first.day + 1, form: "combinedLabel" }]);
  });

  it("wait for scores that are not there yet, since the delivery that brings them stopped half-way", async () => {
    let failsAt = 2;
    const register = await createRegister((_, number) => {
      if (number === failsAt) throw new ServiceUnavailable("after the record, before the packed report");
    });
    await expect(register.apply(brought)).rejects.toThrow(ServiceUnavailable);
    failsAt = 0;
    await expect(register.apply(trendsAlone)).rejects.toThrow(/not there yet/);
    await register.apply(brought);
    await withRetry(register, trendsAlone);
    expect(await all(register)).toEqual([{ ...first, trends: rising }]);
  });

  it("leave a correction that stopped half-way to take away what it replaced, in another shard too", async () => {
    const other = report({ ...first, organisation: "gamma", audit: "0000" });
    let failsAt = 4;
    const register = await createRegister((_, number) => {
      if (number === failsAt) throw new ServiceUnavailable("after the record of the correction, before its packed report");
    });
    await register.apply(brought);
    await expect(register.apply(change("C", 1, other))).rejects.toThrow(ServiceUnavailable);
    failsAt = 0;
    const trends = change("D", 2, undefined, { trends: rising });
    await expect(register.apply(trends)).rejects.toThrow(/not there yet/);
    await register.apply(change("C", 1, other));
    await register.apply(trends);
    expect(await all(register)).toEqual([{ ...other, trends: rising }]);
  });
});

describe("moving reports after a merger of organisations", () => {
  const ofAlfa = report({ reference: "R", organisation: "alfa" });
  const moved = { ...ofAlfa, organisation: organisations[2]!.id };

  it("takes trends along, and later trends find the report in its new place", async () => {
    const register = await createRegister();
    await register.apply(change("A", 0, ofAlfa));
    await register.apply(trendsAlone);
    expect(await register.alignOrganisations(catalogue)).toBe(1);
    expect(await all(register)).toEqual([{ ...moved, trends: rising }]);
    await register.apply(change("C", 2, undefined, { trends: falling }));
    expect(await all(register)).toEqual([{ ...moved, trends: falling }]);
  });

  it("loses no trends that come while the report is on its way", async () => {
    // Writes of the move: copy, record, removal. The trends come just before each of them.
    for (const at of [1, 2, 3]) {
      let rival: (() => Promise<void>) | undefined;
      let count = 0;
      const register = await createRegister(async () => {
        if (rival && ++count === at) {
          const run = rival;
          rival = undefined;
          await run().catch((error: unknown) => {
            if (!(error instanceof ServiceUnavailable)) throw error;
          });
        }
      });
      await register.apply(change("A", 0, ofAlfa));
      rival = () => register.apply(trendsAlone);
      await register.alignOrganisations(catalogue);
      await withRetry(register, trendsAlone);
      expect([at, await all(register)]).toEqual([at, [{ ...moved, trends: rising }]]);
    }
  });
});
