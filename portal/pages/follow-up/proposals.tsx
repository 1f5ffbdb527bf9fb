import { dutchDay, isoDay } from "../../../core/calendar.ts";
import type { CombinedProposal, CombinedProposals } from "../../../core/figures/analyses/combined-proposals.ts";
import { type FileTable, tableDownloads } from "../../chart-files.ts";
import { count, decimal, number } from "../../format.ts";
import { say } from "../../language.tsx";
import { type Column, Table } from "../../table.tsx";
import { TableFiles } from "../../table-files.tsx";
import { useVisit } from "../../visit.tsx";
import type { CombinedChoice } from "../planning.tsx";
import { PLANNING } from "./tabs.tsx";

/** How far apart two tests may be due, in months: what a reader may ask for. 12 is what a cycle of two years and one of three drift apart. */
export const monthChoices = [3, 6, 12] as const;
export const DEFAULT_MONTHS = 12;

interface ProposalsProps {
  readonly choice: CombinedChoice;
  readonly labels: readonly string[];
  readonly bodies: ReadonlyMap<string, string>;
}

/** Where one audit of two labels would do for two. */
export function Proposals({ choice, labels, bodies }: ProposalsProps) {
  const { address } = useVisit();
  const { a, b, found } = choice;
  return (
    <section aria-labelledby="samen">
      <h2 id="samen">{headline(choice)}</h2>
      <Choice choice={choice} labels={labels} />
      <p>{standingWords(choice)}</p>
      {found.proposals.length > 0 && (
        <>
          <p>
            {say(
              `In de periode die erbij staat, kan één toets beide labels dekken zonder dat er een cyclus wordt overschreden. Het label dat later aan de beurt is, komt daarvoor naar voren. Een voorstel uit de cyclus alleen: agenda's kennen wij niet.`,
              `In the period beside it one audit can cover both labels without exceeding a cycle. The label that is due later comes forward for it. A proposal from the cycles alone: we know no agendas.`,
            )}{" "}
            {daysWords(found)}
          </p>
          <Table
            name="due"
            caption={say(
              `${count(found.proposals.length, "voorstel", "voorstellen")} voor één toets van ${a} en ${b}; eerst wie het eerst aan de beurt is`,
              `${count(found.proposals.length, "proposal", "proposals")} for one audit of ${a} and ${b}; first who is due first`,
            )}
            columns={columnsOf(choice, bodies)}
            rows={found.proposals}
          />
          <TableFiles downloads={tableDownloads(address, proposalsTable(choice, bodies).id)} section="samen" />
        </>
      )}
    </section>
  );
}

function Choice({ choice: { a, b, months }, labels }: Pick<ProposalsProps, "choice" | "labels">) {
  const select = (name: string, text: string, options: readonly (readonly [string, string])[], chosen: string) => (
    <p>
      <label for={name}>{text}</label>
      <select id={name} name={name}>
        {options.map(([value, shown]) => (
          <option value={value} selected={value === chosen}>
            {shown}
          </option>
        ))}
      </select>
    </p>
  );
  const names = labels.map((label) => [label, label] as const);
  return (
    <form method="get" action={`${PLANNING}#samen`} class="filter">
      {labels.length > 2 && select("a", say("Eerste label", "First label"), names, a)}
      {labels.length > 2 && select("b", say("Tweede label", "Second label"), names, b)}
      {select(
        "maanden",
        say("Hooguit zo ver uit elkaar aan de beurt", "Due at most so far apart"),
        monthChoices.map((one) => [String(one), count(one, say("maand", "month"), say("maanden", "months"))]),
        String(months),
      )}
      <p>
        <button type="submit">{say("Toon", "Show")}</button>
      </p>
    </form>
  );
}

function headline({ a, b, found }: CombinedChoice): string {
  const { length } = found.proposals;
  if (found.organisations === 0)
    return say(`Geen organisatie verwacht een volgende toets op ${a} én ${b}`, `No organisation expects a next test on both ${a} and ${b}`);
  if (length === 0)
    return say(`Samen toetsen op ${a} en ${b} spaart nu geen toets uit`, `Combining audits of ${a} and ${b} saves no audit now`);
  return say(
    `Samen toetsen op ${a} en ${b} kan ${count(length, "toets", "toetsen")} uitsparen`,
    `Combining audits of ${a} and ${b} can save ${count(length, "audit", "audits")}`,
  );
}

/** Where every organisation with both labels went: proposed, in step already, or too far apart. */
function standingWords({ months, found }: CombinedChoice): string {
  const { organisations, inStep, tooFarApart, proposals } = found;
  const together = proposals.filter(({ lastTogether }) => lastTogether).length;
  const apart = proposals.length - together;
  return [
    say(
      `${count(organisations, "organisatie verwacht", "organisaties verwachten")} van beide labels nog een toets.`,
      `${count(organisations, "organisation expects", "organisations expect")} a next test under both labels.`,
    ),
    inStep > 0 &&
      say(
        `${number(inStep)} ${inStep === 1 ? "loopt" : "lopen"} al gelijk op: vorige keer samen getoetst en samen weer aan de beurt.`,
        `${number(inStep)} ${inStep === 1 ? "is" : "are"} in step already: tested together last time, and due together.`,
      ),
    apart > 0 &&
      say(
        `${number(apart)} ${apart === 1 ? "is" : "zijn"} vorige keer apart getoetst en ${apart === 1 ? "is" : "zijn"} binnen ${count(months, "maand", "maanden")} voor beide aan de beurt.`,
        `${number(apart)} ${apart === 1 ? "was" : "were"} tested apart last time and ${apart === 1 ? "is" : "are"} due for both within ${count(months, "month", "months")}.`,
      ),
    together > 0 &&
      say(
        `${number(together)} ${together === 1 ? "is" : "zijn"} vorige keer samen getoetst, maar ${together === 1 ? "loopt" : "lopen"} door de cycli van verschillende lengte uit de pas.`,
        `${number(together)} ${together === 1 ? "was" : "were"} tested together last time, but ${together === 1 ? "falls" : "fall"} out of step because the cycles differ in length.`,
      ),
    tooFarApart > 0 &&
      say(
        `Bij ${number(tooFarApart)} ${tooFarApart === 1 ? "ligt" : "liggen"} de toetsen verder uit elkaar.`,
        `For ${number(tooFarApart)} the tests lie further apart.`,
      ),
  ]
    .filter((part) => part !== false)
    .join(" ");
}

