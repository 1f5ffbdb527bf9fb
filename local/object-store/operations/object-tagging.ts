import { readText } from "../body.ts";
import { S3Error } from "../errors.ts";
import { findVersion } from "../find-version.ts";
import type { Tags, Version } from "../model.ts";
import type { Exchange, Operation } from "../operation.ts";
import { replyEmpty, replyXml } from "../reply.ts";
import { childText, readXml, type XmlNode } from "../xml.ts";

/** The limits of S3: tags of an object, characters of a key and of a value. */
const mostTags = 10;
const longestKey = 128;
const longestValue = 256;
const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

export const getTags: Operation = async (exchange) => {
  const version = versionOf(exchange);
  const tags = Object.entries(version.tags ?? {}).map(
    ([key, value]): XmlNode => [
      "Tag",
      [
        ["Key", key],
        ["Value", value],
      ],
    ],
  );
  replyXml(exchange.response, 200, ["Tagging", [["TagSet", tags]]], { "x-amz-version-id": version.versionId });
};

export const putTags: Operation = async (exchange) => {
  const tags = readTags(await readText(exchange.request));
  const version = versionOf(exchange);
  exchange.store.tag(exchange.request.bucket, version, tags);
  replyEmpty(exchange.response, 200, { "x-amz-version-id": version.versionId });
};

export const deleteTags: Operation = async (exchange) => {
  const version = versionOf(exchange);
  exchange.store.tag(exchange.request.bucket, version, {});
  replyEmpty(exchange.response, 204, { "x-amz-version-id": version.versionId });
};

const versionOf = ({ store, request }: Exchange): Version =>
  findVersion(store.bucket(request.bucket), request.key, request.query.get("versionId"));

function readTags(text: string): Tags {
  const set = readXml(text).children.find((child) => child.name === "TagSet");
  if (!set) throw new S3Error("MalformedXML", "The XML you provided has no TagSet.");
  const tags = set.children.map((tag) => [childText(tag, "Key") ?? "", childText(tag, "Value") ?? ""] as const);
  if (tags.length > mostTags) throw new S3Error("BadRequest", `Object tags cannot be greater than ${mostTags}`);
  for (const [key, value] of tags) {
    if (key === "" || key.length > longestKey || !allowed.test(key))
      throw new S3Error("InvalidTag", "The TagKey you have provided is invalid");
    if (value.length > longestValue || !allowed.test(value)) throw new S3Error("InvalidTag", "The TagValue you have provided is invalid");
  }
  const byKey = new Map(tags);
  if (byKey.size < tags.length) throw new S3Error("InvalidTag", "Cannot provide multiple Tags with the same key");
  return Object.fromEntries(byKey);
}
