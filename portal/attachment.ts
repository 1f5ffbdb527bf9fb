/** Value of `Content-Disposition` for a file to be kept under that name. RFC 6266: a plain name for old programs, the real one (RFC 8187) for all others. Neither can break out of the header. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w. ()-]/g, "_");
  const real = encodeURIComponent(wellFormed(name)).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${real}`;
}

/** Half a character, which has no place in an address, becomes U+FFFD. */
const wellFormed = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));
