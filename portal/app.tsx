import { Hono } from "hono";
import { compress } from "hono/compress";
import type { DecisionRegister } from "../core/decisions.ts";
import { noTerms, type Terms } from "../core/figures/open-data/terms.ts";
import type { PublishedReports } from "../core/figures/yearly-report/published.ts";
import type { DraftRegister } from "../core/framework-draft/types.ts";
import type { MachineRegister } from "../core/machines.ts";
import type { MailChoices, Outbox, UnsubscribeTokens } from "../core/notifications/ports.ts";
import type { PeopleKeeper } from "../core/people.ts";
import type { PeopleTrail } from "../core/people-trail.ts";
import type { ReportHistory } from "../core/report-history.ts";
import type { SessionRegister } from "../core/sessions.ts";
import type { DeliveryStore, UploadRegister } from "../core/uploads.ts";
import type { ReadToken } from "./api/tokens.ts";
import type { CatalogueKeeper, ExecutionPlace, PortalData, RedriveOutcome } from "./data.ts";
import { formGuard } from "./form-guard.tsx";
import { page } from "./page.tsx";
import { Failure, Forbidden, NotFound, WrongHost } from "./pages/problem.tsx";
import type { ReviewDesk } from "./reviews.ts";
import { type PortalEnv, type Route, register } from "./route.ts";
import { routeTable } from "./route-table.ts";
import { startRoutes } from "./routes/start.tsx";
import { type Scripts, scriptAddresses } from "./script-assets.ts";
import { isFor, loopbackHosts, securityHeaders } from "./security.ts";
import { signInCookies } from "./sign-in/cookies.ts";
import type { Issuer } from "./sign-in/issuer.ts";
import { signInAddress, signInRoutes } from "./sign-in/routes.tsx";
import { openSessions } from "./sign-in/sessions.ts";
import { anybody } from "./visit.tsx";
import { visitor } from "./visitor.ts";

/** What the portal asks of the world. `functions/portal/` answers it with the stores, tests with made-up data. */
export interface PortalServices {
  readonly data: PortalData;
  readonly sessions: SessionRegister;
  readonly issuer: Issuer;
  readonly uploads: UploadRegister;
  readonly store: DeliveryStore;
  readonly reports: ReportHistory;
  readonly machines: MachineRegister;
  readonly decisions: DecisionRegister;
  readonly reviews: ReviewDesk;
  /** Yearly reports that were made public. */
  readonly published: PublishedReports;
  readonly keeper: CatalogueKeeper;
  /** Who works with the product. Read when a page asks: no other needs the client of the user pool. */
  people(): Promise<PeopleKeeper>;
  readonly peopleTrail: PeopleTrail;
  /** Lets a failed execution go on. */
  redrive(execution: ExecutionPlace): Promise<RedriveOutcome>;
  readonly mailbox: Mailbox;
  readonly drafts: DraftRegister;
  /** Which machine a bearer token is of. */
  readonly readToken: ReadToken;
}

/** The mails of the person who asks, and whether he wants digests. */
export interface Mailbox {
  readonly mails: Pick<Outbox, "list" | "find">;
  readonly choices: MailChoices;
  readonly tokens: Pick<UnsubscribeTokens, "personOf">;
}

export interface PortalOptions {
  /** Scheme and host as people see it, e.g. `https://normen.example.org`. */
  readonly origin: string;
  /** Host names that are answered, without port: behind a content network another one than people see. Default: that of `origin`. */
  readonly hosts?: readonly string[];
  /** Origin of the issuer, to which signing out leads. */
  readonly issuerOrigin?: string;
  /** Where a machine gets its token. */
  readonly tokenAddress?: string;
  /** Origin of the store that deliveries are sent to. */
  readonly uploadOrigin?: string;
  /** Folder in which deliveries may be put, as a reader would find it; `<inbox>/<body>/`. On one machine only. */
  readonly inbox?: string;
  /** The bundled scripts of the pages; without them every page works too, save what is interactive by nature. */
  readonly scripts?: Scripts;
  /** Under which terms open data is handed out. Default: the owner of the labels has not said. */
  readonly terms?: Terms;
  /** Milliseconds since 1970. */
  now?(): number;
  /** Told of what went wrong while a page was made. Default: the error log of the process. */
  onFault?(error: Error): void;
}

export interface Portal {
  readonly app: Hono<PortalEnv>;
  /** Every page and action with the right it needs; whatever is not here does not exist. */
  readonly routes: readonly Route[];
}

/** Signs of one part of a path, as they are encoded. DynamoDB takes keys of 1024 bytes, some of which are put together of several parts. */
const LONGEST_PART = 512;

/** The portal: pages made on the server, which work without a script. */
export function createPortal(services: PortalServices, options: PortalOptions): Portal {
  const { issuer } = services;
  const { origin, inbox = "", scripts = new Map(), terms = noTerms, onFault = console.error, now = Date.now } = options;
  const secure = origin.startsWith("https:");
  const ownHost = new URL(origin).hostname;
  const hosts = options.hosts ?? [ownHost];
  const elsewhere = [options.issuerOrigin, options.uploadOrigin].filter((one) => one !== undefined);
  const cookies = signInCookies(secure);
  const sessions = openSessions(services.sessions, now);

  const routes = [
    ...startRoutes(origin, scripts),
    ...signInRoutes({ issuer, sessions, cookies, origin, onFault, now }),
    ...routeTable(services, { origin, inbox, scripts, terms, now }),
  ];

  let api: Promise<Hono> | undefined;
  const app = new Hono<PortalEnv>();
  // Here and not in the content network, which compresses only what it may keep.
  app.use(compress());
  app.use(securityHeaders({ forms: elsewhere, connections: options.uploadOrigin ? [options.uploadOrigin] : [] }, secure));
  app.use(async (c, next) => {
    c.set("visit", anybody);
    if (isFor(hosts, c.req.header("host"), c.req.url)) return next();
    // On one machine: `localhost` for 127.0.0.1. The session belongs to one name, so the reader goes there.
    if (loopbackHosts.includes(ownHost) && isFor(loopbackHosts, c.req.header("host"), c.req.url)) return c.redirect(origin, 302);
    return page(c, <WrongHost />, 421);
  });
  app.all("/api/v1/*", async (c) => {
    // Read when a system first asks: most of what comes is people.
    api ??= import("./api/app.ts").then(({ createApi }) =>
      createApi({ ...services, now }, services.readToken, { origin, tokenAddress: options.tokenAddress ?? "", onFault }),
    );
    return (await api).fetch(c.req.raw);
  });
  app.use(visitor(sessions, cookies, scriptAddresses(scripts)));
  app.use(formGuard(origin));
  // Longer than any key of the table may be: there is nothing at such an address.
  app.use(async (c, next) => {
    if (c.req.path.split("/").some((part) => part.length > LONGEST_PART)) return page(c, <NotFound />, 404);
    return next();
  });
  register(app, routes, {
    signIn: (c) => (c.req.method === "GET" ? c.redirect(signInAddress(c.get("visit").address), 302) : page(c, <Forbidden />, 401)),
    forbidden: (c) => page(c, <Forbidden />, 403),
  });
  app.notFound((c) => page(c, <NotFound />, 404));
  app.onError((error, c) => {
    onFault(error);
    return page(c, <Failure />, 500);
  });
  return { app, routes };
}
