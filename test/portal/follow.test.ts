import { expect, it } from "vitest";
import { deliveryNumber } from "../../core/ids.ts";
import { follow } from "../../portal/delivering/follow.ts";
import { delivery } from "./made-up.ts";

const UPLOAD = "20261125T100000Z-0a1b2c3d";
const came = (number: string, code?: string) =>
  delivery({
    number: deliveryNumber(number),
    file: `${UPLOAD}/maart.csv`,
    ...(code ? { status: "rejected", groups: [{ code, severity: "error", count: 1, firstRow: null }] } : {}),
  });

it("of several files by one leave the one is followed that the leave was for", () => {
  const refused = came("A-2026-0010", "LEAVE_USED");
  expect(follow([refused, came("A-2026-0009")], UPLOAD).number).toBe("A-2026-0009");
  // Numbers are given out before the leave is held: the lower one may be the refused one.
  expect(follow([came("A-2026-0011"), refused], UPLOAD).number).toBe("A-2026-0011");
  expect(follow([came("A-2026-0011"), came("A-2026-0010", "SCORE_UNKNOWN")], UPLOAD).number).toBe("A-2026-0010");
});

it("a file that only has the upload in its name is not that upload", () => {
  expect(follow([delivery({ number: deliveryNumber("A-2026-0001"), file: `${UPLOAD}.csv` })], UPLOAD).stage).toBe("sent");
});
