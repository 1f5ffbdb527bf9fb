import { expect, test } from "vitest";
import type { MetAll, WhatIfCounted } from "../../core/figures/what-if/what-if.ts";
import { type Language, Speaking } from "../../portal/language.tsx";
import { whatIfHeadline } from "../../portal/pages/framework-draft/what-if-headline.ts";

type Counts = readonly [met: number, judged: number];

const metAll = ([met, judged]: Counts): MetAll => ({ met, judged, share: null, interval: null });
const counted = (before: Counts, after: Counts): WhatIfCounted => ({
  before: metAll(before),
  after: metAll(after),
  more: Math.max(0, after[0] - before[0]),
  dropped: [],
});
const Headline = ({ streng, soepel }: { readonly streng: WhatIfCounted; readonly soepel: WhatIfCounted }) => (
  <>{whatIfHeadline({ counted: { streng, soepel } }, { label: "KSW", variant: "basis", version: "2019" })}</>
);
const said = async (language: Language, streng: WhatIfCounted, soepel: WhatIfCounted) =>
  String(
    await (
      <Speaking language={language}>
        <Headline streng={streng} soepel={soepel} />
      </Speaking>
    ),
  );
const NOW = "met een geldend rapport op KSW basis 2019";

test.each<[Counts, Counts, string]>([
  [[0, 0], [0, 0], `Geen enkele organisatie ${NOW} is op een norm beoordeeld; over de uitkomst is niets te zeggen.`],
  [[0, 1], [0, 1], `De enige organisatie ${NOW} voldoet nu niet aan alle normen. Met dit concept zou dat niet anders zijn.`],
  [[1, 1], [1, 1], `De enige organisatie ${NOW} voldoet nu aan alle normen. Met dit concept zou dat niet anders zijn.`],
  [[0, 1], [1, 1], `De enige organisatie ${NOW} voldoet nu niet aan alle normen. Met dit concept had zij aan alle normen voldaan.`],
  [
    [1, 1],
    [0, 0],
    `De enige organisatie ${NOW} voldoet nu aan alle normen. Met dit concept zou geen enkele organisatie op een norm zijn beoordeeld.`,
  ],
  [[0, 84], [1, 84], `Van de 84 organisaties ${NOW} voldoet er nu geen enkele aan alle normen. Met dit concept was dat er 1 geweest.`],
  [
    [1, 84],
    [0, 83],
    `Van de 84 organisaties ${NOW} voldoet er nu 1 aan alle normen. Met dit concept had geen enkele van de 83 aan alle normen voldaan.`,
  ],
  [[3, 84], [12, 80], `Van de 84 organisaties ${NOW} voldoen er nu 3 aan alle normen. Met dit concept waren dat er 12 van de 80 geweest.`],
  [
    [1, 84],
    [0, 84],
    `Van de 84 organisaties ${NOW} voldoet er nu 1 aan alle normen. Met dit concept had geen enkele organisatie aan alle normen voldaan.`,
  ],
])("what if, from %j to %j of all: none, one and many each have their sentence", async (before, after, sentences) => {
  const text = await said("nl", counted(before, after), counted(before, after));
  expect(text.slice(0, sentences.length)).toBe(sentences);
  expect(await said("en", counted(before, after), counted(before, after))).not.toMatch(/the 1 organ|been 0|of 0\b/);
});

test("it says ‘also’ of the lenient counting only when the strict one stays the same", async () => {
  const [same, better] = [counted([2, 9], [2, 9]), counted([0, 9], [1, 9])];
  expect(await said("nl", same, same)).toMatch(/Ook als ‘deels’ meetelt, blijft het gelijk\.$/);
  expect(await said("nl", better, same)).toMatch(/Telt ‘deels’ mee, dan blijft het gelijk: 2\.$/);
  expect(await said("nl", same, better)).toMatch(/Telt ‘deels’ mee, dan gaat het van 0 naar 1\.$/);
});
