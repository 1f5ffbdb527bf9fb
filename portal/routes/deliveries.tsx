import { amsterdamDay } from "../../core/calendar.ts";
import { deliveriesOverview } from "../../core/figures/deliveries/deliveries-overview.ts";
import { dueOrganisations } from "../../core/figures/deliveries/due-organisations.ts";
import { receiptFiles } from "../../core/intake/receipt-files.ts";
import type { PortalData } from "../data.ts";
import { handOut, page } from "../page.tsx";
import { Deliveries } from "../pages/deliveries.tsx";
import { ReceiptPage, ReceiptPending } from "../pages/receipt.tsx";
import type { PageContext, Route } from "../route.ts";
import { deliverySelection, receiptSelection } from "../selection.ts";

/** What was delivered and what came of it: policy staff see all bodies, a body sees itself. */
export const deliveryRoutes = (data: PortalData, inbox: string, now: () => number): readonly Route[] => [
  {
    method: "GET",
    path: "/aanleveringen",
    right: "seeAllDeliveries",
    answer: async (c) => {
      const [deliveries, catalogue, scores, reminders] = await Promise.all([
        data.deliveries(),
        data.catalogue(),
        data.scores(),
        data.reminders(),
      ]);
      const bodies = new Map<string, string>([...catalogue.bodies.values()].map(({ code, name }) => [code, name]));
      const overview = deliveriesOverview(deliveries, catalogue, amsterdamDay(new Date(now()).toISOString()));
      const due = scores && dueOrganisations(scores);
      const selection = deliverySelection((name) => c.req.query(name));
      return page(c, <Deliveries {...{ deliveries, bodies, overview, due, reminders, selection, inbox }} />);
    },
  },
  {
    method: "GET",
    path: "/aanleveringen/:body/:number",
    right: "seeDeliveriesOf",
    answer: async (c) => {
      const { body, number } = place(c);
      const [receipt, bodies] = await Promise.all([data.receipt(body, number), data.bodies()]);
      const selection = receiptSelection((name) => c.req.query(name));
      if (receipt) return page(c, <ReceiptPage {...{ receipt, bodies, selection }} />);
      const record = (await data.deliveriesOf(body)).find((one) => one.number === number);
      return record ? page(c, <ReceiptPending record={record} />) : c.notFound();
    },
  },
  ...receiptFiles.map(
    (kind): Route => ({
      method: "GET",
      path: `/aanleveringen/:body/:number/${kind}`,
      right: "seeDeliveriesOf",
      answer: async (c) => {
        const { body, number } = place(c);
        const file = await data.receiptFile(body, number, kind);
        return file ? handOut(c, file) : c.notFound();
      },
    }),
  ),
];

const place = (c: PageContext) => ({ body: c.req.param("body") ?? "", number: c.req.param("number") ?? "" });
