import { signalHeading } from "../../../core/figures/signal-digest.ts";
import {
  type Dossier,
  type DossierNorm,
  type DossierSignal,
  figureOfSignal,
  isTooLittleKnown,
  normsThat,
} from "../../../core/review/dossier.ts";
import type { Decided } from "../../../core/review/progress.ts";
import type { Review } from "../../../core/review/review.ts";
import { decisionWords } from "../../decisions.ts";
import { count, number, percent } from "../../format.ts";
import { say, useLanguage } from "../../language.tsx";
import { reviewNormAddress } from "../../reviews.ts";
import { StatusBadge } from "../../status-badge.tsx";
import { type Column, Table } from "../../table.tsx";

export interface AgendaProps {
  readonly review: Review;
  readonly dossier: Dossier;
  /** The decision of the review about a norm. */
  decidedAbout(norm: DossierNorm): Decided | undefined;
}

/** What asks for a decision, with what was decided; then what only is to be noticed, and all the rest, about which may be decided too. */
export function Agenda({ review, dossier, decidedAbout }: AgendaProps) {
  const [decide, notice, nothing] = (["decide", "notice", "nothing"] as const).map((verdict) => normsThat(dossier, verdict)) as [
    readonly DossierNorm[],
    readonly DossierNorm[],
    readonly DossierNorm[],
  ];
  const [unknown, quiet] = [
    nothing.filter((norm) => isTooLittleKnown(norm, dossier)),
    nothing.filter((norm) => !isTooLittleKnown(norm, dossier)),
  ];
  const columns = agendaColumns({ review, decidedAbout });
  return (
    <>
      <section aria-labelledby="agenda">
        <h2 id="agenda">{say("Wat vraagt een besluit?", "What asks for a decision?")}</h2>
        {decide.length === 0 ? (
          <p>{say("Geen enkele norm vraagt een besluit.", "No norm asks for a decision.")}</p>
        ) : (
          <Table
            name="agenda"
            caption={say("De dringendste norm staat bovenaan", "The most urgent norm is on top")}
            columns={columns}
            rows={decide}
          />
        )}
      </section>
      <section aria-labelledby="overig">
        <h2 id="overig">{say("Wat vraagt geen besluit?", "What asks for no decision?")}</h2>
        <Folded
          norms={notice}
          one={say("norm ter kennisname", "norm to be noticed")}
          many={say("normen ter kennisname", "norms to be noticed")}
          caption={say("Een besluit mag, maar hoeft niet", "A decision may be taken, and need not be")}
          columns={columns}
        />
        <Folded
          norms={quiet}
          one={say("norm waarbij niets opviel", "norm without anything that stood out")}
          many={say("normen waarbij niets opviel", "norms without anything that stood out")}
          caption={say("Ook hierover mag u besluiten", "You may decide about these too")}
          columns={columns}
        />
        <Folded
          norms={unknown}
          one={say("norm waarover nog te weinig bekend is", "norm about which too little is known yet")}
          many={say("normen waarover nog te weinig bekend is", "norms about which too little is known yet")}
          caption={say("Te weinig organisaties zijn hierop beoordeeld", "Too few organisations were judged on these")}
          columns={columns}
        />
      </section>
    </>
  );
}

interface FoldedProps {
  readonly norms: readonly DossierNorm[];
  /** What one of them is, and several are. */
  readonly one: string;
  readonly many: string;
  readonly caption: string;
  readonly columns: readonly Column<DossierNorm>[];
}

const Folded = ({ norms, one, many, caption, columns }: FoldedProps) =>
  norms.length === 0 ? null : (
    <details>
      <summary>{count(norms.length, one, many)}</summary>
      <Table name="agenda" caption={caption} columns={columns} rows={norms} />
    </details>
  );

const agendaColumns = ({ review, decidedAbout }: Pick<AgendaProps, "review" | "decidedAbout">): readonly Column<DossierNorm>[] => [
  {
    header: say("Norm", "Norm"),
    cell: ({ address, code, title }) => (
      <>
        <a href={reviewNormAddress(review.id, address)}>{code}</a> <small>{title}</small>
      </>
    ),
    wide: true,
  },
  { header: say("Cijfer", "Figure"), cell: (norm) => <Figure norm={norm} /> },
  {
    header: say("Signaal", "Signal"),
    cell: ({ signals, verdict }) => <SignalNames signals={signals.filter(({ asks }) => asks === verdict)} />,
  },
  {
    header: say("Besluit", "Decision"),
    cell: (norm) => <DecisionOf {...{ norm, review }} decided={decidedAbout(norm)} />,
  },
];

/** Of the signal that put it on the agenda, which may be about one variant; of a norm without one, its own. */
function Figure({ norm }: { readonly norm: DossierNorm }) {
  const [first] = norm.signals;
  const { variant, met, judged } = first ? figureOfSignal(first) : { variant: null, ...norm.counts };
  if (judged === 0) return <>{say("niemand beoordeeld", "nobody judged")}</>;
  return (
    <>
      {variant !== null && `${variant}: `}
      {say(`${number(met)} van de ${number(judged)}`, `${number(met)} of ${number(judged)}`)} ({percent(met / judged)})
    </>
  );
}

export function SignalNames({ signals }: { readonly signals: readonly DossierSignal[] }) {
  const language = useLanguage();
  return <>{[...new Set(signals.map(({ signal }) => signalHeading(signal)[language]))].join("; ")}</>;
}

function DecisionOf({
  norm,
  review,
  decided,
}: { readonly norm: DossierNorm; readonly decided: Decided | undefined } & Pick<AgendaProps, "review">) {
  if (decided) return <StatusBadge word={decisionWords[decided.decision.kind]} />;
  if (norm.verdict !== "decide") return <>–</>;
  return <>{review.state === "closed" ? say("niet besloten", "not decided") : say("nog open", "still open")}</>;
}
