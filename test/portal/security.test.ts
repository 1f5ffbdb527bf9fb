import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import { stylesheetAddress } from "../../portal/stylesheet.ts";
import { madeUpData } from "./made-up.ts";
import { read } from "./page-text.ts";
import { openWith, person } from "./signed-in.ts";

const ask = (path: string, init?: RequestInit, data = madeUpData()) => openWith(data).ask(path, init);

describe("every answer", () => {
  it.each(["/overzicht", "/aanleveringen", "/uitvoeringen", "/nergens", "/gezondheid", "/stijl.css", "/cijfers/norm-figures.csv"])(
    "%s forbids frames, scripts from elsewhere or in the page itself, and guessing of types",
    async (path) => {
      const { headers } = await ask(path);
      const policy = headers.get("Content-Security-Policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Referrer-Policy")).toBe("same-origin");
      expect(headers.get("Cache-Control")).not.toBeNull();
    },
  );

  it("is not kept, but for the style sheet, whose address changes with its content", async () => {
    expect((await ask("/overzicht")).headers.get("Cache-Control")).toBe("private, no-store");
    expect((await ask("/nergens")).headers.get("Cache-Control")).toBe("private, no-store");
    expect((await ask(stylesheetAddress)).headers.get("Cache-Control")).toContain("immutable");
    expect((await read(madeUpData(), "/overzicht")).html).toContain(`href="${stylesheetAddress}"`);
  });

  it("has neither script nor inline style in it", async () => {
    for (const path of ["/overzicht", "/aanleveringen", "/aanleveringen/ciio/A-2026-0192", "/uitvoeringen", "/nergens"]) {
      expect((await read(madeUpData(), path)).html, path).not.toMatch(/<script|<style|\sstyle=|\son\w+=|https?:\/\//);
    }
  });

  it("is given to its own host only; another name of this machine leads there", async () => {
    const asHost = (host: string, options = {}) =>
      openWith(madeUpData(), { origin: "http://127.0.0.1:8787", ...options }).ask("/aanleveringen", { headers: { Host: host } });
    expect((await asHost("127.0.0.1:8787")).status).toBe(200);
    for (const host of ["localhost:8787", "LOCALHOST", "[::1]:8787"]) {
      const answer = await asHost(host);
      expect([answer.status, answer.headers.get("Location")]).toEqual([302, "http://127.0.0.1:8787"]);
    }
    for (const host of ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8787"]) {
      const answer = await asHost(host);
      expect(answer.status).toBe(421);
      expect(await answer.text()).not.toContain("CIIO");
    }
    const deployed = { origin: "https://normen.example", hosts: ["api.example"] };
    expect((await asHost("api.example", deployed)).status).toBe(200);
    for (const host of ["normen.example", "localhost"]) expect((await asHost(host, deployed)).status).toBe(421);
  });

  it("asks browsers for TLS where it is served over TLS", async () => {
    const header = async (origin: string) =>
      (await openWith(madeUpData(), { origin }).ask("/overzicht")).headers.get("Strict-Transport-Security");
    expect(await header("https://normen.example")).toBe("max-age=63072000; includeSubDomains");
    expect(await header("http://127.0.0.1:8787")).toBeNull();
  });
});

describe("a page", () => {
  it("is sent compressed to who can read that, and a secret in it stands there differently every time", async () => {
    const portal = openWith(madeUpData());
    const { cookie } = await portal.signIn(person("policy"));
    const headers = { Cookie: cookie, "Accept-Encoding": "gzip" };
    const answers = await Promise.all([1, 2].map(() => portal.ask("/overzicht", { headers }, null)));
    const pages = await Promise.all(answers.map(async (answer) => gunzipSync(await answer.arrayBuffer()).toString()));
    expect(answers.map((answer) => answer.headers.get("Content-Encoding"))).toEqual(["gzip", "gzip"]);
    expect(answers[0]?.headers.get("Vary")).toContain("Accept-Encoding");
    const tokens = pages.map((page) => /name="formulier" value="([^"]+)"/.exec(page)?.[1]);
    expect(tokens[0]).toBeDefined();
    expect(tokens[0]).not.toBe(tokens[1]);
  });
});

