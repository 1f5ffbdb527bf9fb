/**
 * DuckDB doing the same in SQL: one pass over the file into a narrow table of codes and flags, then the counts. Everything is text first and
 * judged after, as a delivery needs it: typed columns would refuse a row where a finding is wanted. An argument more gives its threads.
 */
import { DuckDBInstance } from "@duckdb/node-api";
import { scoreWords } from "../../core/judgement.ts";
import { benchCatalogue } from "../catalogue.ts";
import { measure } from "./measure.ts";

const catalogue = await benchCatalogue();
const threads = process.argv[4] ?? "1";

const norms = catalogue.frameworks
  .filter(({ label, variant }) => label === "KSW" && variant === "basis")
  .flatMap(({ version, norms, validFrom, validUntil }) =>
    norms.map(({ code }) => [version, code, norms.length, validFrom, validUntil ?? "9999-12-31"]),
  );

const values = (rows: readonly (readonly (string | number)[])[], columns: string): string =>
  `SELECT * FROM (VALUES ${rows.map((row) => `(${row.map((value) => (typeof value === "number" ? value : `'${value}'`)).join(", ")})`).join(", ")}) AS t(${columns})`;

const words = scoreWords.map((word) => [word]);
const registered = [...catalogue.organisationByKvk.keys()].map((kvk) => [kvk]);

const judgeRows = (path: string) => `
CREATE TABLE judged AS
SELECT rapportkenmerk AS reference, kvk_nummer AS kvk, normenkader AS version, n.norm, s.score,
  n.size, CAST(n.starts AS DATE) AS starts, CAST(n.ends AS DATE) AS ends, day,
  f.norm <> '' AND n.norm IS NULL AS norm_unknown,
  f.score IS NULL AS score_missing,
  f.score IS NOT NULL AND s.score IS NULL AS score_unknown,
  NOT regexp_full_match(kvk_nummer, '\\d{8}') AS kvk_malformed,
  NOT is_date AS date_unreadable,
  is_date AND day IS NULL AS date_impossible,
  coalesce(length(trim(toelichting)) > 2000, false) AS text_too_long,
  coalesce(contains(toelichting, '@') AND regexp_matches(toelichting, '[\\w.%+-]+@[\\w-]+(\\.[\\w-]+)+'), false) AS personal_email
FROM (
  SELECT *, regexp_full_match(toetsdatum, '\\d{1,2}-\\d{1,2}-\\d{4}') AS is_date, CAST(try_strptime(toetsdatum, '%d-%m-%Y') AS DATE) AS day
  FROM read_csv('${path}', delim = ';', quote = '"', escape = '"', header = true, all_varchar = true)
) f
LEFT JOIN norms n ON n.version = f.normenkader AND n.norm = f.norm
LEFT JOIN scores s ON s.score = lower(f.score)`;

/** Norms that come twice and norms that are missing: per report, the latter only when every row could be read. */
const judgeReports = `
CREATE TABLE reports AS
SELECT reference, any_value(kvk) FILTER (NOT kvk_malformed) AS kvk, any_value(version) AS version, any_value(day) AS day,
  count(norm) FILTER (score IS NOT NULL) - count(DISTINCT norm) FILTER (score IS NOT NULL) AS doubles,
  count(*) = count(norm) FILTER (score IS NOT NULL) AND count(DISTINCT norm) < max(size) AS norms_missing,
  any_value(day) < any_value(starts) OR any_value(day) > any_value(ends) AS date_outside,
  any_value(kvk) FILTER (NOT kvk_malformed) NOT IN (SELECT kvk FROM register) AS organisation_unknown,
  doubles > 0 OR coalesce(date_outside, false)
    OR bool_or(norm_unknown OR score_missing OR score_unknown OR kvk_malformed OR date_unreadable OR date_impossible OR text_too_long) AS wrong
FROM judged GROUP BY reference`;

const countFindings = `
SELECT * FROM (
UNPIVOT (
  SELECT count(*) FILTER (norm_unknown) AS NORM_UNKNOWN, count(*) FILTER (score_missing) AS SCORE_MISSING,
    count(*) FILTER (score_unknown) AS SCORE_UNKNOWN, count(*) FILTER (kvk_malformed) AS KVK_MALFORMED,
    count(*) FILTER (date_unreadable) AS DATE_UNREADABLE, count(*) FILTER (date_impossible) AS DATE_IMPOSSIBLE,
    count(*) FILTER (text_too_long) AS TEXT_TOO_LONG, count(*) FILTER (personal_email) AS PERSONAL_EMAIL
  FROM judged
) ON COLUMNS(*) INTO NAME code VALUE places
UNION ALL
UNPIVOT (
  SELECT CAST(sum(doubles) AS BIGINT) AS NORM_DOUBLE, count(*) FILTER (norms_missing) AS NORMS_MISSING,
    count(*) FILTER (date_outside) AS DATE_OUTSIDE_FRAMEWORK, count(*) FILTER (organisation_unknown) AS ORGANISATION_UNKNOWN
  FROM reports
) ON COLUMNS(*) INTO NAME code VALUE places
UNION ALL
SELECT 'SAME_DAY', CAST(sum(tests - 1) AS BIGINT)
FROM (SELECT count(*) AS tests FROM reports WHERE kvk IS NOT NULL AND day IS NOT NULL GROUP BY kvk, day)
) WHERE places > 0`;

const countReports = "SELECT (SELECT count(*) FROM judged), count(*) FILTER (NOT wrong), count(*) FILTER (wrong) FROM reports";

const countScores = `
SELECT judged.version || ' ' || norm || ' ' || score, count(*)
FROM judged JOIN reports USING (reference) WHERE NOT wrong AND norm IS NOT NULL AND score IS NOT NULL GROUP BY judged.version, norm, score`;

/** Every organisation once per framework, by its latest accepted test. The file has no tussentijdse toetsen and vervolgtoetsen. */
const countFigures = `
SELECT version || ' ' || norm || ' ' || score, count(*)
FROM judged JOIN (
  SELECT reference FROM reports WHERE NOT wrong
  QUALIFY row_number() OVER (PARTITION BY kvk, version ORDER BY day DESC, reference DESC) = 1
) USING (reference)
GROUP BY version, norm, score`;

await measure(async (path, step) => {
  const instance = await DuckDBInstance.create(":memory:", { threads });
  const connection = await instance.connect();
  const query = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJS();
  const counts = async (sql: string) => Object.fromEntries((await query(sql)).map(([key, count]) => [String(key), Number(count)]));
  try {
    await query(`CREATE TABLE norms AS ${values(norms, "version, norm, size, starts, ends")}`);
    await query(`CREATE TABLE scores AS ${values(words, "score")}`);
    await query(`CREATE TABLE register AS ${values(registered, "kvk")}`);
    const intake = await step("intake", async () => {
      await query(judgeRows(path));
      await query(judgeReports);
      const [totals = []] = await query(countReports);
      const [rows = 0, accepted, rejected] = totals.map(Number);
      return { rows, accepted, rejected, findings: await counts(countFindings), scores: await counts(countScores) };
    });
    return { ...intake, figures: await step("scoring", () => counts(countFigures)) };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
});
