import { S3Error } from "./errors.ts";

export interface SizeRange {
  readonly least: number;
  readonly most: number;
}

/** Fields that need no condition. */
const free = new Set(["file", "policy", "x-amz-signature", "submit"]);

/**
 * Checks the fields of an upload form against its signed policy. Throws AccessDenied with the condition that failed.
 *
 * Source: Amazon S3 API reference, "Creating a POST Policy". Every field needs a condition, but for those of the signature and those
 * that start with `x-ignore-`.
 *
 * @param policy base64 of the JSON
 * @param fields by name in lower case, with the real key filled in
 * @returns what `content-length-range` allows, in bytes
 */
export function checkPolicy(policy: string, bucket: string, fields: ReadonlyMap<string, string>, now: Date): SizeRange {
  const { expiration, conditions } = parsePolicy(policy);
  if (!(Date.parse(expiration) > now.getTime())) throw denied("Policy expired.");
  const size = { least: 0, most: Number.POSITIVE_INFINITY };
  const covered = new Set<string>();
  const given = (name: string): string | undefined => (name === "bucket" ? bucket : fields.get(name));
  for (const condition of conditions) {
    if (!Array.isArray(condition)) {
      for (const [name, expected] of Object.entries(condition)) {
        covered.add(name.toLowerCase());
        if (given(name.toLowerCase()) !== expected) throw failed(["eq", `$${name}`, expected]);
      }
      continue;
    }
    const [kind, first, second] = condition;
    if (kind === "content-length-range") {
      size.least = Math.max(size.least, Number(first));
      size.most = Math.min(size.most, Number(second));
      continue;
    }
    const name = String(first).replace(/^\$/, "").toLowerCase();
    covered.add(name);
    const value = given(name);
    if (kind === "eq" && value === second) continue;
    if (kind === "starts-with" && value?.startsWith(String(second))) continue;
    throw failed(condition);
  }
  const extra = [...fields.keys()].filter((name) => !free.has(name) && !name.startsWith("x-ignore-") && !covered.has(name));
  if (extra.length > 0) throw denied(`Extra input fields: ${extra.join(", ")}`);
  return size;
}

type Condition = Readonly<Record<string, string>> | readonly (string | number)[];

function parsePolicy(policy: string): { expiration: string; conditions: readonly Condition[] } {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(policy, "base64").toString("utf8"));
    if (typeof parsed === "object" && parsed !== null && "expiration" in parsed && "conditions" in parsed) {
      if (typeof parsed.expiration === "string" && Array.isArray(parsed.conditions)) {
        return { expiration: parsed.expiration, conditions: parsed.conditions as Condition[] };
      }
    }
  } catch {
    // Falls through to the one answer for everything that is not a policy.
  }
  throw denied("Invalid JSON.");
}

function failed(condition: unknown): S3Error {
  return denied(`Policy Condition failed: ${JSON.stringify(condition)}`);
}

function denied(why: string): S3Error {
  return new S3Error("AccessDenied", `Invalid according to Policy: ${why}`);
}
