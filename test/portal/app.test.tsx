import { expect, test } from "vitest";
import { createPortal } from "../../portal/app.tsx";
import { madeUpData } from "./made-up.ts";

test.each(["/", "/aanleveringen", "/aanleveringen/ciio/A-2026-0192", "/uitvoeringen"])("%s is a page", async (path) => {
  const answer = await createPortal(madeUpData()).request(path);
  expect(answer.status).toBe(200);
});
