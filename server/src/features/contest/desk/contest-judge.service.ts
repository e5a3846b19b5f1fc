import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AttemptsRepository } from '../attempts/attempts.repository.js';
import { RETURNED_SLOT } from '../attempts/paper-line.js';
import { ContestLog } from '../contest-log.service.js';
import { ContestsRepository } from '../contests.repository.js';
import { ContestAttemptEntity } from '../entities/contest-attempt.entity.js';
import { ScoreKeeper } from '../scores/score-keeper.service.js';

/** A human judges: takes attempts out of the boards, puts them back, gives them back. All of it is logged. */
@Injectable()
export class ContestJudge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: AttemptsRepository,
    private readonly contests: ContestsRepository,
    private readonly keeper: ScoreKeeper,
    private readonly log: ContestLog,
  ) {}

  /** Refusals: `not_found`; `stale_version` for one that is not settled (any more). Judging twice the same way changes nothing. */
  async judge(
    actor: Actor,
    attemptId: string,
    isRemoved: boolean,
    reason: string,
  ): Promise<Result<ContestAttemptEntity>> {
    const found = await this.find(attemptId);
    if (!found.ok) return found;
    const { attempt, contest } = found.value;
    // The desk offers it for settled ones: the page is old.
    if (attempt.state !== 'settled') return refuse('stale_version');
    if ((attempt.removedReason !== null) === isRemoved) return accept(attempt);
    const { personId, unitId, contestId } = attempt;
    await this.keeper.change({ owners: [{ contest, personId, unitId }], attemptIds: [attemptId] }, async (tx) => {
      const change = { removedReason: isRemoved ? reason : null, isTallyDue: true };
      const { affected } = await tx.update(ContestAttemptEntity, { id: attemptId, state: 'settled' }, change);
      if (affected !== 1) return;
      const action = isRemoved ? ('attempt_removed' as const) : ('attempt_restored' as const);
      const { accountId } = actor;
      await this.log.note(tx, { contestId, accountId, action, attemptId, personId, detail: reason });
    });
    return this.again(attemptId);
  }

  /** The slot of its day is free again. What was answered stays on record and is not shown. */
  async giveBack(actor: Actor, attemptId: string, reason: string): Promise<Result<ContestAttemptEntity>> {
    const found = await this.find(attemptId);
    if (!found.ok) return found;
    const { attempt, contest } = found.value;
    if (attempt.state === 'returned') return accept(attempt);
    const { personId, unitId, contestId, kind, day } = attempt;
    await this.keeper.change({ owners: [{ contest, personId, unitId }], attemptIds: [attemptId] }, async (tx) => {
      const returned = await tx.countBy(ContestAttemptEntity, { contestId, personId, kind, day, state: 'returned' });
      const { affected } = await tx.update(
        ContestAttemptEntity,
        { id: attemptId, state: attempt.state },
        { state: 'returned', slot: RETURNED_SLOT + returned, settledBy: null, isTallyDue: true },
      );
      if (affected !== 1) return;
      const { accountId } = actor;
      await this.log.note(tx, {
        ...{ contestId, accountId, action: 'attempt_returned', attemptId, personId, detail: reason },
      });
    });
    return this.again(attemptId);
  }

  private async again(attemptId: string): Promise<Result<ContestAttemptEntity>> {
    return accept(
      await this.unitOfWork.read((manager) => manager.findOneByOrFail(ContestAttemptEntity, { id: attemptId })),
    );
  }

  private async find(attemptId: string) {
    const attempt = await this.attempts.find(attemptId);
    const contest = attempt?.kind === 'counting' ? await this.contests.find(attempt.contestId) : null;
    return attempt === null || contest === null ? refuse('not_found') : accept({ attempt, contest });
  }
}
