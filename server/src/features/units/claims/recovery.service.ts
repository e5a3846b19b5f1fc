import { LIMITS } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import { typedRecoveryCode } from '../../../domain/identity/recovery-code.js';
import { cleanName, nameKey } from '../../../domain/live-round/name.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { isDuplicateKey } from '../../../platform/database/database-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { hashToken } from '../../../platform/random/random.js';
import { RateLimiter } from '../../../platform/rate-limit/rate-limiter.js';
import { PeopleService } from '../../people/people.api.js';
import { ParticipantEntity } from '../entities/participant.entity.js';
import { OwnPageService } from '../participants/own-page.service.js';
import { recoveryHash } from '../participants/recovery-hash.js';
import type { Registered } from '../participants/registration.service.js';

export interface Recovery {
  readonly name: string;
  readonly recoveryCode: string;
  readonly personToken: string;
}

/** The same person on another phone, by the code that was shown when they registered. */
@Injectable()
export class RecoveryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
    private readonly pages: OwnPageService,
    private readonly limiter: RateLimiter,
  ) {}

  /** Whatever is wrong is `recovery_refused`: neither names nor codes can be tried out. Only failures count. */
  async recover(unitId: string, { name, recoveryCode, personToken }: Recovery): Promise<Result<Registered>> {
    const clean = cleanName(name);
    const key = `recovery ${unitId} ${clean.ok ? nameKey(clean.value) : ''}`;
    const verdict = await this.limiter.peek(key, LIMITS.recoveryTries);
    if (!verdict.ok) return refuse('too_many_requests', { retryAfterMs: verdict.retryAfterMs });
    const code = typedRecoveryCode(recoveryCode);
    const row = clean.ok && code !== null ? await this.personOf(unitId, clean.value, code) : null;
    if (row === null || !(await this.hand(row, hashToken(personToken)))) {
      await this.limiter.take(key, LIMITS.recoveryTries);
      return refuse('recovery_refused');
    }
    const participant = await this.pages.shown(row, hashToken(personToken));
    return accept({ personToken, participant, recoveryCode: null });
  }

  private async personOf(unitId: string, name: string, code: string): Promise<ParticipantEntity | null> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.findBy(ParticipantEntity, { unitId, nameKey: nameKey(name) }),
    );
    const isTheirs = (row: ParticipantEntity) => row.recoveryHash === recoveryHash(row.personId, code);
    return rows.find((row) => row.name === name && row.status !== 'erased' && isTheirs(row)) ?? null;
  }

  /** A token that is somebody's already stays theirs; the same request again finds it done. */
  private async hand({ personId }: ParticipantEntity, tokenHash: string): Promise<boolean> {
    try {
      await this.unitOfWork.run((tx) => this.people.addToken(tx, personId, tokenHash, 'recovery_code'));
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const tokens = (await this.people.tokensOf([personId])).get(personId) ?? [];
      return tokens.some((token) => token.tokenHash === tokenHash);
    }
  }
}
