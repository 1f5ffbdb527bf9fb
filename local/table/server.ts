import { mkdir } from "node:fs/promises";
import type { IncomingMessage, RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import dynalite from "dynalite";

export interface TableOptions {
  /** Folder of the LevelDB database; made when it is not there. One process at a time. */
  readonly folder: string;
  /** 0 or left out: any free one. */
  readonly port?: number;
}

/**
 * Starts a DynamoDB endpoint on the loopback address, kept in a folder: for the AWS SDK with `AWS_ENDPOINT_URL_DYNAMODB` set to `url`.
 * A write that was answered survives the death of the process at any moment: LevelDB hands every write to the operating system
 * before it answers. No transactions, TTL, streams or PartiQL: dynalite answers them with UnknownOperationException.
 */
export async function startTable({ folder, port = 0 }: TableOptions): Promise<{ url: string; close(): Promise<void> }> {
  await mkdir(folder, { recursive: true });
  // 1, not 0: dynalite takes the time for a delay and 0 still waits for a timer.
  const server = dynalite({ path: folder, createTableMs: 1, deleteTableMs: 1, updateTableMs: 1 });
  surviveBrokenRequests(server);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  server.keepAliveTimeout = 60_000;
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * dynalite throws the error of a request whose client went away, out of an event listener: that would take the whole process
 * down. Its listener for errors is replaced by one that lets the request go.
 */
function surviveBrokenRequests(server: Server): void {
  const [handle] = server.listeners("request") as RequestListener[];
  if (!handle) throw new Error("dynalite has no request listener: another version?");
  server.removeAllListeners("request");
  server.on("request", (request, response) => {
    const on = request.on.bind(request);
    const guarded = (event: string, listener: (...values: unknown[]) => void): IncomingMessage =>
      on(event, event === "error" ? () => request.destroy() : listener);
    handle(Object.assign(request, { on: guarded }), response);
  });
}
