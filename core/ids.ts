/** Identifiers that must not be mistaken for one another. */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Code of a certifying body, e.g. `ciio`; the first segment of the key of a delivery. */
export type BodyCode = Branded<"BodyCode">;
/** Id of an organisation in the register, or `kvk:01234567` when the register does not know it. */
export type OrganisationId = Branded<"OrganisationId">;
/** `<label>/<variant>/<version>`, e.g. `KSW/basis/2019`. */
export type FrameworkKey = Branded<"FrameworkKey">;
/** Lower-case hexadecimal SHA-256, 64 characters. */
export type Sha256 = Branded<"Sha256">;
/** Number of a delivery as people use it, e.g. `A-2026-0192`. */
export type DeliveryNumber = Branded<"DeliveryNumber">;

export const bodyCode = (text: string) => text as BodyCode;
export const organisationId = (text: string) => text as OrganisationId;
export const frameworkKey = (label: string, variant: string, version: string) => `${label}/${variant}/${version}` as FrameworkKey;
export const sha256 = (text: string) => text as Sha256;
export const deliveryNumber = (text: string) => text as DeliveryNumber;

/** Order of deliveries: by year, then by the number itself (A-2026-9999 comes before A-2026-10000). */
export function compareDeliveryNumbers(a: DeliveryNumber, b: DeliveryNumber): number {
  const [, yearA = "", countA = ""] = a.split("-");
  const [, yearB = "", countB = ""] = b.split("-");
  return Number(yearA) - Number(yearB) || Number(countA) - Number(countB);
}
