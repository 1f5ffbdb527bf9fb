import type { PublishedSignal } from "../../data.ts";
import type { FrameworkFigures } from "../../figures-by-framework.ts";
import { normPageAt } from "../../norm-links.ts";

/** The norm of a signal, with a link to its page. */
export function NormName({ signal, frameworks }: { readonly signal: PublishedSignal; readonly frameworks: readonly FrameworkFigures[] }) {
  const place = signal.evidence.restsOn?.norms.at(-1);
  const framework = frameworks.find(({ key }) => key === place?.framework);
  const row = framework?.rows.find(({ norm }) => norm === place?.norm);
  if (!framework || !row) return <b>{signal.norm}</b>;
  return (
    <a href={normPageAt({ framework: framework.key, norm: row.norm })}>
      <b>{signal.norm}</b> {row.titel}
    </a>
  );
}
