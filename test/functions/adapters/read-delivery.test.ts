import { afterEach, describe, expect, test, vi } from "vitest";
import { BrokenInvariant } from "../../../core/faults.ts";
import { readDelivery } from "../../../functions/adapters/read-delivery.ts";
import { bytesOf, createRecorder } from "../../core/intake/reading/recorder.ts";
import { archive, oleContainer, packedMegabytes, textCell, workbookParts } from "../../core/intake/reading/xlsx/archive.ts";

/** A source that arrives in pieces, and knows how far it was read and whether it was closed. */
function source(bytes: Uint8Array, piece = 64 * 1024) {
  const state = { read: 0, closed: false };
  async function* pieces() {
    try {
      for (let at = 0; at < bytes.length; at += piece) {
        state.read = Math.min(at + piece, bytes.length);
        yield bytes.subarray(at, at + piece);
      }
    } finally {
      state.closed = true;
    }
  }
  return { state, [Symbol.asyncIterator]: pieces };
}

async function read(bytes: Uint8Array, limits: Parameters<typeof readDelivery>[2] = {}, piece?: number) {
  const recorder = createRecorder();
  const format = await readDelivery(source(bytes, piece), recorder, limits);
  return { ...recorder, format };
}

const rows = (count: number) =>
  Array.from(
    { length: count },
    (_, k) => `<row r="${k + 1}">${textCell(`A${k + 1}`, `rapport ${k}`)}${textCell(`B${k + 1}`, "voldoet")}</row>`,
  ).join("");
const workbook = (count: number) => archive(workbookParts([{ name: "Scores", xml: rows(count) }]));

afterEach(() => vi.unstubAllEnvs());

describe("what a file is, its bytes say", () => {
  test("a CSV file, in pieces of one byte", async () => {
    const result = await read(bytesOf("norm;score\nV01;één\n"), {}, 1);
    expect(result.format).toEqual({ format: "csv", encoding: "utf-8", delimiter: ";" });
    expect(result.rows.at(-1)).toEqual({ row: 2, cells: ["V01", "één"] });
  });

  test("a workbook, in pieces of a hundred bytes, with all of its rows in order", async () => {
    const result = await read(workbook(10_000), {}, 100);
    expect(result.format).toEqual({ format: "xlsx", encoding: null, delimiter: null });
    expect(result.sheets).toEqual(["Scores"]);
    expect(result.rows.map(({ row }) => row)).toEqual(Array.from({ length: 10_000 }, (_, k) => k + 1));
    expect(result.rows[9_999]).toEqual({ row: 10_000, cells: ["rapport 9999", "voldoet"], kinds: ["text", "text"] });
    expect(result.problems).toEqual([]);
  });

  test("an encrypted workbook and an old one", async () => {
    expect((await read(oleContainer(["EncryptionInfo", "EncryptedPackage"]))).problems).toMatchObject([{ code: "WORKBOOK_ENCRYPTED" }]);
    expect((await read(oleContainer(["Workbook"]))).problems).toMatchObject([{ code: "WORKBOOK_OLD_FORMAT" }]);
  });

  test("nothing at all", async () => {
    expect((await read(new Uint8Array(0))).problems).toMatchObject([{ code: "FILE_EMPTY", fatal: true }]);
  });
});

describe("the source", () => {
  test("is not read on after a fatal problem, and is closed", async () => {
    const file = source(bytesOf("a;b\n\0;2\n", new Uint8Array(10_000_000).fill(0x20)));
    await readDelivery(file, createRecorder());
    expect(file.state.closed).toBe(true);
    expect(file.state.read).toBeLessThan(200_000);
  });

  test("is not read on when a workbook is too large", async () => {
    const file = source(bytesOf(workbook(10), new Uint8Array(1_000_000)));
    const recorder = createRecorder();
    await readDelivery(file, recorder, { workbookBytes: 100_000 });
    expect(recorder.problems).toEqual([{ code: "WORKBOOK_TOO_LARGE", params: { limit: 100_000, what: "bytes" }, fatal: true }]);
    expect(file.state.read).toBeLessThan(200_000);
  });

  test("that fails makes the reading fail: it is no mistake of the sender", async () => {
    const failing = {
      async *[Symbol.asyncIterator]() {
        yield bytesOf("a;b\n");
        throw new Error("the store does not answer");
      },
    };
    await expect(readDelivery(failing, createRecorder())).rejects.toThrow("the store does not answer");
  });
});

describe("the worker that reads workbooks", () => {
  test("reads the next one within 400 ms when it has read one before: 5 000 rows", async () => {
    const file = workbook(5_000);
    await read(file);
    // Of CPU, and the best of three: other tests run beside this one.
    const times: number[] = [];
    for (let k = 0; k < 3; k++) {
      const begin = process.cpuUsage();
      await read(file);
      const { user, system } = process.cpuUsage(begin);
      times.push((user + system) / 1000);
    }
    expect(Math.min(...times)).toBeLessThan(400);
  });

  test("reads several at once asked one after another, each completely", async () => {
    const results = await Promise.all([read(workbook(3_000)), read(workbook(20)), read(workbook(1_000))]);
    expect(results.map((result) => result.rows.length)).toEqual([3_000, 20, 1_000]);
  });

  test("that takes too long is stopped, and the file is refused; the next file is read", async () => {
    const result = await read(workbook(50_000), { workbookSeconds: 0.05 });
    expect(result.problems).toEqual([{ code: "WORKBOOK_TIMEOUT", params: { seconds: 0.05 }, fatal: true }]);
    expect((await read(workbook(3))).rows).toHaveLength(3);
  });

  test("that runs out of memory dies alone, and the file is refused; the next file is read", async () => {
    const sharedStrings = Array.from({ length: 400_000 }, (_, k) => `<si><t>${k}</t></si>`).join("");
    const file = archive(workbookParts([{ name: "Blad1", xml: "" }], { sharedStrings }));
    const result = await read(file, { workerMegabytes: 12 });
    expect(result.problems).toEqual([{ code: "WORKBOOK_OUT_OF_MEMORY", params: {}, fatal: true }]);
    expect((await read(workbook(3))).rows).toHaveLength(3);
  });

  test("does not go on when the check fails, and says why", async () => {
    const recorder = {
      ...createRecorder(),
      row: () => {
        throw new TypeError("the check failed");
      },
    };
    await expect(readDelivery(source(workbook(10)), recorder)).rejects.toThrow("the check failed");
    expect((await read(workbook(3))).rows).toHaveLength(3);
  });

  test("that cannot be started is a fault of ours, not of the sender", async () => {
    vi.stubEnv("WORKBOOK_WORKER", "/does/not/exist.mjs");
    const limits = { workerMegabytes: 100 };
    await expect(read(workbook(3), limits)).rejects.toBeInstanceOf(BrokenInvariant);
  });

  test("passes on what is wrong with a workbook", async () => {
    const bomb = packedMegabytes("<worksheet>", " ", 20, "</worksheet>");
    const file = archive(workbookParts([{ name: "Blad1", xml: "", lies: { ...bomb, crc: 0 } }]));
    expect((await read(file)).problems).toMatchObject([{ code: "WORKBOOK_BOMB", fatal: true }]);
  });
});
