import { S3Error } from "./errors.ts";

/** A form of a browser whose file is still on its way. */
export interface IncomingForm {
  /** Fields before the file, by name in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  readonly fileName: string;
  /** Can be read once. */
  readonly file: AsyncIterable<Buffer>;
}

/** S3 takes 20 kB of fields before the file. */
const fieldsLimit = 20 * 1024;

/**
 * Reads `multipart/form-data` as far as the file and gives the file as a stream. Throws MalformedPOSTRequest, IncompleteBody.
 *
 * Source: RFC 7578. What follows the file is ignored, as S3 does.
 */
export async function readForm(contentType: string, body: AsyncIterable<Buffer>): Promise<IncomingForm> {
  const boundary = /boundary=(?:"([^"]+)"|([^\s;]+))/.exec(contentType);
  if (!boundary) throw malformed("The content type has no boundary.");
  const delimiter = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`);
  const reader = createReader(body);
  const fields = new Map<string, string>();
  // The first delimiter has no line break before it.
  reader.putBack(Buffer.from("\r\n"));
  await reader.until(delimiter, fieldsLimit);
  let size = 0;
  for (;;) {
    const afterDelimiter = await reader.until(Buffer.from("\r\n"), fieldsLimit);
    if (afterDelimiter.toString().startsWith("--")) throw malformed("The form holds no file.");
    const head = (await reader.until(Buffer.from("\r\n\r\n"), fieldsLimit)).toString("utf8");
    const name = parameter(head, "name")?.toLowerCase();
    if (name === undefined) throw malformed("A part of the form has no name.");
    if (name === "file") {
      return { fields, fileName: parameter(head, "filename") ?? "", file: reader.streamUntil(delimiter) };
    }
    const value = await reader.until(delimiter, fieldsLimit);
    size += name.length + value.length;
    if (size > fieldsLimit) throw malformed("The fields before the file exceed 20 kB.");
    fields.set(name, value.toString("utf8"));
  }
}

function parameter(head: string, name: string): string | undefined {
  const disposition = head.split("\r\n").find((line) => /^content-disposition:/i.test(line)) ?? "";
  return new RegExp(`[;\\s]${name}="([^"]*)"`, "i").exec(disposition)?.[1]?.replaceAll("%22", '"');
}

function createReader(body: AsyncIterable<Buffer>) {
  const source = body[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);

  const more = async (): Promise<void> => {
    const next = await source.next();
    if (next.done) throw new S3Error("IncompleteBody", "The form ends before its last boundary.");
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
  };

  return {
    putBack(bytes: Buffer): void {
      held = Buffer.concat([bytes, held]);
    },
    /** What comes before the delimiter, which is taken away too. */
    async until(delimiter: Buffer, limit: number): Promise<Buffer> {
      let found = held.indexOf(delimiter);
      while (found === -1) {
        if (held.length > limit) throw malformed("A field of the form is too long.");
        await more();
        found = held.indexOf(delimiter);
      }
      const before = held.subarray(0, found);
      held = held.subarray(found + delimiter.length);
      return before;
    },
    async *streamUntil(delimiter: Buffer): AsyncGenerator<Buffer> {
      for (;;) {
        const found = held.indexOf(delimiter);
        if (found !== -1) {
          if (found > 0) yield held.subarray(0, found);
          held = held.subarray(found + delimiter.length);
          return;
        }
        // The last bytes may be the beginning of the delimiter.
        const certain = held.length - delimiter.length + 1;
        if (certain > 0) {
          yield held.subarray(0, certain);
          held = held.subarray(certain);
        }
        await more();
      }
    },
  };
}

function malformed(message: string): S3Error {
  return new S3Error("MalformedPOSTRequest", `The body of your POST request is not well-formed multipart/form-data. ${message}`);
}
