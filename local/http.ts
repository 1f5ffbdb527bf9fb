import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";

/** Ports that are tried after the wanted one when that is taken by another program. */
const NEXT_PORTS = 20;

/** Serves an app on the loopback address, on the wanted port or the next free one. */
export async function startHttp(app: Hono, port: number): Promise<{ readonly url: string; close(): Promise<void> }> {
  for (let attempt = 0; ; attempt++) {
    const server = createServer(getRequestListener(app.fetch));
    try {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port === 0 ? 0 : port + attempt, "127.0.0.1", resolve);
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EADDRINUSE" && attempt < NEXT_PORTS) continue;
      throw error;
    }
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    };
  }
}
