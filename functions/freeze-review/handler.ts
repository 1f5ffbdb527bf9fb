import { amsterdamDay, isoDay } from "../../core/calendar.ts";
import { type FreezePorts, freezeInput } from "../../core/review/frozen-input.ts";
import { reviewId } from "../../core/review/review.ts";
import { yearlyReferenceDay } from "../../core/review/schedule.ts";
import { freezeReview as contract } from "../../workflows/contracts.ts";
import { catalogueStore } from "../adapters/catalogue-store.ts";
import { objectStore, s3 } from "../adapters/object-store.ts";
import { openTable } from "../adapters/table/client.ts";
import { decisionRegister } from "../adapters/table/decision-register.ts";
import { reportRegister } from "../adapters/table/report-register.ts";
import { reviewRegister } from "../adapters/table/review-register.ts";
import { scoringRegister } from "../adapters/table/scoring-register.ts";
import { codeVersion, place } from "../runtime/config.ts";
import { fingerprint } from "../runtime/fingerprint.ts";
import { defineHandler } from "../runtime/handler.ts";

function wire(): FreezePorts {
  const table = openTable(place("table"));
  const client = s3();
  return {
    reviews: reviewRegister(table),
    reports: reportRegister(table),
    scoring: scoringRegister(table),
    catalogues: catalogueStore(objectStore(client, place("catalogue"))),
    decisions: decisionRegister(table),
    store: objectStore(client, place("figures")),
    fingerprint,
  };
}

export const createHandler = () =>
  defineHandler(contract, wire, async ({ request, execution }, ports) => {
    const at = new Date().toISOString();
    const referenceDate = request.referenceDate ?? isoDay(yearlyReferenceDay(amsterdamDay(request.scheduledAt ?? at)));
    const id = reviewId(request.label, referenceDate);
    const { label, requestedBy: by = null, takeOver = false } = request;
    const outcome = await freezeInput(ports, { id, label, referenceDate, execution, by, at, takeOver, codeVersion: codeVersion() });
    return { outcome, review: id };
  });

export const handler = createHandler();
