import type { Child } from "hono/jsx";
import { dataPackage } from "../../core/figures/tables/data-package.ts";
import type { Publication } from "../data.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { NORMS } from "../norm-links.ts";

/** All files of the publication, with what each of them is. */
export function PublishedFiles({ publication }: { readonly publication: Publication | undefined }) {
  const title = say("Bestanden met cijfers", "Files with figures");
  return (
    <Layout title={title} publication={publication}>
      {publication ? <Files publication={publication} /> : <NothingYet />}
    </Layout>
  );
}

function Files({ publication: { files } }: { readonly publication: Publication }) {
  const tables = dataPackage().resources.filter(({ path }) => files.includes(path));
  const described = [...tables.map(({ path }) => path), ...normFormats.map(({ name }) => name), ...others().map(({ name }) => name)];
  const rest = files.filter((name) => !described.includes(name));
  return (
    <>
      <h1>{say("Alle cijfers, om zelf mee te rekenen", "All figures, to work with yourself")}</h1>
      <p class="lead">
        {say(
          "Deze bestanden horen bij de laatste berekening. Wilt u alleen een deel? Kies dat bij",
          "These files belong to the last run. Do you want a part only? Choose it at",
        )}{" "}
        <a href={NORMS}>{say("Normen", "Norms")}</a> {say("en download daar precies die tabel.", "and download exactly that table there.")}
      </p>
      <p>
        {say(
          "Cijfers om naar buiten te brengen, zonder namen en kleine aantallen, staan bij",
          "Figures to be made public, without names and small numbers, are at",
        )}{" "}
        <a href="/jaarrapport">{say("Jaarrapport", "Yearly report")}</a>.
      </p>
      <section class="downloads" aria-labelledby="per-norm">
        <h2 id="per-norm">{say("Cijfers per norm", "Figures per norm")}</h2>
        <ul aria-labelledby="per-norm">
          {normFormats
            .filter(({ name }) => files.includes(name))
            .map(({ name, text }) => (
              <li>
                <a class="button" href={fileAddress(name)} download>
                  Download {text}
                </a>
              </li>
            ))}
        </ul>
      </section>
      <section aria-labelledby="tabellen">
        <h2 id="tabellen">{say("Alle tabellen", "All tables")}</h2>
        {tables.length > 0 && (
          <p>
            {say(
              "CSV voor Excel: puntkomma’s, decimale komma’s. De uitleg bij de tabellen is in het Nederlands.",
              "CSV for Dutch Excel: semicolons, decimal commas. The explanation of the tables is in Dutch.",
            )}
          </p>
        )}
        <ul class="tables">
          {tables.map(({ path, title, description }) => (
            <FileLine name={path} title={<span lang="nl">{title}</span>} description={<span lang="nl">{description}</span>} />
          ))}
          {others()
            .filter(({ name }) => files.includes(name))
            .map(({ name, title, description }) => (
              <FileLine name={name} title={title} description={description} />
            ))}
          {rest.map((name) => (
            <FileLine name={name} />
          ))}
        </ul>
      </section>
    </>
  );
}

const normFormats = [
  { name: "norm-figures.xlsx", text: "Excel" },
  { name: "norm-figures.csv", text: "CSV" },
  { name: "norm-figures.json", text: "JSON" },
] as const;

const others = () => [
  {
    name: "datapackage.json",
    title: say("Wat elke kolom betekent", "What each column means"),
    description: say("Beschrijving van alle tabellen, voor programma’s.", "Description of all tables, for programs."),
  },
  {
    name: "signals-year-before.json",
    title: say("Signalen van een jaar eerder", "Signals of a year earlier"),
    description: say(
      "De signalen op de peildatum een jaar eerder, met wat nu bekend is.",
      "The signals at the reference date a year earlier, by what is known now.",
    ),
  },
  {
    name: "view-tests.json",
    title: say("Waarnaar is gekeken", "What was looked at"),
    description: say(
      "Per norm elke vergelijking die is gemaakt, ook die geen signaal gaf, en waarom iets nog niet te zeggen is.",
      "Per norm every comparison that was made, also those that gave no signal, and why something cannot be said yet.",
    ),
  },
  {
    name: "view-figures.xlsx",
    title: say("Cijfers over normenkaders en varianten heen (Excel)", "Figures over frameworks and variants (Excel)"),
    description: say(
      "Normen die opeenvolgende normenkaders ongewijzigd overnamen, staan er als één norm in.",
      "Norms that successive frameworks took over unchanged stand in it as one norm.",
    ),
  },
  {
    name: "view-figures.json",
    title: say("Hetzelfde, voor programma’s", "The same, for programs"),
    description: say("Met volle nauwkeurigheid.", "With full precision."),
  },
  {
    name: "signals.json",
    title: say("Signalen", "Signals"),
    description: say("Alle signalen met waar zij op rusten.", "All signals with what they rest on."),
  },
  {
    name: "cube.json",
    title: say("Tellingen", "Counts"),
    description: say("Alle aantallen, verdeeld naar elk kenmerk.", "All counts, divided by every attribute."),
  },
];

interface FileLineProps {
  readonly name: string;
  readonly title?: Child;
  readonly description?: Child;
}

function FileLine({ name, title, description }: FileLineProps) {
  return (
    <li>
      <a href={fileAddress(name)} download>
        {title ? (
          <>
            {title} ({name})
          </>
        ) : (
          name
        )}
      </a>
      {description && <small>{description}</small>}
    </li>
  );
}

const fileAddress = (name: string): string => `/cijfers/${encodeURIComponent(name)}`;

function NothingYet() {
  return (
    <>
      <h1>{say("Er zijn nog geen cijfers", "There are no figures yet")}</h1>
      <p class="lead">
        {say(
          "De bestanden staan hier zodra het eerste toetsingsrapport is aangenomen en verwerkt.",
          "The files stand here as soon as the first test report has been accepted and processed.",
        )}
      </p>
    </>
  );
}
