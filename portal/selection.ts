/** What a reader chose, from the query string. Whatever does not fit is passed over: an old or mistyped link still shows a page. */
import { type DeliveryStanding, type ExecutionStanding, executionSlugs, standingSlugs } from "./words.ts";

/** Value of a field of the query string; undefined when it is absent. */
export type Query = (name: string) => string | undefined;

export interface DeliverySelection {
  readonly body?: string;
  readonly standing?: DeliveryStanding;
  readonly page: number;
}

export const deliverySelection = (query: Query): DeliverySelection => ({
  body: text(query("instelling")),
  standing: keyOf(standingSlugs, query("status")),
  page: pageNumber(query("pagina")),
});

export const deliveriesAddress = ({ body, standing, page }: Partial<DeliverySelection>): string =>
  address("/aanleveringen", { instelling: body, status: standing && standingSlugs[standing], pagina: laterPage(page) });

export interface ReceiptSelection {
  /** Code of a rule: only its places. */
  readonly code?: string;
  readonly page: number;
  readonly reportPage: number;
}

export const receiptSelection = (query: Query): ReceiptSelection => ({
  code: text(query("code")),
  page: pageNumber(query("pagina")),
  reportPage: pageNumber(query("rapporten")),
});

export const receiptAddress = (body: string, number: string, { code, page, reportPage }: Partial<ReceiptSelection> = {}): string =>
  address(`/aanleveringen/${encodeURIComponent(body)}/${encodeURIComponent(number)}`, {
    code,
    pagina: laterPage(page),
    rapporten: laterPage(reportPage),
  });

export interface MyDeliverySelection {
  readonly page: number;
  readonly reportPage: number;
  /** Part of the reference of a report. */
  readonly search?: string;
}

export const myDeliverySelection = (query: Query): MyDeliverySelection => ({
  page: pageNumber(query("pagina")),
  reportPage: pageNumber(query("rapporten")),
  search: text(query("zoek")),
});

export const myDeliveriesAddress = ({ page, reportPage, search }: Partial<MyDeliverySelection>): string =>
  address("/mijn-aanleveringen", { pagina: laterPage(page), rapporten: laterPage(reportPage), zoek: search });

interface ReportPlace {
  readonly body: string;
  readonly label: string;
  readonly reference: string;
}

/** Page of one report: its history, and how to mend it. */
export const reportAddress = ({ body, label, reference }: ReportPlace): string =>
  `/rapporten/${[body, label, reference].map(encodeURIComponent).join("/")}`;

/** Page on which a report is delivered again. */
export const correctAddress = ({ label, reference }: Omit<ReportPlace, "body">): string =>
  address("/aanleveren", { label, kenmerk: reference });

export interface ExecutionSelection {
  readonly machine?: string;
  readonly standing?: ExecutionStanding;
  readonly page: number;
}

export const executionSelection = (query: Query): ExecutionSelection => ({
  machine: text(query("machine")),
  standing: keyOf(executionSlugs, query("status")),
  page: pageNumber(query("pagina")),
});

export const executionsAddress = ({ machine, standing, page }: Partial<ExecutionSelection>): string =>
  address("/uitvoeringen", { machine, status: standing && executionSlugs[standing], pagina: laterPage(page) });

/** One page of a list, and where it lies in the whole. A page beyond the end is the last one. */
export interface Slice<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** 1-based positions of the first and the last item that are shown; 0 when there are none. */
  readonly from: number;
  readonly to: number;
}

export function slice<T>(all: readonly T[], page: number, size: number): Slice<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const shown = Math.min(page, pages);
  const items = all.slice((shown - 1) * size, shown * size);
  const from = items.length === 0 ? 0 : (shown - 1) * size + 1;
  return { items, total: all.length, page: shown, pages, from, to: from === 0 ? 0 : from + items.length - 1 };
}

/** Fields that are absent or empty stay out of the address. */
function address(path: string, fields: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined && value !== "") query.set(name, String(value));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** Longer than any code or title: what comes beyond it is no choice. */
const MAX_TEXT = 200;

function text(value: string | undefined): string | undefined {
  const trimmed = value?.trim().slice(0, MAX_TEXT);
  return trimmed === "" ? undefined : trimmed;
}

export const pageNumber = (value: string | undefined): number => (/^[1-9]\d{0,5}$/.test(value ?? "") ? Number(value) : 1);

const laterPage = (page: number | undefined): number | undefined => (page !== undefined && page > 1 ? page : undefined);

function keyOf<Key extends string>(slugs: Readonly<Record<Key, string>>, slug: string | undefined): Key | undefined {
  return (Object.keys(slugs) as Key[]).find((key) => slugs[key] === slug);
}
