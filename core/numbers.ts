/** Numbers as people read them, in the two languages of the product. The same on every machine: no locale data of the runtime is asked. */
export type NumberLanguage = "nl" | "en";

const marks = { nl: { thousands: ".", decimal: "," }, en: { thousands: ",", decimal: "." } } as const;

/** A whole number: 1240 → "1.240" or "1,240". A fraction is rounded. */
export const number = (value: number, language: NumberLanguage = "nl"): string => grouped(String(Math.round(value)), language);

/** With at most one decimal: 8.19 → "8,2" or "8.2", 12 → "12". */
export function decimal(value: number, language: NumberLanguage = "nl"): string {
  const [whole = "", rest] = String(Math.round(value * 10) / 10).split(".");
  return `${grouped(whole, language)}${rest === undefined ? "" : `${marks[language].decimal}${rest}`}`;
}

/** With exactly two decimals, for what lies between -1 and 1: 0.932 → "0,93" or "0.93"; below 0 with a real minus sign. */
export const hundredths = (value: number, language: NumberLanguage = "nl"): string =>
  value.toFixed(2).replace("-0.00", "0.00").replace("-", "−").replace(".", marks[language].decimal);

/** "1 norm", "3 normen". */
export const count = (value: number, one: string, many: string, language: NumberLanguage = "nl"): string =>
  `${number(value, language)} ${value === 1 ? one : many}`;

/**
 * A fraction as a percentage: 0.28 → "28%", 0.0819 → "8,2%". Below 10% and above 90% one decimal tells things apart that matter;
 * what is not nought never reads as 0%, and what is not everything never as 100%.
 */
export function percent(fraction: number, language: NumberLanguage = "nl"): string {
  const value = fraction * 100;
  if (value > 0 && value < 0.05) return `<${decimal(0.1, language)}%`;
  if (value < 100 && value > 99.95) return `>${decimal(99.9, language)}%`;
  return `${value < 9.95 || value > 90.05 ? decimal(value, language) : number(value, language)}%`;
}

const grouped = (digits: string, language: NumberLanguage): string => digits.replace(/\B(?=(\d{3})+$)/g, marks[language].thousands);
