import type { FrameworkDraft } from "../../../core/framework-draft/types.ts";
import type { WorkbookDifference, WorkbookFault, WorkbookProposal } from "../../../core/framework-draft/workbook/compare.ts";
import type { UnreadableFile } from "../../../core/framework-draft/workbook/read.ts";
import { count } from "../../format.ts";
import { unreadableText, workbookFaultText } from "../../framework-faults.ts";
import { draftPage } from "../../framework-links.ts";
import { relationBadges } from "../../framework-words.ts";
import { say } from "../../language.tsx";
import { WordsGone, WordsNew } from "../../marked-words.tsx";
import { StatusBadge } from "../../status-badge.tsx";
import { type Column, Table } from "../../table.tsx";
import { word } from "../../words.ts";
import { DraftFields, DraftLayout, trailText } from "./draft-layout.tsx";
import type { DraftView } from "./view.ts";

/** What came of a workbook that was sent. Nothing was changed yet. */
export type WorkbookOutcome =
  | { readonly kind: "unreadable"; readonly reason: UnreadableFile }
  | { readonly kind: "wrong"; readonly faults: readonly WorkbookFault[] }
  | {
      readonly kind: "proposed";
      readonly proposal: WorkbookProposal;
      /** The workbook itself, base64: it goes along with the form that takes it over, and is read again there. */
      readonly content: string;
      /** What others did since the workbook was fetched. */
      readonly since: FrameworkDraft["trail"];
      /** The draft was changed between looking and taking over. */
      readonly again: boolean;
    };

interface WorkbookPageProps extends DraftView {
  readonly action: string;
  readonly outcome?: WorkbookOutcome;
}

/** Fetch the draft as a workbook, change it, send it back, look, take over. */
export function WorkbookPage({ draft, action, outcome }: WorkbookPageProps) {
  const refused = outcome !== undefined && (outcome.kind !== "proposed" || outcome.again);
  return (
    <DraftLayout draft={draft} heading={say("In Excel bewerken", "Edit in Excel")} refused={refused}>
      {outcome && <Outcome outcome={outcome} draft={draft} action={action} />}
      <ol>
        <li>
          <a href={`${draftPage(draft)}/concept.xlsx`} download>
            {say("Haal het concept op (Excel)", "Fetch the draft (Excel)")}
          </a>
          .
        </li>
        <li>{say("Pas de witte kolommen aan. Blad Uitleg zegt hoe.", "Change the white columns. Sheet Uitleg says how.")}</li>
        <li>
          {say(
            "Stuur het bestand terug. U ziet eerst wat er verandert; daarna beslist u.",
            "Send the file back. You first see what changes; then you decide.",
          )}
        </li>
      </ol>
      <form method="post" action={action} enctype="multipart/form-data">
        <DraftFields draft={draft} />
        <div class="drop">
          <label for="bestand">{say("Excel-bestand met het concept", "Excel file with the draft")}</label>
          <input id="bestand" type="file" name="bestand" accept=".xlsx" required />
        </div>
        <p>
          <button type="submit" name="doel" value="bekijken">
            {say("Bekijk wat er verandert", "See what changes")}
          </button>
        </p>
      </form>
    </DraftLayout>
  );
}

interface OutcomeProps {
  readonly outcome: WorkbookOutcome;
  readonly draft: FrameworkDraft;
  readonly action: string;
}

function Outcome({ outcome, draft, action }: OutcomeProps) {
  if (outcome.kind === "proposed") return <Proposed {...outcome} draft={draft} action={action} />;
  return (
    <section class="verdict bad" aria-labelledby="uitkomst" role="alert">
      <h2 id="uitkomst">{say("Niet in orde: er is niets veranderd", "Not right: nothing was changed")}</h2>
      {outcome.kind === "unreadable" ? <p>{unreadableText(outcome.reason)}</p> : <FaultTable faults={outcome.faults} />}
    </section>
  );
}

function FaultTable({ faults }: { readonly faults: readonly WorkbookFault[] }) {
  const columns: readonly Column<WorkbookFault>[] = [
    { header: say("Cel", "Cell"), cell: ({ letter, row }) => (row === null ? "–" : `${letter ?? ""}${row}`) },
    { header: say("Kolom", "Column"), cell: ({ column }) => column ?? "–" },
    {
      header: say("Wat er is en wat u doet", "What it is and what to do"),
      cell: (fault) => <bdi>{workbookFaultText(fault)}</bdi>,
      wide: true,
    },
  ];
  return (
    <Table
      name="workbook-faults"
      caption={count(faults.length, say("probleem", "problem"), say("problemen", "problems"))}
      columns={columns}
      rows={faults}
    />
  );
}

