import type { Day } from "../calendar.ts";
import type { Catalogue } from "../catalogue/types.ts";
import type { BodyCode, DeliveryNumber, OrganisationId } from "../ids.ts";
import { type ReportRegister, reportKey } from "../ports.ts";
import { createCheck } from "./check.ts";
import type { ReadFormat } from "./reading/format.ts";
import type { CheckedDelivery, Explanation, History, HistoryExtent, HistoryQuestions, KnownTest, TableReceiver } from "./types.ts";

/** The past as the checks may ask it. */
export interface Past extends Pick<ReportRegister, "known" | "tests"> {
  /** Absent: whole. */
  readonly extent?: HistoryExtent;
}

export interface FileToCheck {
  readonly catalogue: Catalogue;
  readonly body: BodyCode;
  /** Day on which the delivery was received: what lies after it is the future. */
  readonly today: Day;
  /** The delivery under check: what it did itself is left out of the past. */
  readonly delivery?: DeliveryNumber;
  /** Reads the file into the receiver, row by row. */
  read(receiver: TableReceiver): Promise<ReadFormat>;
  digest(text: string): string;
  /** Texts are handed on while reading; they are not kept. */
  onExplanation?(report: number, explanation: Explanation): void;
}

/**
 * Reads and checks one file: all findings at once, and a verdict per report against the past. Without a past (a check that stores
 * nothing) the rules about it are left out.
 */
export async function checkFile(file: FileToCheck, past?: Past): Promise<CheckedDelivery> {
  const check = createCheck(file);
  const format = await file.read(check);
  const pending = check.finish(format);
  return pending.judge(past ? await answers(pending.questions, past, file) : unknownPast);
}

/** How many questions about organisations are asked side by side: enough to hide the waiting, too few to be throttled. */
const SIDE_BY_SIDE = 16;

async function answers(questions: HistoryQuestions, past: Past, { body, delivery }: FileToCheck): Promise<History> {
  const keys = questions.reports.map((report) => ({ body, ...report }));
  const [known, tests] = await Promise.all([past.known(keys, delivery), testsOf(questions, past, delivery)]);
  return {
    extent: past.extent,
    report: (reference, label) => known.get(reportKey(reference, label)),
    tests: (organisation, label) => tests.get(testKey(organisation, label)) ?? [],
  };
}

async function testsOf({ organisations }: HistoryQuestions, past: Past, delivery?: DeliveryNumber) {
  const tests = new Map<string, readonly KnownTest[]>();
  for (let at = 0; at < organisations.length; at += SIDE_BY_SIDE) {
    await Promise.all(
      organisations.slice(at, at + SIDE_BY_SIDE).map(async ({ organisation, label }) => {
        tests.set(testKey(organisation, label), await past.tests(organisation, label, delivery));
      }),
    );
  }
  return tests;
}

const testKey = (organisation: OrganisationId, label: string): string => `${label}\n${organisation}`;

const unknownPast: History = { extent: "nothing", report: () => undefined, tests: () => [] };
