import type { User } from "../../core/access.ts";
import { type Sha256, sha256 } from "../../core/ids.ts";
import type { Session, SessionRegister } from "../../core/sessions.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A working day: who sits down in the morning signs in once. */
const LONGEST = 10 * HOUR;
/** A screen that was left alone over lunch is still signed in; one that was left in a meeting room is not. */
const IDLE = 2 * HOUR;
/** The end moves on with use; a write per page would be waste. */
const EXTEND_EVERY = 5 * MINUTE;

/** What a browser holds: 256 bits of chance, of which only the hash is kept. */
export interface StartedSession {
  readonly secret: string;
  readonly session: Session;
}

export interface Sessions {
  /**
   * `since`: when the person set out for it (milliseconds since 1970), default now. Undefined when all sessions of the person were ended since: what the
   * issuer said of him may be from before.
   */
  start(user: User, since?: number): Promise<StartedSession | undefined>;
  /** The session of what a browser holds; undefined when it is none, or has ended. Its end moves on. */
  find(secret: string | undefined): Promise<Session | undefined>;
  end(secret: string | undefined): Promise<void>;
}

/** `now`: milliseconds since 1970. */
export function openSessions(register: SessionRegister, now: () => number = Date.now): Sessions {
  return {
    async start(user, at = now()) {
      const secret = chance();
      const session = { user, formToken: chance(), startedAt: iso(at), endsAt: iso(at + IDLE) };
      const started = await register.start(await keyOf(secret), session);
      return started ? { secret, session } : undefined;
    },
    async find(secret) {
      if (!secret || !SECRET.test(secret)) return undefined;
      const key = await keyOf(secret);
      const session = await register.find(key);
      const at = now();
      if (!session || Date.parse(session.endsAt) <= at) return undefined;
      const endsAt = Math.min(at + IDLE, Date.parse(session.startedAt) + LONGEST);
      if (endsAt - Date.parse(session.endsAt) >= EXTEND_EVERY) await register.extend(key, iso(endsAt));
      return session;
    },
    async end(secret) {
      if (secret && SECRET.test(secret)) await register.end(await keyOf(secret));
    },
  };
}

const BYTES = 32;
const SECRET = /^[\w-]{43}$/;

const chance = (): string => base64url(crypto.getRandomValues(new Uint8Array(BYTES)));

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

async function keyOf(secret: string): Promise<Sha256> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
  return sha256(Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join(""));
}

const iso = (ms: number): string => new Date(ms).toISOString();
