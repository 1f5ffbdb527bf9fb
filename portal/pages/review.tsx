import { normsThat } from "../../core/review/dossier.ts";
import { dossierFormats } from "../../core/review/review-objects.ts";
import { decisionWords } from "../decisions.ts";
import { count, day, moment } from "../format.ts";
import { Illustrative } from "../illustrative.tsx";
import { say, useLanguage } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { REVIEWS, reviewAddress, reviewNormAddress, reviewStates } from "../reviews.ts";
import { Table } from "../table.tsx";
import { FormToken } from "../visit.tsx";
import { Agenda, type AgendaProps } from "./review/agenda.tsx";

interface ReviewPageProps extends AgendaProps {
  readonly mayDecide: boolean;
  /** Somebody wanted to close it while something was open, or after it was closed. */
  readonly closing?: "undecided" | "notOpen";
}

/** One relevance review: what asks for a decision, what was decided, what is gone, whether earlier decisions helped; and the dossier. */
export function ReviewPage(props: ReviewPageProps) {
  const { review, dossier, decidedAbout, mayDecide, closing } = props;
  const agenda = normsThat(dossier, "decide");
  const open = agenda.filter((norm) => !decidedAbout(norm));
  const title = say(
    `Relevantietoets ${review.label}, peildatum ${day(review.referenceDate)}`,
    `Relevance review ${review.label}, reference date ${day(review.referenceDate)}`,
  );
  return (
    <Layout title={title} section={REVIEWS}>
      <p class="back">
        <a href={REVIEWS}>{say("Alle relevantietoetsen", "All relevance reviews")}</a>
      </p>
      <h1>{title}</h1>
      <Illustrative publication={dossier.restsOn} />
      {closing && (
        <p class="wrong" role="alert">
          {closing === "undecided"
            ? say(
                "De toets is niet gesloten: nog niet over elke norm is besloten.",
                "The review was not closed: not every norm is decided about yet.",
              )
            : say("Deze toets was al gesloten.", "This review was closed already.")}
        </p>
      )}
      <p class="lead">
        <Standing {...props} open={open.length} agenda={agenda.length} />
      </p>
      {agenda.length > 0 && (
        <p>
          <label>
            {say(
              `Over ${agenda.length - open.length} van de ${count(agenda.length, "norm", "normen")} is besloten`,
              `${agenda.length - open.length} of ${count(agenda.length, "norm", "norms")} decided about`,
            )}{" "}
            <progress max={agenda.length} value={agenda.length - open.length} />
          </label>
        </p>
      )}
      {mayDecide && review.state === "open" && open[0] && (
        <p>
          <a class="button" href={reviewNormAddress(review.id, open[0].address)}>
            {say(`Begin met norm ${open[0].code}`, `Begin with norm ${open[0].code}`)}
          </a>
        </p>
      )}
      <Agenda {...props} />
      <Gone {...props} />
      <Effects {...props} />
      <Files {...props} />
      {mayDecide && review.state === "open" && <Close review={review} open={open.length} />}
      {review.state === "closed" && <Onward />}
      <Trail review={review} />
    </Layout>
  );
}

function Standing({ review, open, agenda }: Pick<ReviewPageProps, "review"> & { readonly open: number; readonly agenda: number }) {
  if (review.state === "closed") {
    if (open === 0) return <>{say("Gesloten. Over elke norm is besloten.", "Closed. Every norm is decided about.")}</>;
    return (
      <>
        {say(
          `Gesloten. Over ${count(open, "norm", "normen")} is niet besloten.`,
          `Closed. ${count(open, "norm was", "norms were")} not decided about.`,
        )}
      </>
    );
  }
  const until = review.decideBy ? day(review.decideBy) : "";
  if (agenda === 0) return <>{say("Geen enkele norm vraagt een besluit.", "No norm asks for a decision.")}</>;
  if (open === 0)
    return <>{say("Over elke norm is besloten. De toets kan dicht.", "Every norm is decided about. The review can be closed.")}</>;
  return (
    <>
      {say(
        `${count(open, "norm vraagt", "normen vragen")} nog een besluit. Dat kan tot en met ${until}; daarna sluit de toets en blijft de rest open staan.`,
        `${count(open, "norm asks", "norms ask")} for a decision still. That can be taken until ${until}; then the review closes and the rest stays open.`,
      )}
    </>
  );
}

function Gone({ dossier }: AgendaProps) {
  const language = useLanguage();
  if (!dossier.previous) return null;
  const since = day(dossier.previous.referenceDate);
  return (
    <section aria-labelledby="verdwenen">
      <h2 id="verdwenen">{say("Welke signalen zijn verdwenen?", "Which signals are gone?")}</h2>
      {dossier.gone.length === 0 ? (
        <p>{say(`Alle signalen van ${since} zijn er nog.`, `All signals of ${since} are still there.`)}</p>
      ) : (
        <Table
          caption={say(`Signalen van ${since} die er nu niet meer zijn`, `Signals of ${since} that are not there any more`)}
          columns={[
            {
              header: say("Norm", "Norm"),
              cell: ({ code, title }) => (
                <>
                  {code} <small>{title}</small>
                </>
              ),
              wide: true,
            },
            { header: say("Wat er was", "What there was"), cell: ({ sentence }) => sentence[language], wide: true },
            { header: say("Waarom het er niet meer is", "Why it is not there any more"), cell: ({ why }) => why[language], wide: true },
          ]}
          rows={dossier.gone}
        />
      )}
    </section>
  );
}

