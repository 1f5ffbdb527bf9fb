import type { ServerResponse } from "node:http";
import { writeXml, type XmlNode } from "./xml.ts";

/** What an operation gets to do its work with. */
export type Headers = Readonly<Record<string, string>>;

export function replyEmpty(response: ServerResponse, status: number, headers: Headers = {}): void {
  response.writeHead(status, status === 204 || status === 304 ? headers : { "content-length": "0", ...headers }).end();
}

export function replyXml(response: ServerResponse, status: number, document: XmlNode, headers: Headers = {}): void {
  const body = Buffer.from(writeXml(document));
  response.writeHead(status, { "content-type": "application/xml", "content-length": String(body.length), ...headers }).end(body);
}
