import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";

/** Answers a request: the `fetch` of a Hono app. */
type Answer = (request: Request) => Response | Promise<Response>;

/** Ports that are tried after the wanted one when that is taken by another program. */
const NEXT_PORTS = 20;

/** Serves an app on the loopback address, on the wanted port or the next free one. The app is made when its own address is known. */
export async function startHttp(
  open: (url: string) => Answer | Promise<Answer>,
  port: number,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  for (let attempt = 0; ; attempt++) {
    let answer: Answer = () => new Response("even geduld", { status: 503 });
    const server = createServer(getRequestListener((request) => answer(request)));
    try {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port === 0 ? 0 : port + attempt, "127.0.0.1", resolve);
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EADDRINUSE" && attempt < NEXT_PORTS) continue;
      throw error;
    }
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    answer = await open(url);
    return {
      url,
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    };
  }
}
