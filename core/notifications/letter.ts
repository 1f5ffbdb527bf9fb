import { number } from "../numbers.ts";
import { safe } from "./safe-text.ts";

export interface LetterItem {
  readonly title: string;
  readonly text: string;
}

export interface LetterList {
  readonly heading: string;
  readonly items: readonly LetterItem[];
  /** Said below the list, where it does not name everything. */
  readonly rest?: string;
}

/** What a mail says, before it becomes text and HTML. Whatever stands in it may come from outside. */
export interface Letter {
  readonly heading: string;
  readonly name: string;
  /** In order: paragraphs and lists. */
  readonly parts: readonly (string | LetterList)[];
  readonly link: { readonly text: string; readonly address: string };
  /** Why this person gets it, and whether it can be turned off. */
  readonly why: string;
  readonly unsubscribe?: string;
  /** Address at which somebody answers questions. */
  readonly contact: string;
}

/** What makes up one mail. */
export interface WrittenLetter {
  readonly text: string;
  readonly html: string;
}

/**
 * The letter as plain text and as HTML; both say the same. The HTML asks for nothing from elsewhere: no pictures, no fonts, no script. Names lose line breaks and control
 * characters, and cannot become markup.
 */
export const writeLetter = (letter: Letter): WrittenLetter => ({ text: asText(letter), html: asHtml(letter) });

function asText({ heading, name, parts, link, why, unsubscribe, contact }: Letter): string {
  return [
    safe(heading),
    greeting(name),
    ...parts.map((part) => (typeof part === "string" ? safe(part) : listText(part))),
    `${safe(link.text)}:\n${link.address}`,
    `${QUESTION} ${safe(contact)}.`,
    ["--", safe(why), ...(unsubscribe ? [`${TURN_OFF}: ${unsubscribe}`] : [])].join("\n"),
  ].join("\n\n");
}

/** "En nog 3", where a list does not name everything. */
export const restOf = (named: number, all: number): Pick<LetterList, "rest"> =>
  named < all ? { rest: `En nog ${number(all - named)}. U vindt ze allemaal in de normenmonitor.` } : {};

const listText = ({ heading, items, rest }: LetterList): string =>
  [safe(heading), ...items.map(({ title, text }) => `- ${safe(title)}\n  ${safe(text)}`), ...(rest ? [safe(rest)] : [])].join("\n");

function asHtml({ heading, name, parts, link, why, unsubscribe, contact }: Letter): string {
  const body = [
    `<h1 style="font-size:22px;line-height:1.3;margin:0 0 16px">${html(heading)}</h1>`,
    `<p>${html(greeting(name))}</p>`,
    ...parts.map((part) => (typeof part === "string" ? `<p>${html(part)}</p>` : listHtml(part))),
    `<p><a href="${html(link.address)}" style="color:#00508c;font-weight:bold">${html(link.text)}</a></p>`,
    `<p>${QUESTION} ${html(contact)}.</p>`,
    `<p style="border-top:1px solid #d5d9de;padding-top:12px;color:#535a63;font-size:14px">${html(why)}${
      unsubscribe ? ` <a href="${html(unsubscribe)}" style="color:#00508c">${TURN_OFF}</a>` : ""
    }</p>`,
  ];
  return [
    `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${html(heading)}</title></head>`,
    '<body style="margin:0;padding:20px;background:#ffffff;color:#1a1f24;font:16px/1.5 Arial,Helvetica,sans-serif">',
    `<div style="max-width:640px">${body.join("\n")}</div>`,
    "</body></html>",
  ].join("\n");
}

const listHtml = ({ heading, items, rest }: LetterList): string =>
  [
    `<h2 style="font-size:18px;line-height:1.3;margin:24px 0 8px">${html(heading)}</h2>`,
    '<ul style="padding-left:20px;margin:0 0 16px">',
    ...items.map(({ title, text }) => `<li style="margin-bottom:10px"><strong>${html(title)}</strong><br>${html(text)}</li>`),
    "</ul>",
    ...(rest ? [`<p>${html(rest)}</p>`] : []),
  ].join("\n");

const greeting = (name: string): string => `Beste ${safe(name) || "collega"},`;

const QUESTION = "Hebt u een vraag? Mail naar";
const TURN_OFF = "Zet deze samenvattingen uit";

/** Text as it may stand between tags or in an attribute. */
const html = (text: string): string => safe(text).replace(/[&<>"']/g, (sign) => entities[sign]!);

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
