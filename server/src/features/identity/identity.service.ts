import { Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/identity/actor.js';
import { AccountRepository } from './account.repository.js';
import { IdentityEvents } from './identity-events.service.js';
import { IdentityApi, type SessionsEnded } from './identity.api.js';
import { actorOf, SessionService } from './session.service.js';

/** The face of this feature towards the others. */
@Injectable()
export class IdentityService extends IdentityApi {
  constructor(
    private readonly sessions: SessionService,
    private readonly accounts: AccountRepository,
    private readonly events: IdentityEvents,
  ) {
    super();
  }

  async actorOfCookie(cookieHeader: string | undefined): Promise<Actor | null> {
    const found = await this.sessions.of(cookieHeader);
    return found && actorOf(found);
  }

  createRemoteSession(accountId: string, roundId: string): Promise<{ cookie: string }> {
    return this.sessions.begin({ id: accountId }, roundId);
  }

  endRemoteSessions(roundId: string): Promise<void> {
    return this.sessions.end({ remoteRoundId: roundId });
  }

  accountName(accountIds: readonly string[]): Promise<Map<string, string>> {
    return this.accounts.namesOf(accountIds);
  }

  onSessionsEnded(listener: (event: SessionsEnded) => void): void {
    this.events.onSessionsEnded(listener);
  }
}
