import type { ContestSettings } from '@anquanli/contract/contest-settings.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { fixedField } from '../../../domain/contest/fixed-settings.js';
import { spanOf } from '../../../domain/contest/window.js';
import type { Actor } from '../../../domain/identity/actor.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Random } from '../../../platform/random/random.js';
import { ContestLog } from '../contest-log.service.js';
import { ContestsRepository } from '../contests.repository.js';
import { ContestEntity } from '../entities/contest.entity.js';
import { SettingsCheck } from './settings-check.service.js';

/** Makes contests and changes them. */
@Injectable()
export class ContestEdit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contests: ContestsRepository,
    private readonly check: SettingsCheck,
    private readonly log: ContestLog,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  async create(actor: Actor, settings: ContestSettings): Promise<Result<{ id: string }>> {
    const admitted = await this.check.admit(settings);
    if (!admitted.ok) return admitted;
    const id = this.random.uuid();
    const { accountId } = actor;
    await this.unitOfWork.run(async (tx) => {
      await tx.insert(ContestEntity, {
        ...{ id, settings, version: 1, isPublished: false, ...spanOf(settings), frozenAt: null, erasedAt: null },
        ...{ createdBy: accountId, createdAt: this.clock.now() },
      });
      await this.log.note(tx, { contestId: id, accountId, action: 'created', detail: settings.title });
    });
    return accept({ id });
  }

  async update(actor: Actor, id: string, version: number, settings: ContestSettings): Promise<Result<null>> {
    const contest = await this.contests.find(id);
    if (contest === null) return refuse('not_found');
    if (contest.version !== version) return refuse('stale_version', { version: contest.version });
    if (contest.isPublished && contest.startsAt <= this.clock.now()) {
      const field = fixedField(contest.settings, settings);
      if (field !== null) return refuse('contest_fixed', { path: `settings.${field}` });
    }
    const admitted = await this.check.admit(settings);
    if (!admitted.ok) return admitted;
    const changed = changedFields(contest.settings, settings);
    return this.write(contest, { settings, ...spanOf(settings) }, (tx) =>
      this.log.note(tx, { contestId: id, accountId: actor.accountId, action: 'changed', detail: changed }),
    );
  }

  async publish(actor: Actor, id: string, version: number): Promise<Result<null>> {
    const contest = await this.contests.find(id);
    if (contest === null) return refuse('not_found');
    if (contest.version !== version) return refuse('stale_version', { version: contest.version });
    if (contest.isPublished) return accept(null);
    // What was right when it was saved may have changed since, and its days may be over.
    const admitted = await this.check.admit(contest.settings);
    if (!admitted.ok) return admitted;
    if (contest.endsAt <= this.clock.now()) return refuse('contest_dates_refused', { path: 'settings.lastDay' });
    return this.write(contest, { isPublished: true }, (tx) =>
      this.log.note(tx, { contestId: id, accountId: actor.accountId, action: 'published' }),
    );
  }

  async remove(id: string): Promise<Result<null>> {
    const contest = await this.contests.find(id);
    if (contest === null) return refuse('not_found');
    if (contest.isPublished) return refuse('contest_fixed');
    const { affected } = await this.unitOfWork.run((tx) => tx.delete(ContestEntity, { id, isPublished: false }));
    return affected === 1 ? accept(null) : refuse('contest_fixed');
  }

  private async write(
    { id, version }: ContestEntity,
    change: Partial<Omit<ContestEntity, 'id'>>,
    note: (tx: EntityManager) => Promise<void>,
  ): Promise<Result<null>> {
    const written = await this.unitOfWork.run(async (tx): Promise<Result<null>> => {
      const { affected } = await tx.update(ContestEntity, { id, version }, { ...change, version: version + 1 });
      if (affected !== 1) return refuse('stale_version');
      await note(tx);
      return accept(null);
    });
    this.contests.changed(id);
    return written;
  }
}

function changedFields(before: ContestSettings, after: ContestSettings): string {
  const fields = Object.keys(after) as (keyof ContestSettings)[];
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).join(' ');
}
