import { describe, expect, it } from "vitest";
import { dossierHtml } from "../../../core/review/documents/dossier-html.ts";
import { dossierCsv, dossierWorkbook } from "../../../core/review/documents/dossier-tables.ts";
import { minutesHtml } from "../../../core/review/documents/minutes-html.ts";
import type { Dossier } from "../../../core/review/dossier.ts";
import { decidedIn } from "../../../core/review/progress.ts";
import type { Review } from "../../../core/review/review.ts";
import { readAnswer } from "../../portal/page-text.ts";
import { decision, dossierOf, test, tests } from "./made-up-review.ts";
import { sampleDossier } from "./sample-review.ts";

const first = dossierOf({ reports: tests(30, "2024-03-01", "022"), referenceDate: "2024-12-31" });
const second = dossierOf({
  reports: [
    ...tests(30, "2024-03-01", "022"),
    ...Array.from({ length: 6 }, (_, i) => test(i + 1, "2025-06-01", "222", { kind: "recertification" })),
  ],
  previous: first,
  decisions: [decision()],
});

const review: Review = {
  id: "KSW-2025-12-31",
  label: "KSW",
  referenceDate: "2025-12-31",
  state: "open",
  execution: "e",
  decideBy: "2026-02-11",
  agenda: ["KSW/basis/2024/N2", "KSW/basis/2024/N3"],
  trail: [
    { state: "preparing", at: "2025-12-31T08:00:00.000Z", by: null },
    { state: "open", at: "2025-12-31T09:00:00.000Z", by: null },
  ],
};

/** All text that is shown; markup that a browser would have to guess at is an error. */
const textOf = async (html: string): Promise<string> => (await readAnswer(new Response(html))).text;

describe("the dossier as a document", () => {
  it("opens with what asks for a decision, each with its figure, its certainty and its sentence", async () => {
    const text = await textOf(dossierHtml(first));
    expect(text).toContain("Relevantietoets KSW, peildatum 31-12-2024");
    expect(text).toContain("3 normen vragen een besluit.");
    expect(text).toMatch(
      /N1 Norm N1 0 van de 30 \(0%\) met 95% zekerheid hooguit 9,5% Niemand voldoet\. Geen van de 30 organisaties voldoet\./,
    );
    expect(text).toContain("Dit is de eerste relevantietoets van dit label");
  });

  it("says what is gone and why, and whether a decision helped", async () => {
    const text = await textOf(dossierHtml(second));
    expect(text).toContain("Bij 6 organisaties is het oordeel veranderd: 6 hoger, 0 lager.");
    expect(text).toContain(
      "verduidelijken, 15-01-2025 Wordt verschillend uitgelegd. Voor het besluit voldeden 0 van de 30 organisaties (0%).",
    );
    expect(text).toContain("Wat u niet kunt concluderen");
  });

  it("shows hostile texts as text, in the document, the table and the workbook", async () => {
    const evil = `<script>alert(1)</script>"'&=HYPERLINK("x")`;
    const spoilt: Dossier = { ...first, norms: first.norms.map((norm) => ({ ...norm, title: evil, code: "=1+1" })) };
    const html = dossierHtml(spoilt);
    expect(html).not.toContain("<script>");
    expect(await textOf(html)).toContain(evil);
    expect(dossierCsv(spoilt)).toContain("'=1+1;");
    const workbook = Buffer.from(dossierWorkbook(spoilt));
    expect(workbook.subarray(0, 2).toString()).toBe("PK");
    expect(workbook.includes("<f>")).toBe(false);
  });

  it("is the same to the byte each time", async () => {
    expect(dossierHtml(second)).toBe(dossierHtml(structuredClone(second)));
    expect(Buffer.from(dossierWorkbook(second)).equals(Buffer.from(dossierWorkbook(structuredClone(second))))).toBe(true);
  });
});

describe("the list of decisions", () => {
  const own = decision({
    norm: "KSW/basis/2024/N2",
    review: review.id,
    at: "2026-01-10T10:00:00.000Z",
    reason: "Is een <b>ondergrens</b>.",
  });
  const changed = { ...own, number: 2, kind: "keep" as const, at: "2026-01-12T10:00:00.000Z", refersTo: 1 };
  const minutes = (of: Review, decisions = [own, changed]) =>
    textOf(minutesHtml({ review: of, dossier: second, decidedAbout: ({ address }) => decidedIn(of, decisions, [address]) }));

  it("is a draft while the review is open, with what is decided and what is not", async () => {
    const text = await minutes(review);
    expect(text).toContain("Concept. Geopend op 31-12-2025. De commissie besluit tot en met 11-02-2026.");
    expect(text).toContain("2 normen vroegen een besluit. Over 1 is besloten, 1 bleef open.");
    expect(text).toContain("behouden één keer gewijzigd Is een <b>ondergrens</b>. Cor, 12-01-2026");
    expect(text).toMatch(/Niet besloten .*N3 Norm N3/);
  });

  it("is final when it closed, and knows no decision from after that", async () => {
    const closed: Review = {
      ...review,
      state: "closed",
      trail: [...review.trail, { state: "closed", at: "2026-01-11T10:00:00.000Z", by: { id: "1", name: "Cor" } }],
    };
    const text = await minutes(closed);
    expect(text).toContain("Gesloten op 11-01-2026 door Cor.");
    expect(text).toContain("verduidelijken");
    expect(text).not.toContain("behouden");
  });
});

describe("the Dutch of the documents", () => {
  /** Words that a member of the committee would have to look up. */
  const jargon =
    /\b(p-waarde|significant\w*|hypothese|kappa|regressie|correlatie|mantel|fisher|benjamini|betrouwbaarheidsinterval|steekproef|populatie|stratum|strata|wilson|odds|discriminer\w*|valide|variantie)\b/i;

  it("is plain: no statistician's words, and no sentence that has to be read twice", async () => {
    const previous = await sampleDossier({ review: "KSW-2025-11-25", referenceDate: "2025-11-25" });
    const decided = decision({ norm: "KSW/basis/2019/V07", at: "2023-06-01T10:00:00.000Z" });
    const dossier = await sampleDossier({ previous, decisions: [decided] });
    const told = [
      ...dossier.limits,
      ...dossier.gone.flatMap(({ sentence, why }) => [sentence, why]),
      ...dossier.effects.map(({ sentence }) => sentence),
      ...dossier.norms.flatMap(({ signals }) => signals.flatMap(({ sentence, why, notYet }) => [sentence, why, notYet])),
    ].flatMap((one) => (one ? [one.nl] : []));
    expect(told.length).toBeGreaterThan(40);
    expect((await textOf(dossierHtml(dossier))).match(jargon)).toBeNull();
    const sentences = told.flatMap((text) => text.split(/(?<=[.?!])\s+/));
    // Thirty words: the longest that the Dutch government's own guide to plain language (Direct Duidelijk) still takes for readable is about 20 on average.
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 30)).toEqual([]);
    const mean = sentences.reduce((sum, sentence) => sum + sentence.split(/\s+/).length, 0) / sentences.length;
    expect(mean).toBeLessThan(15);
  });

  it("would not pass a statistician's sentence", async () => {
    expect("Het verschil is significant (p-waarde 0,03).".match(jargon)).not.toBeNull();
  });
});
