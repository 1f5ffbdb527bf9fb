import { expect, test } from "vitest";
import { rules } from "../../core/intake/checks/index.ts";
import { deliverySpecification } from "../../core/specification/specification.ts";
import { Speaking } from "../../portal/language.tsx";
import { SpecificationContent } from "../../portal/pages/specification.tsx";

const specification = deliverySpecification();
const page = async (language: "nl" | "en"): Promise<string> =>
  String(
    await (
      <Speaking language={language}>
        <SpecificationContent specification={specification} />
      </Speaking>
    ),
  );

test("the page of the specification has every rule under its own address, and every column with its example", async () => {
  const html = await page("nl");
  for (const { code } of rules) expect(html.split(`id="${code}"`), code).toHaveLength(2);
  for (const { name, example } of specification.columns.long) {
    expect(html).toContain(`<code>${name}</code>`);
    expect(html).toContain(`<code>${example}</code>`);
  }
  expect(html).not.toContain("`");
});

test("the page of the specification speaks one language at a time", async () => {
  const [nl, en] = [await page("nl"), await page("en")];
  for (const { message, code } of specification.chapters.flatMap(({ rules: own }) =>
    own.map((rule) => ({ ...rule.example, code: rule.code })),
  )) {
    expect(en, code).not.toContain(escaped(message.nl));
    expect(nl, code).toContain(escaped(message.nl));
    expect(en, code).toContain(escaped(message.en));
  }
});

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("'", "&#39;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
