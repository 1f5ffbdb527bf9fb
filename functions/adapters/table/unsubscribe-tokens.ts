/**
 * Tokens in the link by which somebody turns off digests without signing in: the id of the person and its HMAC-SHA-256. The key is chance, made once and kept in the
 * table (pk MAILKEY, sk KEY): whoever reads that could only turn off digests, which the person can turn on again.
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { BrokenInvariant } from "../../../core/faults.ts";
import type { UnsubscribeTokens } from "../../../core/notifications/ports.ts";
import { held, type Table } from "./client.ts";

const Key = { pk: "MAILKEY", sk: "KEY" };
/** As long as the hash: more would add nothing (RFC 2104, 3). */
const KEY_BYTES = 32;

export function unsubscribeTokens({ client, name: TableName }: Table): UnsubscribeTokens {
  const find = async (): Promise<Uint8Array | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName, ConsistentRead: true, Key }));
    return Item?.["key"] as Uint8Array | undefined;
  };

  async function findOrMake(): Promise<Uint8Array> {
    const known = await find();
    if (known) return known;
    const Item = { ...Key, key: randomBytes(KEY_BYTES) };
    await held(client.send(new PutCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" })));
    const made = await find();
    if (!made) throw new BrokenInvariant("the key of the unsubscribe links was made and is not there");
    return made;
  }

  return {
    of: async (person) => `${Buffer.from(person).toString("base64url")}.${mark(await findOrMake(), person)}`,
    async personOf(token) {
      const [id = "", given = "", ...more] = token.split(".");
      const person = Buffer.from(id, "base64url").toString("utf8");
      // Before the first mail there is no key, and no token can be right.
      const key = await find();
      if (!key || person === "" || more.length > 0) return undefined;
      return isSame(given, mark(key, person)) ? person : undefined;
    },
  };
}

/** Said with what it is for: the key can never be made to vouch for something else. */
const mark = (key: Uint8Array, person: string): string => createHmac("sha256", key).update(`digests off\n${person}`).digest("base64url");

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
