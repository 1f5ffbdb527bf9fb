import type { Child } from "hono/jsx";
import { may, type Right } from "../core/access.ts";
import { BarDefinitions } from "./charts/stacked-bar.tsx";
import type { Publication } from "./data.ts";
import { day, moment } from "./format.ts";
import { say, useLanguage } from "./language.tsx";
import { SIGN_IN } from "./sign-in/routes.tsx";
import { stylesheetAddress } from "./stylesheet.ts";
import { FormToken, useVisit } from "./visit.tsx";

interface Section {
  readonly href: string;
  readonly right: Right;
  readonly nl: string;
  readonly en: string;
}

/** The main menu: a person sees what he or she may open. */
const sections = [
  { href: "/overzicht", right: "seeFigures", nl: "Overzicht", en: "Overview" },
  { href: "/normen", right: "seeFigures", nl: "Normen", en: "Norms" },
  { href: "/relevantietoets", right: "seeFigures", nl: "Relevantietoets", en: "Relevance review" },
  { href: "/normenkaders", right: "seeDrafts", nl: "Normenkaders", en: "Frameworks" },
  { href: "/vergelijken", right: "seeFigures", nl: "Vergelijken", en: "Compare" },
  { href: "/competenties", right: "seeFigures", nl: "Competenties", en: "Competencies" },
  { href: "/verbeterpunten", right: "seeFigures", nl: "Opvolging", en: "Follow-up" },
  { href: "/trends", right: "seeTexts", nl: "Trends", en: "Trends" },
  { href: "/jaarrapport", right: "seeFigures", nl: "Jaarrapport", en: "Yearly report" },
  { href: "/aanleveren", right: "deliver", nl: "Aanleveren", en: "Deliver" },
  { href: "/mijn-aanleveringen", right: "deliver", nl: "Mijn aanleveringen", en: "My deliveries" },
  { href: "/spiegel", right: "seeMirror", nl: "Spiegelrapport", en: "Mirror report" },
  { href: "/aanleveringen", right: "seeAllDeliveries", nl: "Aanleveringen", en: "Deliveries" },
  { href: "/uitvoeringen", right: "seeExecutions", nl: "Uitvoeringen", en: "Executions" },
  { href: "/beheer", right: "administer", nl: "Beheer", en: "Administration" },
] as const satisfies readonly Section[];

export type SectionHref = (typeof sections)[number]["href"];

interface LayoutProps {
  /** Of the page, before the name of the product in the title bar. */
  readonly title: string;
  /** Path of the section that the page belongs to. */
  readonly section?: SectionHref;
  readonly publication?: Publication;
  /** Names of scripts that enliven this page; without them it works too. */
  readonly scripts?: readonly string[];
  readonly children: Child;
}

/** The frame of every page: skip link, navigation, the page itself, what the figures rest on. */
export function Layout({ title, section, publication, scripts = [], children }: LayoutProps) {
  return (
    <html lang={useLanguage()}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} – Normenmonitor`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={stylesheetAddress} />
        <link rel="icon" href="/icoon.svg" type="image/svg+xml" />
        {scripts.map((name) => (
          <Script name={name} />
        ))}
      </head>
      <body>
        <a class="skip" href="#inhoud">
          {say("Naar de inhoud", "To the content")}
        </a>
        <header class="top">
          <div class="width">
            <p class="brand">
              <a href="/">Normenmonitor</a>
            </p>
            <Menu section={section} />
            <Account />
          </div>
        </header>
        <main id="inhoud" class="width" tabindex={-1}>
          <BarDefinitions />
          {children}
        </main>
        <footer class="width">
          {publication && <Origin publication={publication} />}
          <p>
            {say("Een signaal is een reden voor een gesprek, nooit een oordeel.", "A signal is a reason to talk, never a verdict.")}{" "}
            <LanguageSwitch />
          </p>
        </footer>
      </body>
    </html>
  );
}

function Script({ name }: { readonly name: string }) {
  const address = useVisit().scripts.get(name);
  return address === undefined ? null : <script defer src={address} />;
}

function Menu({ section }: Pick<LayoutProps, "section">) {
  const { user } = useVisit();
  const own = sections.filter(({ right }) => may(user, right, user?.role === "body" ? user.body : undefined));
  if (user === undefined || own.length === 0) return null;
  return (
    <nav aria-label={say("Hoofdmenu", "Main menu")}>
      <ul>
        {own.map(({ href, nl, en }) => (
          <li>
            <a href={href} aria-current={href === section ? "page" : undefined}>
              {say(nl, en)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Who is signed in, and the way out; or the way in. */
function Account() {
  const { user } = useVisit();
  if (user === undefined) {
    return (
      <p class="account">
        <a href={SIGN_IN}>{say("Aanmelden", "Sign in")}</a>
      </p>
    );
  }
  return (
    <form class="account" method="post" action="/afmelden">
      <FormToken />
      <a href="/berichten">{say("Berichten", "Messages")}</a>
      <span>{user.name}</span>
      <button type="submit" class="quiet">
        {say("Afmelden", "Sign out")}
      </button>
    </form>
  );
}

function Origin({ publication }: { readonly publication: Publication }) {
  return (
    <p>
      {say("Cijfers per peildatum", "Figures as of")} {day(publication.referenceDate)}, {say("berekend op", "computed on")}{" "}
      {moment(publication.publishedAt)}. {say("Normenkader", "Framework")}{" "}
      <code title={publication.catalogueVersion}>{publication.catalogueVersion.slice(0, 12)}</code>, {say("berekening", "run")}{" "}
      <code>{publication.run}</code>.
    </p>
  );
}

/** Named in its own language, for who does not read the other. */
function LanguageSwitch() {
  const { address } = useVisit();
  const [language, text] = useLanguage() === "nl" ? ["en", "Read in English"] : ["nl", "Lees in het Nederlands"];
  return (
    <a href={`/taal/${language}?${new URLSearchParams({ terug: address })}`} lang={language} hreflang={language} rel="nofollow">
      {text}
    </a>
  );
}
