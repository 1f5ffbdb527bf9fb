import type { DecisionRegister } from "../../core/decisions.ts";
import type { CatalogueStore } from "../../core/ports.ts";
import type { ReviewRegister } from "../../core/review/review.ts";
import { tendReviews } from "../../core/review/tend-reviews.ts";
import { tendReviews as contract } from "../../workflows/contracts.ts";
import { catalogueStore } from "../adapters/catalogue-store.ts";
import { objectStore, s3 } from "../adapters/object-store.ts";
import { openTable } from "../adapters/table/client.ts";
import { decisionRegister } from "../adapters/table/decision-register.ts";
import { reviewRegister } from "../adapters/table/review-register.ts";
import { place } from "../runtime/config.ts";
import { defineHandler } from "../runtime/handler.ts";

interface Ports {
  readonly reviews: ReviewRegister;
  readonly decisions: DecisionRegister;
  readonly catalogues: CatalogueStore;
}

function wire(): Ports {
  const table = openTable(place("table"));
  return {
    reviews: reviewRegister(table),
    decisions: decisionRegister(table),
    catalogues: catalogueStore(objectStore(s3(), place("catalogue"))),
  };
}

export const createHandler = () =>
  defineHandler(contract, wire, async (_, ports) => ({ closed: [...(await tendReviews(ports, new Date().toISOString()))] }));

export const handler = createHandler();
