import type { MailPlace } from "../../core/notifications/mail.ts";
import type { MailSettings } from "../adapters/mail.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** From the environment that `infra/` (or `local/`) sets. Undefined: this stage has no sender, so nobody is told anything. Throws, naming what is missing. */
export function mailSettings(env: Environment): (MailSettings & MailPlace) | undefined {
  const sender = env["MAIL_SENDER"];
  if (!sender) return undefined;
  return {
    sender,
    contact: needed(env, "MAIL_CONTACT"),
    origin: needed(env, "PORTAL_ORIGIN"),
    ...(env["MAIL_CONFIGURATION_SET"] ? { configurationSet: env["MAIL_CONFIGURATION_SET"] } : {}),
  };
}

function needed(env: Environment, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`environment variable ${name} is not set`);
  return value;
}
