import { describe, expect, test } from "vitest";
import { catalogueForChecking } from "../../../core/catalogue/for-checking.ts";
import { bodyCode } from "../../../core/ids.ts";
import { MAX_PLACES_SHOWN } from "../../../core/intake/check-result.ts";
import type { OwnReport } from "../../../core/intake/own-past.ts";
import type { CheckedDelivery } from "../../../core/intake/types.ts";
import { catalogue } from "../../fixtures/catalogue.ts";
import { type DeliveredFile, fixtureFiles } from "./deliveries.ts";
import { checkedOnServer, inBrowser, jobOf, onServer } from "./in-browser.ts";

describe("the check in the browser gives what the check of the server gives without a past", () => {
  test.each(fixtureFiles().map((file) => [file.name, file] as const))("%s", async (_, file) => {
    const heard = await inBrowser(jobOf(file));
    expect(heard.at(-1)).toEqual({ type: "result", result: await onServer(file) });
  });
});

/** As if what a file brings had been accepted: every second report, and every fifth withdrawn since. */
const pastAfter = ({ reports }: CheckedDelivery): readonly OwnReport[] =>
  reports.flatMap(({ reference, label, contentHash, packed }, i) =>
    packed === undefined || i % 2 === 1
      ? []
      : [
          {
            ...{ reference, label, contentHash, revision: 1, deliveryNumber: "A-2026-0001", receivedDay: packed.day },
            ...{ organisation: packed.organisation, framework: packed.framework },
            state: i % 5 === 4 ? ("withdrawn" as const) : ("active" as const),
          },
        ],
  );

describe("with what the body delivered before, the check in the browser gives what the check of the server gives with just that", () => {
  test.each(fixtureFiles().map((file) => [file.name, file] as const))("%s", async (_, file) => {
    const past = pastAfter(await checkedOnServer(file));
    const heard = await inBrowser(jobOf(file, past));
    expect(heard.at(-1)).toEqual({ type: "result", result: await onServer(file, past) });
  });

  test("a known report that says it is new is an error, one that is changed is not, and the same content changes nothing", async () => {
    const rows = (status: string, score: string) =>
      `${header};status\n${["R-1", "R-2"].map((reference) => `${reference};01234567;Stichting Het Baken;KSW;2019;eerste toets;14-03-2024;V01;${score};${status}`).join("\n")}`;
    const [known] = pastAfter(await checkedOnServer(small(rows("nieuw", "voldoet"))));
    const check = async (status: string, score: string) => {
      const last = (await inBrowser(jobOf(small(rows(status, score)), [known!]))).at(-1);
      const result = last?.type === "result" ? last.result : undefined;
      return [result?.reports.map(({ reference, outcome }) => `${reference} ${outcome}`).sort(), result?.groups.map(({ code }) => code)];
    };
    expect(await check("nieuw", "voldoet")).toEqual([["R-1 unchanged", "R-2 new"], expect.not.arrayContaining(["STATUS_NEW_KNOWN"])]);
    expect(await check("nieuw", "voldoet niet")).toEqual([["R-1 rejected", "R-2 new"], expect.arrayContaining(["STATUS_NEW_KNOWN"])]);
    expect(await check("gewijzigd", "voldoet niet")).toEqual([
      ["R-1 replaced", "R-2 rejected"],
      expect.arrayContaining(["STATUS_CHANGED_UNKNOWN"]),
    ]);
  });

  test("what only the server knows is not guessed at: whether an organisation was tested before, by whomever", async () => {
    const rows = "R-1;01234567;Stichting Het Baken;KSW;2019;hertoets;14-03-2024;V01;voldoet";
    const last = (await inBrowser(jobOf(small(`${header}\n${rows}`), []))).at(-1);
    const result = last?.type === "result" ? last.result : undefined;
    expect(result?.groups.map(({ code }) => code)).not.toContain("RECERTIFICATION_WITHOUT_EARLIER");
    expect(result?.notAsked).toEqual(["RECERTIFICATION_WITHOUT_EARLIER", "FOLLOW_UP_WITHOUT_EARLIER"]);
  });
});

const small = (text: string): DeliveredFile => ({ name: "klein.csv", body: "ciio", catalogue, bytes: new TextEncoder().encode(text) });
const header = "rapportkenmerk;kvk_nummer;organisatie;label;normenkader;soort_toets;toetsdatum;norm;score";

describe("a check in the browser", () => {
  test("tells how much it has read, piece by piece, up to all of it", async () => {
    const file = small(`${header}\n${`R-1;01234567;Stichting Het Baken;KSW;2019;eerste toets;14-03-2024;V01;voldoet\n`.repeat(10_000)}`);
    const heard = await inBrowser(jobOf(file));
    const read = heard.flatMap((message) => (message.type === "progress" ? [message.read] : []));
    expect(read.length).toBeGreaterThan(2);
    expect(read.toSorted((a, b) => a - b)).toEqual(read);
    expect(read.at(-1)).toBe(file.bytes.length);
  });

  test("of many equal faults shows the first places and counts them all", async () => {
    const rows = Array.from({ length: 400 }, (_, i) => `R-${i};01234567;Stichting Het Baken;KSW;2019;eerste toets;14-03-2024;V01;goed`);
    const last = (await inBrowser(jobOf(small([header, ...rows].join("\n"))))).at(-1);
    const result = last?.type === "result" ? last.result : undefined;
    expect(result?.groups[0]).toMatchObject({ code: "SCORE_UNKNOWN", count: 400 });
    expect(result?.groups[0]?.places).toHaveLength(MAX_PLACES_SHOWN);
  });

  test("names the rules that only the server can ask", async () => {
    const rows = "R-1;01234567;Stichting Het Baken;KSW;2019;hertoets;14-03-2024;V01;voldoet";
    const last = (await inBrowser(jobOf(small(`${header}\n${rows}`)))).at(-1);
    expect(last).toMatchObject({ type: "result", result: { status: "accepted" } });
    expect(last?.type === "result" && last.result.notAsked).toContain("RECERTIFICATION_WITHOUT_EARLIER");
  });

  test("says so when the file is no longer what was chosen", async () => {
    const gone = new Blob(["a;b"]);
    gone.slice = () => {
      throw new DOMException("gone", "NotReadableError");
    };
    expect((await inBrowser({ ...jobOf(small(header)), file: gone })).at(-1)).toEqual({ type: "unreadable" });
  });
});

test("the terms and headers of other bodies do not go along with a body's own catalogue", () => {
  const own = catalogueForChecking(catalogue, bodyCode("dnv"));
  expect(JSON.stringify(own)).not.toContain("Major NC");
  expect(own.bodies.map(({ name }) => name)).toEqual(["CIIO", "DNV"]);
  expect(JSON.stringify(catalogueForChecking(catalogue))).toContain("Major NC");
});
