/** Personal data in free text: found where it is meant, left alone where it is something else. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPersonalHeader } from "../../../core/intake/checks/column-personal.ts";
import { bsnSpans, emailSpans, maskPersonal, passesElevenTest, phoneSpans } from "../../../core/intake/personal.ts";
import { cpuMs } from "../../cpu-ms.ts";

const found = (text: string) => bsnSpans(text).map(([start, end]) => text.slice(start, end));

describe("a citizen service number", () => {
  test("passes the 11-proef, with or without its leading zero", () => {
    expect(["111222333", "123456782", "012345672", "12345672"].map(passesElevenTest)).toEqual([true, true, true, true]);
    expect(["111222334", "123456789", "000000000", "1234567890"].map(passesElevenTest)).toEqual([false, false, false, false]);
  });

  test("is hit by changing any single digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 9 }), (position, step) => {
        const digits = [..."123456782"];
        digits[position] = String((Number(digits[position]) + step) % 10);
        expect(passesElevenTest(digits.join(""))).toBe(false);
      }),
    );
  });

  test.each([
    "BSN 111222333",
    "bsn: 111222333.",
    "Het burgerservicenummer van deze persoon is 111222333",
    "burger service nummer (111222333)",
    "Cliënt 111222333 is gesproken",
    "mevrouw De Vries, 111222333, was tevreden",
    "Dhr. Jansen 111.222.333",
    "sofi-nummer 1112 22 333",
    "111222333 (bsn)",
    "geboren 1-1-1970, 111222333",
    " 111222333 ",
  ])("is found in %j", (text) => expect(found(text)).toHaveLength(1));

  test.each([
    "KvK 111222333",
    "RSIN 111222333",
    "LRK-nummer 111222333 van de locatie van mevrouw De Vries",
    "factuurnummer 111222333",
    "het getal 111222333 zonder meer",
    "BSN 123456789 faalt de proef",
    "BSN 1112223334 is te lang",
    "bsn A111222333",
    "cliënt, 111222333,50 euro",
    "Cliëntendossier bekeken; KvK-nummer 11122233",
    "tel. 0612345678 van mevrouw Jansen",
  ])("is not found in %j", (text) => expect(found(text)).toEqual([]));

  test("of eight digits needs its words", () => {
    expect(found("12345672")).toEqual([]);
    expect(found("BSN 12345672")).toEqual(["12345672"]);
  });
});

describe("an e-mail address or telephone number", () => {
  test.each(["j.jansen@voorbeeld.nl", "Mail: info+toets@sub.voorbeeld-site.nl.", "(müller@straße.de)"])("stands in %j", (text) =>
    expect(emailSpans(text)).toHaveLength(1),
  );
  test.each(["@kantoor", "a@b", "score @ 14 uur", "norm V01@2019"])("does not stand in %j", (text) => expect(emailSpans(text)).toEqual([]));

  test.each([
    "06-12345678",
    "0612345678",
    "06 12 34 56 78",
    "+31 6 12345678",
    "+31612345678",
    "0031 20 1234567",
    "010-1234567",
    "+31 (0)6 12345678",
  ])("stands in %j", (text) => expect(phoneSpans(`Bel ${text}, dan.`)).toHaveLength(1));
  test.each(["01-02-2026", "01234567", "000012345678", "14-03-2024 en 15-03-2024", "1.2 en 3.14", "00 12 34 56 78", "2024-001234567"])(
    "does not stand in %j",
    (text) => expect(phoneSpans(text)).toEqual([]),
  );
});

test("values that a finding shows have lost all of it", () => {
  expect(maskPersonal("111222333")).toBe("*********");
  expect(maskPersonal("RSIN 111222333")).toBe("RSIN *********");
  expect(maskPersonal("bel 06-12345678 of mail a.b@voorbeeld.nl")).toBe("bel ********** of mail ***@***");
  expect(maskPersonal("01234567")).toBe("01234567");
  expect(maskPersonal("Rapport 2024-17 van 14-03-2024")).toBe("Rapport 2024-17 van 14-03-2024");
});

test("looking for it takes time in proportion to the text, whatever is in it", () => {
  const hostile = ["@a.".repeat(700), "a".repeat(2_000), "0".repeat(2_000), "1 ".repeat(1_000), "bsn ".repeat(500), "06-".repeat(660)];
  const started = cpuMs();
  for (const text of hostile) maskPersonal(`${text}@12345678`);
  expect(cpuMs() - started).toBeLessThan(200);
});

test("a column belongs to citizen service numbers when its header has the word, alone or among others", () => {
  const headers = [
    "BSN",
    "bsn-nummer",
    "BSN client",
    "Client BSN",
    "client_bsn",
    "Burgerservicenummer cliënt",
    "Burger service nummer",
    "SoFi-nummer",
  ];
  expect(headers.filter((header) => !isPersonalHeader(header))).toEqual([]);
  expect(["score", "toelichting", "absns", "kvk_nummer", ""].filter(isPersonalHeader)).toEqual([]);
});
