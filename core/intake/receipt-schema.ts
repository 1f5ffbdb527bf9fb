/** The receipt as data, `<file>.receipt.json`. Published as docs/schema/receipt.schema.json. */
import * as z from "zod";

const count = z.int().nonnegative();
const place = z.int().positive().nullable();
const time = z.iso.datetime({ offset: true });
const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/);

/** Missing in receipts of before English was kept. */
const english = z.strictObject({ message: z.string().optional(), fix: z.string().optional() });

export const receiptSchema = z
  .strictObject({
    delivery: z.string().describe("Number of the delivery, as people use it."),
    body: z.string().describe("Code of the certifying body that delivered."),
    file: z.string().describe("Name of the file with its extension."),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable()
      .describe("SHA-256 of the bytes as received; null when the malware scan did not let the file be opened."),
    receivedAt: time,
    read: z
      .strictObject({
        format: z.enum(["csv", "xlsx", "unknown"]),
        encoding: z.string().nullable(),
        delimiter: z.string().nullable(),
        layout: z.enum(["long", "wide", "trends", "unknown"]),
        rows: count.describe("Rows with data; header rows not counted."),
      })
      .describe(
        "How the file was read. A file that was delivered before is not read again, and one that the malware scan withholds is not read at all: unknown, with 0 rows.",
      ),
    status: z.enum(["accepted", "partlyAccepted", "rejected", "unchanged"]),
    statusText: z.string().describe("The status in Dutch words."),
    summary: z.array(z.string()).describe("What happened and what to do, in Dutch sentences."),
    en: z
      .strictObject({ statusText: z.string(), summary: z.array(z.string()) })
      .optional()
      .describe("The same two in English; missing in receipts of before."),
    counts: z.strictObject({
      reports: count,
      new: count,
      replaced: count,
      withdrawn: count,
      unchanged: count,
      rejected: count,
      errors: count,
      warnings: count,
    }),
    sameAs: z
      .strictObject({ delivery: z.string(), receivedAt: time })
      .optional()
      .describe("With status unchanged: the delivery that brought the same bytes."),
    reports: z.array(
      z.strictObject({
        reference: z.string(),
        label: z.string(),
        outcome: z.enum(["new", "replaced", "withdrawn", "unchanged", "rejected"]),
      }),
    ),
    findings: z
      .array(
        z.strictObject({
          code,
          severity: z.enum(["error", "warning"]),
          sheet: z.string().nullable(),
          row: place.describe("As Excel shows it; null when it concerns the file."),
          column: z
            .string()
            .regex(/^[A-Z]+$/)
            .nullable()
            .describe("Excel's letter."),
          columnName: z.string().nullable().describe("The header as the sender wrote it."),
          value: z.string().describe("At most 200 characters; masked where it may be personal."),
          message: z.string().describe("What is wrong, in Dutch."),
          fix: z.string().describe("How to mend it, in Dutch."),
          en: english.optional().describe("The same two in English, as far as its group does not say them."),
        }),
      )
      .describe("One per place, in the order of the file. Of one code at most 10 000 places are listed."),
    groups: z
      .array(
        z.strictObject({
          code,
          count,
          firstRow: place,
          en: english.optional().describe("What all listed findings of the code say in English: once here, and not with each of them."),
        }),
      )
      .describe("Complete counts per code."),
  })
  .readonly();

export type Receipt = z.infer<typeof receiptSchema>;
