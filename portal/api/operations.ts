/** The API for systems of certifying bodies: one table, of which the routes, the OpenAPI document and the tests are made. */
import * as z from "zod";
import type { User } from "../../core/access.ts";
import type { BodyCode } from "../../core/ids.ts";
import { receiptContentTypes } from "../../core/intake/receipt-files.ts";
import { receiptSchema } from "../../core/intake/receipt-schema.ts";
import { type DeliveryStore, isUploadId, sentAs, type UploadRegister } from "../../core/uploads.ts";
import type { PortalData, StoredFile } from "../data.ts";
import { follow, stageOf } from "../delivering/follow.ts";
import { senderOf } from "../delivering/sender.ts";
import { grantUpload, MAX_REASON } from "../delivering/upload.ts";

export interface ApiServices {
  readonly data: PortalData;
  readonly uploads: UploadRegister;
  readonly store: DeliveryStore;
  /** Milliseconds since 1970. */
  now(): number;
}

export interface ApiCall {
  readonly user: User & { readonly role: "body" };
  readonly body: BodyCode;
  param(name: string): string;
  /** What was sent, parsed by the schema of the operation. */
  readonly sent: unknown;
}

/** What an operation answers: data by its schema, a file, or that there is no such thing. */
export type ApiAnswer =
  | { readonly status: 200 | 201; readonly data: unknown }
  | { readonly status: 200; readonly file: StoredFile }
  | { readonly status: 404 };

export interface Operation {
  readonly method: "GET" | "POST";
  /** OpenAPI's way of writing a path, below `/api/v1`. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly sends?: z.ZodType;
  /** Schema of the data, or the media type of the file. */
  readonly answers: z.ZodType | string;
  readonly created?: true;
  /** It answers with a stored file, or leads to it. */
  readonly stored?: true;
  answer(call: ApiCall, services: ApiServices): Promise<ApiAnswer>;
}

const stage = z
  .enum(["sent", "received", "checking", "finished"])
  .describe("sent: not seen yet; received: it has a number; checking: it is being checked; finished: it has a receipt.");

const followed = z.strictObject({
  upload: z.string().describe("Id of the upload."),
  stage,
  delivery: z.string().nullable().describe("Number of the delivery, once it has one."),
});

const delivery = z.strictObject({
  delivery: z.string().describe("Number of the delivery, as people use it."),
  file: z.string().describe("Name of the file."),
  receivedAt: z.string().describe("ISO 8601."),
  stage,
  status: z.enum(["accepted", "partlyAccepted", "rejected", "unchanged"]).nullable().describe("Once it is finished."),
});

const uploadRequest = z.strictObject({
  type: z.enum(["csv", "xlsx"]).describe("What the file is: it is bound to the leave to send."),
  reason: z
    .string()
    .max(MAX_REASON)
    .optional()
    .describe("Why reports are corrected or withdrawn; stands in their history. No personal data."),
});

const granted = z.strictObject({
  upload: z.string().describe("Id of the upload, to follow it by."),
  address: z.string().describe("Where the file is posted to, as multipart/form-data, within a quarter of an hour."),
  fields: z
    .record(z.string(), z.string())
    .describe("Fields that go before the file, as they are; the file comes last, in the field `file`."),
});

export const operations: readonly Operation[] = [
  {
    method: "POST",
    path: "/uploads",
    id: "beginUpload",
    summary: "Asks for leave to send one file. The file itself goes to the address in the answer, not through this API.",
    sends: uploadRequest,
    answers: granted,
    created: true,
    async answer({ user, sent }, { uploads, store, now }) {
      const { type, reason } = sent as z.infer<typeof uploadRequest>;
      const intent = reason === undefined ? ({ purpose: "deliver" } as const) : ({ purpose: "correct", reason } as const);
      const { upload, grant } = await grantUpload({ uploads, store }, senderOf(user, now()), intent, type);
      return { status: 201, data: { upload: upload.id, address: grant.address, fields: grant.fields } };
    },
  },
  {
    method: "GET",
    path: "/uploads/{upload}",
    id: "followUpload",
    summary: "How far a file has come, and the number of its delivery.",
    answers: followed,
    async answer({ body, param }, { data, uploads }) {
      const upload = param("upload");
      if (!isUploadId(upload) || !(await uploads.find(body, upload))) return { status: 404 };
      const { stage: reached, number } = follow(await data.deliveriesOf(body), upload);
      return { status: 200, data: { upload, stage: reached, delivery: number ?? null } };
    },
  },
  {
    method: "GET",
    path: "/deliveries",
    id: "listDeliveries",
    summary: "All deliveries of the certifying body, newest first.",
    answers: z.array(delivery),
    async answer({ body }, { data }) {
      const records = await data.deliveriesOf(body);
      return {
        status: 200,
        data: records.map((record) => ({
          delivery: record.number,
          file: sentAs(record.file).name,
          receivedAt: record.receivedAt,
          stage: stageOf(record).stage,
          status: record.status ?? null,
        })),
      };
    },
  },
  {
    method: "GET",
    path: "/deliveries/{delivery}/receipt",
    id: "receipt",
    summary: "The receipt: what became of every report, and every finding with how to mend it.",
    answers: receiptSchema,
    stored: true,
    async answer({ body, param }, { data }) {
      // As it is stored: one with tens of thousands of findings is more than an answer may hold.
      const file = await data.receiptFile(body, param("delivery"), "receipt.json");
      return file ? { status: 200, file } : { status: 404 };
    },
  },
  ...(["findings.csv", "remarks.xlsx"] as const).map(
    (kind): Operation => ({
      method: "GET",
      path: `/deliveries/{delivery}/${kind}`,
      id: kind === "findings.csv" ? "findings" : "remarks",
      summary:
        kind === "findings.csv"
          ? "The findings as a list for a spreadsheet, in Dutch."
          : "The file itself back, with the wrong cells coloured and remarks beside them, ready to be mended and delivered again.",
      answers: receiptContentTypes[kind],
      stored: true,
      async answer({ body, param }, { data }) {
        const file = await data.receiptFile(body, param("delivery"), kind);
        return file ? { status: 200, file } : { status: 404 };
      },
    }),
  ),
];
