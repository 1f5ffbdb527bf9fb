import { Hono } from "hono";
import { beforeAll, describe, expect, test } from "vitest";
import type { User } from "../../core/access.ts";
import { bundlePortalScripts, type PortalScripts } from "../../portal/bundle-scripts.ts";
import { type PortalEnv, register } from "../../portal/route.ts";
import { preparingRoutes } from "../../portal/routes/preparing.tsx";
import { anybody } from "../../portal/visit.tsx";
import { readBack } from "../core/workbook/read-back.ts";
import { root, shippedCatalogue } from "./scripts/deliveries.ts";
import { person } from "./signed-in.ts";

let scripts: PortalScripts;
beforeAll(async () => {
  scripts = await bundlePortalScripts(root);
});

async function ask(path: string, user: User | undefined, given: ReadonlyMap<string, Uint8Array> = scripts): Promise<Response> {
  const app = new Hono<PortalEnv>();
  app.use(async (c, next) => {
    c.set("visit", { ...anybody, user });
    return next();
  });
  const refused = (status: 401 | 403) => () => new Response("", { status });
  register(app, preparingRoutes({ catalogue: shippedCatalogue }, given), { signIn: refused(401), forbidden: refused(403) });
  return app.request(path);
}

const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer());

describe("what helps to prepare a delivery", () => {
  test("the specification can be read by anybody, the rest by who is signed in", async () => {
    expect((await ask("/specificatie", undefined)).status).toBe(200);
    for (const path of ["/sjabloon", "/sjabloon.xlsx?kader=KSW/basis/2019", "/controle.html"]) {
      expect((await ask(path, undefined)).status, path).toBe(401);
      expect((await ask(path, person("policy"))).status, path).toBe(200);
    }
  });

  test("the page of the template leads to a file for every framework", async () => {
    const html = await (await ask("/sjabloon", person("body", "ciio"))).text();
    expect(html).toContain("met CIIO zijn afgesproken");
    const offered = [...html.matchAll(/<option value="([^"]+)">/g)].map((match) => match[1]!);
    expect(offered.sort()).toEqual((await shippedCatalogue()).frameworks.map(({ key }) => key).sort());
    for (const kader of offered) expect((await ask(`/sjabloon.xlsx?kader=${kader}&indeling=breed`, person("policy"))).status).toBe(200);
  });

  test("a body's template has its own headers, and nobody else gets them", async () => {
    const path = "/sjabloon.xlsx?kader=KSW/basis/2019&indeling=lang";
    const headers = async (user: User) => readBack(await bytesOf(await ask(path, user))).rows[0]?.cells;
    expect(await headers(person("body", "ciio"))).toContain("Score (CI)");
    expect(await headers(person("body", "lloyds"))).not.toContain("Score (CI)");
    expect(await headers(person("policy"))).toContain("score");
    const answer = await ask(path, person("policy"));
    expect(answer.headers.get("Content-Disposition")).toContain('filename="sjabloon-ksw-basis-2019-rij-per-norm.xlsx"');
  });

  test.each(["", "?kader=KSW", "?kader=KSW/basis/1999", "?kader=../../etc"])("there is no template of %s", async (query) => {
    expect((await ask(`/sjabloon.xlsx${query}`, person("policy"))).status).toBe(404);
  });

  test("the check without a network is a file to be kept, of a body with its own terms only", async () => {
    const answer = await ask("/controle.html", person("body", "dnv"));
    expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="controle\.html"/);
    const html = await answer.text();
    expect(html).not.toContain("Major NC");
    expect(html).toContain("connect-src &#39;none&#39;");
    expect((await ask("/controle.html", person("policy"), new Map())).status).toBe(404);
  });
});
