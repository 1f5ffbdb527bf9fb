import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { receiptFiles } from "../core/intake/receipt-files.ts";
import type { NamedFile, PortalData } from "./data.ts";
import { icon } from "./icon.ts";
import { Deliveries } from "./pages/deliveries.tsx";
import { Executions } from "./pages/executions.tsx";
import { Overview } from "./pages/overview.tsx";
import { Failure, NotFound, WrongHost } from "./pages/problem.tsx";
import { ReceiptPage, ReceiptPending } from "./pages/receipt.tsx";
import { isFor, loopbackHosts, securityHeaders } from "./security.ts";
import { deliverySelection, executionSelection, figureSelection, receiptSelection } from "./selection.ts";
import { stylesheet } from "./stylesheet.ts";

export interface PortalOptions {
  /** Folder in which deliveries are put, as a reader would find it; `<inbox>/<body>/`. */
  readonly inbox?: string;
  /** Host names that are answered, without port. Default: this machine itself. */
  readonly hosts?: readonly string[];
  /** Told of what went wrong while a page was made. Default: the error log of the process. */
  onFault?(error: Error): void;
}

/** The portal: read-only pages, made on the server, without scripts. */
export function createPortal(data: PortalData, options: PortalOptions = {}): Hono {
  const { inbox = ".normenmonitor/inbox", hosts = loopbackHosts, onFault = console.error } = options;
  const app = new Hono();

  app.use(securityHeaders);
  app.use(async (c, next) => {
    if (!isFor(hosts, c.req.header("host"), c.req.url)) return page(c, <WrongHost />, 421);
    return next();
  });

  app.get("/", async (c) => {
    const [publication, deliveries, bodies, executions, titles] = await Promise.all([
      data.publication(),
      data.deliveries(),
      data.bodies(),
      data.executions(),
      data.frameworks?.() ?? [],
    ]);
    const [figures, signals] = publication ? await Promise.all([data.figures(), data.signals?.() ?? []]) : [[], []];
    const selection = figureSelection((name) => c.req.query(name));
    return page(c, <Overview {...{ publication, figures, signals, titles, deliveries, bodies, executions, selection, inbox }} />);
  });

  app.get("/aanleveringen", async (c) => {
    const [deliveries, bodies] = await Promise.all([data.deliveries(), data.bodies()]);
    const selection = deliverySelection((name) => c.req.query(name));
    return page(c, <Deliveries {...{ deliveries, bodies, selection, inbox }} />);
  });

  app.get("/aanleveringen/:body/:number", async (c) => {
    const { body, number } = c.req.param();
    const [receipt, bodies] = await Promise.all([data.receipt(body, number), data.bodies()]);
    const selection = receiptSelection((name) => c.req.query(name));
    if (receipt) return page(c, <ReceiptPage {...{ receipt, bodies, selection, inbox }} />);
    const record = (await data.deliveries()).find((one) => one.body === body && one.number === number);
    return record ? page(c, <ReceiptPending record={record} />) : c.notFound();
  });

  for (const kind of receiptFiles) {
    app.get(`/aanleveringen/:body/:number/${kind}`, async (c) => {
      const file = await data.receiptFile(c.req.param("body"), c.req.param("number"), kind);
      return file ? download(c, file) : c.notFound();
    });
  }

  app.get("/cijfers/:name", async (c) => {
    const name = c.req.param("name");
    const publication = await data.publication();
    const file = publication?.files.includes(name) ? await data.publishedFile(name) : undefined;
    return file ? download(c, { ...file, name }) : c.notFound();
  });

  app.get("/uitvoeringen", async (c) => {
    const selection = executionSelection((name) => c.req.query(name));
    return page(c, <Executions executions={await data.executions()} selection={selection} />);
  });

  app.get("/gezondheid", (c) => c.text("ok"));
  app.get("/stijl.css", (c) => c.body(stylesheet, 200, { "Content-Type": "text/css; charset=utf-8", ...kept }));
  app.get("/icoon.svg", (c) => c.body(icon, 200, { "Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=86400" }));

  app.notFound((c) => page(c, <NotFound />, 404));
  app.onError((error, c) => {
    onFault(error);
    return page(c, <Failure />, 500);
  });
  return app;
}

/** The address of the style sheet changes with its content. */
const kept = { "Cache-Control": "public, max-age=31536000, immutable" };

function page(c: Context, content: ReturnType<typeof Overview>, status: 200 | 404 | 421 | 500 = 200): Response | Promise<Response> {
  return c.html(html`<!doctype html>${content}`, status);
}

function download(c: Context, { name, contentType, content }: NamedFile): Response {
  return c.body(new Uint8Array(content), 200, { "Content-Type": contentType, "Content-Disposition": attachment(name) });
}

/** RFC 6266: a plain name for old programs, the real one (RFC 8187) for all others. Neither can break out of the header. */
function attachment(name: string): string {
  const plain = name.replace(/[^\w. ()-]/g, "_");
  const real = encodeURIComponent(wellFormed(name)).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${real}`;
}

/** Half a character, which has no place in an address, becomes U+FFFD. */
const wellFormed = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));
