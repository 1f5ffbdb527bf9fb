/**
 * The whole product on one machine: the same handlers and the same state machine files as on AWS, against stand-ins that speak
 * the same protocols. The AWS SDK finds them through its own environment variables, so production code has no local branch.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient, ResourceInUseException, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import type { MachineRegister } from "../core/machines.ts";
import { objectStore, s3 } from "../functions/adapters/object-store.ts";
import { openTable } from "../functions/adapters/table/client.ts";
import { decisionRegister } from "../functions/adapters/table/decision-register.ts";
import { deliveryRegister } from "../functions/adapters/table/delivery-register.ts";
import { machineRegister } from "../functions/adapters/table/machine-register.ts";
import { reportRegister } from "../functions/adapters/table/report-register.ts";
import { reviewRegister } from "../functions/adapters/table/review-register.ts";
import { scoringRegister } from "../functions/adapters/table/scoring-register.ts";
import { startMailServer } from "./mail/server.ts";
import { createMalwareScan, isReadable } from "./malware-scan/malware-scan.ts";
import { developmentCredentials, developmentRegion } from "./object-store/credentials.ts";
import { startObjectStore } from "./object-store/server.ts";
import { USER_POOL_ID } from "./people/api.ts";
import { startUserPool } from "./people/endpoint.ts";
import { openPeopleFile, type PeopleFile } from "./people/people-file.ts";
import { holdStateFolder } from "./state-folder.ts";
import { startTable } from "./table/server.ts";
import { createTasks, type Tasks } from "./tasks.ts";
import { startWorkflowEndpoint } from "./workflows/endpoint.ts";
import { machineArn } from "./workflows/execution.ts";
import { createWorkflows, type Workflows } from "./workflows/workflows.ts";

const buckets = ["deliveries", "reports", "work", "receipts", "figures", "catalogue"] as const;
const bucketName = (bucket: (typeof buckets)[number]): string => `normenmonitor-${bucket}`;
const TABLE = "normenmonitor";
/** Where mails lie that on AWS go out by SES, below the folder of the state. */
export const MAILS = "mails";

export interface Message {
  readonly subject: string;
  readonly text: string;
}

export interface Stack {
  readonly workflows: Workflows;
  /** The functions, for those that a schedule starts. */
  readonly tasks: Tasks;
  readonly s3: ReturnType<typeof s3>;
  readonly deliveriesBucket: string;
  /** Origin of the S3 stand-in, to which a browser sends its deliveries. */
  readonly uploadOrigin: string;
  /** ARNs of the state machines. */
  readonly stateMachines: readonly string[];
  /** Gives when the malware scan has looked at everything that was delivered. */
  scanned(): Promise<void>;
  readonly stores: Readonly<Record<(typeof buckets)[number], ReturnType<typeof objectStore>>>;
  readonly deliveries: ReturnType<typeof deliveryRegister>;
  readonly machines: MachineRegister;
  readonly reports: ReturnType<typeof reportRegister>;
  readonly scoring: ReturnType<typeof scoringRegister>;
  readonly reviews: ReturnType<typeof reviewRegister>;
  readonly decisions: ReturnType<typeof decisionRegister>;
  /** Who may sign in. */
  readonly people: PeopleFile;
  close(): Promise<void>;
}

export interface StackOptions {
  /** Folder of all state; it may be removed when nothing runs. */
  readonly state: string;
  /** Folder of the repository, for the files of the state machines. */
  readonly root: string;
  /** Called after a delivery arrived, as EventBridge would tell. */
  onArrival?(): void;
  /** Messages that on AWS go to the policy staff by SNS. */
  onMessage?(message: Message): void;
  /** The functions; tests put others in the place of some. */
  readonly tasks?: Tasks;
  /** Scales the waiting between retries; tests use less than 1. */
  readonly retryScale?: number;
}

/**
 * Starts the stand-ins on free ports of the loopback address and points the environment of this process to them. Throws `StateInUse`
 * when another process works in the same folder.
 */
