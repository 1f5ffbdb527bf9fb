import type { BodyCode } from "../../core/ids.ts";
import type { ReportHistory, ReportRecord } from "../../core/report-history.ts";
import { type DeliveryStore, sentAs, type UploadRegister } from "../../core/uploads.ts";
import type { PortalData } from "../data.ts";
import { senderOf } from "../delivering/sender.ts";
import { underWayAddress, withdrawReport } from "../delivering/upload.ts";
import { page } from "../page.tsx";
import { MyDeliveries } from "../pages/my-deliveries.tsx";
import { NotFound } from "../pages/problem.tsx";
import { type HistoryLine, ReportPage } from "../pages/report.tsx";
import type { PageContext, Route } from "../route.ts";
import { myDeliverySelection } from "../selection.ts";

interface ReportServices {
  readonly data: PortalData;
  readonly uploads: UploadRegister;
  readonly store: DeliveryStore;
  readonly reports: ReportHistory;
}

/** What a body delivered, and what happened to each of its reports. */
export function reportRoutes({ data, uploads, store, reports }: ReportServices, now: () => number): readonly Route[] {
  /** Each line of the history with the person and the reason, where the portal was the way. */
  const linesOf = async ({ body, history }: ReportRecord): Promise<readonly HistoryLine[]> => {
    const records = new Map((await data.deliveriesOf(body)).map((record) => [record.number, record]));
    return Promise.all(
      history.map(async (line) => {
        const { upload, name } = sentAs(records.get(line.delivery)?.file ?? "");
        return { ...line, file: name, upload: upload === undefined ? undefined : await uploads.find(body, upload) };
      }),
    );
  };

  const show = async (c: PageContext, problem?: "reasonMissing") => {
    const { body, label, reference } = place(c);
    const report = await reports.find(body, label, reference);
    if (!report) return page(c, <NotFound />, 404);
    const [lines, catalogue] = await Promise.all([linesOf(report), data.catalogue()]);
    const organisation = catalogue.organisationById.get(report.organisation)?.name;
    return page(c, <ReportPage {...{ report, lines, organisation, problem }} />, problem ? 400 : 200);
  };

  return [
    {
      method: "GET",
      path: "/mijn-aanleveringen",
      right: "deliver",
      answer: async (c) => {
        const { user } = c.get("visit");
        if (user?.role !== "body") return c.notFound();
        const [deliveries, own] = await Promise.all([data.deliveriesOf(user.body), reports.ofBody(user.body)]);
        return page(c, <MyDeliveries {...{ deliveries, reports: own, selection: myDeliverySelection((name) => c.req.query(name)) }} />);
      },
    },
    { method: "GET", path: "/rapporten/:body/:label/:reference", right: "seeDeliveriesOf", answer: (c) => show(c) },
    {
      method: "POST",
      path: "/rapporten/:body/:label/:reference/intrekken",
      right: "deliver",
      answer: async (c) => {
        const { user } = c.get("visit");
        const { body, label, reference } = place(c);
        const sent = (await c.req.parseBody())["reden"];
        const reason = typeof sent === "string" ? sent.trim() : "";
        const report = await reports.find(body, label, reference);
        if (!report || user?.role !== "body") return page(c, <NotFound />, 404);
        if (reason === "") return show(c, "reasonMissing");
        const upload = await withdrawReport({ uploads, store }, senderOf(user, now()), report, reason);
        return c.redirect(underWayAddress(upload), 303);
      },
    },
  ];
}

const place = (c: PageContext) => ({
  body: (c.req.param("body") ?? "") as BodyCode,
  label: c.req.param("label") ?? "",
  reference: c.req.param("reference") ?? "",
});
