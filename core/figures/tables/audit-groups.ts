import type { AuditKind } from "../../scoring/types.ts";
import type { ViewSource } from "./view-source.ts";

/** A way to divide audits for exploration. */
export interface Division {
  readonly name: string;
  /** In the order of the table. Every audit has one of them. */
  readonly groups: readonly string[];
  groupOf(source: ViewSource, row: number): string;
}

interface Class {
  /** From this value on. */
  readonly from: number;
  readonly name: string;
}

/**
 * Size in fte. The limits of the European Commission for micro, small and medium-sized undertakings, which it counts in annual work units
 * too, so that a class means what it means elsewhere. Source: Recommendation 2003/361/EC, annex, articles 2 and 5.
 */
export const sizeClasses: readonly Class[] = [
  { from: 0, name: "minder dan 10 fte" },
  { from: 10, name: "10 tot 50 fte" },
  { from: 50, name: "50 tot 250 fte" },
  { from: 250, name: "250 fte of meer" },
];

/** Conversations in an audit. Published accounts of audits speak of about thirty and of over forty; the rest is set off from those. */
export const conversationClasses: readonly Class[] = [
  { from: 0, name: "minder dan 20 gesprekken" },
  { from: 20, name: "20 tot 30 gesprekken" },
  { from: 30, name: "30 tot 40 gesprekken" },
  { from: 40, name: "40 gesprekken of meer" },
];

export const NOT_SAID = "niet opgegeven";

export const kindWords: Readonly<Record<AuditKind, string>> = {
  initial: "eerste toets",
  recertification: "hertoets",
  interim: "tussentijdse toets",
  followUp: "vervolgtoets",
};

/** Divisions of the current reports: each organisation is in one group. */
export const divisions: readonly Division[] = [
  {
    name: "certificerende instelling",
    groups: [],
    groupOf: ({ matrix }, row) => matrix.bodies[matrix.body[row]!]!,
  },
  {
    name: "grootte",
    groups: namesOf(sizeClasses),
    groupOf: ({ label, audit }, row) => classOf(sizeClasses, label!.audits.fte[audit[row]!]!),
  },
  {
    name: "cliëntenraad gesproken",
    groups: ["ja", "nee", NOT_SAID],
    groupOf: ({ label, audit }, row) => [NOT_SAID, "nee", "ja"][label!.audits.clientCouncilHeard[audit[row]!]!]!,
  },
  {
    name: "aantal gesprekken",
    groups: namesOf(conversationClasses),
    groupOf: ({ label, audit }, row) => classOf(conversationClasses, label!.audits.conversations[audit[row]!]!),
  },
];

export function namesOf(classes: readonly Class[]): string[] {
  return [...classes.map(({ name }) => name), NOT_SAID];
}

export const classOf = (classes: readonly Class[], value: number): string =>
  Number.isNaN(value) ? NOT_SAID : (classes.findLast(({ from }) => value >= from) ?? classes[0]!).name;
