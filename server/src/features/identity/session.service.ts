import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, Not } from 'typeorm';
import type { Actor } from '../../domain/identity/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { sessionCookie, sessionIdFromCookie } from '../../platform/http/session-cookie.js';
import { hashToken, Random } from '../../platform/random/random.js';
import type { AccountEntity } from './entities/account.entity.js';
import type { SessionEntity } from './entities/session.entity.js';
import { IdentityEvents } from './identity-events.service.js';
import { SessionRepository, type SessionWithAccount } from './session.repository.js';

const HOUR_MS = 3_600_000;
/** A session nobody uses ends after a week; used, it rolls on, for 30 days at most. */
export const IDLE_MS = 7 * 24 * HOUR_MS;
export const LONGEST_MS = 30 * 24 * HOUR_MS;
/** A remote control is for one evening. */
export const REMOTE_MS = 12 * HOUR_MS;
/** Rolling is written at most this often: reading must not turn into writing. */
export const ROLL_MS = HOUR_MS;

/** Which sessions: all of an account, the remote controls of a round, or the one of a cookie. */
export type Ended = { accountId: string; except?: string } | { remoteRoundId: string } | { sessionId: string };

@Injectable()
export class SessionService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly events: IdentityEvents,
  ) {}

  /** Always a new id, whatever the browser brought: an id planted before signing in is worth nothing after. */
  async begin(account: Pick<AccountEntity, 'id'>, roundId: string | null): Promise<{ cookie: string }> {
    return this.unitOfWork.run((tx) => this.beginIn(tx, account, roundId));
  }

  async beginIn(
    tx: EntityManager,
    { id }: Pick<AccountEntity, 'id'>,
    roundId: string | null,
  ): Promise<{ cookie: string }> {
    const sessionId = this.random.hex(32);
    const now = this.clock.now();
    await this.sessions.forgetExpired(tx, now);
    await this.sessions.insert(tx, {
      idHash: hashToken(sessionId),
      accountId: id,
      roundId,
      createdAt: now,
      expiresAt: now + (roundId === null ? IDLE_MS : REMOTE_MS),
      lastSeenAt: now,
    });
    return { cookie: sessionCookie(sessionId, roundId === null ? LONGEST_MS : REMOTE_MS) };
  }

  /** The living session a Cookie header belongs to, with its enabled account; rolls its end forward. */
  async of(cookieHeader: string | undefined): Promise<SessionWithAccount | null> {
    const sessionId = sessionIdFromCookie({ cookie: cookieHeader });
    const found = sessionId === null ? null : await this.sessions.find(hashToken(sessionId));
    const now = this.clock.now();
    if (found === null || found.account.isDisabled || found.session.expiresAt <= now) {
      return null;
    }
    await this.roll(found.session, now);
    return found;
  }

  /** Ends sessions and, once that is committed, tells so. */
  async end(which: Ended): Promise<void> {
    const accounts = await this.unitOfWork.run((tx) => this.endIn(tx, which));
    this.announceEnd(accounts);
  }

  /** For transactions that do more: the caller announces the accounts after its commit. */
  endIn(tx: EntityManager, which: Ended): Promise<string[]> {
    return this.sessions.end(tx, whereOf(which));
  }

  announceEnd(accountIds: readonly string[]): void {
    for (const accountId of accountIds) {
      this.events.sessionsEnded({ accountId });
    }
  }

  private async roll(session: SessionEntity, now: number): Promise<void> {
    if (session.roundId === null && now - session.lastSeenAt >= ROLL_MS) {
      const expiresAt = Math.min(now + IDLE_MS, session.createdAt + LONGEST_MS);
      await this.sessions.roll(session.idHash, now, expiresAt);
    }
  }
}

export function actorOf({ session, account }: SessionWithAccount): Actor {
  const { id: accountId, role, unitId } = account;
  return session.roundId === null
    ? { kind: 'account', accountId, role, unitId }
    : { kind: 'remote', accountId, role, unitId, roundId: session.roundId };
}

function whereOf(which: Ended): FindOptionsWhere<SessionEntity> {
  if ('sessionId' in which) {
    return { idHash: hashToken(which.sessionId) };
  }
  if ('remoteRoundId' in which) {
    return { roundId: which.remoteRoundId };
  }
  const { accountId, except } = which;
  return except === undefined ? { accountId } : { accountId, idHash: Not(hashToken(except)) };
}