function Effects({ dossier: { effects } }: AgendaProps) {
  const language = useLanguage();
  if (effects.length === 0) return null;
  return (
    <section aria-labelledby="geholpen">
      <h2 id="geholpen">{say("Hebben eerdere besluiten geholpen?", "Did earlier decisions help?")}</h2>
      <Table
        caption={say(
          "Het nieuwste besluit bovenaan; een verschil komt niet vanzelf door het besluit",
          "The newest decision on top; a difference need not come from the decision",
        )}
        columns={[
          {
            header: say("Norm", "Norm"),
            cell: ({ code, title }) => (
              <>
                {code} <small>{title}</small>
              </>
            ),
            wide: true,
          },
          {
            header: say("Besluit", "Decision"),
            cell: ({ decision }) => (
              <>
                {decisionWords[decision.kind].text}, {day(decision.on)}
              </>
            ),
          },
          { header: say("Wat daarna gebeurde", "What came after it"), cell: ({ sentence }) => sentence[language], wide: true },
        ]}
        rows={effects}
      />
    </section>
  );
}

function Files({ review }: AgendaProps) {
  const address = reviewAddress(review.id);
  return (
    <section aria-labelledby="dossier">
      <h2 id="dossier">{say("Het dossier", "The dossier")}</h2>
      <p>
        {say(
          "Alles wat bekend was toen de toets openging: de cijfers per norm, hoe er geoordeeld is, hoe volledig de gegevens zijn en wat u niet kunt concluderen.",
          "All that was known when the review opened: the figures of every norm, how they were judged, how complete the data are and what cannot be concluded. In Dutch.",
        )}
      </p>
      <ul class="downloads">
        <li>
          <a class="button" href={`${address}/dossier/html`}>
            {say("Lees of print het dossier", "Read or print the dossier")}
          </a>
        </li>
        {dossierFormats
          .filter((format) => format !== "html")
          .map((format) => (
            <li>
              <a class="button" href={`${address}/dossier/${format}`} download>
                {format.toUpperCase()}
              </a>
            </li>
          ))}
        <li>
          <a class="button" href={`${address}/besluitenlijst`}>
            {review.state === "closed"
              ? say("Besluitenlijst", "List of decisions")
              : say("Besluitenlijst (concept)", "List of decisions (draft)")}
          </a>
        </li>
      </ul>
    </section>
  );
}

function Close({ review, open }: Pick<AgendaProps, "review"> & { readonly open: number }) {
  return (
    <section aria-labelledby="sluiten">
      <h2 id="sluiten">{say("De toets sluiten", "Close the review")}</h2>
      {open > 0 ? (
        <p>{say("Sluiten kan als over alle normen hierboven is besloten.", "It can be closed when all norms above are decided about.")}</p>
      ) : (
        <form method="post" action={`${reviewAddress(review.id)}/sluiten`}>
          <FormToken />
          <p>
            {say(
              "Na het sluiten verandert er niets meer aan deze toets. Wie later anders wil, neemt een nieuw besluit op de pagina van de norm.",
              "After closing nothing about this review changes any more. Whoever wants otherwise later takes a new decision on the page of the norm.",
            )}
          </p>
          <p>
            <button type="submit">{say("Sluit de relevantietoets", "Close the relevance review")}</button>
          </p>
        </form>
      )}
    </section>
  );
}

/** From decisions to the next version. */
const Onward = () => (
  <section aria-labelledby="verder">
    <h2 id="verder">{say("Van besluit naar normenkader", "From decision to framework")}</h2>
    <p>
      {say(
        "Een concept van het volgende normenkader begint met deze besluiten.",
        "A draft of the next framework begins with these decisions.",
      )}{" "}
      <a href="/normenkaders">{say("Naar de normenkaders", "To the frameworks")}</a>
    </p>
  </section>
);

function Trail({ review }: Pick<AgendaProps, "review">) {
  return (
    <section aria-labelledby="verloop">
      <h2 id="verloop">{say("Verloop", "Course")}</h2>
      <Table
        caption={say("Wat er met deze relevantietoets gebeurde", "What happened to this relevance review")}
        columns={[
          { header: say("Stand", "State"), cell: ({ state }) => reviewStates[state].text },
          { header: say("Wanneer", "When"), cell: ({ at }) => moment(at) },
          { header: say("Door", "By"), cell: ({ by }) => by?.name ?? say("vanzelf", "by itself") },
        ]}
        rows={review.trail}
      />
    </section>
  );
}
