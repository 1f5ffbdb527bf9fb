import { SaxesParser } from "saxes";
import { S3Error } from "./errors.ts";

export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** Content of an element: text, elements, or nothing (the element is then left out). */
export type XmlContent = string | number | boolean | undefined | readonly XmlNode[];
export type XmlNode = readonly [name: string, content: XmlContent];

/** Writes a document with the namespace of S3; `root` is the outer element. */
export function writeXml(root: XmlNode): string {
  const [name, content] = root;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${inner(content)}</${name}>`;
}

function inner(content: XmlContent): string {
  if (typeof content === "object") return content.map(element).join("");
  return escapeXml(String(content ?? ""));
}

function element([name, content]: XmlNode): string {
  return content === undefined ? "" : `<${name}>${inner(content)}</${name}>`;
}

function escapeXml(text: string): string {
  // Line breaks and tabs as references: a parser would normalise them, and a key may hold them.
  return text.replace(/[&<>"\r\n\t]/g, (character) => `&#${character.codePointAt(0)};`);
}

/** Reads a request body. Throws MalformedXML. */
export function readXml(text: string): XmlElement {
  const root: Building = { name: "", text: "", children: [] };
  const open: Building[] = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw new S3Error("MalformedXML", `The XML you provided was not well-formed: ${error.message}`);
  });
  parser.on("opentag", (tag) => {
    const child: Building = { name: tag.name, text: "", children: [] };
    open.at(-1)?.children.push(child);
    open.push(child);
  });
  parser.on("text", (piece) => {
    const current = open.at(-1);
    if (current) current.text += piece;
  });
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  const [document] = root.children;
  if (!document) throw new S3Error("MalformedXML", "The XML you provided was empty.");
  return document;
}

interface Building {
  name: string;
  text: string;
  children: Building[];
}

export function childText(parent: XmlElement, name: string): string | undefined {
  return parent.children.find((child) => child.name === name)?.text;
}
