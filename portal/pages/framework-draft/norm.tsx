import type { EditFault } from "../../../core/framework-draft/edit.ts";
import type { NormFault, NormText } from "../../../core/framework-draft/norm-faults.ts";
import type { DraftNorm } from "../../../core/framework-draft/types.ts";
import { editFaultText } from "../../framework-faults.ts";
import { draftNormPage, NEW_NORM } from "../../framework-links.ts";
import { say } from "../../language.tsx";
import { DraftFields, DraftLayout, Faults, type Refusal } from "./draft-layout.tsx";
import { NormFields } from "./norm-fields.tsx";
import { Decided, decisionsOn } from "./norms-table.tsx";
import type { DraftView } from "./view.ts";

/** An edit that was not made: what was filled in stands in its form again. */
export interface NormAttempt {
  readonly purpose: "wijzigen" | "splitsen" | "vervallen" | "toevoegen" | "samenvoegen";
  readonly texts: readonly NormText[];
  readonly reason: string;
  readonly asksSame: boolean | undefined;
  readonly overlaps: readonly string[];
  readonly ids: readonly number[];
  readonly faults: readonly EditFault[];
  readonly reasonMissing: boolean;
  readonly refusal?: Refusal;
}

interface NormPageProps extends DraftView {
  readonly norm: DraftNorm;
  readonly possibleOverlaps: DraftNorm["overlaps"];
  readonly attempt?: NormAttempt;
}

export const PARTS = 4;

/** One norm of a draft: change, split or drop it. */
export function DraftNormPage(props: NormPageProps) {
  const { draft, norm, attempt } = props;
  return (
    <DraftLayout draft={draft} heading={say(`Norm ${norm.code}`, `Norm ${norm.code}`)} refused={attempt !== undefined}>
      {attempt && <AttemptFaults attempt={attempt} />}
      <Before {...props} />
      <Change {...props} />
      <Split {...props} />
      <Drop {...props} />
    </DraftLayout>
  );
}

export const AttemptFaults = ({ attempt }: { readonly attempt: NormAttempt }) => (
  <Faults
    faults={[
      ...attempt.faults.map((fault) =>
        attempt.texts.length > 1 && "at" in fault
          ? `${say("Norm", "Norm")} ${fault.at + 1}: ${editFaultText(fault)}`
          : editFaultText(fault),
      ),
      ...(attempt.reasonMissing ? [say("Geef een reden.", "Give a reason.")] : []),
    ]}
    refusal={attempt.refusal}
  />
);

/** Fields of the norm at this place in the form that are not right. */
export const wrongFields = (attempt: NormAttempt | undefined, at: number): readonly NormFault["field"][] =>
  (attempt?.faults ?? []).flatMap((fault) => ("at" in fault && fault.at === at ? [fault.field] : []));

