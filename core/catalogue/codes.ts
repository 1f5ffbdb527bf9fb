/**
 * The form of a norm code in which two spellings of the same code are equal: compatibility forms joined, upper and lower case alike,
 * white space and invisible characters gone, every dash a hyphen, and no point at the end ("1.2." in a heading is norm 1.2).
 * Digits, points and zeros stay: "1.2", "12" and "1.20" are three codes.
 */
export function foldCode(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u00AD\u200B-\u200D\u2060\uFEFF]+/gu, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\.+$/, "")
    .toLowerCase();
}

/**
 * The form in which two spellings of a word of the field are equal (score terms, headers, themes): upper and lower case, diacritics,
 * and the kind and number of separators do not matter.
 */
export function foldWord(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036F]/g, "")
    .toLowerCase()
    .replace(/[\s_\-\u00AD\u200B-\u200D\u2010-\u2015\u2060\u2212\uFEFF]+/gu, " ")
    .trim();
}

/** Excel reads such a code as a number and drops its last zero: "1.10" becomes 1.1, which is another norm. */
export const losesZeroInExcel = (code: string): boolean => /\.\d*0$/.test(code.trim());
