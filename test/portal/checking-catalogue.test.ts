import { expect, it } from "vitest";
import { madeUpData } from "./made-up.ts";
import { shippedCatalogue } from "./scripts/deliveries.ts";
import { openWith, person } from "./signed-in.ts";

it("the catalogue with which a browser checks has the headers and score terms of the own body; of others the name alone", async () => {
  const portal = openWith(madeUpData());
  for (const own of (await shippedCatalogue()).bodies.keys()) {
    const answer = await portal.ask("/aanleveren/normenkader.json", {}, person("body", own));
    const { bodies } = (await answer.json()) as { bodies: { code: string; name: string }[] };
    const others = bodies.filter(({ code }) => code !== own);
    expect(others.length).toBeGreaterThan(1);
    for (const body of others) expect(Object.keys(body)).toEqual(["code", "name"]);
  }
});
