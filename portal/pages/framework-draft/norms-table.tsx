import type { CompiledFramework, Norm } from "../../../core/catalogue/types.ts";
import type { OpenWork } from "../../../core/framework-draft/check.ts";
import type { DraftNorm, TakenDecision } from "../../../core/framework-draft/types.ts";
import { decisionWords } from "../../decisions.ts";
import { draftNormPage, rowOfNorm } from "../../framework-links.ts";
import { relationBadges } from "../../framework-words.ts";
import { say } from "../../language.tsx";
import { WordsGone, WordsNew } from "../../marked-words.tsx";
import { StatusBadge } from "../../status-badge.tsx";
import { type Column, Table } from "../../table.tsx";
import { word } from "../../words.ts";
import type { DraftView } from "./view.ts";

interface NormsTableProps extends DraftView {
  readonly norms: readonly DraftNorm[];
  readonly work: readonly OpenWork[];
  readonly caption: string;
}

/** Norm by norm: what it was, what it becomes, and what was decided about it. */
export function NormsTable({ norms, work, caption, ...view }: NormsTableProps) {
  const { draft, base, mayEdit } = view;
  const edit: Column<DraftNorm> = {
    header: say("Bewerken", "Edit"),
    cell: ({ id, code }) => (
      <a href={draftNormPage(draft, id)} aria-label={say(`Bewerk ${code}`, `Edit ${code}`)}>
        {say("bewerk", "edit")}
      </a>
    ),
  };
  const columns: readonly Column<DraftNorm>[] = [
    { header: say("Code", "Code"), cell: codes },
    { header: say("Wat er gebeurt", "What happens"), cell: (norm) => <Happening norm={norm} work={work} /> },
    { header: say("Titel", "Title"), cell: (norm) => <Title norm={norm} base={base} />, wide: true },
    { header: say("Categorie, competenties", "Category, competencies"), cell: (norm) => <Place norm={norm} base={base} /> },
    { header: say("Besloten", "Decided"), cell: (norm) => <Decided decisions={decisionsOn(norm, view)} /> },
    ...(mayEdit ? [edit] : []),
  ];
  return (
    <Table
      name={mayEdit ? "draft-norms editable" : "draft-norms"}
      caption={caption}
      columns={columns}
      rows={norms}
      rowId={({ id }) => rowOfNorm(id)}
    />
  );
}

/** "V04", "V04 → V05", "V02 + V05 → V02" */
function codes({ code, from }: DraftNorm) {
  const before = from.map(({ norm }) => norm).join(" + ");
  return before === code ? (
    code
  ) : (
    <>
      {before || "–"} → <b>{code}</b>
    </>
  );
}

function Happening({ norm, work }: { readonly norm: DraftNorm; readonly work: readonly OpenWork[] }) {
  const open = work.find((one) => one.norm.id === norm.id);
  return (
    <>
      <StatusBadge word={relationBadges[norm.from[0]?.relation ?? "new"]} />
      {open && <StatusBadge word={workWords[open.what]} />}
    </>
  );
}

export const workWords = {
  toWord: word("nog uit te werken", "still to be worked out", "bad"),
  samePromised: word("andere tekst, zelfde norm", "other text, same norm", "busy"),
} as const;

const originsOf = ({ from }: DraftNorm, base: CompiledFramework): readonly Norm[] =>
  base.norms.filter(({ code }) => from.some(({ norm }) => norm === code));

function Title({ norm, base }: { readonly norm: DraftNorm; readonly base: CompiledFramework }) {
  const before = originsOf(norm, base);
  const [only] = before;
  if (!only || (before.length === 1 && only.title === norm.title)) return <bdi>{norm.title}</bdi>;
  if (before.length === 1) {
    return (
      <>
        <WordsNew before={only.title} after={norm.title} />
        <small>
          {say("was:", "was:")} <WordsGone before={only.title} after={norm.title} />
        </small>
      </>
    );
  }
  return (
    <>
      <bdi>{norm.title}</bdi>
      {before.map(({ code, title }) => (
        <small>
          {code} {say("was:", "was:")} <bdi>{title}</bdi>
        </small>
      ))}
    </>
  );
}

function Place({ norm, base }: { readonly norm: DraftNorm; readonly base: CompiledFramework }) {
  const [only, ...others] = originsOf(norm, base);
  const now = placeText(norm);
  const before = only && others.length === 0 ? placeText(only) : now;
  return (
    <>
      {now}
      {before !== now && (
        <small>
          {say("was:", "was:")} {before}
        </small>
      )}
    </>
  );
}

const placeText = ({ category, competencies = [] }: Pick<Norm, "category" | "competencies">): string =>
  [category, ...competencies].join(", ");

export const decisionsOn = ({ from }: DraftNorm, { draft }: Pick<DraftView, "draft">): readonly TakenDecision[] =>
  draft.decisions.filter((decision) => from.some(({ norm }) => norm === decision.norm));

export function Decided({ decisions }: { readonly decisions: readonly TakenDecision[] }) {
  if (decisions.length === 0) return <span class="quiet">–</span>;
  return (
    <>
      {decisions.map(({ kind, reason, norm, number }) => (
        <p>
          <StatusBadge word={decisionWords[kind]} />
          <small>
            {norm}, {say("besluit", "decision")} {number}: <bdi>{reason}</bdi>
          </small>
        </p>
      ))}
    </>
  );
}
