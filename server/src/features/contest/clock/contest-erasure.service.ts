import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Log } from '../../../platform/logging/log.js';
import { ParticipantsApi } from '../../units/units.api.js';
import { ContestLog } from '../contest-log.service.js';
import { ContestsRepository } from '../contests.repository.js';
import { ContestEntity } from '../entities/contest.entity.js';

const DAY_MS = 86_400_000;
const SLICE = 200;

/** Names do not stay for ever: some days after the end they are emptied, unless another contest still needs them. */
@Injectable()
export class ContestErasure {
  private readonly listeners: ((contestId: string) => Promise<void>)[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contests: ContestsRepository,
    private readonly participants: ParticipantsApi,
    private readonly contestLog: ContestLog,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Who keeps names of a contest elsewhere, such as in reports, empties that before the contest counts as erased. */
  onErased(listener: (contestId: string) => Promise<void>): void {
    this.listeners.push(listener);
  }

  async eraseDue(): Promise<void> {
    const now = this.clock.now();
    for (const contest of await this.contests.published()) {
      const days = contest.settings.eraseAfterDays;
      if (contest.erasedAt !== null || days === null || contest.endsAt + days * DAY_MS > now) continue;
      await this.erase(contest, now);
    }
  }

  /** In slices; killed on the way it goes on where it was, for who is erased already is not asked for again. */
  private async erase(contest: ContestEntity, now: number): Promise<void> {
    let people = 0;
    for (;;) {
      const ids = await this.peopleToErase(contest.id);
      if (ids.length === 0) break;
      await this.unitOfWork.run((tx) => this.participants.eraseIn(tx, ids));
      this.participants.announceErased(ids);
      people += ids.length;
    }
    for (const listener of this.listeners) await listener(contest.id);
    await this.unitOfWork.run(async (tx) => {
      await tx.update(ContestEntity, { id: contest.id }, { erasedAt: now });
      await this.contestLog.note(tx, {
        ...{ contestId: contest.id, accountId: null, action: 'erased', detail: String(people) },
      });
    });
    this.log.info({ contestId: contest.id, people }, 'names of a contest were emptied');
  }

  /** People of the contest who are in no other one that still has its names. */
  private async peopleToErase(contestId: string): Promise<string[]> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.query<{ person_id: string }[]>(
        `SELECT s.person_id FROM contest_score s
         JOIN participant p ON p.person_id = s.person_id AND p.status <> 'erased'
         WHERE s.contest_id = ? AND NOT EXISTS (
           SELECT 1 FROM contest_score o JOIN contest c ON c.id = o.contest_id
           WHERE o.person_id = s.person_id AND o.contest_id <> s.contest_id AND c.erased_at IS NULL
         ) LIMIT ?`,
        [contestId, SLICE],
      ),
    );
    return rows.map((row) => row.person_id);
  }
}
