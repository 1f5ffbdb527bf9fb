import type { NormRow } from "../../../core/figures/selected/norm-rows.ts";
import type { ViewNorm } from "../../../core/relevance/view-norms.ts";
import type { View } from "../../../core/relevance/views.ts";
import { say } from "../../language.tsx";
import { joined } from "../../selection-words.ts";

/** Title of its category and codes of its competencies: "Vakmanschap · C01, C07". */
export function aboutNorm({ category, competencies, places }: ViewNorm): string {
  const { categories } = places.at(-1)!.framework;
  const title = categories.find(({ code }) => code === category)?.title ?? category;
  return [title, competencies.join(", ")].filter(Boolean).join(" · ");
}

/** Where the norm stands, when it is not in all of the view: it left the framework, or not every variant has it. "" when it is. */
export function whereNorm({ norm, withdrawn }: Pick<NormRow, "norm" | "withdrawn">, { variants }: Pick<View, "variants">): string {
  const own = variants.filter((variant) => norm.places.some(({ framework }) => framework.variant === variant));
  const { version } = norm.places.at(-1)!.framework;
  return [
    withdrawn ? say(`niet meer in het normenkader na ${version}`, `no longer in the framework after ${version}`) : "",
    own.length < variants.length ? `${say("alleen variant", "variant")} ${joined(own)}${say("", " only")}` : "",
  ]
    .filter(Boolean)
    .join(", ");
}
