import { catalogueForChecking } from "../../core/catalogue/for-checking.ts";
import { bodyCode } from "../../core/ids.ts";
import { MOST_OWN_REPORTS } from "../../core/intake/own-past.ts";
import type { ReportHistory } from "../../core/report-history.ts";
import type { DeliveryStore, UploadRegister } from "../../core/uploads.ts";
import type { PortalData } from "../data.ts";
import { follow } from "../delivering/follow.ts";
import { senderOf } from "../delivering/sender.ts";
import { grantUpload, type Intent, type UploadType, underWayAddress, uploadTypes } from "../delivering/upload.ts";
import { page } from "../page.tsx";
import { ChooseFile } from "../pages/deliver/choose-file.tsx";
import { UnderWay } from "../pages/deliver/under-way.tsx";
import { Deliver } from "../pages/deliver.tsx";
import type { PageContext, Route } from "../route.ts";

interface DeliveringServices {
  readonly data: PortalData;
  readonly uploads: UploadRegister;
  readonly store: DeliveryStore;
  readonly reports: ReportHistory;
}

/** How a certifying body delivers: choose a file, have it checked, send it, follow it. */
export const deliveringRoutes = (
  { data, uploads, store, reports }: DeliveringServices,
  origin: string,
  now: () => number,
): readonly Route[] => [
  {
    method: "GET",
    path: "/aanleveren",
    right: "deliver",
    answer: async (c) => {
      const user = bodyUser(c);
      const correcting = reportIn(c.req.query("label"), c.req.query("kenmerk"));
      return page(c, <Deliver {...{ bodyName: (await data.bodies()).get(user.body) ?? user.body, correcting }} />);
    },
  },
  {
    method: "GET",
    path: "/aanleveren/normenkader.json",
    right: "deliver",
    answer: async (c) => c.json(catalogueForChecking(await data.catalogue(), bodyUser(c).body)),
  },
  {
    // What the body delivered before, for the check in its browser; null: too much to send along.
    method: "GET",
    path: "/aanleveren/eerder.json",
    right: "deliver",
    answer: async (c) => {
      const own = await reports.ownReports(bodyCode(bodyUser(c).body));
      return c.json(own.length > MOST_OWN_REPORTS ? null : own);
    },
  },
  {
    // Leave to send one file: as data for the script, or as the page with which a browser without one sends it.
    method: "POST",
    path: "/aanleveren/toegang",
    right: "deliver",
    answer: async (c) => {
      const form = await c.req.parseBody();
      const byScript = c.req.header("Accept") === "application/json";
      const ports = { uploads, store, returnTo: byScript ? undefined : origin };
      const { upload, grant } = await grantUpload(ports, senderOf(bodyUser(c), now()), intentIn(form), typeIn(form["soort"]));
      return byScript ? c.json({ ...grant, follow: underWayAddress(upload) }) : page(c, <ChooseFile grant={grant} />);
    },
  },
  {
    method: "GET",
    path: "/aanleveringen/:body/onderweg/:upload",
    right: "seeDeliveriesOf",
    answer: async (c) => {
      const followed = await followIn(c, data);
      if (followed.receipt) return c.redirect(followed.receipt, 302);
      return page(c, <UnderWay followed={followed} address={new URL(c.req.url).pathname} />);
    },
  },
  {
    method: "GET",
    path: "/aanleveringen/:body/onderweg/:upload/stand",
    right: "seeDeliveriesOf",
    answer: async (c) => c.json(await followIn(c, data)),
  },
];

const followIn = async (c: PageContext, data: PortalData) =>
  follow(await data.deliveriesOf(c.req.param("body") ?? ""), c.req.param("upload") ?? "");

/** The route asks for the right to deliver, which staff of a body alone has. */
function bodyUser(c: PageContext) {
  const { user } = c.get("visit");
  if (user?.role !== "body") throw new Error("only staff of a certifying body delivers");
  return user;
}

function reportIn(label: string | undefined, reference: string | undefined) {
  return label && reference ? { label, reference } : undefined;
}

function intentIn(form: Readonly<Record<string, string | File | (string | File)[]>>): Intent {
  const reason = form["reden"];
  return typeof reason === "string" && reason.trim() !== "" ? { purpose: "correct", reason } : { purpose: "deliver" };
}

const typeIn = (text: unknown): UploadType =>
  typeof text === "string" && Object.hasOwn(uploadTypes, text) ? (text as UploadType) : "unknown";
