import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '../../domain/shared/result.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { hashToken, Random } from '../../platform/random/random.js';
import { AccountRepository } from './account.repository.js';
import { AccountService } from './account.service.js';
import type { AccountEntity } from './entities/account.entity.js';
import { SetupLinkEntity } from './entities/setup-link.entity.js';
import { SessionService } from './session.service.js';

export interface SetupRequest {
  readonly token: string;
  readonly name: string;
  readonly password: string;
}

/** Thrown inside the transaction: another has used the link, or a later start has printed a new one. */
class LinkIsUsed extends Error {}

/** The first admin. Every start prints a new link, until there is an admin; with several processes the link that was printed last counts. */
@Injectable()
export class SetupService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly accountService: AccountService,
    private readonly sessions: SessionService,
    private readonly unitOfWork: UnitOfWork,
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
    await this.unitOfWork.run((tx) => tx.update(SetupLinkEntity, { id: 1 }, { tokenHash: hashToken(token) }));
    return token;
  }

  /** Creates the admin and signs in. The link is used up in the same transaction: of two at once, one is too late. */
  async setUp({ token, name, password }: SetupRequest): Promise<Result<{ account: AccountEntity; cookie: string }>> {
    const tokenHash = hashToken(token);
    const link = await this.unitOfWork.read((manager) => manager.findOneBy(SetupLinkEntity, { id: 1, tokenHash }));
    if (link === null) return this.whyNot();
    if (!(await this.isNeeded())) return refuse('setup_closed');
    try {
      const created = await this.accountService.createWith({ name, password, role: 'admin' }, async (tx, account) => {
        const { affected } = await tx.update(SetupLinkEntity, { id: 1, tokenHash }, { tokenHash: null });
        if (affected !== 1) throw new LinkIsUsed();
        return this.sessions.beginIn(tx, account, null);
      });
      return created.ok ? accept({ account: created.value.account, cookie: created.value.more.cookie }) : created;
    } catch (error) {
      if (error instanceof LinkIsUsed) return this.whyNot();
      throw error;
    }
  }

  private async whyNot(): Promise<Result<never>> {
    return refuse((await this.isNeeded()) ? 'setup_link_invalid' : 'setup_closed');
  }
}
