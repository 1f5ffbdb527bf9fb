import { describe, expect, it } from "vitest";
import { parseIsoDay } from "../../../core/calendar.ts";
import { catalogueChanges } from "../../../core/catalogue/changes.ts";
import { compileCatalogue } from "../../../core/catalogue/compile.ts";
import { parseCatalogueFiles } from "../../../core/catalogue/parse.ts";
import { draftProblems, openWork } from "../../../core/framework-draft/check.ts";
import { draftFile, publishedFiles } from "../../../core/framework-draft/files.ts";
import { lifeOf, newestFrameworks } from "../../../core/framework-draft/life.ts";
import { beginPublishing, finishPublishing, reopenDraft } from "../../../core/framework-draft/publish.ts";
import type { FrameworkDraft } from "../../../core/framework-draft/types.ts";
import { frameworkKey } from "../../../core/ids.ts";
import { author, base, catalogue, decision, edited, files, normAt, seeded, textOf } from "./drafts.ts";

const today = parseIsoDay("2026-11-25")!;
const validity = { validFrom: "2028-01-01", beforeUntil: "2028-12-31" };
const draft = seeded([decision("O19", "retire")]);

function publishing(of: FrameworkDraft, days = validity): FrameworkDraft {
  const outcome = beginPublishing(of, base, days, today, author);
  if ("faults" in outcome) throw new Error(JSON.stringify(outcome.faults));
  return outcome.draft;
}
const faults = (days: typeof validity, of = draft) => {
  const outcome = beginPublishing(of, base, days, today, author);
  return "faults" in outcome ? outcome.faults.map((one) => one.fault) : [];
};
const published = (of: FrameworkDraft) => compileCatalogue(parseCatalogueFiles(publishedFiles(of, files)), "next");

describe("a draft that is published", () => {
  const next = published(publishing(draft));
  const made = next.frameworkByKey.get(frameworkKey("KSW", "basis", "2028"))!;

  it("is a framework of the catalogue from its first day, beside the one before until the end of the overlap", () => {
    expect([made.validFrom, made.validUntil]).toEqual(["2028-01-01", null]);
    expect(next.frameworkByKey.get(base.key)?.validUntil).toBe("2028-12-31");
    expect(made.norms).toHaveLength(48);
    expect(made.norms[0]?.from).toEqual([{ framework: "KSW/basis/2019", norm: "V01", relation: "same" }]);
  });

  it("changes nothing of what reports rest on: only the last day of the version before", () => {
    const changes = catalogueChanges(catalogue, next);
    expect(changes.refused).toEqual([]);
    expect(changes.frameworks).toEqual({ added: ["KSW/basis/2028"], changed: ["KSW/basis/2019"], gone: [] });
  });

  it("overlaps with what the version before overlapped with", () => {
    const overlaps = (framework: typeof base, all: typeof next) =>
      framework.overlapsOf.flatMap((links, i) =>
        links.map((link) => `${framework.norms[i]!.code} ${all.frameworks[link.framework]!.key} ${link.norm}`),
      );
    expect(overlaps(made, next)).toEqual(overlaps(base, catalogue));
  });

  it("may be put in force again, and is the same", () => {
    const once = publishedFiles(publishing(draft), files);
    const twice = publishedFiles(publishing(draft), once);
    const sorted = (all: typeof once) => all.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    expect(sorted(twice)).toEqual(sorted(once));
  });

  it("is closed when it is in force, and open again when it was refused", () => {
    const begun = publishing(draft);
    expect([begun.state, finishPublishing(begun, author).state]).toEqual(["publishing", "published"]);
    expect(reopenDraft(begun, author)).toMatchObject({ state: "open", validity: undefined, revision: 3 });
  });

  it.each<[string, string, readonly string[]]>([
    ["2026-11-25", "2027-12-31", ["fromPast"]],
    ["2026-11-26", "2026-11-25", []],
    ["2028-01-01", "2027-12-30", ["gap"]],
    ["2028-02-30", "x", ["fromMissing", "untilMissing"]],
    ["2019-01-01", "2019-02-01", ["fromPast", "baseNotBegun"]],
  ])("from %s, the version before until %s: %j", (validFrom, beforeUntil, expected) => {
    expect(faults({ validFrom, beforeUntil })).toEqual(expected);
  });

  it("has no norm that was to be worded anew and was not", () => {
    const amended = seeded([decision("V04", "amend")]);
    expect(faults(validity, amended)).toEqual(["toWord"]);
    const worded = edited(amended, { kind: "change", id: normAt(amended, "V04").id, to: { ...textOf(amended, "V04"), title: "Anders." } });
    expect(faults(validity, worded)).toEqual([]);
    const same = edited(amended, { kind: "change", id: normAt(amended, "V04").id, to: textOf(amended, "V04"), asksSame: true });
    expect(faults(validity, same)).toEqual([]);
    const promised = edited(worded, { kind: "change", id: normAt(worded, "V04").id, to: textOf(worded, "V04"), asksSame: true });
    expect(openWork(promised, base).map(({ norm, what }) => [norm.code, what])).toEqual([["V04", "samePromised"]]);
    expect(faults(validity, promised)).toEqual([]);
  });
});

