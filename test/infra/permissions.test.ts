/**
 * The functions do their work under exactly the permissions that they have on AWS: the handlers run on the embedded stack, behind
 * a guard that refuses what the role of the template does not allow. And the other way round: what no function ever does, none may do.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bodyCode } from "../../core/ids.ts";
import { publishCatalogue } from "../../functions/adapters/catalogue-store.ts";
import { processOutstanding } from "../../local/deliver.ts";
import { score } from "../../local/score.ts";
import { type Stack, startStack } from "../../local/stack.ts";
import { createTasks, type Tasks } from "../../local/tasks.ts";
import { type Attempt, type Guard, startGuard } from "./guarded-endpoint.ts";
import { allowedByRole, asText, property, root, synthesizeStages } from "./synthesized.ts";

/** One grant: an action on everything that begins so. */
interface Grant {
  readonly action: string;
  readonly on: string;
}

const state = mkdtempSync(join(tmpdir(), "permissions-"));
const guards: Guard[] = [];
const refused: string[] = [];
const used = new Map<string, Set<string>>();
let grants: ReadonlyMap<string, readonly Grant[]>;
let stack: Stack;
/** The environment before anything was guarded. */
let direct: NodeJS.ProcessEnv;

beforeAll(async () => {
  grants = grantsPerFunction();
  stack = await startStack({ state, root, tasks: guarded(), retryScale: 0.001 });
  direct = { ...process.env };
});

afterAll(async () => {
  await stack.close();
  for (const guard of guards) await guard.close();
  rmSync(state, { recursive: true, force: true });
});

