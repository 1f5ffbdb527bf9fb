import { foldWord } from "../../catalogue/codes.ts";
import type { CellRule, Given } from "./rule.ts";

/** The sender is who signed in, never what the file says ; a file of another body was sent by mistake. */
export const bodyContradiction: CellRule = {
  code: "BODY_CONTRADICTION",
  severity: "error",
  about: "cell",
  columns: ["certificerende_instelling"],
  check: ({ text }, given) => {
    const written = foldWord(text);
    if (written === foldWord(given.bodyCode) || written === foldWord(given.body?.name ?? "")) return undefined;
    return { params: { sender: given.body?.name ?? given.bodyCode, other: otherBody(written, given) } };
  },
};

const otherBody = (written: string, given: Given): string =>
  [...given.catalogue.bodies.values()].find((body) => foldWord(body.code) === written || foldWord(body.name) === written)?.name ?? "";
