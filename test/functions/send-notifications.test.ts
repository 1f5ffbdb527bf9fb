import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createHandler } from "../../functions/send-notifications/handler.ts";
import { mailSettings } from "../../functions/send-notifications/settings.ts";

beforeEach(() => {
  vi.stubEnv("LOG_LEVEL", "");
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it("a stage without a sender says so, and asks nobody anything", async () => {
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
  vi.stubEnv("MAIL_SENDER", "");
  expect(await createHandler()({})).toEqual({ outcome: "noSender" });
  expect(lines.join()).toContain("no sender is set for this stage: nothing was told to anybody");
});

it("a sender without an address for questions, or without a portal to lead to, is a mistake that names itself", () => {
  const all = { MAIL_SENDER: "a@b.example", MAIL_CONTACT: "c@b.example", PORTAL_ORIGIN: "https://normen.example.org" };
  expect(mailSettings(all)).toEqual({ sender: "a@b.example", contact: "c@b.example", origin: "https://normen.example.org" });
  for (const name of ["MAIL_CONTACT", "PORTAL_ORIGIN"]) expect(() => mailSettings({ ...all, [name]: "" })).toThrow(name);
});
