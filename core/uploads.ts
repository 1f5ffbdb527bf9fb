/**
 * What a person of a certifying body sends through the portal: who, when and why. The delivery itself is taken in by the same pipeline as
 * any other; the key of its file says which upload it was.
 */
import type { User } from "./access.ts";
import type { BodyCode } from "./ids.ts";

/** `deliver`: reports, new or changed; `correct`: a changed report, with a reason; `withdraw`: a report is taken back, with a reason. */
export type UploadPurpose = "deliver" | "correct" | "withdraw";

export interface Upload {
  /** `jjjjmmddTuummssZ-` and 8 characters of chance: sorts by time, and nobody guesses it. */
  readonly id: string;
  readonly body: BodyCode;
  readonly purpose: UploadPurpose;
  /** Why a report is corrected or withdrawn; what looked like personal data is masked. */
  readonly reason?: string;
  readonly by: Pick<User, "id" | "name">;
  /** ISO 8601 */
  readonly at: string;
}

export interface UploadRegister {
  /** Written before the file may be sent. */
  begin(upload: Upload): Promise<void>;
  find(body: BodyCode, id: string): Promise<Upload | undefined>;
  /** Of a body, newest first. */
  list(body: BodyCode): Promise<readonly Upload[]>;
}

/** Where a browser may put a file: of that type and size, below the prefix of its upload, as long as the leave lasts. */
export interface UploadGrant {
  readonly address: string;
  /** Fields that go before the file. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The bucket of deliveries, as the portal may use it. */
export interface DeliveryStore {
  /**
   * Leave to send a file from a browser, below that prefix, of that type, not larger, within a quarter of an hour. Afterwards the browser
   * goes to `next`, where that is given.
   */
  grant(request: { prefix: string; contentType: string; maxBytes: number; next?: string }): Promise<UploadGrant>;
  /** Puts a file itself, as if it had been sent. */
  put(key: string, content: Uint8Array | string, contentType: string): Promise<void>;
}

const ID = /^\d{8}T\d{6}Z-[a-f0-9]{8}$/;

/** `at`: ISO 8601; `chance`: 8 hexadecimal digits. */
export const uploadId = (at: string, chance: string): string => `${at.slice(0, 19).replaceAll(/[-:]/g, "")}Z-${chance}`;

export const isUploadId = (text: string): boolean => ID.test(text);

/** Key prefix of what is sent in an upload: `<body>/<id>/`. */
export const uploadPrefix = ({ body, id }: Pick<Upload, "body" | "id">): string => `${body}/${id}/`;

/** Which upload a delivery came by, and the name of the file as its sender knows it; a file that was put elsewhere came by none. */
export function sentAs(file: string): { readonly upload?: string; readonly name: string } {
  const slash = file.indexOf("/");
  const first = file.slice(0, slash);
  return slash > 0 && isUploadId(first) ? { upload: first, name: file.slice(slash + 1) } : { name: file };
}
