import { describe, expect, it } from "vitest";
import { madeUpData } from "./made-up.ts";
import { read } from "./page-text.ts";

describe("the choice by year or half-year", () => {
  it.each(["/competenties", "/trends"])("keeps on %s what was chosen, and begins by year", async (path) => {
    const chosenOn = async (address: string) => {
      const { html } = await read(madeUpData(), address);
      return [...html.matchAll(/<option value="(jaar|halfjaar)" selected/g)].map(([, span]) => span);
    };
    expect(await chosenOn(`${path}?label=KSW`)).toEqual(["jaar"]);
    expect(await chosenOn(`${path}?label=KSW&per=halfjaar`)).toEqual(["halfjaar"]);
  });
});
