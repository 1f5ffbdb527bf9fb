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
