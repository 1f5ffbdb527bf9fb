import { type Child, createContext, useContext } from "hono/jsx";
import type { User } from "../core/access.ts";
import { type Language, Speaking } from "./language.tsx";

/** Who looks at a page, and how: every component can ask for it. */
export interface Visit {
  readonly user?: User;
  /** What every form must carry; absent when nobody is signed in. */
  readonly formToken?: string;
  readonly language: Language;
  /** Path and query of the page. */
  readonly address: string;
}

const Current = createContext<Visit>({ language: "nl", address: "/" });

/** Everything below it is made for that visit. */
export function Visiting({ visit, children }: { readonly visit: Visit; readonly children: Child }) {
  return (
    <Current.Provider value={visit}>
      <Speaking language={visit.language}>{children}</Speaking>
    </Current.Provider>
  );
}

/** The visit that the page is made for. Only to be called while a component is rendered. */
export const useVisit = (): Visit => useContext(Current);

/** Hidden field without which a form is refused: a page of another site cannot know its value. */
export function FormToken() {
  const { formToken } = useVisit();
  return <input type="hidden" name={FORM_TOKEN} value={formToken} />;
}

export const FORM_TOKEN = "formulier";
