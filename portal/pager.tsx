import { number } from "./format.ts";
import { say } from "./language.tsx";
import type { Slice } from "./selection.ts";

interface PagerProps {
  readonly slice: Slice<unknown>;
  /** Plural, e.g. "plaatsen". */
  readonly what: string;
  /** Of two pagers around one list: which it is. */
  readonly place?: "boven" | "onder";
  address(page: number): string;
}

/** Which part of a list is shown, how many more there are and where. Nothing when all of it is shown. */
export function Pager({ slice, what, place, address }: PagerProps) {
  if (slice.pages === 1) return null;
  const { from, to, total, page, pages } = slice;
  return (
    <nav
      class="pager"
      aria-label={say(
        `Bladeren door ${what}${place ? `, ${place} de lijst` : ""}`,
        `Pages of ${what}${place === undefined ? "" : place === "boven" ? ", above the list" : ", below the list"}`,
      )}
    >
      <p>
        {say(
          `U ziet ${what} ${number(from)} tot en met ${number(to)} van de ${number(total)}: pagina ${number(page)} van ${number(pages)}.`,
          `You see ${what} ${number(from)} to ${number(to)} of ${number(total)}: page ${number(page)} of ${number(pages)}.`,
        )}
      </p>
      <ul>
        {page > 1 && (
          <li>
            <a href={address(page - 1)} rel="prev">
              {say("Vorige", "Previous")} {what}
            </a>
          </li>
        )}
        {page < pages && (
          <li>
            <a href={address(page + 1)} rel="next">
              {say("Volgende", "Next")} {what} ({number(Math.min(total - to, slice.items.length))})
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
