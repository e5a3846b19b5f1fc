import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '../../domain/shared/result.js';
import { hashToken, Random } from '../../platform/random/random.js';
import { AccountRepository } from './account.repository.js';
import { AccountService } from './account.service.js';
import type { AccountEntity } from './entities/account.entity.js';
import { SessionService } from './session.service.js';

export interface SetupRequest {
  readonly token: string;
  readonly name: string;
  readonly password: string;
}

/** The first admin. The token lives in this process alone: every start prints a new one, until there is an admin. */
@Injectable()
export class SetupService {
  private tokenHash: string | null = null;

  constructor(
    private readonly accounts: AccountRepository,
    private readonly accountService: AccountService,
    private readonly sessions: SessionService,
    private readonly random: Random,
  ) {}

  async isNeeded(): Promise<boolean> {
    return !(await this.accounts.hasAdmin());
  }

  /** A new token, making older ones worthless; null when there is an admin already. */
  async issueToken(): Promise<string | null> {
    if (!(await this.isNeeded())) {
      return null;
    }
    const token = this.random.base36(32);
    this.tokenHash = hashToken(token);
    return token;
  }

  /** Creates the admin and signs in. The token is taken before anything is awaited: of two at once, one is too late. */
  async setUp({ token, name, password }: SetupRequest): Promise<Result<{ account: AccountEntity; cookie: string }>> {
    const expected = this.tokenHash;
    if (expected === null || hashToken(token) !== expected) {
      return refuse((await this.isNeeded()) ? 'setup_link_invalid' : 'setup_closed');
    }
    this.tokenHash = null;
    try {
      const result = await this.createAdmin(name, password);
      if (!result.ok && result.code !== 'setup_closed') {
        this.tokenHash = expected;
      }
      return result;
    } catch (error) {
      this.tokenHash = expected;
      throw error;
    }
  }

  private async createAdmin(
    name: string,
    password: string,
  ): Promise<Result<{ account: AccountEntity; cookie: string }>> {
    if (!(await this.isNeeded())) {
      return refuse('setup_closed');
    }
    const created = await this.accountService.createWith({ name, password, role: 'admin' }, (tx, account) =>
      this.sessions.beginIn(tx, account, null),
    );
    return created.ok ? accept({ account: created.value.account, cookie: created.value.more.cookie }) : created;
  }
}
