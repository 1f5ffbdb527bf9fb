/** All rules, by what they are about. A new rule is its own file, its words in `messages/`, and a line here. */

import type { HistoryExtent } from "../types.ts";
import { bodyContradiction } from "./body-contradiction.ts";
import { bodyUnknown } from "./body-unknown.ts";
import { cellError } from "./cell-error.ts";
import { columnDouble } from "./column-double.ts";
import { columnLikeNorm } from "./column-like-norm.ts";
import { columnMissing } from "./column-missing.ts";
import { columnPersonal } from "./column-personal.ts";
import { columnUnknown } from "./column-unknown.ts";
import { columnWithoutHeader } from "./column-without-header.ts";
import { combinedDaysDiffer } from "./combined-days-differ.ts";
import { combinedFormExpected } from "./combined-form-expected.ts";
import { combinedOrganisationsDiffer } from "./combined-organisations-differ.ts";
import { dateFuture } from "./date-future.ts";
import { dateImpossible } from "./date-impossible.ts";
import { dateOutsideFramework } from "./date-outside-framework.ts";
import { dateUnreadable } from "./date-unreadable.ts";
import { decimalPoint } from "./decimal-point.ts";
import { disciplinesTooMany } from "./disciplines-too-many.ts";
import { exampleLeft } from "./example-left.ts";
import { exampleRow } from "./example-row.ts";
import { excelLostZero } from "./excel-lost-zero.ts";
import { excelNormAsDate } from "./excel-norm-as-date.ts";
import { excelScientific } from "./excel-scientific.ts";
import { followUpWithoutEarlier } from "./follow-up-without-earlier.ts";
import { formUnknown } from "./form-unknown.ts";
import { formula } from "./formula.ts";
import { formulaLike } from "./formula-like.ts";
import { frameworkUnknown } from "./framework-unknown.ts";
import { headerNotFound } from "./header-not-found.ts";
import { kindUnknown } from "./kind-unknown.ts";
import { kvkBranchNumber } from "./kvk-branch-number.ts";
import { kvkLostZero } from "./kvk-lost-zero.ts";
import { kvkMalformed } from "./kvk-malformed.ts";
import { labelUnknown } from "./label-unknown.ts";
import { leaveUsed } from "./leave-used.ts";
import { malwareFound } from "./malware-found.ts";
import { municipalityMalformed } from "./municipality-malformed.ts";
import { noRows } from "./no-rows.ts";
import { normDecimalComma } from "./norm-decimal-comma.ts";
import { normDouble } from "./norm-double.ts";
import { normOtherFramework } from "./norm-other-framework.ts";
import { normUnknown } from "./norm-unknown.ts";
import { normsMissing } from "./norms-missing.ts";
import { notScannable } from "./not-scannable.ts";
import { numberAmbiguous } from "./number-ambiguous.ts";
import { numberAsText } from "./number-as-text.ts";
import { numberMalformed } from "./number-malformed.ts";
import { numberOutOfRange } from "./number-out-of-range.ts";
import { organisationNameDiffers } from "./organisation-name-differs.ts";
import { organisationUnknown } from "./organisation-unknown.ts";
import { personalBsn } from "./personal-bsn.ts";
import { personalEmail } from "./personal-email.ts";
import { personalPhone } from "./personal-phone.ts";
import { readingRules } from "./reading.ts";
import { recertificationWithoutEarlier } from "./recertification-without-earlier.ts";
import { referenceAsDate } from "./reference-as-date.ts";
import { referenceMalformed } from "./reference-malformed.ts";
import { referenceMissing } from "./reference-missing.ts";
import { referenceTooLong } from "./reference-too-long.ts";
import { reportContradiction } from "./report-contradiction.ts";
import { reportDouble } from "./report-double.ts";
import { reportTrendsTooMany } from "./report-trends-too-many.ts";
import { rowRagged } from "./row-ragged.ts";
import type { CellRule, DeliveryRule, HeaderRule, HistoryRule, NormRule, ReportRule, Rule, TextRule } from "./rule.ts";
import { sameDay } from "./same-day.ts";
import { scoreMissing } from "./score-missing.ts";
import { scoreUnknown } from "./score-unknown.ts";
import { selfEvaluationUnknown } from "./self-evaluation-unknown.ts";
import { sheetIgnored } from "./sheet-ignored.ts";
import { statusChangedUnknown } from "./status-changed-unknown.ts";
import { statusChangedWithdrawn } from "./status-changed-withdrawn.ts";
import { statusNewKnown } from "./status-new-known.ts";
import { statusUnknown } from "./status-unknown.ts";
import { statusWithdrawnUnknown } from "./status-withdrawn-unknown.ts";
import { textTooLong } from "./text-too-long.ts";
import { tooManyReports } from "./too-many-reports.ts";
import { trendDirectionUnknown } from "./trend-direction-unknown.ts";
import { trendDouble } from "./trend-double.ts";
import { trendReportUnknown } from "./trend-report-unknown.ts";
import { trendThemeUnknown } from "./trend-theme-unknown.ts";
import { trendsTooMany } from "./trends-too-many.ts";
import { valueMissing } from "./value-missing.ts";
import { variantUnknown } from "./variant-unknown.ts";
import { wordTooLong } from "./word-too-long.ts";
import { yesNoUnknown } from "./yes-no-unknown.ts";

