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
  /** Addresses of the scripts by name; a page without one works too. */
  readonly scripts: ReadonlyMap<string, string>;
}

/** The visit of somebody of whom nothing is known yet. */
export const anybody: Visit = { language: "nl", address: "/", scripts: new Map() };

const Current = createContext<Visit>(anybody);

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
