import {
  BadRequestException,
  LimitExceededException,
  MessageRejected,
  SESv2Client,
  SendEmailCommand,
  SendingPausedException,
  TooManyRequestsException,
} from "@aws-sdk/client-sesv2";
import { ServiceUnavailable } from "../../core/faults.ts";
import type { Mail } from "../../core/notifications/mail.ts";
import type { Mailer } from "../../core/notifications/ports.ts";
import { log } from "../runtime/log.ts";

export interface MailSettings {
  /** Address that mails come from: an identity that SES has verified. */
  readonly sender: string;
  /** Address at which somebody answers questions; answers to a mail go there. */
  readonly contact: string;
  /** Configuration set that counts what bounced. */
  readonly configurationSet?: string;
}

/** One client per container. */
export const ses = (): SESv2Client => new SESv2Client({});

/**
 * Amazon SES. It takes a mail to an address that bounced before (and does not send it): what becomes of a mail that was taken is told by the events of the configuration set, not here.
 * No address goes into a log line.
 */
export const mailer = (client: SESv2Client, settings: MailSettings): Mailer => ({
  async send(mail) {
    try {
      await client.send(commandFor(mail, settings));
      return "sent";
    } catch (error) {
      if (REFUSED.some((kind) => error instanceof kind)) {
        log("mail refused", { mail: mail.id, reason: (error as Error).name });
        return "refused";
      }
      if (LATER.some((kind) => error instanceof kind)) {
        throw new ServiceUnavailable(`SES: ${(error as Error).name}`, { cause: error });
      }
      throw error;
    }
  },
});

/** Of this mail or this address: the next time it would be the same. */
const REFUSED = [BadRequestException, MessageRejected];
/** Too fast, the quota of the day, or an account that may not send for now: the mail waits. */
const LATER = [TooManyRequestsException, LimitExceededException, SendingPausedException];

const UTF8 = "UTF-8";

/** The name of the person is not in the address line: what stands in a name cannot become a second address. */
const commandFor = ({ to, subject, text, html, unsubscribe }: Mail, { sender, contact, configurationSet }: MailSettings) =>
  new SendEmailCommand({
    FromEmailAddress: `Normenmonitor <${sender}>`,
    Destination: { ToAddresses: [to.email] },
    ReplyToAddresses: [contact],
    ConfigurationSetName: configurationSet,
    Content: {
      Simple: {
        Subject: { Data: subject, Charset: UTF8 },
        Body: { Text: { Data: text, Charset: UTF8 }, Html: { Data: html, Charset: UTF8 } },
        Headers: [
          // A machine wrote it: no answer of an absent reader's machine is wanted (RFC 3834).
          { Name: "Auto-Submitted", Value: "auto-generated" },
          ...(unsubscribe
            ? [
                { Name: "List-Unsubscribe", Value: `<${unsubscribe}>` },
                { Name: "List-Unsubscribe-Post", Value: "List-Unsubscribe=One-Click" },
              ]
            : []),
        ],
      },
    },
  });
