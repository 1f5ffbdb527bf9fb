import { amsterdamDay, type Day, parseIsoDay } from "../calendar.ts";
import type { Catalogue } from "../catalogue/types.ts";
import type { Decision } from "../decisions.ts";
import { placeAt } from "../figures/norm-address.ts";
import type { LetterItem } from "../notifications/letter.ts";
import type { GroupNotice } from "../notifications/notice-mail.ts";
import { count } from "../numbers.ts";
import { dutchDate } from "../relevance/sentences/words.ts";
import { undecidedOf } from "./progress.ts";
import { type Review, reached } from "./review.ts";

/** Somebody of the committee hears of it once a week, whatever comes of it. */
const DAYS_BETWEEN = 7;
/** From so many days before the last one on the warning counts as another message: a weekly one may just have gone out. */
const WARN_BEFORE = 3;

/** Norms that a reminder names; the rest is on the page. */
const NAMED = 15;

/**
 * What the committee is told of the reviews that are open and have norms to decide about: that it began, every week what is still open, and a warning just before its last
 * day. The days of one week are one message: one on which nothing was sent is made up for on the next.
 */
export const reviewNotices = (
  reviews: readonly Review[],
  decisions: readonly Decision[],
  catalogue: Catalogue,
  today: Day,
): readonly GroupNotice[] =>
  reviews.flatMap((review): GroupNotice[] => {
    const { state, decideBy } = review;
    const daysLeft = decideBy === undefined ? -1 : parseIsoDay(decideBy)! - today;
    if (state !== "open" || daysLeft < 0) return [];
    const undecided = undecidedOf(review, decisions, catalogue);
    return undecided.length === 0 ? [] : [{ group: "commissie", notice: noticeOf(review, undecided, catalogue, { today, daysLeft }) }];
  });

function noticeOf(
  review: Review,
  undecided: readonly string[],
  catalogue: Catalogue,
  { today, daysLeft }: { readonly today: Day; readonly daysLeft: number },
) {
  const { id, label, referenceDate, decideBy = "" } = review;
  const week = Math.floor((today - amsterdamDay(reached(review, "open")!)) / DAYS_BETWEEN);
  const last = daysLeft <= WARN_BEFORE;
  const norms = count(undecided.length, "norm", "normen");
  return {
    about: `review ${id} ${last ? "last days" : `week ${week}`}`,
    subject: last
      ? `Relevantietoets ${label} sluit bijna: nog ${norms} om over te besluiten`
      : week === 0
        ? `De relevantietoets ${label} is open: ${norms} om over te besluiten`
        : `Relevantietoets ${label}: nog ${norms} om over te besluiten`,
    paragraphs: [
      `De relevantietoets van ${label} met peildatum ${dutchDate(referenceDate)} vraagt nog een besluit over ${norms}.`,
      `U kunt besluiten tot en met ${dutchDate(decideBy)}${daysLeft === 0 ? ", dat is vandaag" : `: nog ${count(daysLeft, "dag", "dagen")}`}. Daarna sluit de toets; wat dan nog open is, blijft als open staan.`,
    ],
    list: {
      heading: "Nog te besluiten",
      items: undecided.slice(0, NAMED).map((address) => itemOf(address, catalogue)),
      count: undecided.length,
    },
    link: { text: "Naar de relevantietoets", path: `/relevantietoets/${encodeURIComponent(id)}` as const },
    why: "U krijgt dit bericht omdat u lid bent van de beheercommissie.",
  };
}

/** A norm that the catalogue has no more is called by its address. */
function itemOf(address: string, catalogue: Catalogue): LetterItem {
  const place = placeAt(catalogue, address);
  if (!place) return { title: decodeURIComponent(address), text: "" };
  const { framework, norm } = place;
  const { code, title } = framework.norms[norm]!;
  return { title: `${code} (${framework.label} ${framework.variant} ${framework.version})`, text: title };
}
