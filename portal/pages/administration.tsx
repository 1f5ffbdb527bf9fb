import { rights } from "../../core/access.ts";
import type { Catalogue, CompiledFramework } from "../../core/catalogue/types.ts";
import type { Machine } from "../../core/machines.ts";
import { count, number } from "../format.ts";
import { validityText } from "../framework-words.ts";
import { say, useLanguage } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { type Column, Table } from "../table.tsx";
import { FormToken } from "../visit.tsx";

/** What was wrong with a system that somebody wanted to add. */
export type MachineProblem = "idMissing" | "bodyUnknown";

interface AdministrationProps {
  readonly catalogue: Catalogue;
  readonly machines: readonly Machine[];
  readonly problem?: MachineProblem;
}

/** What an administrator looks after: systems of bodies, people, and the catalogue in force. */
export function Administration({ catalogue, machines, problem }: AdministrationProps) {
  return (
    <Layout title={say("Beheer", "Administration")} section="/beheer">
      <h1>{say("Beheer", "Administration")}</h1>
      <Machines catalogue={catalogue} machines={machines} problem={problem} />
      <Rights />
      <InForce catalogue={catalogue} />
    </Layout>
  );
}

function Machines({ catalogue, machines, problem }: AdministrationProps) {
  const columns: readonly Column<Machine>[] = [
    { header: say("Systeem", "System"), cell: ({ name }) => name, wide: true },
    { header: say("Kenmerk (client id)", "Client id"), cell: ({ clientId }) => <code>{clientId}</code> },
    { header: say("Levert aan voor", "Delivers for"), cell: ({ body }) => catalogue.bodies.get(body)?.name ?? body },
    { header: say("Verwijderen", "Remove"), cell: (machine) => <Remove machine={machine} /> },
  ];
  return (
    <section aria-labelledby="systemen">
      <h2 id="systemen">{say("Systemen die zelf aanleveren", "Systems that deliver by themselves")}</h2>
      <p>
        {say(
          "Maak het systeem eerst aan bij de aanmelddienst; geef hier aan voor welke instelling het aanlevert.",
          "First make the system at the sign-in service; say here for which body it delivers.",
        )}{" "}
        <a href="/api/v1/openapi.json">{say("Beschrijving van de API (OpenAPI)", "Description of the API (OpenAPI)")}</a>
      </p>
      {machines.length > 0 && (
        <Table
          name="machines"
          caption={count(machines.length, say("systeem", "system"), say("systemen", "systems"))}
          columns={columns}
          rows={machines}
        />
      )}
      <form method="post" action="/beheer/systemen" class="filter">
        <FormToken />
        <p>
          <label for="kenmerk">{say("Kenmerk (client id)", "Client id")}</label>
          <input
            id="kenmerk"
            name="kenmerk"
            required
            maxlength={128}
            autocomplete="off"
            aria-invalid={problem === "idMissing" ? "true" : undefined}
            aria-describedby={problem === "idMissing" ? "systeem-fout" : undefined}
          />
        </p>
        <p>
          <label for="naam">{say("Naam", "Name")}</label>
          <input id="naam" name="naam" maxlength={80} autocomplete="off" />
        </p>
        <p>
          <label for="instelling">{say("Instelling", "Body")}</label>
          <select
            id="instelling"
            name="instelling"
            aria-invalid={problem === "bodyUnknown" ? "true" : undefined}
            aria-describedby={problem === "bodyUnknown" ? "systeem-fout" : undefined}
          >
            {[...catalogue.bodies.values()].map(({ code, name }) => (
              <option value={code}>{name}</option>
            ))}
          </select>
        </p>
        <p>
          <button type="submit">{say("Toevoegen", "Add")}</button>
        </p>
      </form>
      {problem && (
        <p id="systeem-fout" class="wrong" role="alert">
          {problem === "idMissing"
            ? say(
                "Vul het kenmerk in dat de aanmelddienst aan het systeem gaf.",
                "Fill in the id that the sign-in service gave to the system.",
              )
            : say("Kies een instelling uit de lijst.", "Choose a body from the list.")}
        </p>
      )}
    </section>
  );
}

const Remove = ({ machine: { clientId, name } }: { readonly machine: Machine }) => (
  <form method="post" action="/beheer/systemen/verwijderen">
    <FormToken />
    <input type="hidden" name="kenmerk" value={clientId} />
    <button type="submit" class="quiet" aria-label={say(`Verwijder ${name}`, `Remove ${name}`)}>
      {say("Verwijder", "Remove")}
    </button>
  </form>
);

function Rights() {
  const language = useLanguage();
  return (
    <section aria-labelledby="mensen">
      <h2 id="mensen">{say("Wie mag wat", "Who may do what")}</h2>
      <p>
        <a href="/beheer/mensen">
          {say("Mensen uitnodigen, een andere rol geven of blokkeren", "Invite people, give them another part or block them")}
        </a>
      </p>
      <ul>
        {Object.values(rights).map(({ sentence }) => (
          <li>{sentence[language]}</li>
        ))}
      </ul>
    </section>
  );
}

function InForce({ catalogue }: Pick<AdministrationProps, "catalogue">) {
  const columns: readonly Column<CompiledFramework>[] = [
    { header: say("Normenkader", "Framework"), cell: ({ title }) => title, wide: true },
    { header: say("Kenmerk", "Key"), cell: ({ key }) => <code>{key}</code> },
    { header: say("Normen", "Norms"), cell: ({ norms }) => number(norms.length), numeric: true },
    { header: say("Geldig", "Valid"), cell: validityText },
  ];
  return (
    <section aria-labelledby="catalogus">
      <h2 id="catalogus">{say("Wat nu geldt", "What is in force")}</h2>
      <p>
        {say(
          `${count(catalogue.organisations.length, "organisatie", "organisaties")} in het register, ${count(catalogue.bodies.size, "certificerende instelling", "certificerende instellingen")}. Versie`,
          `${count(catalogue.organisations.length, "organisation", "organisations")} in the register, ${count(catalogue.bodies.size, "certifying body", "certifying bodies")}. Version`,
        )}{" "}
        <code title={catalogue.version}>{catalogue.version.slice(0, 12)}</code>.{" "}
        <a href="/beheer/normenkader">
          {say("Normenkaders, instellingen en organisaties wijzigen", "Change frameworks, bodies and organisations")}
        </a>
      </p>
      <Table
        name="frameworks"
        caption={count(catalogue.frameworks.length, say("normenkader", "framework"), say("normenkaders", "frameworks"))}
        columns={columns}
        rows={catalogue.frameworks}
      />
    </section>
  );
}
