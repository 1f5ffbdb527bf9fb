/**
 * The token of a session as it stands in pages: with other chance every time, so that nobody can find it out by how well pages compress
 * (BREACH, CVE-2013-3587). What a page carries is a pad and the token under it, exclusive-or.
 */
export function maskToken(token: string): string {
  const secret = bytesOf(token);
  const pad = crypto.getRandomValues(new Uint8Array(secret.length));
  return textOf(Uint8Array.from([...pad, ...secret.map((byte, i) => byte ^ pad[i]!)]));
}

/** Does what was sent carry the token? False for anything that is no masked token at all. */
export function carriesToken(sent: unknown, token: string): boolean {
  const secret = bytesOf(token);
  const masked = typeof sent === "string" && /^[\w-]+$/.test(sent) ? bytesOf(sent) : new Uint8Array();
  if (masked.length !== 2 * secret.length) return false;
  // Every byte is looked at, whatever the first ones say.
  const different = secret.reduce((sum, byte, i) => sum | (byte ^ masked[i]! ^ masked[i + secret.length]!), 0);
  return different === 0;
}

function bytesOf(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

const textOf = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
