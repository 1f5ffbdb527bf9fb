import { dutchDay } from "../../../core/calendar.ts";
import type { Selection } from "../../../core/figures/selected/selection.ts";
import { say } from "../../language.tsx";
import { kindName } from "../../selection-words.ts";

/** The parts in which the first selection differs from the second, in one line: what makes the two different. */
export function distinction(selection: Selection, other: Selection, bodies: ReadonlyMap<string, string>): string {
  const others = partsOf(other, bodies);
  const own = partsOf(selection, bodies).filter((part, i) => part !== others[i]);
  return own.length === 0 ? say("dezelfde toetsen", "the same tests") : own.join(", ");
}

/** Also what was not chosen: beside "DNV" stands "alle instellingen". */
function partsOf(selection: Selection, bodies: ReadonlyMap<string, string>): readonly string[] {
  const { variants, versions, kind, discipline } = selection;
  return [
    variants.length > 0 ? `${say("variant", "variant")} ${variants.join(" + ")}` : say("alle varianten", "all variants"),
    versions.length > 0 ? `${say("normenkader", "framework")} ${versions.join(" + ")}` : say("alle normenkaders", "all frameworks"),
    periodWords(selection),
    bodyWords(selection, bodies),
    kind === null ? say("alle soorten toetsen", "all kinds of test") : kindName(kind),
    discipline ?? say("de hele organisatie", "the whole organisation"),
  ];
}

function periodWords({ from, until }: Selection): string {
  if (from === null && until === null) return say("alle jaren", "all years");
  if (from === null) return say(`tot en met ${dutchDay(until!)}`, `until ${dutchDay(until!)}`);
  if (until === null) return say(`vanaf ${dutchDay(from)}`, `from ${dutchDay(from)}`);
  return say(`${dutchDay(from)} tot en met ${dutchDay(until)}`, `${dutchDay(from)} until ${dutchDay(until)}`);
}

function bodyWords({ body, exceptBody }: Selection, bodies: ReadonlyMap<string, string>): string {
  const name = (code: string): string => bodies.get(code) ?? code;
  if (body !== null) return name(body);
  if (exceptBody !== null) return say(`alle instellingen behalve ${name(exceptBody)}`, `all bodies but ${name(exceptBody)}`);
  return say("alle instellingen", "all bodies");
}
