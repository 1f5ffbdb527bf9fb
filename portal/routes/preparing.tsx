import type { BodyCode } from "../../core/ids.ts";
import type { TemplateChoice } from "../../core/template/delivery-template.ts";
import type { PortalData } from "../data.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { download, page } from "../page.tsx";
import { NotFound } from "../pages/problem.tsx";
import { TEMPLATE_FILE, TemplatePage } from "../pages/template.tsx";
import type { PageContext, Route } from "../route.ts";
import type { Scripts } from "../script-assets.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * What helps to make a good delivery: the specification, the template, and a check that needs no network. What makes them is read when they are asked:
 * all rules with their words, and the writer of workbooks, which no other page needs.
 */
export const preparingRoutes = (data: Pick<PortalData, "catalogue">, scripts: Scripts): readonly Route[] => [
  {
    method: "GET",
    path: "/specificatie",
    right: "enter",
    answer: async (c) => {
      const { deliverySpecification } = await import("../../core/specification/specification.ts");
      const { SpecificationContent } = await import("../pages/specification.tsx");
      return page(
        c,
        <InLayout>
          <SpecificationContent specification={deliverySpecification()} />
        </InLayout>,
      );
    },
  },
  {
    method: "GET",
    path: "/sjabloon",
    right: "beSignedIn",
    answer: async (c) => {
      const { frameworks, bodies } = await data.catalogue();
      return page(c, <TemplatePage frameworks={frameworks} bodyName={bodies.get(bodyOf(c) ?? "")?.name} />);
    },
  },
  {
    method: "GET",
    path: TEMPLATE_FILE,
    right: "beSignedIn",
    answer: async (c) => {
      const { deliveryTemplate, templateFileName } = await import("../../core/template/delivery-template.ts");
      const choice = choiceIn(c);
      const content = deliveryTemplate(await data.catalogue(), choice);
      return content ? download(c, { name: templateFileName(choice), contentType: XLSX, content }) : page(c, <NotFound />, 404);
    },
  },
  {
    // To be kept, never shown here: a page of its own, whose policy allows what this one's does not.
    method: "GET",
    path: "/controle.html",
    right: "beSignedIn",
    answer: async (c) => {
      if (!scripts.has("offline-check.js")) return page(c, <NotFound />, 404);
      const { offlineCheck } = await import("../offline-check.tsx");
      const text = offlineCheck(await data.catalogue(), scripts, bodyOf(c));
      return download(c, { name: "controle.html", contentType: "text/html; charset=utf-8", content: new TextEncoder().encode(text) });
    },
  },
];

function InLayout({ children }: { readonly children: Parameters<typeof Layout>[0]["children"] }) {
  return <Layout title={say("Specificatie", "Specification")}>{children}</Layout>;
}

/** `?kader=KSW/basis/2019&indeling=breed` */
function choiceIn(c: PageContext): TemplateChoice {
  const [label = "", variant = "", version = ""] = (c.req.query("kader") ?? "").split("/");
  return { label, variant, version, layout: c.req.query("indeling") === "breed" ? "wide" : "long", body: bodyOf(c) };
}

function bodyOf(c: PageContext): BodyCode | undefined {
  const { user } = c.get("visit");
  return user?.role === "body" ? user.body : undefined;
}