function Before({ norm, base, ...view }: NormPageProps) {
  const before = base.norms.filter(({ code }) => norm.from.some((origin) => origin.norm === code));
  const decisions = decisionsOn(norm, view);
  return (
    <dl>
      {before.map(({ code, title }) => (
        <div>
          <dt>
            {base.version} {code}
          </dt>
          <dd>
            <bdi>{title}</bdi>
          </dd>
        </div>
      ))}
      {decisions.length > 0 && (
        <div>
          <dt>{say("Besloten", "Decided")}</dt>
          <dd>
            <Decided decisions={decisions} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Change({ norm, possibleOverlaps, ...view }: NormPageProps) {
  const attempt = view.attempt?.purpose === "wijzigen" ? view.attempt : undefined;
  const [origin, ...others] = norm.from;
  const whole = origin !== undefined && others.length === 0 && (origin.relation === "same" || origin.relation === "reworded");
  const asksSame = attempt?.asksSame ?? origin?.relation === "same";
  const held = attempt?.overlaps ?? norm.overlaps.map((one) => `${one.framework} ${one.norm}`);
  return (
    <section aria-labelledby="wijzigen">
      <h2 id="wijzigen">{say("Wijzigen", "Change")}</h2>
      <form method="post" action={draftNormPage(view.draft, norm.id)} class="filter selection draft-form">
        <DraftFields draft={view.draft} />
        <NormFields {...view} text={attempt?.texts[0] ?? norm} wrong={wrongFields(attempt, 0)} />
        {whole && (
          <fieldset class="choices">
            <legend>
              {say(
                `Vraagt de norm nog hetzelfde als ${origin.norm} in ${view.base.version}?`,
                `Does the norm ask the same as ${origin.norm} in ${view.base.version}?`,
              )}
            </legend>
            <label>
              <input type="radio" name="zelfde" value="ja" checked={asksSame} />{" "}
              {say("ja, de trendlijn loopt door", "yes, the line over time runs on")}
            </label>
            <label>
              <input type="radio" name="zelfde" value="nee" checked={!asksSame} />{" "}
              {say("nee, er begint een nieuwe lijn", "no, a new line begins")}
            </label>
          </fieldset>
        )}
        {possibleOverlaps.length > 0 && (
          <fieldset class="several">
            <legend>{say("Vraagt hetzelfde als, in andere normenkaders", "Asks the same as, in other frameworks")}</legend>
            {possibleOverlaps.map((one) => (
              <label>
                <input
                  type="checkbox"
                  name="overlap"
                  value={`${one.framework} ${one.norm}`}
                  checked={held.includes(`${one.framework} ${one.norm}`)}
                />{" "}
                {one.framework} {one.norm}
              </label>
            ))}
          </fieldset>
        )}
        <p>
          <button type="submit" name="doel" value="wijzigen">
            {say("Wijzigen", "Change")}
          </button>
        </p>
      </form>
    </section>
  );
}

const nothing = (category: string): NormText => ({ code: "", title: "", category, competencies: [] });

function Split({ norm, ...view }: NormPageProps) {
  const attempt = view.attempt?.purpose === "splitsen" ? view.attempt : undefined;
  return (
    <section aria-labelledby="splitsen">
      <h2 id="splitsen">{say("Splitsen", "Split")}</h2>
      <details open={attempt !== undefined}>
        <summary>{say("Maak er twee of meer normen van", "Make two or more norms of it")}</summary>
        <form method="post" action={draftNormPage(view.draft, norm.id)} class="filter selection draft-form">
          <DraftFields draft={view.draft} />
          {Array.from({ length: PARTS }, (_, i) => (
            <fieldset class="side">
              <legend>
                {i < 2 ? say(`Deel ${i + 1}`, `Part ${i + 1}`) : say(`Deel ${i + 1} (mag leeg blijven)`, `Part ${i + 1} (may stay empty)`)}
              </legend>
              <NormFields
                {...view}
                prefix={`deel-${i + 1}-`}
                text={attempt?.texts[i] ?? (i === 0 ? norm : nothing(norm.category))}
                wrong={wrongFields(attempt, i)}
                optional
              />
            </fieldset>
          ))}
          <p>
            <button type="submit" name="doel" value="splitsen">
              {say("Splitsen", "Split")}
            </button>
          </p>
        </form>
      </details>
    </section>
  );
}

function Drop({ norm, ...view }: NormPageProps) {
  const attempt = view.attempt?.purpose === "vervallen" ? view.attempt : undefined;
  return (
    <section aria-labelledby="vervallen">
      <h2 id="vervallen">{say("Laten vervallen", "Drop")}</h2>
      <form method="post" action={draftNormPage(view.draft, norm.id)}>
        <DraftFields draft={view.draft} />
        <p class="field">
          <label for="reden">{say("Waarom vervalt de norm?", "Why is the norm dropped?")}</label>
          <textarea
            id="reden"
            name="reden"
            rows={2}
            maxlength={MAX_REASON}
            required
            aria-invalid={attempt?.reasonMissing ? "true" : undefined}
          >
            {attempt?.reason}
          </textarea>
        </p>
        <p>
          <button type="submit" name="doel" value="vervallen">
            {say("Laten vervallen", "Drop")}
          </button>
        </p>
      </form>
    </section>
  );
}

/** As long as the reason of a decision. */
export const MAX_REASON = 1000;

/** A norm that is to be added. */
export function AddNormPage({ attempt, ...view }: DraftView & { readonly attempt?: NormAttempt }) {
  return (
    <DraftLayout draft={view.draft} heading={say("Norm toevoegen", "Add a norm")} refused={attempt !== undefined}>
      {attempt && <AttemptFaults attempt={attempt} />}
      <form method="post" action={draftNormPage(view.draft, NEW_NORM)} class="filter selection draft-form">
        <DraftFields draft={view.draft} />
        <NormFields {...view} text={attempt?.texts[0] ?? nothing(view.draft.categories[0]?.code ?? "")} wrong={wrongFields(attempt, 0)} />
        <p>
          <button type="submit" name="doel" value="toevoegen">
            {say("Toevoegen", "Add")}
          </button>
        </p>
      </form>
    </DraftLayout>
  );
}

/** Norms that are to become one. */
export function MergePage({ attempt, action, ...view }: DraftView & { readonly attempt?: NormAttempt; readonly action: string }) {
  const { draft } = view;
  return (
    <DraftLayout draft={draft} heading={say("Normen samenvoegen", "Merge norms")} refused={attempt !== undefined}>
      {attempt && <AttemptFaults attempt={attempt} />}
      <form method="post" action={action} class="filter selection draft-form">
        <DraftFields draft={draft} />
        <fieldset class="several tall">
          <legend>{say("Deze normen worden één norm", "These norms become one norm")}</legend>
          {draft.norms.map(({ id, code, title }) => (
            <label>
              <input type="checkbox" name="norm" value={String(id)} checked={attempt?.ids.includes(id)} />{" "}
              <span>
                <b>{code}</b> <bdi>{title}</bdi>
              </span>
            </label>
          ))}
        </fieldset>
        <h2>{say("De nieuwe norm", "The new norm")}</h2>
        <p>{say("De code mag die van een van de samengevoegde normen zijn.", "The code may be that of one of the merged norms.")}</p>
        <NormFields {...view} text={attempt?.texts[0] ?? nothing(draft.categories[0]?.code ?? "")} wrong={wrongFields(attempt, 0)} />
        <p>
          <button type="submit" name="doel" value="samenvoegen">
            {say("Samenvoegen", "Merge")}
          </button>
        </p>
      </form>
    </DraftLayout>
  );
}
