import { beforeAll, expect, it } from "vitest";
import { harmlessShapes, pages, shapeOf, worldOf } from "./hostile-world.ts";
import { madeUpData } from "./made-up.ts";
import { read } from "./page-text.ts";

let harmless: ReadonlyMap<string, readonly string[]>;
beforeAll(async () => {
  harmless = await harmlessShapes();
});

it.each([
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</title></code></bdi><svg onload=alert(1)>",
  "&lt;script&gt; &amp; &#60;",
  "javascript:alert(1)",
  "]]> <!-- <?xml ?>",
])("%s stays a text wherever it stands", async (hostile) => {
  for (const path of pages) {
    const page = await read(worldOf(hostile), path);
    expect(shapeOf(page), path).toEqual(harmless.get(path));
    expect(page.text, path).toContain(hostile.replace(/\s+/g, " ").slice(0, 12));
  }
});

it("what a reader types comes back as text", async () => {
  const hostile = '"><script>alert(1)</script>';
  for (const path of [
    "/overzicht?zoek=",
    "/overzicht?kader=",
    "/overzicht?signaal=",
    "/aanleveringen?instelling=",
    "/uitvoeringen?machine=",
    "/vergelijken?zoek=",
    "/vergelijken?a-van=",
    "/vergelijken?b-instelling=",
    "/vergelijken/labels?a=",
    "/vergelijken/varianten?label=",
    "/vergelijken/varianten?b=",
    "/zelfevaluatie?zoek=",
    "/zelfevaluatie?soort=",
    "/verbeterpunten?instelling=",
    "/verbeterpunten?zoek=",
    "/planning?maanden=",
    "/planning?a=",
    "/competenties?variant=",
    "/trends?thema=",
    "/dias?norm=",
    "/jaarrapport?label=",
    "/jaarrapport?jaar=",
    "/openbaar/jaarrapport/",
    "/dias/normen.pptx?norm=",
    "/normen?zoek=",
    "/normen?signaal=",
    "/normen?van=",
    "/normen/KSW/basis/2019/O19?instelling=",
    "/normen/KSW/basis/2019/",
    "/nergens/",
  ]) {
    const page = await read(madeUpData(), `${path}${encodeURIComponent(hostile)}`);
    expect(page.html, path).not.toContain("<script");
  }
});
