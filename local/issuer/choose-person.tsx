import { html, raw } from "hono/html";
import { stylesheet } from "../../portal/stylesheet.ts";
import type { OfferedPerson } from "./offered-people.ts";

/** The page on which somebody says who he is: a click, no password. `query`: of the request, which goes along with the choice. */
export function choosePerson(people: readonly OfferedPerson[], query: Readonly<Record<string, string>>) {
  const page = (
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <title>Aanmelden – Normenmonitor</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <style>{raw(stylesheet)}</style>
      </head>
      <body>
        <header class="top">
          <div class="width">
            <p class="brand">Normenmonitor</p>
          </div>
        </header>
        <main class="width">
          <h1>Wie bent u?</h1>
          <p class="lead">Op deze computer kiest u wie u bent. Een wachtwoord is niet nodig.</p>
          <form method="post" action="/authorize">
            {Object.entries(query).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <ul class="people">
              {people.map(({ id, name, part }) => (
                <li>
                  <button type="submit" name="person" value={id} aria-describedby={`part-${id}`}>
                    {name}
                  </button>
                  <span id={`part-${id}`}>{part}</span>
                </li>
              ))}
            </ul>
          </form>
        </main>
      </body>
    </html>
  );
  return html`<!doctype html>${page}`;
}
