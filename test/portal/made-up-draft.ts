/** A draft of KSW basis 2028 in which everything has happened that can happen to a norm. */
import type { FrameworkDraft } from "../../core/framework-draft/types.ts";
import { decision, edited, normAt, seeded, textOf } from "../core/framework-draft/drafts.ts";

export function madeUpDraft(): FrameworkDraft {
  const begun = seeded([
    decision("V04", "amend", { reason: "Zorg mijden is te vaag." }),
    decision("D02", "clarify", { reason: "Tien werkdagen vanaf wanneer?" }),
    decision("O19", "retire", { reason: "Niemand haalt hem; meten op lange termijn kan een organisatie niet zelf." }),
    decision("V08", "monitor"),
  ]);
  const id = (code: string) => normAt(begun, code).id;
  return edited(
    begun,
    {
      kind: "change",
      id: id("D02"),
      to: { ...textOf(begun, "D02"), title: "Binnen tien werkdagen na de eerste melding is er een gesprek met de cliënt." },
    },
    { kind: "change", id: id("V01"), to: { ...textOf(begun, "V01"), title: "De sociaal werker verheldert de vraag." }, asksSame: true },
    { kind: "drop", id: id("V09"), reason: "Staat al in V10." },
    { kind: "merge", ids: [id("O02"), id("O03")], into: { ...textOf(begun, "O02"), title: "Beleid en begroting volgen uit elkaar." } },
    {
      kind: "split",
      id: id("D03"),
      parts: [
        { ...textOf(begun, "D03"), code: "D03a", title: "Met elke cliënt is afgesproken wat het doel is." },
        { ...textOf(begun, "D03"), code: "D03b", title: "Met elke cliënt is afgesproken wie wat doet." },
      ],
    },
    { kind: "add", norm: { code: "V16", title: "Sociaal werkers werken met wat bewezen helpt.", category: "V", competencies: ["C10"] } },
  );
}
