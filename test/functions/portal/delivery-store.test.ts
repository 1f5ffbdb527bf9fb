import { S3Client } from "@aws-sdk/client-s3";
import { describe, expect, it } from "vitest";
import { deliveryStore } from "../../../functions/portal/delivery-store.ts";

const client = new S3Client({ region: "eu-central-1", credentials: { accessKeyId: "id", secretAccessKey: "secret" } });
const request = { prefix: "ciio/20261125T100000Z-0a1b2c3d/", contentType: "text/csv", maxBytes: 1000 };

/** What the store holds a form against, as it was signed. */
async function signedPolicy(next?: string): Promise<{ readonly expiration: string; readonly conditions: readonly unknown[] }> {
  const { fields } = await deliveryStore(client, "deliveries").grant({ ...request, next });
  return JSON.parse(Buffer.from(fields["Policy"] ?? "", "base64").toString());
}

describe("leave to send a file", () => {
  it("ends within a quarter of an hour", async () => {
    const left = Date.parse((await signedPolicy()).expiration) - Date.now();
    expect(left).toBeLessThanOrEqual(15 * 60_000);
    expect(left).toBeGreaterThan(13 * 60_000);
  });

  it("binds bucket, prefix, type, size, and where the browser goes afterwards", async () => {
    const { conditions } = await signedPolicy("https://normen.example/aanleveringen/ciio/onderweg/x");
    expect(conditions).toEqual(
      expect.arrayContaining([
        { bucket: "deliveries" },
        ["starts-with", "$key", request.prefix],
        { "Content-Type": "text/csv" },
        ["content-length-range", 1, 1000],
        { success_action_redirect: "https://normen.example/aanleveringen/ciio/onderweg/x" },
      ]),
    );
    expect(conditions.filter((condition) => JSON.stringify(condition).includes("starts-with"))).toHaveLength(1);
  });
});
