import { say } from "./language.tsx";
import { Layout, type SectionHref } from "./layout.tsx";

/** A page of figures before anything is published: what is missing, and what to do. */
export function NoFigures({ title, section }: { readonly title: string; readonly section: SectionHref }) {
  return (
    <Layout title={title} section={section}>
      <h1>{title}</h1>
      <section class="notice" aria-labelledby="nog-niets">
        <h2 id="nog-niets">{say("Er zijn nog geen cijfers", "There are no figures yet")}</h2>
        <p>
          {say(
            "De cijfers komen er zodra een certificerende instelling een toetsingsrapport heeft aangeleverd en het is aangenomen. Ververs deze pagina daarna.",
            "The figures come as soon as a certifying body has delivered a test report and it was accepted. Refresh this page then.",
          )}
        </p>
      </section>
    </Layout>
  );
}
