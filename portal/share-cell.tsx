import type { Share } from "../core/figures/share.ts";
import { number, percent } from "./format.ts";
import { say } from "./language.tsx";

/** A share with its n and its 95% interval, in a cell of a table. */
export function ShareCell({ share, interval, n }: Share & { readonly n: number }) {
  if (share === null) return <span class="quiet">{say("niet beoordeeld", "not assessed")}</span>;
  return (
    <>
      {percent(share)}
      <small>n = {number(n)}</small>
      {interval && (
        <small>
          {percent(interval.lower)} {say("tot", "to")} {percent(interval.upper)}
        </small>
      )}
    </>
  );
}
