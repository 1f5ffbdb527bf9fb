/**
 * Where to go after signing in or switching the language: a path of this portal, never an address elsewhere, whatever a link asks for.
 * Browsers read `//host` and `/\host` as another host, and drop tabs and line breaks; of `/.//host` only `//host` is left once it is read.
 */
export function returnAddress(wanted: string | undefined, origin: string): string {
  if (!wanted?.startsWith("/")) return "/";
  try {
    const url = new URL(wanted, origin);
    const elsewhere = url.origin !== new URL(origin).origin || url.pathname.startsWith("//");
    return elsewhere ? "/" : url.pathname + url.search + url.hash;
  } catch {
    return "/";
  }
}
