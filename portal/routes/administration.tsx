import { bodyCode } from "../../core/ids.ts";
import type { MachineRegister } from "../../core/machines.ts";
import type { PortalData } from "../data.ts";
import { page } from "../page.tsx";
import { Administration, type MachineProblem } from "../pages/administration.tsx";
import type { PageContext, Route } from "../route.ts";

interface AdministrationServices {
  readonly data: PortalData;
  readonly machines: MachineRegister;
}

/** Ids that an issuer gives: letters, digits and a few signs. */
const CLIENT_ID = /^[\w.:-]{1,128}$/;
const MAX_NAME = 80;

/** What an administrator looks after. */
export function administrationRoutes({ data, machines }: AdministrationServices): readonly Route[] {
  const show = async (c: PageContext, problem?: MachineProblem) => {
    const [catalogue, known] = await Promise.all([data.catalogue(), machines.list()]);
    return page(c, <Administration {...{ catalogue, machines: known, problem }} />, problem ? 400 : 200);
  };
  return [
    { method: "GET", path: "/beheer", right: "administer", answer: (c) => show(c) },
    {
      method: "POST",
      path: "/beheer/systemen",
      right: "administer",
      answer: async (c) => {
        const form = await c.req.parseBody();
        const clientId = String(form["kenmerk"] ?? "").trim();
        const body = String(form["instelling"] ?? "");
        if (!CLIENT_ID.test(clientId)) return show(c, "idMissing");
        if (!(await data.catalogue()).bodies.has(bodyCode(body))) return show(c, "bodyUnknown");
        const name =
          String(form["naam"] ?? "")
            .trim()
            .slice(0, MAX_NAME) || clientId;
        await machines.put({ clientId, body: bodyCode(body), name });
        return c.redirect("/beheer", 303);
      },
    },
    {
      method: "POST",
      path: "/beheer/systemen/verwijderen",
      right: "administer",
      answer: async (c) => {
        await machines.remove(String((await c.req.parseBody())["kenmerk"] ?? ""));
        return c.redirect("/beheer", 303);
      },
    },
  ];
}
