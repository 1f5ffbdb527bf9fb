import type { CoverageCell } from "../../core/figures/what-if/coverage.ts";
import type { WhatIf } from "../../core/figures/what-if/what-if.ts";
import type { OpenWork } from "../../core/framework-draft/check.ts";
import type { DraftNorm, DroppedNorm, FrameworkDraft, TakenDecision } from "../../core/framework-draft/types.ts";
import { frameworkKey } from "../../core/ids.ts";
import { count, day } from "../format.ts";
import { comparePage, draftNormPage, draftPage, FRAMEWORKS, NEW_NORM } from "../framework-links.ts";
import { stateWords } from "../framework-words.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { withFields } from "../norm-links.ts";
import { StatusBadge } from "../status-badge.tsx";
import { type Column, Table } from "../table.tsx";
import { DraftFields, Faults, trailText } from "./framework-draft/draft-layout.tsx";
import { Decided, decisionsOn, NormsTable } from "./framework-draft/norms-table.tsx";
import type { DraftView } from "./framework-draft/view.ts";
import { WhatIfSection } from "./framework-draft/what-if.tsx";

/** Which norms are shown. */
export const draftFilters = ["alles", "anders", "open"] as const;
export type DraftFilter = (typeof draftFilters)[number];

interface DraftPageProps extends DraftView {
  readonly filter: DraftFilter;
  /** Of the checks of the catalogue, Dutch. */
  readonly problems: readonly string[];
  readonly work: readonly OpenWork[];
  /** Taken since the draft was begun. */
  readonly late: readonly TakenDecision[];
  /** Only for who may see figures. */
  readonly whatIf?: { readonly outcome: WhatIf | undefined; readonly cells: readonly CoverageCell[] };
  readonly refused?: Parameters<typeof Faults>[0];
}

/** A draft: what it changes, what stands in the way, what it would have meant, and who did what. */
export function DraftPage(props: DraftPageProps) {
  const { draft, base, problems, work, late, whatIf, refused } = props;
  return (
    <Layout title={refused ? say(`Niet verwerkt: ${draft.title}`, `Not processed: ${draft.title}`) : draft.title} section={FRAMEWORKS}>
      <p class="back">
        <a href={FRAMEWORKS}>{say("Alle normenkaders", "All frameworks")}</a>
      </p>
      <h1>{draft.title}</h1>
      {refused && <Faults {...refused} />}
      <p class="lead">
        <StatusBadge word={stateWords[draft.state]} /> {lead(props)}
      </p>
      {cameAnotherWay(draft) && (
        <p>
          {say(
            "Deze versie is buiten dit concept om in gebruik genomen; wat geldt, kan ervan verschillen.",
            "This version was not put in force from this draft; what is in force may differ from it.",
          )}
        </p>
      )}
      <Actions {...props} />
      <Checks problems={problems} work={work} late={late} draft={draft} />
      <Norms {...props} />
      <Dropped {...props} />
      {whatIf && <WhatIfSection draft={draft} base={base} catalogue={props.catalogue} whatIf={whatIf.outcome} cells={whatIf.cells} />}
      <section aria-labelledby="verloop">
        <h2 id="verloop">{say("Wie deed wat", "Who did what")}</h2>
        <ul>
          {draft.trail.toReversed().map((line) => (
            <li>{trailText(line)}</li>
          ))}
        </ul>
      </section>
      {props.mayEdit && <Discard draft={draft} />}
    </Layout>
  );
}

/** It counts as published because its version is in the catalogue, and nobody published it here. */
const cameAnotherWay = ({ state, trail }: FrameworkDraft): boolean =>
  state === "published" && !trail.slice(-1).some(({ event }) => event === "publishing" || event === "published");

function lead(props: DraftPageProps): string {
  const { draft, base } = props;
  const norms = `${count(draft.norms.length, say("norm", "norm"), say("normen", "norms"))}`;
  const follows = say(`volgt op ${base.label} ${base.variant} ${base.version}`, `follows ${base.label} ${base.variant} ${base.version}`);
  return `${[norms, follows, ...validityTexts(props)].join("; ")}.`;
}