describe("under the permissions of the template", () => {
  test("before there is a catalogue the workflows say so, and not that something is forbidden", async () => {
    await deliver("te vroeg.csv", [header, row("R0", "nieuw", "11111111", "eerste toets", "01-03-2022", "V01", "voldoet")]);
    const faults: (string | undefined)[] = [];
    expect(await processOutstanding(stack, ({ fault }) => faults.push(fault))).toBe(1);
    expect(faults).toEqual([expect.stringMatching(/^InvalidCatalogue: the catalogue has 1 problem.*catalogue:publish`$/s)]);
    expect(await score(stack)).toBe(false);
    await review({ label: "KSW", referenceDate: "2025-12-31" });
    const errors = stack.workflows.list().map(({ machine, error }) => [machine, error]);
    expect(errors.sort()).toEqual([
      ["ingest-delivery", "InvalidCatalogue"],
      ["relevance-review", "InvalidCatalogue"],
      ["score-norms", "InvalidCatalogue"],
    ]);
  });

  test("deliveries are accepted, corrected, withdrawn, refused and recognised, and the figures follow", async () => {
    await publishCatalogue(stack.stores.catalogue, catalogue({ merged: false }));
    for (const [name, lines] of deliveries) {
      await deliver(name, lines);
      expect([name, await processOutstanding(stack, () => {})]).toEqual([name, 0]);
      expect([name, await score(stack, "2025-12-31")]).toEqual([name, true]);
    }
    const statuses = (await stack.deliveries.list(bodyCode("ciio"))).map(({ file, status }) => `${file}: ${status}`);
    expect(statuses.reverse()).toEqual([
      "te vroeg.csv: accepted",
      "eerste.csv: accepted",
      "hertoets.csv: accepted",
      "correctie.csv: accepted",
      "fout.csv: rejected",
      "intrekking.csv: accepted",
      "trends.csv: accepted",
      "eerste, nogmaals.csv: unchanged",
    ]);
  });

  test("organisations that merge are brought together", async () => {
    await publishCatalogue(stack.stores.catalogue, catalogue({ merged: true }));
    expect(await score(stack, "2025-12-31")).toBe(true);
  });

  test("a review is made, also when the organisations have changed again, and one whose last day has passed is closed", async () => {
    await publishCatalogue(stack.stores.catalogue, catalogue({ merged: true, mergedAgain: true }));
    for (const label of ["KSW", "KSW"]) expect((await review({ label, referenceDate: "2025-12-31" })).status).toBe("SUCCEEDED");
    expect((await stack.reviews.find("KSW-2025-12-31"))?.state).toBe("open");
    const id = "KSW-2020-12-31";
    const at = "2021-02-01T06:00:00.000Z";
    await stack.reviews.begin({ id, label: "KSW", referenceDate: "2020-12-31", execution: id, by: null, at, takeOver: false });
    await stack.reviews.open(id, { decideBy: "2021-03-15", agenda: ["KSW/basis/2019/V01"], at });
    expect(await stack.tasks["tend-reviews"]!({})).toEqual({ closed: [id] });
    expect(await stack.reviews.find(id)).toMatchObject({ state: "closed", undecided: ["KSW/basis/2019/V01"] });
  });

  test("nothing was refused that the functions tried", () => {
    expect(refused).toEqual([]);
  });

  test("nothing is allowed that the functions never do, but for what only a rival between two writes brings about", () => {
    const unused = [...grants].flatMap(([name, all]) =>
      all.filter((grant) => !used.get(name)?.has(text(grant))).map((grant) => `${name}: ${text(grant)}`),
    );
    // `test/functions/adapters/table/report-register.test.ts` puts those rivals there.
    expect(unused).toEqual([
      "accept-reports: dynamodb:GetItem on SHARD#*",
      "plan-shards: dynamodb:GetItem on SHARD#*",
      "freeze-review: dynamodb:GetItem on SHARD#*",
    ]);
  });
});

async function review(input: object) {
  const { executionArn } = await stack.workflows.start("relevance-review", input);
  return stack.workflows.wait(executionArn);
}

const deliver = (name: string, lines: readonly string[]): Promise<void> =>
  stack.stores.deliveries.write(`ciio/${name}`, lines.join("\r\n"), "text/csv");

const text = ({ action, on }: Attempt): string => `${action} on ${on}`;

function grantsPerFunction(): ReadonlyMap<string, readonly Grant[]> {
  const { pipeline } = synthesizeStages().find((made) => made.stage.name === "prod")!;
  const allowed = allowedByRole(pipeline);
  return new Map(
    pipeline.all("AWS::Lambda::Function").map((fn) => {
      const role = asText(property(fn, "Role")).replace(/^<|\.Arn>$/g, "");
      const own = allowed.get(role)!.flatMap(({ actions, resources, condition }) => {
        const partitions = condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"] as string[] | undefined;
        const things = partitions ?? resources.map((resource) => resource.replace(/^normenmonitor-prod-(\w+)-arn/, "$1"));
        return actions.flatMap((action) => things.map((on) => ({ action, on })));
      });
      const name = property<string>(fn, "FunctionName").replace("normenmonitor-prod-", "");
      return [name, own.filter(({ action }) => /^(s3|dynamodb):/.test(action))] as const;
    }),
  );
}

/** The functions, each behind a guard of its own that knows what it may do. */
function guarded(): Tasks {
  const doors = new Map<string, { s3: Guard; table: Guard }>();
  return Object.fromEntries(
    Object.entries(createTasks()).map(([name, handler]) => {
      const may = (attempt: Attempt): boolean => {
        const grant = grants.get(name)!.find((one) => one.action === attempt.action && covers(one.on, attempt.on));
        if (grant) used.set(name, (used.get(name) ?? new Set()).add(text(grant)));
        else if (attempt.action !== "s3:ListBucket") refused.push(`${name}: ${text(attempt)}`);
        return grant !== undefined;
      };
      return [
        name,
        async (event: unknown) => {
          // Of the stack, and not of the moment: shards run side by side, each behind its guard.
          const { AWS_ENDPOINT_URL_S3: objects, AWS_ENDPOINT_URL_DYNAMODB: table } = direct;
          // The client of a function finds its endpoint at its first request, and keeps it.
          if (!doors.has(name)) {
            doors.set(name, { s3: await startGuard(objects!, may), table: await startGuard(table!, may) });
            guards.push(...Object.values(doors.get(name)!));
          }
          const door = doors.get(name)!;
          Object.assign(process.env, { AWS_ENDPOINT_URL_S3: door.s3.url, AWS_ENDPOINT_URL_DYNAMODB: door.table.url });
          try {
            return await handler(event);
          } finally {
            Object.assign(process.env, { AWS_ENDPOINT_URL_S3: objects, AWS_ENDPOINT_URL_DYNAMODB: table });
          }
        },
      ];
    }),
  );
}

const covers = (granted: string, thing: string): boolean =>
  granted.endsWith("*") ? thing.startsWith(granted.slice(0, -1)) : thing === granted;

const header = "rapportkenmerk;status;kvk_nummer;organisatie;label;normenkader;soort_toets;toetsdatum;norm;score;toelichting";
const row = (reference: string, status: string, kvk: string, kind: string, day: string, norm: string, judgement: string, remark = "") =>
  [reference, status, kvk, "Welzijn", "KSW", "2019", kind, day, norm, judgement, remark].join(";");

const first = [
  header,
  row("R1", "nieuw", "11111111", "eerste toets", "01-03-2023", "V01", "voldoet", "Goed beschreven"),
  row("R1", "nieuw", "11111111", "eerste toets", "01-03-2023", "V02", "voldoet niet"),
  row("R2", "nieuw", "22222222", "eerste toets", "02-03-2023", "V01", "voldoet deels"),
];
const deliveries: readonly (readonly [string, readonly string[]])[] = [
  ["eerste.csv", first],
  // The hertoets asks for the earlier test.
  ["hertoets.csv", [header, row("R3", "nieuw", "11111111", "hertoets", "01-03-2025", "V01", "voldoet")]],
  // The correction says that R2 was about another organisation: its packed report moves.
  ["correctie.csv", [header, row("R2", "gewijzigd", "33333333", "eerste toets", "02-03-2023", "V01", "voldoet")]],
  ["fout.csv", [header, row("R4", "nieuw", "11111111", "hertoets", "01-03-2025", "X99", "voldoet")]],
  ["intrekking.csv", [header, row("R3", "verwijderd", "11111111", "hertoets", "01-03-2025", "V01", "voldoet")]],
  ["trends.csv", ["rapportkenmerk;label;thema;richting;omschrijving", "R1;KSW;Wachttijden;toenemend;De wachttijd loopt op"]],
  ["eerste, nogmaals.csv", first],
];

const catalogue = ({ merged, mergedAgain = false }: { readonly merged: boolean; readonly mergedAgain?: boolean }) =>
  Object.entries({
    "frameworks/ksw.json": {
      label: "KSW",
      variant: "basis",
      version: "2019",
      title: "Voorbeeld",
      illustrative: true,
      validFrom: "2019-05-01",
      validUntil: null,
      cycleYears: 2,
      categories: [{ code: "V", title: "Vakmanschap" }],
      norms: [
        { code: "V01", title: "Een norm", category: "V" },
        { code: "V02", title: "Nog een norm", category: "V" },
      ],
    },
    "competencies.json": [],
    "bodies.json": [{ code: "ciio", name: "CIIO", scoreTerms: {}, headerNames: {} }],
    "organisations.json": [
      { id: "een", name: "Welzijn", kvk: ["11111111"], succeededBy: merged ? "drie" : null },
      { id: "twee", name: "Welzijn", kvk: ["22222222"], succeededBy: null },
      { id: "drie", name: "Welzijn", kvk: ["33333333"], succeededBy: mergedAgain ? "twee" : null },
    ],
  }).map(([path, content]) => ({ path, text: JSON.stringify(content) }));
