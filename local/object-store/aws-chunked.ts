import { S3Error } from "./errors.ts";

/** Undoes `Content-Encoding: aws-chunked`, in which the SDKs send streams whose checksum follows as a trailer. */
export interface ChunkedDecoder {
  /** Takes bytes of the wire, gives bytes of the object. Throws IncompleteBody. */
  push(wire: Buffer): Buffer[];
  /** To be called at the end of the body. Throws IncompleteBody when the last chunk or the declared length is missing. */
  end(): void;
  /** Names in lower case; complete after `end`. */
  readonly trailers: ReadonlyMap<string, string>;
}

type Expecting = "size" | "data" | "dataEnd" | "trailer" | "nothing";

/** Longest line of sizes or trailers that is taken: a chunk signature has 64 characters, a checksum at most 88. */
const longestLine = 1024;

/**
 * `hex-size[;chunk-signature=…] CRLF bytes CRLF … 0 CRLF [name:value CRLF]… CRLF`. Chunk signatures are not checked: the
 * checksum that travels along guards the content, and the request itself is signed.
 *
 * @param decodedLength the header `x-amz-decoded-content-length`
 */
export function createChunkedDecoder(decodedLength: number | undefined): ChunkedDecoder {
  const trailers = new Map<string, string>();
  let expecting: Expecting = "size";
  let line = "";
  let left = 0;
  let total = 0;

  const endOfLine = (): void => {
    const text = line;
    line = "";
    if (expecting === "dataEnd") {
      if (text !== "") throw incomplete("A chunk is longer than its size.");
      expecting = "size";
    } else if (expecting === "size") {
      const size = /^([0-9a-fA-F]{1,12})(;.*)?$/.exec(text)?.[1];
      if (size === undefined) throw incomplete("A chunk does not start with its size.");
      left = Number.parseInt(size, 16);
      expecting = left === 0 ? "trailer" : "data";
    } else if (text === "") {
      expecting = "nothing";
    } else {
      const colon = text.indexOf(":");
      if (colon > 0) trailers.set(text.slice(0, colon).trim().toLowerCase(), text.slice(colon + 1).trim());
    }
  };

  return {
    trailers,
    push(wire) {
      const pieces: Buffer[] = [];
      let at = 0;
      while (at < wire.length && expecting !== "nothing") {
        if (expecting === "data") {
          const piece = wire.subarray(at, at + left);
          pieces.push(piece);
          at += piece.length;
          left -= piece.length;
          total += piece.length;
          if (left === 0) expecting = "dataEnd";
          continue;
        }
        const newline = wire.indexOf(10, at);
        const stop = newline === -1 ? wire.length : newline;
        line += wire.toString("latin1", at, stop);
        if (line.length > longestLine) throw incomplete("A line between chunks is too long.");
        at = stop + 1;
        if (newline === -1) break;
        line = line.replace(/\r$/, "");
        endOfLine();
      }
      return pieces;
    },
    end() {
      // Some clients leave out the empty line after the trailers.
      if (expecting === "trailer" && line !== "") endOfLine();
      if (expecting !== "nothing" && expecting !== "trailer") throw incomplete("The body ends within a chunk.");
      if (decodedLength !== undefined && decodedLength !== total) {
        throw incomplete(`You announced ${decodedLength} bytes and sent ${total}.`);
      }
    },
  };
}

function incomplete(message: string): S3Error {
  return new S3Error("IncompleteBody", message);
}
