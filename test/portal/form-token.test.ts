import { expect, it } from "vitest";
import { carriesToken, maskToken } from "../../portal/sign-in/form-token.ts";

const token = `${"A".repeat(42)}E`;

it("the token of a form is another text on every page, and always carries the token", () => {
  const masked = Array.from({ length: 50 }, () => maskToken(token));
  expect(new Set(masked).size).toBe(50);
  expect(masked.every((text) => carriesToken(text, token) && /^[\w-]{86}$/.test(text) && !text.includes(token))).toBe(true);
});

it("what is not a masked token of the session carries nothing", () => {
  const other = `${"B".repeat(42)}I`;
  for (const sent of [
    undefined,
    "",
    token,
    token + token.slice(1),
    maskToken(other),
    maskToken(token).slice(1),
    `${maskToken(token)}A`,
    "é",
    {},
  ]) {
    expect(carriesToken(sent, token), String(sent)).toBe(false);
  }
});
