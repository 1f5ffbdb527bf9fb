import type { ComparedNorm } from "../../core/catalogue/compare-frameworks.ts";
import type { Norm, NormFramework } from "../../core/catalogue/types.ts";
import { count } from "../format.ts";
import { COMPARE_FRAMEWORKS, FRAMEWORKS } from "../framework-links.ts";
import { frameworkName, relationBadges } from "../framework-words.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { WordsGone, WordsNew } from "../marked-words.tsx";
import { withFields } from "../norm-links.ts";
import { StatusBadge } from "../status-badge.tsx";
import { type Column, Table } from "../table.tsx";

interface CompareFrameworksProps {
  readonly before: NormFramework;
  readonly after: NormFramework;
  readonly rows: readonly ComparedNorm[];
  /** Also norms that are the same in both. */
  readonly everything: boolean;
  /** Keys as they were asked for. */
  readonly asked: readonly [before: string, after: string];
}

/** Two versions side by side, with the words that changed marked. */
export function CompareFrameworks({ before, after, rows, everything, asked }: CompareFrameworksProps) {
  const shown = everything ? rows : rows.filter(isDifferent);
  const [van, naar] = asked;
  const other = withFields(COMPARE_FRAMEWORKS, [["van", van], ["naar", naar], ...(everything ? [] : [["toon", "alles"] as const])]);
  const title = `${frameworkName(before)} – ${frameworkName(after)}`;
  return (
    <Layout title={title} section={FRAMEWORKS}>
      <p class="back">
        <a href={FRAMEWORKS}>{say("Alle normenkaders", "All frameworks")}</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">{summary(rows)}</p>
      <p>
        <a href={other}>
          {everything
            ? say("Toon alleen wat verschilt", "Show only what differs")
            : say("Toon ook wat gelijk is", "Show what is the same too")}
        </a>
      </p>
      {shown.length > 0 && (
        <Table
          name="side-by-side"
          caption={say(
            "Doorgestreept: staat er niet meer. Onderstreept: staat er nieuw.",
            "Struck out: is not there any more. Underlined: is there anew.",
          )}
          columns={columns(frameworkName(before), frameworkName(after))}
          rows={shown}
        />
      )}
    </Layout>
  );
}

/** Also when only its code, category or competencies are others. */
const isDifferent = ({ relation, before, after }: ComparedNorm): boolean =>
  (relation !== "same" && relation !== "overlaps") || before.length !== 1 || (after !== undefined && textOf(before[0]!) !== textOf(after));

const textOf = ({ code, title, category, competencies = [] }: Norm): string => JSON.stringify([code, title, category, ...competencies]);

function summary(rows: readonly ComparedNorm[]): string {
  const different = rows.filter(isDifferent).length;
  const same = rows.length - different;
  if (different === 0) return say("Er is geen verschil.", "There is no difference.");
  const counted = (["reworded", "merged", "split", "new", "dropped"] as const)
    .map((relation) => [relationBadges[relation].text, rows.filter((row) => row.relation === relation).length] as const)
    .filter(([, number]) => number > 0)
    .map(([text, number]) => `${number} ${text}`);
  const renumbered = rows.filter((row) => (row.relation === "same" || row.relation === "overlaps") && isDifferent(row)).length;
  if (renumbered > 0) {
    const words = say(
      "alleen met een andere code, categorie, competentie of tekst",
      "with another code, category, competency or text only",
    );
    counted.push(`${renumbered} ${words}`);
  }
  return [
    say(
      `${count(same, "norm is", "normen zijn")} helemaal gelijk, ${count(different, "regel verschilt", "regels verschillen")}`,
      `${count(same, "norm is", "norms are")} exactly the same, ${count(different, "line differs", "lines differ")}`,
    ),
    counted.length > 0 ? `: ${counted.join(", ")}.` : ".",
  ].join("");
}

const columns = (before: string, after: string): readonly Column<ComparedNorm>[] => [
  { header: say("Wat er gebeurde", "What happened"), cell: Happened },
  {
    header: before,
    cell: (row) =>
      row.before.length === 0 ? <span class="quiet">–</span> : row.before.map((norm) => <Side norm={norm} row={row} side="before" />),
    wide: true,
  },
  {
    header: after,
    cell: (row) => (row.after ? <Side norm={row.after} row={row} side="after" /> : <span class="quiet">–</span>),
    wide: true,
  },
];

function Happened({ relation, before: [norm], after }: ComparedNorm) {
  return (
    <>
      <StatusBadge word={relationBadges[relation]} />
      {relation === "same" && norm?.code !== after?.code && <small>{say("met een andere code", "with another code")}</small>}
    </>
  );
}

/** Words are marked where one norm became one norm: of two that were merged every word would be. */
function Side({ norm, row, side }: { readonly norm: Norm; readonly row: ComparedNorm; readonly side: "before" | "after" }) {
  const [only, ...others] = row.before;
  const pair = only && others.length === 0 && row.after ? { before: only.title, after: row.after.title } : undefined;
  const Words = side === "before" ? WordsGone : WordsNew;
  return (
    <p>
      <b>{norm.code}</b> {pair ? <Words {...pair} /> : <bdi>{norm.title}</bdi>}
      <small>{[norm.category, ...(norm.competencies ?? [])].join(", ")}</small>
    </p>
  );
}