describe("what goes wrong", () => {
  it("is said in Dutch when there is nothing at the address", async () => {
    const page = await read(madeUpData(), "/bestaat/niet");
    expect(page.status).toBe(404);
    expect(page.all("h1")).toEqual(["Deze pagina bestaat niet"]);
  });

  it("is said in Dutch when it is our fault, without telling what, and is passed on", async () => {
    const onFault = vi.fn();
    const secret = new Error("password hunter2 at /srv/secret.ts");
    const data = madeUpData({ deliveries: () => Promise.reject(secret) });
    const page = await read(data, "/overzicht", { onFault });
    expect(page.status).toBe(500);
    expect(page.all("h1")).toEqual(["Er ging bij ons iets mis"]);
    expect(page.html).not.toContain("hunter2");
    expect(onFault).toHaveBeenCalledExactlyOnceWith(secret);
  });

  it("changes nothing: nothing can be sent to it without the token of the session", async () => {
    for (const method of ["POST", "PUT", "DELETE"]) expect((await ask("/overzicht", { method })).status).toBe(403);
  });
});

describe("a download", () => {
  const nameIn = (answer: Response) => answer.headers.get("Content-Disposition");

  it("has the name of the file, also when that is hostile", async () => {
    const named = (name: string) =>
      madeUpData({ receiptFile: async () => ({ name, contentType: "text/csv", content: new Uint8Array([1, 2]) }) });
    const path = "/aanleveringen/ciio/A-2026-0192/findings.csv";
    expect(nameIn(await ask(path, {}, named("maart é.csv")))).toBe(
      `attachment; filename="maart _.csv"; filename*=UTF-8''maart%20%C3%A9.csv`,
    );
    expect(nameIn(await ask(path, {}, named('a"; filename=b\r\nX: y.csv')))).toBe(
      `attachment; filename="a__ filename_b__X_ y.csv"; filename*=UTF-8''a%22%3B%20filename%3Db%0D%0AX%3A%20y.csv`,
    );
    expect((await ask(path, {}, named("half \ud83d.csv"))).status).toBe(200);
  });

  it("is exactly the bytes", async () => {
    const content = Uint8Array.from({ length: 256 }, (_, i) => i);
    const data = madeUpData({ publishedFile: async (name) => ({ name, contentType: "application/octet-stream", content }) });
    const answer = await ask("/cijfers/norm-figures.xlsx", {}, data);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(content);
    expect(answer.headers.get("Content-Type")).toBe("application/octet-stream");
  });

  it("that is too large to be answered with is led to, by an address that nobody keeps", async () => {
    const address = "https://store.example/published/trends.csv?X-Amz-Signature=0a";
    const data = madeUpData({ publishedFile: async () => ({ address }), receiptFile: async () => ({ address }) });
    for (const path of ["/cijfers/trends.csv", "/aanleveringen/ciio/A-2026-0192/remarks.xlsx"]) {
      const answer = await ask(path, {}, data);
      expect([answer.status, answer.headers.get("Location"), answer.headers.get("Cache-Control")], path).toEqual([
        303,
        address,
        "private, no-store",
      ]);
    }
  });

  it("exists only for files of the publication", async () => {
    expect((await ask("/cijfers/norm-figures.csv")).status).toBe(200);
    for (const name of ["latest.json", "..%2Flatest.json"]) expect((await ask(`/cijfers/${name}`)).status).toBe(404);
  });

  it("does not exist when there is no such receipt", async () => {
    const none = madeUpData({ receiptFile: async () => undefined });
    expect((await ask("/aanleveringen/ciio/A-2026-0192/remarks.xlsx", {}, none)).status).toBe(404);
  });
});

describe("the rest", () => {
  it("is well when asked", async () => {
    const answer = await ask("/gezondheid");
    expect([answer.status, await answer.text()]).toEqual([200, "ok"]);
  });

  it("has a style sheet of at most 6 kB compressed, with nothing from elsewhere", async () => {
    const css = await (await ask("/stijl.css")).text();
    expect(gzipSync(css).length).toBeLessThan(6000);
    expect(css).not.toMatch(/url\(|@import/);
  });

  it("has an icon", async () => {
    expect((await ask("/icoon.svg")).headers.get("Content-Type")).toBe("image/svg+xml");
  });
});
