/** What may be in a log line: identifiers, counts and times. No value from a file, no free text (`docs/privacy.md`). */
export type LogFields = Readonly<Record<string, string | number | boolean>>;

/** One line of JSON; silent where `LOG_LEVEL` is `silent`. */
export function log(message: string, fields: LogFields = {}): void {
  if (process.env["LOG_LEVEL"] === "silent") return;
  console.log(JSON.stringify({ message, ...fields }));
}
