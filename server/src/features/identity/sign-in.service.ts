import { Injectable } from '@nestjs/common';
import { accountNameKey } from '../../domain/identity/account-name.js';
import { accept, refuse, type Result } from '../../domain/shared/result.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { hashToken } from '../../platform/random/random.js';
import { RateLimiter } from '../../platform/rate-limit/rate-limiter.js';
import { AccountRepository } from './account.repository.js';
import { AccountEntity } from './entities/account.entity.js';
import { PasswordService } from './password.service.js';
import { SessionService } from './session.service.js';

/** Wrong passwords for one account, from wherever they come. */
const PER_NAME = { count: 10, windowMs: 300_000 };

export interface PasswordChange {
  readonly accountId: string;
  /** The session that asks; it alone goes on. */
  readonly sessionId: string;
  readonly current: string;
  readonly next: string;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: PasswordService,
    private readonly sessions: SessionService,
    private readonly limiter: RateLimiter,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Unknown names take the same way and time as wrong passwords, down to the limit. */
  async signIn(name: string, password: string): Promise<Result<{ account: AccountEntity; cookie: string }>> {
    const nameKey = accountNameKey(name);
    const limitKey = `sign-in ${hashToken(nameKey.ok ? nameKey.value : name)}`;
    const verdict = await this.limiter.take(limitKey, PER_NAME);
    if (!verdict.ok) {
      return refuse('too_many_requests', { retryAfterMs: verdict.retryAfterMs });
    }
    const account = nameKey.ok ? await this.accounts.findByNameKey(nameKey.value) : null;
    const isRight = await this.passwords.matches(account?.passwordHash ?? null, password);
    if (account === null || !isRight) {
      return refuse('wrong_credentials');
    }
    await this.limiter.clear(limitKey);
    return account.isDisabled ? refuse('account_disabled') : this.begin(account);
  }

  /** Needs the current password, so that an unattended laptop is not enough. All other sessions of the account end. */
  async changePassword({ accountId, sessionId, current, next }: PasswordChange): Promise<Result<void>> {
    const account = await this.accounts.find(accountId);
    if (!(await this.passwords.matches(account?.passwordHash ?? null, current))) {
      return refuse('wrong_password');
    }
    const passwordHash = await this.passwords.hash(next);
    const ended = await this.unitOfWork.run(async (tx) => {
      await tx.update(AccountEntity, { id: accountId }, { passwordHash });
      return this.sessions.endIn(tx, { accountId, except: sessionId });
    });
    this.sessions.announceEnd(ended);
    return accept(undefined);
  }

  /** The compare catches a password that was changed while this one was being checked. */
  private async begin(account: AccountEntity): Promise<Result<{ account: AccountEntity; cookie: string }>> {
    const { id, passwordHash } = account;
    const lastSignInAt = this.clock.now();
    const begun = await this.unitOfWork.run(async (tx) => {
      const { affected } = await tx.update(AccountEntity, { id, passwordHash }, { lastSignInAt });
      return affected === 1 ? this.sessions.beginIn(tx, account, null) : null;
    });
    return begun === null
      ? refuse('wrong_credentials')
      : accept({ account: { ...account, lastSignInAt }, cookie: begun.cookie });
  }
}
