import { expect, it } from "vitest";
import { madeUpData } from "./made-up.ts";
import { openWith, person } from "./signed-in.ts";

const portal = openWith(madeUpData());

/** Sends a form in pieces, of which it says no length, and counts the pieces that are read. */
async function sendInPieces(most: number) {
  const { cookie } = await portal.signIn(person("policy"));
  let read = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(pieces) {
      read++;
      if (read > most) return pieces.close();
      pieces.enqueue(new Uint8Array(65_536));
    },
  });
  const headers = { Cookie: cookie, "Transfer-Encoding": "chunked", "Content-Type": "application/x-www-form-urlencoded" };
  const init = { method: "POST", body, headers, duplex: "half" } as const;
  return { status: (await portal.app.request("http://localhost/afmelden", init)).status, read };
}

it("a form without an end is refused before it is read", async () => {
  const { status, read } = await sendInPieces(1000);
  expect(status).toBe(413);
  // A stream reads one piece ahead.
  expect(read).toBeLessThan(3);
});

it("what says that it is a form and cannot be read as one is refused, and is no fault of ours", async () => {
  const { cookie } = await portal.signIn(person("policy"));
  for (const type of ["multipart/form-data", "multipart/form-data; boundary=x"]) {
    const headers = { Cookie: cookie, "Content-Type": type, "Content-Length": "5" };
    const answer = await portal.app.request("http://localhost/afmelden", { method: "POST", body: "vijf!", headers });
    expect([type, answer.status]).toEqual([type, 403]);
  }
});

it("at an address with a part longer than any key there is nothing", async () => {
  const long = "x".repeat(1500);
  for (const path of [`/berichten/${long}`, `/normenkaders/concept/KSW/basis/${long}`, `/relevantietoets/${long}`, `/${long}`]) {
    expect((await portal.ask(path)).status).toBe(404);
  }
});