type ProposedProps = Extract<WorkbookOutcome, { kind: "proposed" }> & Omit<OutcomeProps, "outcome">;

function Proposed({ proposal, content, since, again, draft, action }: ProposedProps) {
  const { differences, leftOut } = proposal;
  if (differences.length === 0) {
    return (
      <section class="verdict" aria-labelledby="uitkomst">
        <h2 id="uitkomst">{say("Er is geen verschil", "There is no difference")}</h2>
        <p>{say("Het bestand is gelijk aan het concept.", "The file equals the draft.")}</p>
        <LeftOut headers={leftOut} />
      </section>
    );
  }
  return (
    <section class={`verdict ${since.length > 0 || again ? "mixed" : "good"}`} aria-labelledby="uitkomst">
      <h2 id="uitkomst">
        {say(
          `In orde: ${count(differences.length, "verschil", "verschillen")}`,
          `Right: ${count(differences.length, "difference", "differences")}`,
        )}
      </h2>
      {again && (
        <p>
          {say(
            "Het concept is gewijzigd terwijl u keek; er is nog niets overgenomen. Dit zijn de verschillen nu.",
            "The draft was changed while you looked; nothing was taken over yet. These are the differences now.",
          )}
        </p>
      )}
      {since.length > 0 && (
        <>
          <p>
            {say(
              "Sinds u het bestand ophaalde, is het concept gewijzigd. Neemt u alles over, dan komt waar uw bestand afwijkt de oude tekst terug:",
              "Since you fetched the file, the draft was changed. If you take over everything, the old text comes back where your file differs:",
            )}
          </p>
          <ul>
            {since.map((line) => (
              <li>{trailText(line)}</li>
            ))}
          </ul>
        </>
      )}
      <LeftOut headers={leftOut} />
      <Table name="draft-norms" caption={say("Wat er verandert", "What changes")} columns={differenceColumns()} rows={differences} />
      <form method="post" action={action} enctype="multipart/form-data">
        <DraftFields draft={draft} />
        <input type="hidden" name="inhoud" value={content} />
        <p>
          <button type="submit" name="doel" value="overnemen">
            {say("Neem dit over", "Take this over")}
          </button>
        </p>
      </form>
    </section>
  );
}

function LeftOut({ headers }: { readonly headers: readonly string[] }) {
  if (headers.length === 0) return null;
  return (
    <p>
      {say(
        `Niet overgenomen, want het concept kent deze kolommen niet: ${headers.join(", ")}.`,
        `Not taken over, since the draft does not have these columns: ${headers.join(", ")}.`,
      )}
    </p>
  );
}

const changedWord = word("gewijzigd", "changed", "mixed");

const differenceColumns = (): readonly Column<WorkbookDifference>[] => [
  { header: say("Rij", "Row"), cell: ({ row }) => String(row) },
  {
    header: say("Norm", "Norm"),
    cell: (one) => {
      if (one.kind === "added") return one.after.code;
      return one.kind === "changed" && one.before.code !== one.after.code ? `${one.before.code} → ${one.after.code}` : one.before.code;
    },
  },
  {
    header: say("Wat", "What"),
    cell: ({ kind }) => <StatusBadge word={kind === "changed" ? changedWord : relationBadges[kind === "added" ? "new" : "dropped"]} />,
  },
  { header: say("Was", "Was"), cell: (one) => <Was difference={one} />, wide: true },
  { header: say("Wordt", "Becomes"), cell: (one) => <Becomes difference={one} />, wide: true },
];

function Was({ difference: one }: { readonly difference: WorkbookDifference }) {
  if (one.kind === "added") return <span class="quiet">–</span>;
  return (
    <>
      {one.kind === "changed" ? <WordsGone before={one.before.title} after={one.after.title} /> : <bdi>{one.before.title}</bdi>}
      <small>{[one.before.category, ...one.before.competencies].join(", ")}</small>
    </>
  );
}

function Becomes({ difference: one }: { readonly difference: WorkbookDifference }) {
  if (one.kind === "dropped") return <bdi>{one.reason}</bdi>;
  const { after } = one;
  return (
    <>
      {one.kind === "changed" ? <WordsNew before={one.before.title} after={after.title} /> : <bdi>{after.title}</bdi>}
      <small>{[after.category, ...after.competencies].join(", ")}</small>
      {one.kind === "changed" && after.from[0]?.relation !== one.before.from[0]?.relation && (
        <small>{say("telt voortaan als anders verwoord", "counts as worded anew from now on")}</small>
      )}
    </>
  );
}
