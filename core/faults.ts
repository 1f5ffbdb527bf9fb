/**
 * Faults: what must never be shown to a sender as his mistake. A fault throws; its name is the error name that the Retry and
 * Catch of the state machines use (`test/workflows/faults.test.ts` compares the two sets).
 */

/** A service we depend on did not answer or asked us to slow down. Retried. */
export class ServiceUnavailable extends Error {
  override readonly name = "ServiceUnavailable";
}

/** The same bytes of the same sender are being processed by another execution at this moment. Retried until that one is done. */
export class DeliveryInProgress extends Error {
  override readonly name = "DeliveryInProgress";
}

/** The malware scan has not said yet what it thinks of the file. Retried until it has. */
export class NotScannedYet extends Error {
  override readonly name = "NotScannedYet";
}

/** Between check and acceptance another delivery changed a report of this one. The delivery is checked again. */
export class StaleHistory extends Error {
  override readonly name = "StaleHistory";
}

/** Something that our own code guarantees does not hold. Never retried: a person has to look. */
export class BrokenInvariant extends Error {
  override readonly name = "BrokenInvariant";
}

/** The catalogue of norm frameworks cannot be used: every problem names its file, the place and what is wrong. Never retried. */
export class InvalidCatalogue extends Error {
  override readonly name = "InvalidCatalogue";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`the catalogue has ${problems.length} problem(s):\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}
