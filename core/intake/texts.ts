/** Free texts: checked, masked, and summed into a checksum that does not depend on the order of rows. */

import { type Problem, problemOf } from "./cells.ts";
import { textRules } from "./checks/index.ts";
import { MAX_TEXT } from "./checks/text-too-long.ts";
import type { Draft } from "./draft.ts";

export interface TextReading {
  /** As it may be stored: personal data taken out. */
  text: string;
  problems: readonly Problem[];
  hasErrors: boolean;
  /** Two checksums of 32 bits of the stored text. */
  a: number;
  b: number;
}

const NO_PROBLEMS: readonly Problem[] = [];

/**
 * Reads free texts into one object that is used again for each: a file has a million of them. Most texts are passed over once: the
 * same pass that makes the checksum counts digits and looks for an @, and only texts with enough of them meet the detectors.
 */
export function createTextReader(): { read(raw: string): TextReading } {
  const reading: TextReading = { text: "", problems: NO_PROBLEMS, hasErrors: false, a: 0, b: 0 };
  const facts = { length: 0, digits: 0, hasAt: false };
  return { read };

  function read(raw: string): TextReading {
    const text = raw.trim();
    reading.text = text;
    reading.problems = NO_PROBLEMS;
    reading.hasErrors = false;
    pass(text);
    const concerned = facts.length > MAX_TEXT || facts.digits >= 8 || facts.hasAt;
    if (concerned) detect(text);
    return reading;
  }

  /** FNV-1a, and the same with another prime: multiplications that stay within 32 bits. */
  function pass(text: string): void {
    const end = Math.min(text.length, MAX_TEXT);
    let a = 0x811c9dc5;
    let b = 0x9747b28c;
    let digits = 0;
    let hasAt = false;
    for (let at = 0; at < end; at++) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x85ebca6b);
      if (code < 0x41) {
        if (code >= 0x30 && code < 0x3a) digits++;
        else if (code === 0x40) hasAt = true;
      }
    }
    reading.a = a;
    reading.b = b;
    facts.length = text.length;
    facts.digits = digits;
    facts.hasAt = hasAt;
  }

  function detect(text: string): void {
    const looked = text.slice(0, MAX_TEXT + 1);
    const found = textRules.filter((rule) => rule.concerns(facts));
    const problems = found.flatMap((rule) => problemOf(rule, rule.check(rule.mask ? looked : text), { column: "toelichting", raw: text }));
    if (problems.length === 0) return;
    let masked = text;
    for (const rule of found) masked = rule.mask?.(masked) ?? masked;
    if (masked !== text) pass(masked);
    reading.text = masked;
    reading.problems = problems;
    reading.hasErrors = problems.some((problem) => problem.rule.severity === "error");
  }
}

/** Adds the checksums of a text, mixed with what it belongs to, to those of its report. Sums do not depend on the order of rows. */
export function addText(report: Draft, { a, b }: TextReading, norm: number, discipline: number): void {
  const seed = Math.imul(norm + 3, 0x9e3779b1) ^ discipline;
  report.textsA = (report.textsA + mixed(a ^ seed)) >>> 0;
  report.textsB = (report.textsB + mixed(b ^ Math.imul(seed, 0x27d4eb2f))) >>> 0;
  report.texts += 1;
}

/** FNV-1a, 32 bits. */
export function checksumOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Spreads every bit over the word, so that checksums do not cancel out in a sum (the finaliser of MurmurHash3). */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
