import { BrokenInvariant } from "../faults.ts";
import type { FrameworkKey } from "../ids.ts";
import { emptyColumns } from "./build-label.ts";
import { type ByteReader, type ByteWriter, createByteReader, createByteWriter } from "./bytes.ts";
import { type AuditColumns, auditCount, type LabelScores, type LabelTables, type ShardScores, tableNames } from "./shard-scores.ts";

/** "NMSC" and the version of the layout. Another layout is another version: scores are kept with a review for years. */
const MAGIC = [0x4e, 0x4d, 0x53, 0x43];
const VERSION = 2;

/**
 * The scores as bytes: header, then per label its texts, columns and scores. The same content gives the same bytes. A column is
 * written in full before the next one; days as differences; three scores in one byte (6³ = 216 ≤ 256), so that 10 000 000 scores
 * take 3.3 MB.
 */
export function encodeScores(scores: ShardScores): Uint8Array {
  const writer = createByteWriter();
  writer.bytes(Uint8Array.from([...MAGIC, VERSION]));
  writer.uint(scores.referenceDay === null ? 0 : 1);
  writer.int(scores.referenceDay ?? 0);
  writer.text(scores.catalogueVersion);
  writer.uint(scores.labels.length);
  for (const label of scores.labels) writeLabel(writer, label);
  return writer.finish();
}

/** `decodeScores(encodeScores(x))` equals x. Throws `BrokenInvariant` for bytes that are damaged or of another version. */
export function decodeScores(bytes: Uint8Array): ShardScores {
  const reader = createByteReader(bytes);
  const header = reader.bytes(MAGIC.length + 1);
  if (MAGIC.some((byte, i) => header[i] !== byte)) throw new BrokenInvariant("these are not scores");
  if (header[MAGIC.length] !== VERSION)
    throw new BrokenInvariant(`scores of version ${header[MAGIC.length]} cannot be read: this is version ${VERSION}`);
  const hasDay = reader.uint() === 1;
  const day = reader.int();
  const catalogueVersion = reader.text();
  const labels = Array.from({ length: reader.uint() }, () => readLabel(reader));
  reader.end();
  return { referenceDay: hasDay ? day : null, catalogueVersion, labels };
}

function writeLabel(writer: ByteWriter, label: LabelScores): void {
  writer.text(label.label);
  writer.uint(label.frameworks.length);
  for (const { key, norms } of label.frameworks) {
    writer.text(key);
    writer.uint(norms);
  }
  for (const name of tableNames) writeTexts(writer, label.tables[name]);
  writer.uint(auditCount(label));
  writeColumns(writer, label.audits);
  writeDifferences(writer, label.vectorStart);
  for (const vector of label.vectors) writer.uint(vector);
  writer.uint(label.scores.length);
  writer.bytes(packed(label.scores));
  writeDifferences(writer, label.trendStart);
  for (const trend of label.trends) writer.uint(trend);
}

function readLabel(reader: ByteReader): LabelScores {
  const label = reader.text();
  const frameworks = Array.from({ length: reader.uint() }, () => ({ key: reader.text() as FrameworkKey, norms: reader.uint() }));
  const tables = Object.fromEntries(tableNames.map((name) => [name, readTexts(reader)])) as Record<keyof LabelTables, string[]>;
  const count = reader.uint();
  const audits = readColumns(reader, count);
  const vectorStart = readDifferences(reader, count + 1);
  const vectors = new Uint32Array(vectorStart[count]!);
  for (let i = 0; i < vectors.length; i++) vectors[i] = reader.uint();
  const scores = unpacked(reader, reader.uint());
  const scoreStart = new Uint32Array(count + 1);
  for (let i = 0; i < count; i++) {
    scoreStart[i + 1] = scoreStart[i]! + (vectorStart[i + 1]! - vectorStart[i]!) * frameworks[audits.framework[i]!]!.norms;
  }
  const trendStart = readDifferences(reader, count + 1);
  const trends = new Uint32Array(trendStart[count]!);
  for (let i = 0; i < trends.length; i++) trends[i] = reader.uint();
  return { label, frameworks, tables, audits, vectorStart, vectors, scoreStart, scores, trendStart, trends };
}

function writeTexts(writer: ByteWriter, texts: readonly string[]): void {
  writer.uint(texts.length);
  for (const text of texts) writer.uint(text.length);
  writer.text(texts.join(""));
}

/** All texts of a table are one text: making one of many is quicker than decoding each. Lengths are in UTF-16 units. */
function readTexts(reader: ByteReader): string[] {
  const lengths = Array.from({ length: reader.uint() }, () => reader.uint());
  const all = reader.text();
  let at = 0;
  return lengths.map((length) => {
    at += length;
    return all.slice(at - length, at);
  });
}

const numberColumns = ["reference", "body", "organisation", "framework", "kind", "form", "clientCouncilHeard", "municipality"] as const;
const fractionColumns = ["fte", "auditDays", "conversations"] as const;

function writeColumns(writer: ByteWriter, audits: AuditColumns): void {
  writeDifferences(writer, audits.day);
  for (const name of numberColumns) for (const value of audits[name]) writer.uint(value);
  for (const name of fractionColumns) writeFractions(writer, audits[name]);
}

function readColumns(reader: ByteReader, count: number): AuditColumns {
  const audits = emptyColumns(count);
  let day = 0;
  for (let i = 0; i < count; i++) audits.day[i] = day += reader.int();
  for (const name of numberColumns) for (let i = 0; i < count; i++) audits[name][i] = reader.uint();
  for (const name of fractionColumns) readFractions(reader, audits[name]);
  return audits;
}

/** Ascending numbers, as the step from the one before. */
function writeDifferences(writer: ByteWriter, values: Int32Array | Uint32Array): void {
  let before = 0;
  for (const value of values) {
    writer.int(value - before);
    before = value;
  }
}

function readDifferences(reader: ByteReader, count: number): Uint32Array {
  const values = new Uint32Array(count);
  let value = 0;
  for (let i = 0; i < count; i++) values[i] = value += reader.int();
  return values;
}

/** Few reports say them: only those are written, each after the number of silent ones before it. */
function writeFractions(writer: ByteWriter, values: Float64Array): void {
  let silent = 0;
  for (const value of values) {
    if (Number.isNaN(value)) {
      silent++;
      continue;
    }
    writer.uint(silent);
    writer.float(value);
    silent = 0;
  }
  writer.uint(silent);
}

function readFractions(reader: ByteReader, target: Float64Array): void {
  target.fill(Number.NaN);
  for (let i = reader.uint(); i < target.length; i += reader.uint() + 1) target[i] = reader.float();
}

function packed(scores: Uint8Array): Uint8Array {
  const target = new Uint8Array(Math.ceil(scores.length / 3));
  for (let i = 0, at = 0; at < target.length; i += 3, at++) target[at] = scores[i]! + 6 * (scores[i + 1] ?? 0) + 36 * (scores[i + 2] ?? 0);
  return target;
}

function unpacked(reader: ByteReader, count: number): Uint8Array {
  const source = reader.bytes(Math.ceil(count / 3));
  const scores = new Uint8Array(source.length * 3);
  for (let at = 0, i = 0; at < source.length; at++, i += 3) {
    const three = source[at]!;
    scores[i] = three % 6;
    scores[i + 1] = ((three / 6) | 0) % 6;
    scores[i + 2] = (three / 36) | 0;
  }
  return scores.slice(0, count);
}
