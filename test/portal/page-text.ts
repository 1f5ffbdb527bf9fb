/** What a test reads of a page. */
import { SaxesParser } from "saxes";
import type { User } from "../../core/access.ts";
import type { PortalOptions } from "../../portal/app.tsx";
import type { PortalData } from "../../portal/data.ts";
import { openWith } from "./signed-in.ts";

export interface PageText {
  readonly status: number;
  readonly html: string;
  /** All text that is shown, white space evened out. */
  readonly text: string;
  /** Text of every element with that name, in order. */
  all(name: string): readonly string[];
  /** Every element as "name attribute attribute …" with its depth: what must not change with the texts in it. */
  readonly structure: readonly string[];
}

/** Asks for a page, as policy staff unless told otherwise, and reads it strictly: markup that a browser would have to guess at is an error. */
export async function read(data: PortalData, path: string, options?: Partial<PortalOptions>, as?: User | null): Promise<PageText> {
  return readAnswer(await openWith(data, options).ask(path, {}, as));
}

export const readAnswer = async (answer: Response): Promise<PageText> => ({ status: answer.status, ...parse(await answer.text()) });

function parse(html: string): Omit<PageText, "status"> {
  const parser = new SaxesParser();
  const open: { name: string; text: string }[] = [];
  const closed: { name: string; text: string; at: number }[] = [];
  const structure: string[] = [];
  let text = "";
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    structure.push(`${"  ".repeat(open.length)}${name} ${Object.keys(attributes).join(" ")}`);
    open.push({ name, text: "" });
  });
  parser.on("text", (part) => {
    text += ` ${part}`;
    for (const element of open) element.text += part;
  });
  parser.on("closetag", () => {
    const element = open.pop();
    if (element) closed.push({ ...element, at: closed.length });
  });
  parser.write(html.replace(/^<!doctype html>/, "")).close();
  const even = (some: string) => some.replace(/\s+/g, " ").trim();
  return {
    html,
    text: even(text),
    structure,
    all: (name) => closed.filter((element) => element.name === name).map((element) => even(element.text)),
  };
}
