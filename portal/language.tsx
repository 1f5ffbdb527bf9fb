import { type Child, createContext, useContext } from "hono/jsx";

export const languages = ["nl", "en"] as const;
export type Language = (typeof languages)[number];

const Current = createContext<Language>("nl");

/** Everything below it speaks that language. */
export function Speaking({ language, children }: { readonly language: Language; readonly children: Child }) {
  return <Current.Provider value={language}>{children}</Current.Provider>;
}

/** The language of the page that is being made; Dutch outside of one. Only to be called while a component is rendered. */
export const useLanguage = (): Language => useContext(Current);

/** The text in the language of the page that is being made: both stand side by side where they are used. */
export const say = (nl: string, en: string): string => (useLanguage() === "en" ? en : nl);
