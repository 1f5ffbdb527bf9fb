import type { Child } from "hono/jsx";
import { BarDefinitions } from "./charts/stacked-bar.tsx";
import type { Publication } from "./data.ts";
import { day, moment } from "./format.ts";
import { stylesheetAddress } from "./stylesheet.ts";

const sections = [
  { href: "/", text: "Overzicht" },
  { href: "/aanleveringen", text: "Aanleveringen" },
  { href: "/uitvoeringen", text: "Uitvoeringen" },
] as const;

interface LayoutProps {
  /** Of the page, before the name of the product in the title bar. */
  readonly title: string;
  /** Path of the section that the page belongs to. */
  readonly section?: (typeof sections)[number]["href"];
  readonly publication?: Publication;
  readonly children: Child;
}

/** The frame of every page: skip link, navigation, the page itself, what the figures rest on. */
export function Layout({ title, section, publication, children }: LayoutProps) {
  return (
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <title>{`${title} – Normenmonitor`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={stylesheetAddress} />
        <link rel="icon" href="/icoon.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#inhoud">
          Naar de inhoud
        </a>
        <header class="top">
          <div class="width">
            <p class="brand">Normenmonitor</p>
            <nav aria-label="Hoofdmenu">
              <ul>
                {sections.map(({ href, text }) => (
                  <li>
                    <a href={href} aria-current={href === section ? "page" : undefined}>
                      {text}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </div>
        </header>
        <main id="inhoud" class="width" tabindex={-1}>
          <BarDefinitions />
          {children}
        </main>
        <footer class="width">
          {publication && (
            <p>
              Cijfers per peildatum {day(publication.referenceDate)}, berekend op {moment(publication.publishedAt)}. Normenkader{" "}
              <code title={publication.catalogueVersion}>{publication.catalogueVersion.slice(0, 12)}</code>, berekening{" "}
              <code>{publication.run}</code>.
            </p>
          )}
          <p>Een signaal is een reden voor een gesprek, nooit een oordeel.</p>
        </footer>
      </body>
    </html>
  );
}
