/** Uploads by the portal: pk UPLOADS#<body>, sk the id of the upload, which sorts by time. */
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Upload, UploadRegister } from "../../../core/uploads.ts";
import { queryAll, type Table } from "./client.ts";

export function uploadRegister(table: Table): UploadRegister {
  const { client, name: TableName } = table;
  return {
    async begin(upload) {
      const Item = { pk: `UPLOADS#${upload.body}`, sk: upload.id, upload };
      // Two with one id would be one in the history of a report: the second is a fault, and asking again gives another id.
      await client.send(new PutCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" }));
    },
    async find(body, id) {
      const { Item } = await client.send(new GetCommand({ TableName, ConsistentRead: true, Key: { pk: `UPLOADS#${body}`, sk: id } }));
      return Item?.["upload"] as Upload | undefined;
    },
    async list(body) {
      const items = await queryAll<{ upload: Upload }>(table, {
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": `UPLOADS#${body}` },
        ScanIndexForward: false,
      });
      return items.map(({ upload }) => upload);
    },
  };
}
