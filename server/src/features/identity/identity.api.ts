import type { Actor } from '../../domain/identity/actor.js';

/** Tells that sessions of an account are over. Who keeps sockets open asks again for each of that account's. */
export interface SessionsEnded {
  readonly accountId: string;
}

/** What other features may ask about identities. */
export abstract class IdentityApi {
  /** Who a Cookie header belongs to, as long as its session lives and its account is enabled. */
  abstract actorOfCookie(cookieHeader: string | undefined): Promise<Actor | null>;

  /** Makes a browser the remote control of one round, in the name of an account. `cookie` is a Set-Cookie value. */
  abstract createRemoteSession(accountId: string, roundId: string): Promise<{ cookie: string }>;

  /** Ends all remote controls of a round. */
  abstract endRemoteSessions(roundId: string): Promise<void>;

  /** Names by account id; unknown ids are left out. */
  abstract accountName(accountIds: readonly string[]): Promise<Map<string, string>>;

  /** `account.sessions.ended`: calls the listener after sessions were ended, whatever the reason. In process only. */
  abstract onSessionsEnded(listener: (event: SessionsEnded) => void): void;
}
