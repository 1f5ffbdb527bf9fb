import type { User } from "../../core/access.ts";
import type { BodyCode } from "../../core/ids.ts";
import { maskPersonal } from "../../core/intake/personal.ts";
import { defaultLimits } from "../../core/intake/reading/limits.ts";
import {
  type DeliveryStore,
  type Upload,
  type UploadGrant,
  type UploadPurpose,
  type UploadRegister,
  uploadId,
  uploadPrefix,
} from "../../core/uploads.ts";

/** What may be sent: the type goes into the policy of the store, with the size that reading it allows. */
export const uploadTypes = {
  csv: { contentType: "text/csv", maxBytes: defaultLimits.csvBytes },
  xlsx: {
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    maxBytes: defaultLimits.workbookBytes,
  },
  /** A browser without script does not say what it sends. */
  unknown: { contentType: "application/octet-stream", maxBytes: defaultLimits.csvBytes },
} as const;
export type UploadType = keyof typeof uploadTypes;

/** Long enough for a reason, too short for a report. */
export const MAX_REASON = 500;

export interface Sender {
  readonly user: User & { readonly role: "body" };
  /** ISO 8601 */
  readonly at: string;
  /** 8 hexadecimal digits of chance. */
  readonly chance: string;
}

/** What somebody wants to send, and why. */
export interface Intent {
  readonly purpose: UploadPurpose;
  readonly reason?: string;
}

/**
 * Notes who is about to send something and gives leave to send it. `returnTo`: origin of the portal, to which a browser without script
 * returns; a script goes there by itself.
 */
export async function grantUpload(
  { uploads, store, returnTo }: { readonly uploads: UploadRegister; readonly store: DeliveryStore; readonly returnTo?: string },
  sender: Sender,
  intent: Intent,
  type: UploadType,
): Promise<{ readonly upload: Upload; readonly grant: UploadGrant }> {
  const upload = uploadBy(sender, intent);
  await uploads.begin(upload);
  const next = returnTo === undefined ? undefined : returnTo + underWayAddress(upload);
  const grant = await store.grant({ prefix: uploadPrefix(upload), ...uploadTypes[type], next });
  return { upload, grant };
}

/** Takes a report back: a delivery of one line, by the same way as every other. */
export async function withdrawReport(
  { uploads, store }: { readonly uploads: UploadRegister; readonly store: DeliveryStore },
  sender: Sender,
  report: { readonly reference: string; readonly label: string },
  reason: string,
): Promise<Upload> {
  const upload = uploadBy(sender, { purpose: "withdraw", reason });
  await uploads.begin(upload);
  await store.put(`${uploadPrefix(upload)}intrekking.csv`, withdrawalFile(report), uploadTypes.csv.contentType);
  return upload;
}

/** The delivery that withdraws a report, as its sender could have written it. */
export const withdrawalFile = ({ reference, label }: { readonly reference: string; readonly label: string }): string =>
  `rapportkenmerk;label;status\r\n${quoted(reference)};${quoted(label)};verwijderd\r\n`;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function uploadBy({ user, at, chance }: Sender, { purpose, reason }: Intent): Upload {
  const kept = reason?.trim().slice(0, MAX_REASON);
  return {
    id: uploadId(at, chance),
    body: user.body,
    purpose,
    ...(kept ? { reason: maskPersonal(kept) } : {}),
    by: { id: user.id, name: user.name },
    at,
  };
}

/** Page on which an upload is followed until it has its receipt. */
export const underWayAddress = ({ body, id }: { readonly body: BodyCode | string; readonly id: string }): string =>
  `/aanleveringen/${encodeURIComponent(body)}/onderweg/${id}`;
