import type { SignalEvidence } from "../signal.ts";
import { en, nl, type Sentence } from "./words.ts";

export const overlapping = ({ other, pair }: SignalEvidence["OVERLAPPEND"]): Sentence => ({
  nl: `Deze norm en ${other.norm} kregen bij ${nl(pair.same)} van de ${nl(pair.n)} organisaties dezelfde score. Meten ze hetzelfde?`,
  en: `This norm and ${other.norm} got the same score at ${en(pair.same)} of ${en(pair.n)} organisations. Do they measure the same?`,
});
