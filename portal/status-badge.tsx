import type { Word } from "./words.ts";

/** A word with a colour and a mark of its own shape: readable without colour. */
export function StatusBadge({ word }: { readonly word: Word }) {
  return <span class={`badge ${word.tone}`}>{word.text}</span>;
}