export async function startStack({ state, root, onArrival, onMessage, retryScale, tasks = createTasks() }: StackOptions): Promise<Stack> {
  const hold = await holdStateFolder(state);
  const objects = await startObjectStore({
    folder: join(state, "objects"),
    buckets: buckets.map(bucketName),
    mayRead: (bucket, version) => bucket !== bucketName("deliveries") || isReadable(version),
    onCreated: ({ bucket }) => {
      if (bucket === bucketName("deliveries")) void scan.scanOutstanding().then(() => onArrival?.());
    },
  });
  const scan = createMalwareScan(objects.store, bucketName("deliveries"));
  // What was stored when an earlier process was killed, or by a version that did not scan.
  await scan.scanOutstanding();
  const table = await startTable({ folder: join(state, "table") });
  const people = openPeopleFile(join(state, "people"));
  const userPool = await startUserPool(people);
  const mail = await startMailServer({ folder: join(state, MAILS) });
  pointEnvironment({ objects: objects.url, table: table.url, userPool: userPool.url, mail: mail.url });
  const client = s3();
  await createTable();
  const workflows = await createWorkflows({
    definitions: {
      "ingest-delivery": definition(root, "ingest-delivery"),
      "score-norms": definition(root, "score-norms"),
      "relevance-review": definition(root, "relevance-review"),
    },
    tasks,
    substitutions: substitutions(Object.keys(tasks)),
    folder: join(state, "executions"),
    retryScale,
    onPublish: (message) => onMessage?.({ subject: message.Subject ?? "", text: message.Message }),
  });
  const endpoint = await startWorkflowEndpoint(workflows);
  process.env["AWS_ENDPOINT_URL_SFN"] = endpoint.url;
  const opened = openTable(TABLE);
  return {
    workflows,
    tasks,
    s3: client,
    deliveriesBucket: bucketName("deliveries"),
    uploadOrigin: objects.url,
    stateMachines: workflows.machines.map(machineArn),
    scanned: scan.scanOutstanding,
    stores: Object.fromEntries(buckets.map((bucket) => [bucket, objectStore(client, bucketName(bucket))])) as Stack["stores"],
    deliveries: deliveryRegister(opened),
    machines: machineRegister(opened),
    reports: reportRegister(opened),
    scoring: scoringRegister(opened),
    reviews: reviewRegister(opened),
    decisions: decisionRegister(opened),
    people,
    async close() {
      await workflows.close();
      await endpoint.close();
      client.destroy();
      opened.client.destroy();
      await objects.close();
      await mail.close();
      await table.close();
      await userPool.close();
      await hold.release();
    },
  };
}

function pointEnvironment(urls: {
  readonly objects: string;
  readonly table: string;
  readonly userPool: string;
  readonly mail: string;
}): void {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: urls.objects,
    AWS_ENDPOINT_URL_DYNAMODB: urls.table,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: urls.userPool,
    AWS_ENDPOINT_URL_SESV2: urls.mail,
    MAIL_SENDER: "normenmonitor@voorbeeld.example",
    MAIL_CONTACT: "vragen@voorbeeld.example",
    AWS_REGION: developmentRegion,
    AWS_ACCESS_KEY_ID: developmentCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: developmentCredentials.secretAccessKey,
    TABLE_NAME: TABLE,
    USER_POOL_ID,
    // Which Node this machine has is for its owner to decide; the packages are pinned.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    LOG_LEVEL: process.env["LOG_LEVEL"] ?? "silent",
    ...Object.fromEntries(buckets.map((bucket) => [`${bucket.toUpperCase()}_BUCKET`, bucketName(bucket)])),
  });
}

async function createTable(): Promise<void> {
  const dynamo = new DynamoDBClient({});
  try {
    await dynamo.send(
      new CreateTableCommand({
        TableName: TABLE,
        BillingMode: "PAY_PER_REQUEST",
        KeySchema: [
          { AttributeName: "pk", KeyType: "HASH" },
          { AttributeName: "sk", KeyType: "RANGE" },
        ],
        AttributeDefinitions: [
          { AttributeName: "pk", AttributeType: "S" },
          { AttributeName: "sk", AttributeType: "S" },
        ],
      }),
    );
    await waitUntilTableExists({ client: dynamo, maxWaitTime: 30, minDelay: 0.01, maxDelay: 1 }, { TableName: TABLE });
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  } finally {
    dynamo.destroy();
  }
}

const definition = (root: string, name: string) => JSON.parse(readFileSync(join(root, "workflows", `${name}.asl.json`), "utf8"));

/** On AWS a substitution is an ARN; here it is the name of the function itself. */
function substitutions(functions: readonly string[]): Record<string, string> {
  const arns = functions.map((name) => [`${pascal(name)}Arn`, name]);
  return Object.fromEntries([
    ...arns,
    ["PolicyTopicArn", "arn:aws:sns:eu-central-1:000000000000:policy-staff"],
    ["ScoreNormsArn", machineArn("score-norms")],
  ]);
}

const pascal = (name: string): string => name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
