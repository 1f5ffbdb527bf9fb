import { number } from "./format.ts";
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
    <nav class="pager" aria-label={`Bladeren door ${what}${place ? `, ${place} de lijst` : ""}`}>
      <p>
        U ziet {what} {number(from)} tot en met {number(to)} van de {number(total)}: pagina {number(page)} van {number(pages)}.
      </p>
      <ul>
        {page > 1 && (
          <li>
            <a href={address(page - 1)} rel="prev">
              Vorige {what}
            </a>
          </li>
        )}
        {page < pages && (
          <li>
            <a href={address(page + 1)} rel="next">
              Volgende {what} ({number(Math.min(total - to, slice.items.length))})
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
