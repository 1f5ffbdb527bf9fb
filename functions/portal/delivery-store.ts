import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { DeliveryStore } from "../../core/uploads.ts";

/** Long enough to choose a file and to send 220 MB over a slow line; too short to be worth stealing. */
const SECONDS = 15 * 60;

/** The bucket of deliveries: presigned POST, since its policy can bind the size, the type and the prefix, which a presigned PUT cannot. */
export const deliveryStore = (client: S3Client, Bucket: string): DeliveryStore => ({
  async grant({ prefix, contentType, maxBytes, next }) {
    const afterwards: Record<string, string> = next === undefined ? { success_action_status: "201" } : { success_action_redirect: next };
    // Read when somebody sends something: a tenth of what the portal would read at its start.
    const { createPresignedPost } = await import("@aws-sdk/s3-presigned-post");
    const { url, fields } = await createPresignedPost(client, {
      Bucket,
      // S3 puts the name of the file in; it stays below the prefix whatever the name is.
      Key: `${prefix}\${filename}`,
      Fields: { "Content-Type": contentType, ...afterwards },
      Conditions: [["content-length-range", 1, maxBytes], ["starts-with", "$key", prefix], { "Content-Type": contentType }, afterwards],
      Expires: SECONDS,
    });
    return { address: url, fields };
  },
  async put(key, content, contentType) {
    await client.send(new PutObjectCommand({ Bucket, Key: key, Body: content, ContentType: contentType }));
  },
});
