import type { Route } from "./route.ts";

type Declared = Pick<Route, "method" | "path" | "right">;

/**
 * Routes whose pages are read when the first of them is asked for: who waits for one page does not wait for all of them. What is declared here
 * is what counts, and the group itself must say the same: a route that it lacks, or knows with another right, is a fault.
 */
export function later(declared: readonly Declared[], load: () => Promise<readonly Route[]>): readonly Route[] {
  let loading: Promise<readonly Route[]> | undefined;
  return declared.map(({ method, path, right }) => ({
    method,
    path,
    right,
    answer: async (c) => {
      loading ??= load();
      const route = (await loaded(loading)).find((one) => one.method === method && one.path === path);
      if (route?.right !== right) throw new Error(`${method} ${path} is declared for ${right} and made for ${route?.right ?? "nobody"}`);
      return route.answer(c);
    },
  }));

  /** A group that could not be read is tried again at the next request. */
  async function loaded(routes: Promise<readonly Route[]>): Promise<readonly Route[]> {
    try {
      return await routes;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  }
}