/** By the catalogue once the version is there: its days may be changed after it was published. */
function validityTexts({ draft, base, catalogue }: DraftPageProps): readonly string[] {
  const { label, variant, version, state, validity, plannedFrom } = draft;
  const made = state === "published" ? catalogue.frameworkByKey.get(frameworkKey(label, variant, version)) : undefined;
  const from = made?.validFrom ?? validity?.validFrom;
  const until = made ? base.validUntil : validity?.beforeUntil;
  if (!from) return [say(`beoogd vanaf ${day(plannedFrom)}`, `planned from ${day(plannedFrom)}`)];
  return [
    say(`geldt vanaf ${day(from)}`, `in force from ${day(from)}`),
    ...(until ? [say(`de vorige versie geldt nog tot en met ${day(until)}`, `the version before lasts until ${day(until)}`)] : []),
  ];
}

function Actions({ draft, base, mayEdit, mayPublish }: DraftPageProps) {
  const page = draftPage(draft);
  const links: readonly (readonly [href: string, text: string, file?: boolean])[] = [
    ...(mayEdit
      ? ([
          [draftNormPage(draft, NEW_NORM), say("Norm toevoegen", "Add a norm")],
          [`${page}/samenvoegen`, say("Normen samenvoegen", "Merge norms")],
          [`${page}/gegevens`, say("Titel, datum en categorieën", "Title, date and categories")],
          [`${page}/bestand`, say("In Excel bewerken", "Edit in Excel")],
        ] as const)
      : []),
    [comparePage(base.key, `${draft.label}/${draft.variant}/${draft.version}`), say("Naast de vorige versie", "Beside the version before")],
    [`${page}/concept.xlsx`, say("Ophalen als Excel", "Fetch as Excel"), true],
    [`${page}/normenkader.json`, say("Ophalen als JSON", "Fetch as JSON"), true],
    ...(mayPublish ? ([[`${page}/publiceren`, say("In gebruik nemen", "Put in force")]] as const) : []),
  ];
  return (
    <nav class="contents" aria-label={say("Met dit concept", "With this draft")}>
      <ul>
        {links.map(([href, text, file]) => (
          <li>
            <a href={href} download={file}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Checks({ problems, work, late, draft }: Pick<DraftPageProps, "problems" | "work" | "late" | "draft">) {
  if (draft.state !== "open") return null;
  const toWord = work.filter(({ what }) => what === "toWord").length;
  const promised = work.filter(({ what }) => what === "samePromised").length;
  const notes = [
    ...(toWord > 0
      ? [
          say(
            `${count(toWord, "norm is", "normen zijn")} nog uit te werken: er is besloten dat de tekst anders moet, maar die is nog gelijk.`,
            `${count(toWord, "norm is", "norms are")} still to be worked out: it was decided that the text must change, but it is the same yet.`,
          ),
        ]
      : []),
    ...(promised > 0
      ? [
          say(
            `${count(promised, "norm heeft", "normen hebben")} een andere tekst en ${promised === 1 ? "geldt" : "gelden"} als gelijk: de trendlijn loopt door. Klopt dat?`,
            `${count(promised, "norm has", "norms have")} another text and ${promised === 1 ? "counts" : "count"} as the same: the line over time runs on. Is that right?`,
          ),
        ]
      : []),
    ...late.map(({ norm, number }) =>
      say(
        `Over ${norm} is een besluit genomen (besluit ${number}) dat nog niet in dit concept is verwerkt.`,
        `A decision was taken about ${norm} (decision ${number}) that is not in this draft yet.`,
      ),
    ),
  ];
  return (
    <section class={`verdict ${problems.length > 0 ? "bad" : notes.length > 0 ? "mixed" : "good"}`} aria-labelledby="controle">
      <h2 id="controle">
        {problems.length > 0
          ? say("Controle: dit kan zo niet in gebruik worden genomen", "Check: this cannot be put in force as it is")
          : toWord > 0
            ? say("Controle: nog niet klaar", "Check: not finished yet")
            : say("Controle: in orde", "Check: right")}
      </h2>
      {problems.length > 0 && (
        <ul lang="nl">
          {problems.map((problem) => (
            <li>{problem}</li>
          ))}
        </ul>
      )}
      {notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Norms(props: DraftPageProps) {
  const { draft, filter, work } = props;
  const of = {
    alles: draft.norms,
    anders: draft.norms.filter((norm) => isChanged(norm, props)),
    open: draft.norms.filter(({ id }) => work.some(({ norm }) => norm.id === id)),
  };
  const names: Readonly<Record<DraftFilter, string>> = {
    alles: say("Alle normen", "All norms"),
    anders: say("Wat verandert", "What changes"),
    open: say("Waar nog iets mee moet", "What needs attention"),
  };
  return (
    <section aria-labelledby="normen">
      <h2 id="normen">{say("Normen", "Norms")}</h2>
      <nav class="tabs choice" aria-label={say("Welke normen", "Which norms")}>
        <ul>
          {draftFilters.map((one) => (
            <li>
              <a
                href={`${withFields(draftPage(draft), one === "alles" ? [] : [["toon", one]])}#normen`}
                aria-current={one === filter ? "page" : undefined}
              >
                {names[one]} ({of[one].length})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {of[filter].length > 0 && <NormsTable {...props} norms={of[filter]} caption={names[filter]} />}
    </section>
  );
}

function isChanged(norm: DraftNorm, { base }: DraftView): boolean {
  const [origin, ...others] = norm.from;
  const before = base.norms.find(({ code }) => code === origin?.norm);
  if (!before || others.length > 0 || origin?.relation !== "same") return true;
  const { code, title, category, competencies = [] } = before;
  return [code, title, category, ...competencies].join("\n") !== [norm.code, norm.title, norm.category, ...norm.competencies].join("\n");
}

function Dropped(props: DraftPageProps) {
  const { draft, mayEdit } = props;
  if (draft.dropped.length === 0) return null;
  const restore: Column<DroppedNorm> = {
    header: say("Terugzetten", "Put back"),
    cell: ({ norm }) => (
      <form method="post" action={`${draftPage(draft)}#normen`}>
        <DraftFields draft={draft} />
        <input type="hidden" name="norm" value={String(norm.id)} />
        <button
          type="submit"
          name="doel"
          value="terugzetten"
          class="quiet"
          aria-label={say(`Zet terug: ${norm.code}`, `Put back: ${norm.code}`)}
        >
          {say("Zet terug", "Put back")}
        </button>
      </form>
    ),
  };
  return (
    <section aria-labelledby="vervallen">
      <h2 id="vervallen">{say("Vervalt", "Dropped")}</h2>
      <Table
        name={mayEdit ? "draft-norms editable" : "draft-norms"}
        caption={say("Normen die in deze versie niet terugkomen", "Norms that do not come back in this version")}
        columns={[
          { header: say("Code", "Code"), cell: ({ norm }: DroppedNorm) => norm.code },
          { header: say("Titel", "Title"), cell: ({ norm }) => <bdi>{norm.title}</bdi>, wide: true },
          { header: say("Reden", "Reason"), cell: ({ reason }) => <bdi>{reason}</bdi>, wide: true },
          { header: say("Besloten", "Decided"), cell: ({ norm }) => <Decided decisions={decisionsOn(norm, props)} /> },
          ...(mayEdit ? [restore] : []),
        ]}
        rows={draft.dropped}
      />
    </section>
  );
}

const Discard = ({ draft }: Pick<DraftView, "draft">) => (
  <details>
    <summary>{say("Dit concept weggooien", "Throw this draft away")}</summary>
    <form method="post" action={draftPage(draft)}>
      <DraftFields draft={draft} />
      <p>
        {say(
          "Niemand kan er dan verder aan werken. De besluiten van de beheercommissie blijven staan; er kan opnieuw een concept worden begonnen.",
          "Then nobody can go on with it. The decisions of the committee stay; a draft can be begun anew.",
        )}
      </p>
      <p>
        <button type="submit" name="doel" value="weggooien">
          {say("Weggooien", "Throw away")}
        </button>
      </p>
    </form>
  </details>
);
