import type { ViewNorm } from "../core/relevance/view-norms.ts";
import { say } from "./language.tsx";
import { normPage } from "./norm-links.ts";

interface NormLinkProps {
  readonly norm: Pick<ViewNorm, "code" | "title">;
  /** Of `normAddress`. */
  readonly address: string;
  readonly withdrawn?: boolean;
}

/** Code and title of a norm, with the way to its page. */
export function NormLink({ norm, address, withdrawn = false }: NormLinkProps) {
  return (
    <>
      <a href={normPage(address)}>
        <b>{norm.code}</b> {norm.title}
      </a>
      {withdrawn && <small>{say("niet meer van kracht", "no longer in force")}</small>}
    </>
  );
}