/** What it saves in days, as far as reports say. */
function daysWords({ days }: CombinedProposals): string {
  const { proposals, apart, combined, saved } = days;
  if (combined === null)
    return say(
      "Hoeveel dagen dat scheelt, is nog niet te zeggen: van te weinig gecombineerde toetsen is het aantal auditdagen bekend.",
      "How many days that saves cannot be said yet: of too few combined audits the number of days is known.",
    );
  const usual = say(
    `Een gecombineerde toets duurt meestal ${decimal(combined.median)} dagen (middelste van ${number(combined.audits)}).`,
    `A combined audit usually takes ${decimal(combined.median)} days (median of ${number(combined.audits)}).`,
  );
  if (saved === null)
    return `${usual} ${say(
      "Hoeveel dagen dat scheelt, is niet te zeggen: van geen van deze organisaties kennen wij de dagen van twee losse toetsen.",
      "How many days that saves cannot be said: of none of these organisations we know the days of two separate audits.",
    )}`;
  const outcome =
    saved > 0
      ? say(`dat scheelt samen ongeveer ${decimal(saved)} dagen`, `that saves about ${decimal(saved)} days together`)
      : say("dat scheelt samen geen dagen", "that saves no days together");
  return `${usual} ${say(
    `Van ${count(proposals, "voorstel", "voorstellen")} zijn de dagen van de losse toetsen bekend, samen ${decimal(apart)}; ${outcome}.`,
    `Of ${count(proposals, "proposal", "proposals")} the days of the separate audits are known, ${decimal(apart)} together; ${outcome}.`,
  )}`;
}

const columnsOf = ({ a, b }: CombinedChoice, bodies: ReadonlyMap<string, string>): readonly Column<CombinedProposal>[] => [
  { header: say("Organisatie", "Organisation"), cell: ({ name }) => <bdi>{name}</bdi>, wide: true },
  { header: say(`${a} uiterlijk`, `${a} due by`), cell: (one) => <Due test={one.a} bodies={bodies} /> },
  { header: say(`${b} uiterlijk`, `${b} due by`), cell: (one) => <Due test={one.b} bodies={bodies} /> },
  { header: say("Eén toets in", "One audit in"), cell: windowWords },
  { header: say("Maanden naar voren", "Months brought forward"), numeric: true, cell: ({ broughtForward }) => number(broughtForward) },
  { header: say("Vorige keer", "Last time"), cell: lastTimeWords },
];

const Due = ({ test, bodies }: { readonly test: CombinedProposal["a"]; readonly bodies: ReadonlyMap<string, string> }) => (
  <>
    {dutchDay(test.due)}
    <small>{bodies.get(test.body) ?? test.body}</small>
  </>
);

const windowWords = ({ window }: CombinedProposal): string =>
  window === null
    ? say("zo snel mogelijk: een van de twee is te laat", "as soon as possible: one of the two is late")
    : say(`${dutchDay(window.from)} tot en met ${dutchDay(window.until)}`, `${dutchDay(window.from)} until ${dutchDay(window.until)}`);

const lastTimeWords = ({ lastTogether }: CombinedProposal): string => (lastTogether ? say("samen", "together") : say("apart", "apart"));

export const proposalsTable = ({ a, b, found }: CombinedChoice, bodies: ReadonlyMap<string, string>): FileTable => ({
  id: "samen-toetsen",
  heading: say(`Voorstellen voor één toets van ${a} en ${b}`, `Proposals for one audit of ${a} and ${b}`),
  table: {
    columns: [
      { header: say("Organisatie", "Organisation"), kind: "text" },
      ...[a, b].flatMap((label) => [
        { header: `${label}: ${say("certificerende instelling", "certifying body")}`, kind: "text" as const },
        { header: `${label}: ${say("laatste toets", "last test")}`, kind: "day" as const },
        { header: `${label}: ${say("uiterlijk", "due by")}`, kind: "day" as const },
      ]),
      { header: say("Eén toets vanaf", "One audit from"), kind: "day" },
      { header: say("Eén toets tot en met (leeg: zo snel mogelijk)", "One audit until (empty: as soon as possible)"), kind: "day" },
      { header: say("Maanden naar voren", "Months brought forward"), kind: "count" },
      { header: say("Vorige keer", "Last time"), kind: "text" },
      { header: say("Auditdagen apart", "Audit days apart"), kind: "count" },
    ],
    rows: found.proposals.map((one) => [
      one.name,
      ...[one.a, one.b].flatMap((test) => [bodies.get(test.body) ?? test.body, isoDay(test.lastTest), isoDay(test.due)]),
      one.window && isoDay(one.window.from),
      one.window && isoDay(one.window.until),
      one.broughtForward,
      lastTimeWords(one),
      one.daysApart,
    ]),
  },
});