/** Asked once per distinct value of a column. */
export const cellRules: readonly CellRule[] = [
  referenceTooLong,
  referenceMalformed,
  referenceAsDate,
  excelScientific,
  exampleLeft,
  statusUnknown,
  kvkMalformed,
  kvkBranchNumber,
  kvkLostZero,
  wordTooLong,
  labelUnknown,
  kindUnknown,
  dateUnreadable,
  dateImpossible,
  dateFuture,
  formUnknown,
  numberMalformed,
  numberAmbiguous,
  numberOutOfRange,
  decimalPoint,
  municipalityMalformed,
  yesNoUnknown,
  scoreUnknown,
  selfEvaluationUnknown,
  bodyContradiction,
  trendDirectionUnknown,
  trendThemeUnknown,
  numberAsText,
  formula,
  formulaLike,
  cellError,
];

/** Why a norm cannot be read as it stands; the first that fires is the finding. */
export const normRules: readonly NormRule[] = [excelNormAsDate, normDecimalComma, excelLostZero, normOtherFramework, normUnknown];

/** Asked of free texts that may concern them. */
export const textRules: readonly TextRule[] = [textTooLong, personalBsn, personalEmail, personalPhone];

/** Asked of the header of each sheet. */
export const headerRules: readonly HeaderRule[] = [columnDouble, columnUnknown, columnLikeNorm, columnPersonal];

/** Asked of each report when the file has been read. */
export const reportRules: readonly ReportRule[] = [dateOutsideFramework, organisationUnknown, organisationNameDiffers];

/** Asked once, over all reports. */
export const deliveryRules: readonly DeliveryRule[] = [
  normsMissing,
  combinedFormExpected,
  combinedOrganisationsDiffer,
  combinedDaysDiffer,
  sameDay,
];

/** Asked when the history is known. */
export const historyRules: readonly HistoryRule[] = [
  statusNewKnown,
  statusChangedUnknown,
  statusChangedWithdrawn,
  statusWithdrawnUnknown,
  recertificationWithoutEarlier,
  followUpWithoutEarlier,
];

/** Those that can be asked where so much of the past is known. */
export const historyRulesFor = (extent: HistoryExtent = "whole"): readonly HistoryRule[] =>
  extent === "whole" ? historyRules : extent === "ownReports" ? rulesOfOwnReports : [];

const rulesOfOwnReports = historyRules.filter((rule) => !rule.asksTests);

/** Said by the code that reads rows, where it comes upon them. */
export const plainRules: readonly Rule[] = [
  malwareFound,
  notScannable,
  leaveUsed,
  bodyUnknown,
  headerNotFound,
  noRows,
  sheetIgnored,
  tooManyReports,
  columnMissing,
  columnWithoutHeader,
  rowRagged,
  exampleRow,
  referenceMissing,
  valueMissing,
  scoreMissing,
  variantUnknown,
  frameworkUnknown,
  normDouble,
  reportDouble,
  reportContradiction,
  disciplinesTooMany,
  trendReportUnknown,
  trendDouble,
  reportTrendsTooMany,
  trendsTooMany,
];

/** Every rule there is: the list of codes that a finding can have. */
export const rules: readonly Rule[] = [
  ...readingRules,
  ...plainRules.filter((rule) => rule.about === "file"),
  ...plainRules.filter((rule) => rule.about === "header"),
  ...headerRules,
  ...plainRules.filter((rule) => rule.about === "row"),
  ...cellRules,
  ...normRules,
  ...textRules,
  ...reportRules,
  ...deliveryRules,
  ...historyRules,
  ...plainRules.filter((rule) => rule.about === "trend"),
];
