import { type TextPart, wordDifferences } from "../core/catalogue/word-differences.ts";

interface MarkedProps {
  readonly before: string;
  readonly after: string;
}

/** A text with what the later one does not have any more marked. */
export const WordsGone = ({ before, after }: MarkedProps) => <Parts parts={wordDifferences(before, after).before} as="del" />;

/** A text with what the earlier one did not have marked. */
export const WordsNew = ({ before, after }: MarkedProps) => <Parts parts={wordDifferences(before, after).after} as="ins" />;

/** `ins` and `del` are told by readers of screens too, and are underlined and struck out, so that no colour is needed. */
function Parts({ parts, as: Mark }: { readonly parts: readonly TextPart[]; readonly as: "ins" | "del" }) {
  return <bdi>{parts.map(({ text, changed }) => (changed ? <Mark>{text}</Mark> : text))}</bdi>;
}
