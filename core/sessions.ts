import type { User } from "./access.ts";
import type { Sha256 } from "./ids.ts";

/** A person who is signed in, as long as it lasts. */
export interface Session {
  readonly user: User;
  /** What a form of this session must carry: other sites cannot know it. */
  readonly formToken: string;
  /** ISO 8601 */
  readonly startedAt: string;
  /** ISO 8601; moves on with use. */
  readonly endsAt: string;
}

/** Sessions by the hash of what the browser holds: who reads the table cannot sign in with it. */
export interface SessionRegister {
  /** False, and nothing has started, when all sessions of the person were ended at or after `startedAt`. */
  start(key: Sha256, session: Session): Promise<boolean>;
  /** Also one that has ended and is not yet cleaned away: the caller looks at `endsAt`. */
  find(key: Sha256): Promise<Session | undefined>;
  /** Moves the end; a session that was ended meanwhile stays ended. */
  extend(key: Sha256, endsAt: string): Promise<void>;
  end(key: Sha256): Promise<void>;
  /** Ends every session of a person that began until now (ISO 8601), also one that is starting at this moment. */
  endAllOf(userId: string, now: string): Promise<void>;
}
