/** Where things are, from the environment that `infra/` (or `local/`) sets. A missing name is a fault at start, not at first use. */
export const environmentNames = {
  table: "TABLE_NAME",
  deliveries: "DELIVERIES_BUCKET",
  reports: "REPORTS_BUCKET",
  work: "WORK_BUCKET",
  receipts: "RECEIPTS_BUCKET",
  figures: "FIGURES_BUCKET",
  catalogue: "CATALOGUE_BUCKET",
  userPool: "USER_POOL_ID",
} as const;

export type Place = keyof typeof environmentNames;

/** Name of the table or bucket, id of the user pool. Throws when the function was not given it: it has no business there either. */
export function place(name: Place): string {
  const value = process.env[environmentNames[name]];
  if (!value) throw new Error(`environment variable ${environmentNames[name]} is not set`);
  return value;
}

/** Version of the code, part of what figures rest on. Set at deployment. */
export const codeVersion = (): string => process.env["CODE_VERSION"] ?? "development";
