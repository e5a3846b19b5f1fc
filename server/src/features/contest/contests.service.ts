import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../../domain/identity/actor.js';
import { accept, type Result } from '../../domain/shared/result.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ParticipantsApi, UnitsApi } from '../units/units.api.js';
import { type ContestFigures, ContestFiguresService } from './boards/contest-figures.service.js';
import { ContestErasure } from './clock/contest-erasure.service.js';
import { ContestsApi, type PersonFigures, type ReportedContest } from './contest.api.js';
import { ContestsRepository } from './contests.repository.js';
import { daysOf, DashboardService, type QuestionFigures } from './desk/dashboard.service.js';
import { DeskScope, type DeskView } from './desk/desk-scope.service.js';
import { ContestAttemptEntity } from './entities/contest-attempt.entity.js';
import { ContestScoreEntity } from './entities/contest-score.entity.js';
import type { ContestEntity } from './entities/contest.entity.js';

/** People in one slice. */
const SLICE = 1_000;

/** The face of contests towards other features, and what they keep about a person. */
@Injectable()
export class ContestsService extends ContestsApi {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contests: ContestsRepository,
    private readonly scope: DeskScope,
    private readonly units: UnitsApi,
    private readonly contestFigures: ContestFiguresService,
    private readonly dashboards: DashboardService,
    private readonly erasure: ContestErasure,
    participants: ParticipantsApi,
  ) {
    super();
    participants.exportedWith('contests', (personId) => this.keptAbout(personId));
  }

  async published(): Promise<ReportedContest[]> {
    const tree = await this.units.tree();
    const all = await this.contests.published();
    return all.map((contest) => reported({ contest, tree, unitIds: null, topId: null }));
  }

  async see(actor: Actor, contestId: string): Promise<Result<ReportedContest>> {
    const view = await this.scope.view(actor, contestId);
    return view.ok ? accept(reported(view.value)) : view;
  }

  async figures(contestId: string): Promise<ContestFigures> {
    return this.contestFigures.compute(await this.get(contestId));
  }

  days(contest: Pick<ReportedContest, 'unitIds'>, figures: ContestFigures) {
    return daysOf(contest, figures);
  }

  async questions(contestId: string): Promise<QuestionFigures[]> {
    return this.dashboards.questionsOf(await this.get(contestId));
  }

  async *people(
    contestId: string,
    unitIds: ReadonlySet<string> | null,
  ): AsyncGenerator<readonly PersonFigures[], void, void> {
    // By unit and person, not by points: those move while the report is written, and nobody may be left out or come twice.
    let after = '';
    for (;;) {
      const rows = await this.unitOfWork.read((manager) =>
        manager
          .createQueryBuilder(ContestScoreEntity, 'score')
          .where('score.contest_id = :contestId AND score.person_id > :after', { contestId, after })
          .andWhere('score.is_ranked = :isRanked', { isRanked: true })
          .orderBy('score.person_id')
          .take(SLICE)
          .getMany(),
      );
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows.filter(({ unitId }) => unitIds === null || unitIds.has(unitId));
      after = last.personId;
    }
  }

  async contestsOf(tx: EntityManager, personIds: readonly string[]): Promise<string[]> {
    if (personIds.length === 0) return [];
    const rows = await tx.find(ContestScoreEntity, {
      where: { personId: In([...personIds]) },
      select: { contestId: true, personId: true },
    });
    return [...new Set(rows.map(({ contestId }) => contestId))];
  }

  onErased(listener: (contestId: string) => Promise<void>): void {
    this.erasure.onErased(listener);
  }

  private async get(contestId: string): Promise<ContestEntity> {
    const contest = await this.contests.find(contestId);
    if (contest === null) throw new Error(`contest ${contestId} was there a moment ago`);
    return contest;
  }

  private async keptAbout(personId: string): Promise<unknown> {
    return this.unitOfWork.read(async (manager) => ({
      scores: await manager.findBy(ContestScoreEntity, { personId }),
      attempts: await manager.find(ContestAttemptEntity, { where: { personId }, order: { startedAt: 'ASC' } }),
    }));
  }
}

function reported({ contest, tree, unitIds, topId }: DeskView): ReportedContest {
  const { id, settings, startsAt, endsAt } = contest;
  return { id, settings, startsAt, endsAt, tree, unitIds, topId };
}