describe("the checks of a draft", () => {
  it("find nothing in one that was just begun, and are those of the whole catalogue", () => {
    expect(draftProblems(draft, files)).toEqual([]);
    const [first, ...rest] = draft.norms;
    const wrong = { ...draft, norms: [{ ...first!, category: "X" }, ...rest] };
    expect(draftProblems(wrong, files)).toEqual(["norm V01: category: X staat niet in categories; kies een van V, D, O"]);
  });

  it("find a framework that exists already", () => {
    expect(
      draftProblems(
        { ...draft, version: "2017" },
        files.filter(({ path }) => path !== "frameworks/ksw-basis-2019.json"),
      ).length,
    ).toBeGreaterThan(0);
  });
});

describe("the file of a draft", () => {
  it("is written as people write the files of the catalogue: one line for each norm", () => {
    const { path, text } = draftFile(draft, files);
    const shipped = files.find((file) => file.path === "frameworks/ksw-basis-2019.json")!.text.split("\n");
    expect(path).toBe("frameworks/ksw-basis-2028.json");
    expect(text.split("\n").slice(0, 3)).toEqual(shipped.slice(0, 3));
    expect(text).toContain('\n    { "code": "V", "title": "Vakmanschap" },\n');
    expect(text.split("\n")).toHaveLength(shipped.length - 1);
  });

  it("gets a number where its name is taken by another framework", () => {
    const taken = [...files, { path: "frameworks/ksw-basis-2028.json", text: files.find(({ path }) => path.includes("wijkteam"))!.text }];
    expect(draftFile(draft, taken).path).toBe("frameworks/ksw-basis-2028-2.json");
  });
});

describe("the life of a framework", () => {
  const next = published(publishing(draft));
  it.each([
    ["2027-12-31", { 2017: "expired", 2019: "inForce", 2028: "announced" }],
    ["2028-01-01", { 2017: "expired", 2019: "overlap", 2028: "overlap" }],
    ["2029-01-01", { 2017: "expired", 2019: "expired", 2028: "inForce" }],
  ])("on %s", (day, expected) => {
    const lives = next.frameworks
      .filter(({ label, variant }) => label === "KSW" && variant === "basis")
      .map((one) => [one.version, lifeOf(one, next.frameworks, parseIsoDay(day)!)]);
    expect(Object.fromEntries(lives)).toEqual(expected);
  });

  it("goes on from the newest version, also when that is still to come", () => {
    expect(newestFrameworks(next.frameworks).map(({ key }) => key)).toEqual(["KSW/basis/2028", "KSW/wijkteam/2021", "NVVK/basis/2021"]);
  });
});
