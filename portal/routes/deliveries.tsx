import { receiptFiles } from "../../core/intake/receipt-files.ts";
import type { PortalData } from "../data.ts";
import { download, page } from "../page.tsx";
import { Deliveries } from "../pages/deliveries.tsx";
import { ReceiptPage, ReceiptPending } from "../pages/receipt.tsx";
import type { PageContext, Route } from "../route.ts";
import { deliverySelection, receiptSelection } from "../selection.ts";

/** What was delivered and what came of it: policy staff see all bodies, a body sees itself. */
export const deliveryRoutes = (data: PortalData, inbox: string): readonly Route[] => [
  {
    method: "GET",
    path: "/aanleveringen",
    right: "seeAllDeliveries",
    answer: async (c) => {
      const [deliveries, bodies] = await Promise.all([data.deliveries(), data.bodies()]);
      const selection = deliverySelection((name) => c.req.query(name));
      return page(c, <Deliveries {...{ deliveries, bodies, selection, inbox }} />);
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
      if (receipt) return page(c, <ReceiptPage {...{ receipt, bodies, selection, inbox }} />);
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
        return file ? download(c, file) : c.notFound();
      },
    }),
  ),
];

const place = (c: PageContext) => ({ body: c.req.param("body") ?? "", number: c.req.param("number") ?? "" });
