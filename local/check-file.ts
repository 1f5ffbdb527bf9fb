import { checkOneFile } from "./check-one-file.ts";

const root = process.env["NORMENMONITOR_ROOT"] ?? process.cwd();

process.exitCode = await checkOneFile(process.argv.slice(2), root).catch((error: unknown) => {
  console.error(error);
  return 1;
});
