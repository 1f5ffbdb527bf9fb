/** Who wants no digests: pk MAILCHOICES, sk the id of the person. Who has no item wants them. */
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { MailChoices } from "../../../core/notifications/ports.ts";
import type { Table } from "./client.ts";

export function mailChoices({ client, name: TableName }: Table): MailChoices {
  const keyOf = (person: string) => ({ pk: "MAILCHOICES", sk: person });
  return {
    async wantsDigests(person) {
      const { Item } = await client.send(new GetCommand({ TableName, ConsistentRead: true, Key: keyOf(person) }));
      return Item?.["digests"] !== false;
    },
    async choose(person, digests, at) {
      await client.send(new PutCommand({ TableName, Item: { ...keyOf(person), digests, at } }));
    },
  };
}
