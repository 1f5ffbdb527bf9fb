import { dutchDay } from "../../../core/calendar.ts";
import { addressOf } from "../../../core/figures/norm-address.ts";
import { addressesOf } from "../../../core/figures/norm-addresses.ts";
import type { NormDossier } from "../../../core/figures/norm-dossier/norm-dossier.ts";
import { type SignalSaidOnce, saidOnce } from "../../../core/figures/norm-dossier/said-once.ts";
import { metBy } from "../../../core/figures/selected/norm-rows.ts";
import { shareOf } from "../../../core/figures/share.ts";
import { sinceText, viewName } from "../../../core/figures/signal-digest.ts";
import { type Counting, countings } from "../../../core/figures/tables/counting.ts";
import type { Sentence } from "../../../core/relevance/sentences.ts";
import { thresholds } from "../../../core/relevance/thresholds.ts";
import type { FlaggedNorm, Publication } from "../../data.ts";
import { count, number, percent } from "../../format.ts";
import { say } from "../../language.tsx";
import { StatusBadge } from "../../status-badge.tsx";
import { bySignalOrder, signalWord, statusWords } from "../../words.ts";

/** What the figures say of the norm: its signals with their sentence, or why there are none; then how organisations stand, both ways of counting. */
export function Conclusion({ dossier, publication }: { readonly dossier: NormDossier; readonly publication: Publication | undefined }) {
  const { signals, exploratory, withdrawn, norm, view } = dossier;
  const apart = view.frameworks.length > 1 ? flaggedApart(publication, norm) : [];
  const said = saidOnce(signals).toSorted((a, b) => bySignalOrder(a.signal.signal, b.signal.signal));
  return (
    <section class={said.length > 0 ? "answer" : "answer so-far"} aria-labelledby="conclusie">
      <h2 id="conclusie">{say("Wat de cijfers zeggen", "What the figures say")}</h2>
      {said.length > 0 ? (
        <ul class="said">
          {said.map((one) => (
            <li>
              <Said said={one} />
            </li>
          ))}
        </ul>
      ) : (
        <NothingSaid judged={dossier.now.counts.judged} />
      )}
      {exploratory && signals.length > 0 && (
        <p class="quiet">
          {say(
            "Deze signalen gaan over het vaste beeld met alle toetsen, niet over uw keuze hieronder.",
            "These signals are about the fixed view with all audits, not about your choice below.",
          )}
        </p>
      )}
      <Standing dossier={dossier} />
      {apart.length > 0 && <Apart flagged={apart} />}
      {(apart.length > 0 || said.some(({ signal }) => signal.view !== view.id)) && (
        <p class="quiet">
          {say(
            "Aantallen kunnen verschillen: binnen één variant of één normenkader telt van een organisatie de laatste toets daarbinnen; in alles samen alleen haar allerlaatste toets.",
            "Numbers may differ: within one variant or one framework, the latest test of an organisation within it counts; in all together only its very latest test.",
          )}
        </p>
      )}
      {withdrawn && (
        <p>
          {say(
            `Deze norm staat niet meer in het normenkader; ${norm.places.at(-1)!.framework.version} was de laatste versie.`,
            `This norm is no longer in the framework; ${norm.places.at(-1)!.framework.version} was the last version.`,
          )}
        </p>
      )}
    </section>
  );
}

/** What the first screen says of the norm, framework by framework: there a reader comes from. */
const flaggedApart = (publication: Publication | undefined, norm: NormDossier["norm"]): readonly FlaggedNorm[] => {
  const addresses = addressesOf(norm);
  return (publication?.flagged ?? []).filter((flag) =>
    addresses.includes(addressOf({ label: flag.label, variant: flag.variant, version: flag.framework }, flag.norm)),
  );
};

function Apart({ flagged }: { readonly flagged: readonly FlaggedNorm[] }) {
  const parts = flagged.map(({ variant, framework, signal, met, n }) => {
    const share = say(`${number(met)} van de ${number(n)}`, `${number(met)} of ${number(n)}`);
    return `${variant} ${framework}: ${share} (${signalWord(signal).text})`;
  });
  return (
    <p>
      {say("Elk normenkader apart geteld, zoals op het overzicht:", "Each framework counted apart, as on the overview:")} {parts.join("; ")}
      .
    </p>
  );
}

function Said({ said: { signal, also } }: { readonly said: SignalSaidOnce }) {
  const views = also.map(({ view }) => inWords(viewName(view)));
  return (
    <>
      <p>
        <StatusBadge word={signalWord(signal.signal)} /> {inWords(signal.sentence)}
      </p>
      <p class="quiet">
        {statusWords[signal.status].text}: {inWords(sinceText(signal))}. {inWords(viewName(signal.view))}
        {views.length > 0 && `; ${say("ook in", "also in")} ${views.join(", ")}`}.
      </p>
    </>
  );
}

/** English sentences may be absent in publications from before they were kept. */
const inWords = ({ nl, en }: Sentence): string => say(nl, en === "" ? nl : en);

function NothingSaid({ judged }: { readonly judged: number }) {
  if (judged === 0)
    return (
      <p>
        {say(
          "Over deze norm is nog niets te zeggen: er is niets beoordeeld.",
          "Nothing can be said about this norm yet: nothing was judged.",
        )}
      </p>
    );
  if (judged < thresholds.enoughToSpeak) {
    return (
      <p>
        {say(
          `Nog niet te zeggen: ${count(judged, "organisatie is", "organisaties zijn")} beoordeeld, en ${number(thresholds.enoughToSpeak)} zijn nodig voor een conclusie.`,
          `Cannot be said yet: ${count(judged, "organisation was", "organisations were")} assessed, and ${number(thresholds.enoughToSpeak)} are needed for a conclusion.`,
        )}
      </p>
    );
  }
  return (
    <p>
      {say(
        "Er is geen signaal over deze norm. Dat betekent niet dat er niets speelt: een verschil kan te klein zijn om te zien.",
        "There is no signal about this norm. That does not mean that there is nothing: a difference may be too small to see.",
      )}
    </p>
  );
}

function Standing({ dossier: { now, until } }: { readonly dossier: NormDossier }) {
  const { counts } = now;
  if (counts.judged === 0) return null;
  const ways: Readonly<Record<Counting, string>> = {
    streng: say("Streng geteld voldoet", "Counted strictly, the norm is met by"),
    soepel: say("Telt “voldoet deels” mee, dan voldoet", "If “partly met” counts too, by"),
  };
  return countings.map((counting) => {
    const met = metBy(counting, counts);
    const { share, interval } = shareOf(met, counts.judged);
    return (
      <p>
        {ways[counting]} <b>{percent(share!)}</b>: {number(met)} {say("van de", "of")}{" "}
        {count(counts.judged, say("organisatie", "organisation"), say("organisaties", "organisations"))} (
        {say("95%-interval", "95% interval")} {percent(interval!.lower)} {say("tot", "to")} {percent(interval!.upper)})
        {counting === "streng" && `, ${say("stand van", "as of")} ${dutchDay(until)}`}.
      </p>
    );
  });
}
