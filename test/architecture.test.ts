import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** Which rooms a room may import from, besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  workflows: ["core"],
  // Of the portal only `functions/portal/`, which serves it: the tasks are checked below.
  functions: ["core", "workflows", "portal"],
  portal: ["core"],
  // Of the portal only the bundling of its scripts.
  infra: ["core", "functions", "workflows", "portal"],
  samples: ["core", "functions"],
  local: ["core", "functions", "workflows", "portal"],
  bench: ["core", "functions", "local"],
  scripts: ["core", "functions", "local", "infra"],
};

/** Packages that the core may use: they are pure and run in a browser too. */
const corePackages = ["csv-parse", "fflate", "saxes", "zod"];

/** What would tie the core to a machine, an hour or chance. */
const impure: readonly (readonly [string, RegExp])[] = [
  ["the clock", /\bDate\.now\(|new Date\(\)|\bperformance\.now\(/],
  ["randomness", /\bMath\.random\(|\bcrypto\.|\brandomUUID\(/],
  ["Node's globals", /\bprocess\.|\bBuffer\b|\b__dirname\b|\brequire\(|import\.meta\.(dirname|url)/],
  ["the network or the console", /\bfetch\(|\bconsole\.|\bsetTimeout\(|\bsetInterval\(/],
];

const files = (room: string): string[] =>
  readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => join(room, name));

const source = (file: string): string => readFileSync(join(root, file), "utf8");

/** Code without comments and string contents, so that a word in a sentence does not count. */
const code = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|[^:"'`])\/\/.*$/gm, "$1")
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.)*`/g, '""');

/** What a file imports or exports from elsewhere: statements, also over several lines, and calls of `import`. */
const imports = (text: string): string[] =>
  [...text.matchAll(/^(?:import|export)\s[\w*{},\s]+?\sfrom\s"([^"]+)"|^import\s"([^"]+)"|\bimport\("([^"]+)"\)/gm)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? "",
  );

const outsideRoom = (room: string): string[] =>
  files(room).flatMap((file) =>
    imports(source(file))
      .filter((name) => name.startsWith("."))
      .map((name) => relative(root, normalize(join(root, dirname(file), name))))
      .filter((target) => {
        const to = target.split("/")[0] ?? "";
        return to !== room && !allowed[room]?.includes(to);
      })
      .map((target) => `${file} imports ${target}`),
  );

describe("the architecture", () => {
  it.each(Object.keys(allowed))("lets %s import only from the rooms below it", (room) => {
    expect(files(room).length).toBeGreaterThan(0);
    expect(outsideRoom(room)).toEqual([]);
  });

  it("lets the core use only pure packages", () => {
    const others = files("core").flatMap((file) =>
      imports(source(file))
        .filter((name) => !name.startsWith(".") && !corePackages.includes(name.split("/")[0] ?? ""))
        .map((name) => `${file} imports ${name}`),
    );
    expect(others).toEqual([]);
  });

  it.each(impure)("keeps %s out of the core", (_, pattern) => {
    expect(files("core").filter((file) => pattern.test(code(source(file))))).toEqual([]);
  });

  it("asks the locale and the time zone of the runtime in one file of the core", () => {
    const asking = files("core").filter((file) => /\bIntl\.|\.toLocale|\.localeCompare\(/.test(code(source(file))));
    expect(asking).toEqual(["core/calendar.ts"]);
  });

  it("sees what it forbids", () => {
    expect(imports('import { x } from "../functions/y.ts";\nawait import("node:fs");')).toEqual(["../functions/y.ts", "node:fs"]);
    expect(impure.filter(([, pattern]) => pattern.test(code("const now = Date.now(); // fine"))).map(([name]) => name)).toEqual([
      "the clock",
    ]);
    expect(impure.some(([, pattern]) => pattern.test(code('const text = "Date.now()"; // Math.random()')))).toBe(false);
  });

  it("keeps handlers to translation", () => {
    const handlers = files("functions").filter((file) => file.endsWith("/handler.ts"));
    expect(handlers.filter((file) => source(file).split("\n").length > 85)).toEqual([]);
  });

  it("has no file over 350 lines", () => {
    const rooms = [...Object.keys(allowed), "test"];
    expect(rooms.flatMap(files).filter((file) => source(file).split("\n").length > 350)).toEqual([]);
  });
});
