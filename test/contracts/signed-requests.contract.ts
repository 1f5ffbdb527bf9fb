import { randomBytes } from "node:crypto";
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { describe, expect } from "vitest";
import { developmentCredentials, developmentRegion } from "../../local/object-store/credentials.ts";

/** The store under the contract, and what the contract says sentences with. */
export interface UnderContract {
  readonly bucket: string;
  readonly endpoint: () => string;
  readonly client: () => S3Client;
  readonly holds: (sentence: string, test: () => Promise<void>) => void;
  readonly put: (key: string, body: string) => Promise<{ readonly ETag?: string; readonly VersionId?: string }>;
  readonly read: (key: string, rest?: { VersionId?: string; Range?: string }) => Promise<Buffer>;
  readonly readText: (key: string) => Promise<string>;
  readonly keys: (prefix: string) => Promise<readonly (string | undefined)[]>;
}

/** The part of the contract that is about requests which somebody else signed beforehand: URLs and forms. */
export function signedRequests({ bucket, endpoint, client, holds, put, read, readText, keys }: UnderContract): void {
  describe("presigned URLs", () => {
    holds("hands an object to who has the URL, under the file name that the URL says", async () => {
      await put("presigned/ü.csv", "for you");
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: "presigned/ü.csv",
        ResponseContentDisposition: 'attachment; filename="uw bestand.csv"',
        ResponseContentType: "text/csv",
      });
      const answer = await fetch(await getSignedUrl(client(), command, { expiresIn: 60 }));
      expect(await answer.text()).toBe("for you");
      expect(answer.headers.get("content-disposition")).toBe('attachment; filename="uw bestand.csv"');
      expect(answer.headers.get("content-type")).toBe("text/csv");
    });

    holds("takes an object from who has the URL", async () => {
      const url = await getSignedUrl(client(), new PutObjectCommand({ Bucket: bucket, Key: "presigned/put" }), { expiresIn: 60 });
      const answer = await fetch(url, { method: "PUT", body: "sent by a browser" });
      expect(answer.status).toBe(200);
      expect(await readText("presigned/put")).toBe("sent by a browser");
    });

    holds("refuses a URL that was changed, that has expired, or that someone else signed", async () => {
      await put("presigned/secret", "secret");
      const command = new GetObjectCommand({ Bucket: bucket, Key: "presigned/secret" });
      const url = await getSignedUrl(client(), command, { expiresIn: 60 });
      const refusal = async (attempt: string) => {
        const answer = await fetch(attempt);
        return [answer.status, /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1]];
      };
      expect(await refusal(url.replace("presigned/secret", "presigned/put"))).toEqual([403, "SignatureDoesNotMatch"]);
      expect(await refusal(url.replace("X-Amz-Expires=60", "X-Amz-Expires=600"))).toEqual([403, "SignatureDoesNotMatch"]);
      expect(await refusal(url.split("?")[0]!)).toEqual([403, "AccessDenied"]);
      const anHourAgo = await getSignedUrl(client(), command, { expiresIn: 60, signingDate: new Date(Date.now() - 3_600_000) });
      expect(await refusal(anHourAgo)).toEqual([403, "AccessDenied"]);
      const credentials = { ...developmentCredentials, secretAccessKey: "another" };
      const stranger = new S3Client({ endpoint: endpoint(), region: developmentRegion, credentials });
      expect(await refusal(await getSignedUrl(stranger, command))).toEqual([403, "SignatureDoesNotMatch"]);
    });
  });

  describe("upload forms (presigned POST)", () => {
    const form = async (fields: Record<string, string>, content: string | Uint8Array<ArrayBuffer>, fileName = "deel 1.csv") => {
      const { url, fields: signed } = await createPresignedPost(client(), {
        Bucket: bucket,
        Key: "form/ciio/${filename}",
        Conditions: [
          ["content-length-range", 1, 1_000_000],
          ["starts-with", "$key", "form/ciio/"],
          ["starts-with", "$Content-Type", "text/"],
        ],
        Fields: { "Content-Type": "text/csv", success_action_status: "201" },
        Expires: 60,
      });
      const data = new FormData();
      for (const [name, value] of Object.entries({ ...signed, ...fields })) data.append(name, value);
      data.append("file", new Blob([content]), fileName);
      const answer = await fetch(url, { method: "POST", body: data });
      const body = await answer.text();
      return { status: answer.status, code: /<Code>(\w+)<\/Code>/.exec(body)?.[1], message: /<Message>(.*)<\/Message>/.exec(body)?.[1] };
    };

    holds("stores the file of a browser under its own name", async () => {
      const bytes = new Uint8Array(randomBytes(600_000));
      expect((await form({}, bytes)).status).toBe(201);
      expect((await read("form/ciio/deel 1.csv")).equals(bytes)).toBe(true);
      const head = await client().send(new HeadObjectCommand({ Bucket: bucket, Key: "form/ciio/deel 1.csv" }));
      expect(head.ContentType).toBe("text/csv");
    });

    holds("refuses a file that is too large or empty", async () => {
      expect(await form({}, "x".repeat(1_000_001), "large.csv")).toMatchObject({ status: 400, code: "EntityTooLarge" });
      expect(await form({}, "", "empty.csv")).toMatchObject({ status: 400, code: "EntityTooSmall" });
      expect(await keys("form/ciio/large")).toEqual([]);
      expect(await keys("form/ciio/empty")).toEqual([]);
    });

    holds("refuses a form that says something else than its policy", async () => {
      expect(await form({ key: "form/dnv/x.csv" }, "x")).toMatchObject({ status: 403, code: "AccessDenied" });
      expect(await form({ "Content-Type": "application/zip" }, "x")).toMatchObject({ status: 403, code: "AccessDenied" });
      expect(await form({ "x-amz-meta-role": "staff" }, "x")).toMatchObject({ status: 403, code: "AccessDenied" });
      const policy = Buffer.from(JSON.stringify({ expiration: "2099-01-01T00:00:00Z", conditions: [] })).toString("base64");
      expect(await form({ Policy: policy }, "x")).toMatchObject({ status: 403, code: "SignatureDoesNotMatch" });
      expect(await keys("form/dnv/")).toEqual([]);
    });

    holds("refuses a form whose policy has expired", async () => {
      const { url, fields } = await createPresignedPost(client(), { Bucket: bucket, Key: "form/late", Expires: -5 });
      const data = new FormData();
      for (const [name, value] of Object.entries(fields)) data.append(name, value);
      data.append("file", new Blob(["x"]), "late");
      const answer = await fetch(url, { method: "POST", body: data });
      expect([answer.status, /<Message>(.*)<\/Message>/.exec(await answer.text())?.[1]]).toEqual([
        403,
        "Invalid according to Policy: Policy expired.",
      ]);
    });
  });
}
