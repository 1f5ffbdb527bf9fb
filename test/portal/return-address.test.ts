import fc from "fast-check";
import { expect, it } from "vitest";
import { returnAddress } from "../../portal/sign-in/return-address.ts";
import { madeUpData } from "./made-up.ts";
import { openWith } from "./signed-in.ts";

const ORIGIN = "https://normen.example";

/** Where a browser goes that is sent to `location` by the portal. */
const arrival = (location: string): string => new URL(location, ORIGIN).origin;

it("a page of the portal comes back as it was", () => {
  for (const address of ["/overzicht", "/normen?label=KSW&zoek=a%20b", "/normen/KSW/basis/2019/V01#besluiten"]) {
    expect(returnAddress(address, ORIGIN)).toBe(address);
  }
});

it.each([
  undefined,
  "",
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "/x/..//evil.example",
  "/x/%2e%2e//evil.example",
  "/./\\evil.example",
  "javascript:alert(1)",
])("%j leads to the first page", (wanted) => {
  expect(returnAddress(wanted, ORIGIN)).toBe("/");
});

it("whatever a link asks for, a browser stays at the portal", () => {
  const piece = fc.constantFrom("/", "\\", ".", "..", "%2e", "%2f", "\t", "\n", "@", "evil.example", ":", "?", "#", "https:");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
      expect(arrival(returnAddress(`/${pieces.join("")}`, ORIGIN))).toBe(ORIGIN);
    }),
    { numRuns: 2000 },
  );
});

it("the link to the other language leads nowhere else either", async () => {
  const answer = await openWith(madeUpData()).ask("/taal/en?terug=/.//evil.example");
  expect(answer.headers.get("Location")).toBe("/");
});
