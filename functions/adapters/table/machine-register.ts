/** Machine clients: pk MACHINES, sk the id of the client at the issuer. */
import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Machine, MachineRegister } from "../../../core/machines.ts";
import { queryAll, type Table } from "./client.ts";

export function machineRegister(table: Table): MachineRegister {
  const { client, name: TableName } = table;
  const keyOf = (clientId: string) => ({ pk: "MACHINES", sk: clientId });
  return {
    async find(clientId) {
      const { Item } = await client.send(new GetCommand({ TableName, ConsistentRead: true, Key: keyOf(clientId) }));
      return Item?.["machine"] as Machine | undefined;
    },
    async list() {
      const items = await queryAll<{ machine: Machine }>(table, {
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": "MACHINES" },
      });
      return items.map(({ machine }) => machine);
    },
    async put(machine) {
      await client.send(new PutCommand({ TableName, Item: { ...keyOf(machine.clientId), machine } }));
    },
    async remove(clientId) {
      await client.send(new DeleteCommand({ TableName, Key: keyOf(clientId) }));
    },
  };
}
