import { Injectable } from '@nestjs/common';
import type { EntityManager, FindOptionsWhere } from 'typeorm';
import type { RoundState } from '../../../domain/live-round/phase.js';
import type { RoundQuestion } from '../../../domain/live-round/snapshot.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { QuestionsApi } from '../../questions/questions.api.js';
import { LiveQuestionEntity } from '../entities/live-question.entity.js';
import { LiveRoundEntity } from '../entities/live-round.entity.js';
import { questionAsPlayed } from '../../questions/played-question.api.js';

/** A round with its questions in playing order, words included: what is shared and true at one version. */
export interface LoadedRound {
  readonly row: LiveRoundEntity;
  readonly questions: readonly RoundQuestion[];
}

/** Rounds as rows. */
@Injectable()
export class RoundRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly questionsApi: QuestionsApi,
  ) {}

  /** Loads a round as committed; null when there is none. */
  async load(roundId: string): Promise<LoadedRound | null> {
    const [row, places] = await this.unitOfWork.read(async (manager) => [
      await manager.findOneBy(LiveRoundEntity, { id: roundId }),
      await manager.find(LiveQuestionEntity, { where: { roundId }, order: { questionNo: 'ASC' } }),
    ]);
    if (!row) return null;
    return { row, questions: await this.withWords(row, places) };
  }

  find(where: FindOptionsWhere<LiveRoundEntity>): Promise<LiveRoundEntity | null> {
    return this.unitOfWork.read((manager) => manager.findOneBy(LiveRoundEntity, where));
  }

  /** Ids and versions of rounds whose clock somebody must run. */
  async running(): Promise<{ id: string; version: number }[]> {
    return this.unitOfWork.read((manager) =>
      manager.query(
        `SELECT id, version FROM live_round WHERE phase IN ('question_open', 'question_closed', 'reveal', 'leaderboard')`,
      ),
    );
  }

  /**
   * Moves a round from `version` to the next one: the first statement of its transaction. False when another was faster.
   */
  async compareAndSet(
    tx: EntityManager,
    roundId: string,
    version: number,
    change: Partial<LiveRoundEntity>,
  ): Promise<boolean> {
    const { affected } = await tx.update(
      LiveRoundEntity,
      { id: roundId, version },
      { ...change, version: version + 1 },
    );
    return affected === 1;
  }

  private async withWords(row: LiveRoundEntity, places: readonly LiveQuestionEntity[]): Promise<RoundQuestion[]> {
    const { setId, setVersion, optionOrder } = row.settings;
    const bank = new Map((await this.questionsApi.questionsOf(setId, setVersion)).map((each) => [each.id, each]));
    return places.map((place) => {
      const { questionNo, status, opensAt, closesAt, limitMs, voidReason, distribution } = place;
      const question = bank.get(place.questionId);
      if (!question) throw new Error(`round ${row.id}: question ${place.questionId} is not in ${setId} ${setVersion}`);
      const words = questionAsPlayed(question, { questionNo, optionOrder, seed: row.seed });
      return { ...words, status, opensAt, closesAt, limitMs, voidReason, distribution };
    });
  }
}

/** The columns that carry a domain state. */
export function rowOf(state: RoundState): Partial<LiveRoundEntity> {
  return { ...state };
}
