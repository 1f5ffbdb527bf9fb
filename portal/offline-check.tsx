import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import { catalogueForChecking } from "../core/catalogue/for-checking.ts";
import type { Catalogue } from "../core/catalogue/types.ts";
import type { BodyCode } from "../core/ids.ts";
import type { Scripts } from "./script-assets.ts";
import { stylesheet } from "./stylesheet.ts";

/**
 * The offline check, `controle.html`: one file that checks deliveries in a browser and can reach no network, by its own policy. With `body` it
 * is that body's: no choice, and no terms of others in it. The same input gives the same bytes.
 */
export function offlineCheck(catalogue: Catalogue, scripts: Scripts, body?: BodyCode): string {
  const script = textOf(scripts, "offline-check.js");
  const worker = textOf(scripts, "check-worker.js");
  const style = `${stylesheet}\n${ownStyle}`;
  const bodies = [...catalogue.bodies.values()].filter(({ code }) => body === undefined || code === body);
  const page = (
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policyOf(script, style)} />
        <title id="titel" data-nl={titles.nl} data-en={titles.en}>
          {titles.nl}
        </title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <style>{raw(style)}</style>
      </head>
      <body>
        <header class="top">
          <div class="width">
            <p class="brand">Normenmonitor</p>
            <p class="languages">
              <button type="button" data-speak="nl" lang="nl" aria-pressed="true">
                Nederlands
              </button>{" "}
              <button type="button" data-speak="en" lang="en" aria-pressed="false">
                English
              </button>
            </p>
          </div>
        </header>
        <main class="width">
          <h1>
            <Both {...titles} />
          </h1>
          <p class="lead">
            <Both
              nl="Controleer uw bestand voordat u het aanlevert. Deze pagina werkt zonder internet: uw bestand blijft op uw computer."
              en="Check your file before you deliver it. This page works without internet: your file stays on your computer."
            />
          </p>
          <noscript>
            <p class="notice">Deze pagina heeft JavaScript nodig. This page needs JavaScript.</p>
          </noscript>
          <p>
            <label for="instelling">
              <Both nl="Uw certificerende instelling" en="Your certifying body" />
            </label>
            <select id="instelling">
              {bodies.length !== 1 && <option value="">–</option>}
              {bodies.map(({ code, name }) => (
                <option value={code}>{name}</option>
              ))}
            </select>
          </p>
          <p id="kies-eerst" role="alert" hidden>
            <Both
              nl="Kies eerst uw certificerende instelling. Daarna wordt uw bestand gecontroleerd."
              en="Choose your certifying body first. Your file is checked after that."
            />
          </p>
          <div id="vak" class="drop">
            <label for="bestand">
              <Both nl="Kies uw bestand, of sleep het naar deze pagina" en="Choose your file, or drag it onto this page" />
            </label>
            <input id="bestand" type="file" accept=".csv,.xlsx,.txt" />
            <p class="quiet">
              <Both nl="Een Excel-werkmap (.xlsx) of een CSV-bestand." en="An Excel workbook (.xlsx) or a CSV file." />
            </p>
          </div>
          <div id="controle" />
        </main>
        <footer class="width">
          <p>
            <Both nl="Deze controle rust op het normenkader met kenmerk" en="This check rests on the catalogue of norms with fingerprint" />{" "}
            <code>{catalogue.version.slice(0, 12)}</code>.{" "}
            <Both
              nl="Haal na een wijziging van een normenkader een nieuwe controle op."
              en="Fetch a new check when a norm framework has changed."
            />
          </p>
        </footer>
        <script type="application/json" id="catalogus">
          {raw(JSON.stringify(catalogueForChecking(catalogue, body)).replaceAll("<", "\\u003c"))}
        </script>
        <script type="text/plain" id="controleur">
          {raw(worker)}
        </script>
        <script>{raw(script)}</script>
      </body>
    </html>
  );
  return String(html`<!doctype html>${page}`);
}

const titles = { nl: "Controle van een aanlevering", en: "Check of a delivery" };

/** The text in both languages; the style sheet shows that of the page. */
function Both({ nl, en }: { readonly nl: string; readonly en: string }) {
  return (
    <>
      <span lang="nl">{nl}</span>
      <span lang="en">{en}</span>
    </>
  );
}

const ownStyle = `html[lang=nl] span[lang=en],html[lang=en] span[lang=nl]{display:none}
.languages button{min-height:0;padding:.15rem .75rem;background:var(--page);color:var(--link)}
.languages button[aria-pressed=true]{background:var(--link);color:var(--on-link)}
label[for=instelling]{display:block;font-weight:600}
#kies-eerst{color:var(--bad);font-weight:600}`;

/** Nothing but the one script and the one style of this page, and a worker made from the page itself; no request to anywhere. */
function policyOf(script: string, style: string): string {
  const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  return (
    `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; worker-src blob:; connect-src 'none'; ` +
    "img-src 'none'; form-action 'none'; base-uri 'none'"
  );
}

/** A script as it stands in a page. esbuild writes no `</script` in a string; were one there, the page would end early. */
function textOf(scripts: Scripts, name: "offline-check.js" | "check-worker.js"): string {
  const text = new TextDecoder().decode(scripts.get(name));
  if (text === "" || /<\/script|<!--/i.test(text)) throw new Error(`${name} cannot stand in a page`);
  return text;
}
