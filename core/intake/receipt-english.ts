import { describe } from "./messages/index.ts";
import type { Receipt } from "./receipt-schema.ts";
import type { Finding } from "./types.ts";

type English = NonNullable<Receipt["findings"][number]["en"]>;

/** The English words of findings: what all places of a kind say stands once, with the kind; a place has the rest. */
export interface EnglishWords {
  /** In the order of the findings; undefined: the kind says it all. */
  readonly findings: readonly (English | undefined)[];
  /** By code. */
  readonly groups: ReadonlyMap<string, English>;
}

/** Both languages at every place would make the receipt half as large again: many places of a kind say the same, at least how to mend it. */
export function englishWords(findings: readonly Finding[]): EnglishWords {
  const words = findings.map((finding) => describe(finding, "en"));
  const shared = new Map<string, { message: string | undefined; fix: string | undefined }>();
  findings.forEach(({ code }, i) => {
    const { message, fix } = words[i]!;
    const one = shared.get(code);
    if (!one) shared.set(code, { message, fix });
    if (one && one.message !== message) one.message = undefined;
    if (one && one.fix !== fix) one.fix = undefined;
  });
  return {
    findings: words.map((own, i) => {
      const kind = shared.get(findings[i]!.code)!;
      return present({ message: kind.message === undefined ? own.message : undefined, fix: kind.fix === undefined ? own.fix : undefined });
    }),
    groups: new Map([...shared].flatMap(([code, kind]) => [[code, present(kind)] as const].filter(hasWords))),
  };
}

/** What a finding of a receipt says in English; undefined in receipts of before it was kept. */
export function englishOf({ groups }: Receipt, { code, en }: Receipt["findings"][number]): { message: string; fix: string } | undefined {
  const { message, fix } = { ...groups.find((group) => group.code === code)?.en, ...en };
  return message === undefined || fix === undefined ? undefined : { message, fix };
}

function present({ message, fix }: { readonly message: string | undefined; readonly fix: string | undefined }): English | undefined {
  if (message === undefined && fix === undefined) return undefined;
  return { ...(message === undefined ? {} : { message }), ...(fix === undefined ? {} : { fix }) };
}

const hasWords = (entry: readonly [string, English | undefined]): entry is readonly [string, English] => entry[1] !== undefined;
