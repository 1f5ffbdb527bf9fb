import { describe, expect, it } from "vitest";
import { summarise, summaryText } from "../../local/summary.ts";
import { publication } from "../portal/made-up.ts";
import { signal, signals } from "../portal/made-up-signals.ts";

const text = (of = signals()) => summaryText(summarise([], publication(), of), "uit", "uit/receipts");

describe("the summary in the terminal", () => {
  it("gives the answer first: which norms nobody meets, how sure, and since when", () => {
    const lines = text().split("\n");
    const answer = lines.indexOf("Aan 2 normen voldoet geen enkele organisatie (peildatum 31-12-2025):");
    expect(answer).toBeGreaterThan(0);
    expect(lines.slice(answer + 1, answer + 4)).toEqual([
      "  KSW basis 2019  V15  Van elke methode die de organisatie gebruikt, is beschreven waarom zij werkt en is dat in de eigen praktijk nagegaan.",
      "      0 van de 43 organisaties, 95%-interval 0% tot 8,2%",
      "      Aanhoudend: op elke jaarlijkse peildatum sinds 31-12-2019.",
    ]);
    expect(lines.findIndex((line) => line.startsWith("Wat verder opvalt"))).toBeGreaterThan(answer);
  });

  it("tells the other signals by kind, in their own sentences, with whether they are new", () => {
    expect(text()).toContain(
      "  Steeds minder organisaties voldoen\n    KSW, alle varianten  D02  Steeds minder organisaties voldoen: van 82% naar 46%. Bij organisaties die opnieuw getoetst zijn: 6 beter, 21 slechter, 44 gelijk. Nieuw: op de peildatum een jaar eerder was dit signaal er niet.",
    );
  });

  it("tells five of a kind and where the others are", () => {
    expect(text()).toContain("    … en nog 2 in signals.json");
    expect(text().match(/Bijna iedereen: 82 van de 83/g)).toHaveLength(5);
  });

  it("says nothing of signals when there are none", () => {
    expect(text([])).not.toContain("opvalt");
    expect(text([signal({ norm: "V15", signal: "NOOIT_GEHAALD" })])).not.toContain("opvalt");
  });

  it("tells norms of frameworks out of force after those in force, and does not count them", () => {
    const [first, second] = publication().flagged.filter(({ signal }) => signal === "NOOIT_GEHAALD");
    const mixed = publication({ flagged: [{ ...first!, validUntil: "2019-12-31" }, second!] });
    const lines = summaryText(summarise([], mixed, []), "uit", "uit/receipts").split("\n");
    const [answer, past] = ["Aan 1 norm voldoet geen enkele organisatie", "In normenkaders die op de peildatum niet meer golden"].map(
      (start) => lines.findIndex((line) => line.startsWith(start)),
    );
    expect(answer).toBeGreaterThan(0);
    expect(past).toBeGreaterThan(answer!);
    expect(lines[past! + 1]).toContain(first!.norm);
  });

  it("has the one-sided bounds of each flagged norm under both names", () => {
    const [first] = publication().flagged;
    const bounded = publication({ flagged: [{ ...first!, atLeast: 0.01, atMost: 0.067 }] });
    expect(summarise([], bounded, signals()).flagged[0]).toMatchObject({ atLeast: 0.01, atMost: 0.067, lower: 0.01, upper: 0.067 });
  });

  it("has the signals in its data", () => {
    expect(summarise([], publication(), signals()).signals).toEqual(signals());
  });
});
