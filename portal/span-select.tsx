import type { Span } from "../core/figures/tables/periods.ts";
import { say } from "./language.tsx";

/** The choice between figures by year and by half-year, as the field `per` of a filter. */
export function SpanSelect({ span }: { readonly span: Span }) {
  return (
    <p>
      <label for="per">{say("Per", "By")}</label>
      <select id="per" name="per">
        <option value="jaar" selected={span === "jaar"}>
          {say("jaar", "year")}
        </option>
        <option value="halfjaar" selected={span === "halfjaar"}>
          {say("halfjaar", "half-year")}
        </option>
      </select>
    </p>
  );
}
