import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eml } from "../../../core/notifications/eml.ts";

const message = {
  to: ["bea@voorbeeld.example"],
  subject: "Normenmonitor: 1 nieuw signaal",
  text: "Beste Bea",
  html: "<p>Beste Bea</p>",
  date: "2026-11-25T06:00:00.000Z",
};

/** The headers of a file, unfolded. */
const headersOf = (file: string): readonly string[] => file.split("\r\n\r\n")[0]!.replace(/\r\n /g, "").split("\r\n");

/** What a mail program makes of the first part. */
function textOf(file: string): string {
  const part = file.split("quoted-printable\r\n\r\n")[1]!.split("\r\n--normenmonitor-")[0]!;
  const bytes: number[] = [];
  const joined = part.replace(/=\r\n/g, "");
  for (let i = 0; i < joined.length; i++) {
    if (joined[i] === "=") {
      bytes.push(Number.parseInt(joined.slice(i + 1, i + 3), 16));
      i += 2;
    } else bytes.push(joined.charCodeAt(i));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes)).replaceAll("\r\n", "\n");
}

function subjectOf(file: string): string {
  const subject = headersOf(file)
    .find((line) => line.startsWith("Subject: "))!
    .slice("Subject: ".length);
  return subject.replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, word: string) =>
    new TextDecoder().decode(Uint8Array.from(atob(word), (sign) => sign.charCodeAt(0))),
  );
}

describe("a mail as a file", () => {
  it("has text and HTML side by side, and a date that mail programs read", () => {
    const file = eml({ ...message, from: "Normenmonitor <normenmonitor@voorbeeld.example>" });
    expect(headersOf(file)).toEqual([
      "From: Normenmonitor <normenmonitor@voorbeeld.example>",
      "To: bea@voorbeeld.example",
      "Subject: Normenmonitor: 1 nieuw signaal",
      "Date: Wed, 25 Nov 2026 06:00:00 +0000",
      "MIME-Version: 1.0",
      'Content-Type: multipart/alternative; boundary="normenmonitor-0"',
    ]);
    expect(file.match(/^Content-Type: text\/(plain|html); charset=utf-8\r$/gm)).toHaveLength(2);
  });

  it("gets no header from a name or a subject with a line break", () => {
    const hostile = "x\r\nBcc: iedereen@evil.example\nX: y";
    const file = eml({ ...message, subject: hostile, from: hostile, to: [hostile], headers: [{ name: "X-A\r\nBcc", value: hostile }] });
    expect(headersOf(file).map((line) => line.split(":")[0])).toEqual([
      "From",
      "To",
      "Subject",
      "Date",
      "X-ABcc",
      "MIME-Version",
      "Content-Type",
    ]);
  });

  it("has a boundary that its content does not have", () => {
    expect(eml({ ...message, text: "--normenmonitor-0--\n--normenmonitor-1" })).toContain('boundary="normenmonitor-2"');
  });

  it("gives back every text, in lines that mail servers pass on", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const file = eml({ ...message, text });
        expect(textOf(file)).toBe(text.replace(/\r\n|\r/g, "\n"));
        for (const line of file.split("\r\n")) expect(line.length).toBeLessThanOrEqual(76);
        expect(file.replaceAll("\r\n", "")).not.toMatch(/[^\t -~]/);
      }),
    );
  });

  it("gives back every subject, with accents too", () => {
    for (const subject of ["Één norm", "Café ".repeat(25).trim(), "🙂".repeat(60), "=?UTF-8?B?x?="])
      expect(subjectOf(eml({ ...message, subject }))).toBe(subject);
  });
});
