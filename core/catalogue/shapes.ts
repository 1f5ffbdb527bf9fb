/**
 * The shapes of the catalogue's files. `normenkader/schema/*.schema.json` is generated from them (`scripts/catalogue-schema.ts`), so an
 * editor that knows JSON Schema helps the person who maintains a file. What one file cannot say about itself is in `check.ts`.
 * The patterns keep to what every validator of JSON Schema reads, so no `\p{L}`: Latin letters with their accents are U+00C0-U+024F.
 */
import * as z from "zod";
import type { CertifyingBody, Competency, NormFramework, Organisation, Theme } from "./types.ts";

const text = (max: number) =>
  z
    .string()
    .max(max, `mag hoogstens ${max} tekens lang zijn`)
    .regex(/^\S(?:[^\n\r\t]*\S)?$/, "mag niet leeg zijn, niet met een spatie beginnen of eindigen, en geen regeleinde of tab bevatten");

/** Part of keys such as `KSW/basis/2019` and of views that span versions, `2017..2019`: no slash, no two points in a row. */
export const keyPart = z
  .string()
  .regex(
    /^(?!.*\.\.)[A-Za-z0-9\u00C0-\u024F](?:[A-Za-z0-9\u00C0-\u024F ._-]{0,30}[A-Za-z0-9\u00C0-\u024F])?$/,
    "moet uit letters en cijfers bestaan (ertussen mag een spatie, punt, koppelteken of liggend streepje), hoogstens 32 tekens",
  );

/** A norm code is a header in the wide layout, a cell in the long one and a part of joined lists: no separators, no formula signs. */
export const normCode = z
  .string()
  .regex(
    /^[A-Za-z0-9\u00C0-\u024F](?:[A-Za-z0-9\u00C0-\u024F ._()/-]{0,30}[A-Za-z0-9\u00C0-\u024F)])?$/,
    "moet met een letter of cijfer beginnen en mag alleen letters, cijfers, punten, koppeltekens, haakjes en schuine strepen bevatten, hoogstens 32 tekens",
  );

export const shortCode = z
  .string()
  .regex(/^[A-Za-z0-9\u00C0-\u024F](?:[A-Za-z0-9\u00C0-\u024F_.-]{0,31})$/, "moet uit letters en cijfers bestaan, hoogstens 32 tekens");

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "moet een datum zijn, geschreven als jjjj-mm-dd, bijvoorbeeld 2019-05-01")
  .describe("jjjj-mm-dd");

const normReference = z.strictObject({
  framework: z.string().describe("Sleutel van een normenkader: label/variant/versie, bijvoorbeeld NVVK/basis/2021"),
  norm: z.string().describe("Normcode in dat normenkader"),
});

const lineageStep = normReference.extend({
  relation: z
    .enum(["same", "reworded", "merged", "split"])
    .describe("same: dezelfde norm; reworded: anders verwoord; merged: opgegaan in deze norm; split: deze norm is er een deel van"),
});

export const normTitle = text(500);

const norm = z.strictObject({
  code: normCode.describe(
    "Zoals certificerende instellingen hem schrijven. Eindigt nooit op een nul na een punt: Excel maakt van 1.10 1.1",
  ),
  title: normTitle,
  category: z.string().describe("Code uit categories"),
  competencies: z.array(z.string()).optional().describe("Codes uit competencies.json"),
  from: z.array(lineageStep).optional().describe("Waar de norm uit voortkomt"),
  overlaps: z.array(normReference).optional().describe("Normen van andere kaders die hetzelfde vragen; één kant noemen is genoeg"),
});

export const frameworkTitle = text(300);

export const frameworkShape = z
  .strictObject({
    $schema: z.string().optional(),
    label: keyPart.describe("Bijvoorbeeld KSW"),
    variant: keyPart.describe("basis, wijkteam …"),
    version: keyPart.describe("Bijvoorbeeld 2019"),
    title: frameworkTitle,
    illustrative: z.boolean().optional().describe("true: een voorbeeld, geen officiële normtekst"),
    validFrom: day,
    validUntil: day.nullable().describe("Laatste dag; null zolang het kader geldt. Geldigheid van versies mag overlappen"),
    cycleYears: z.number().int().min(1).max(20).describe("Jaren tussen twee toetsen"),
    categories: z.array(z.strictObject({ code: shortCode, title: text(200) })).min(1),
    norms: z.array(norm).min(1),
  })
  .describe("Een normenkader: een label, een variant en een versie");

export const competenciesShape = z
  .array(z.strictObject({ code: shortCode, title: text(200) }))
  .describe("De competenties waarop normen steunen");

export const bodiesShape = z
  .array(
    z.strictObject({
      code: z
        .string()
        .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, "moet een naam van een map kunnen zijn: letters, cijfers, - en _, hoogstens 32 tekens")
        .describe("Eerste deel van de sleutel van een aanlevering, dus de naam van een map"),
      name: text(200),
      scoreTerms: z
        .record(text(100), z.string())
        .optional()
        .describe("Eigen woord → voldoet, voldoet deels, voldoet niet, niet van toepassing of niet beoordeeld"),
      headerNames: z.record(text(100), z.string()).optional().describe("Eigen kolomkop → kolom van de aanleverspecificatie"),
    }),
  )
  .describe("De certificerende instellingen en hoe zij schrijven");

export const organisationsShape = z
  .array(
    z.strictObject({
      id: z
        .string()
        .regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, "moet uit kleine letters, cijfers en koppeltekens bestaan, hoogstens 64 tekens")
        .describe("Blijft gelijk als naam of KvK-nummer verandert"),
      name: text(200),
      kvk: z
        .array(z.string().regex(/^\d{8}$/, "moet uit 8 cijfers bestaan, als tekst (dus tussen aanhalingstekens, met de nullen vooraan)"))
        .min(1)
        .describe("Elk KvK-nummer dat de organisatie heeft of had"),
      succeededBy: z.string().nullable().optional().describe("id van de organisatie waarin deze is opgegaan"),
    }),
  )
  .describe("Het register van organisaties, met rechtsopvolging");

export const themesShape = z
  .array(
    z.strictObject({
      code: shortCode,
      title: text(200),
      synonyms: z.array(text(200)).optional().describe("Andere woorden die instellingen voor dit thema gebruiken"),
      norms: z.array(normReference).optional().describe("Normen die het thema raakt"),
    }),
  )
  .describe("Thema's van gemelde trends");

/** Name of the published schema → the shape it is made from. */
export const publishedShapes = {
  framework: frameworkShape,
  competencies: competenciesShape,
  bodies: bodiesShape,
  organisations: organisationsShape,
  themes: themesShape,
} as const;

type Agrees<Shape, Declared> = Shape extends Declared ? true : never;
/** The compiler holds the shapes to the declared types of `types.ts`. */
export const shapesAgree: [
  Agrees<z.output<typeof frameworkShape>, NormFramework>,
  Agrees<z.output<typeof competenciesShape>, readonly Competency[]>,
  Agrees<z.output<typeof bodiesShape>, readonly CertifyingBody[]>,
  Agrees<z.output<typeof organisationsShape>, readonly Organisation[]>,
  Agrees<z.output<typeof themesShape>, readonly Theme[]>,
] = [true, true, true, true, true];
