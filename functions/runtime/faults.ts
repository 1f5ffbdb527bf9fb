import {
  BrokenInvariant,
  DeliveryInProgress,
  InvalidCatalogue,
  NotScannedYet,
  ServiceUnavailable,
  StaleHistory,
} from "../../core/faults.ts";

/** Errors by which AWS says "not now": throttling, capacity, time-outs and 5xx. The SDK has tried three times by then. */
const NOT_NOW = new Set([
  "ProvisionedThroughputExceededException",
  "ThrottlingException",
  "RequestLimitExceeded",
  "SlowDown",
  "InternalServerError",
  "InternalError",
  "ServiceUnavailable",
  "TimeoutError",
  "RequestTimeout",
]);

const known = [BrokenInvariant, DeliveryInProgress, InvalidCatalogue, NotScannedYet, ServiceUnavailable, StaleHistory];

/** The fault that an error stands for, so that Retry and Catch know it by name. Unknown errors are bugs: they stay what they are. */
export function asFault(error: unknown): unknown {
  if (!(error instanceof Error) || known.some((fault) => error instanceof fault)) return error;
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 0;
  const code = (error as { code?: string }).code ?? "";
  const passing = NOT_NOW.has(error.name) || status >= 500 || status === 429 || /^(ECONN|ETIMEDOUT|EPIPE|EAI_AGAIN)/.test(code);
  return passing ? new ServiceUnavailable(`${error.name}: ${error.message}`, { cause: error }) : error;
}
