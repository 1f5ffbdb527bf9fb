import type { Child } from "hono/jsx";

/** A part of the report with its heading. */
export function Section({ id, title, children }: { readonly id: string; readonly title: string; readonly children: Child }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
