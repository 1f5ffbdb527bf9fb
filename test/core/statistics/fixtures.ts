/** Reference values: computed with R, checked with Python (`test/fixtures/statistics/`), each file with its own tolerance. */
import { readFileSync } from "node:fs";
import { expect } from "vitest";

export interface FixtureCase<Input, Expected> {
  readonly id: string;
  readonly note: string;
  readonly input: Input;
  readonly expected: Expected;
}

interface Fixture<Input, Expected> {
  readonly tolerance: { readonly abs: number; readonly rel: number };
  readonly cases: readonly FixtureCase<Input, Expected>[];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/statistics/${name}.json`, import.meta.url), "utf8"));

export const fixture = <Input, Expected>(name: string) => read(name) as Fixture<Input, Expected>;

/** A value that is printed in a book, a paper or another project's tests. */
export interface PeerCheck {
  readonly method: string;
  readonly id: string;
  readonly input: { readonly x: number; readonly n: number; readonly conf: number; readonly which?: "wilson" | "clopperPearson" };
  readonly expected: readonly number[];
  readonly decimals: number;
}

export const peerChecks = (select: (check: PeerCheck) => boolean) => (read("peer-checks") as { checks: PeerCheck[] }).checks.filter(select);

/** `null` must be null; numbers agree within the tolerance of their file. */
export function expectClose(actual: number | null | undefined, expected: number | null, { abs, rel }: { abs: number; rel: number }): void {
  if (expected === null) {
    expect(actual).toBeNull();
    return;
  }
  expect(typeof actual).toBe("number");
  expect(Math.abs((actual as number) - expected), `${actual} beside ${expected}`).toBeLessThanOrEqual(abs + rel * Math.abs(expected));
}

/** Agrees with a value that was printed with so many decimals. */
export const expectPrinted = (actual: number | null | undefined, expected: number, decimals: number): void =>
  expectClose(actual, expected, { abs: 0.5 * 10 ** -decimals + 1e-12, rel: 0 });
