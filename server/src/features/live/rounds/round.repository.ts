import type { Phase } from '@anquanli/contract/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RoundState } from '../../../domain/live-round/phase.js';
import type { RoundQuestion } from '../../../domain/live-round/snapshot.js';
import { numberFrom } from '../../../platform/database/columns.js';
import { findRow, marks } from '../../../platform/database/rows.js';
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

/** What a node looks at each second. */
export interface WatchedRound {
  readonly id: string;
  readonly version: number;
  /** Newest heartbeat of any node, system time. */
  readonly aliveAt: number;
  readonly isRunning: boolean;
}

const RUNNING: readonly Phase[] = ['question_open', 'question_closed', 'reveal', 'leaderboard'];

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

  /** The round of an id, or behind a door. */
  find(
    by: { id: string } | { joinToken: string } | { pin: string } | { stageCode: string },
  ): Promise<LiveRoundEntity | null> {
    return this.unitOfWork.read((manager) => {
      const find = (column: string, value: string) => findRow(manager, LiveRoundEntity, `WHERE ${column} = ?`, [value]);
      if ('id' in by) return find('id', by.id);
      if ('joinToken' in by) return find('join_token', by.joinToken);
      return 'pin' in by ? find('pin', by.pin) : find('stage_code', by.stageCode);
    });
  }

  /** Rounds whose clock somebody must run, and of `openIds` those that are there at all. */
  async watched(openIds: readonly string[]): Promise<WatchedRound[]> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.query<{ id: string; version: number; phase: Phase; alive_at: unknown }[]>(
        `SELECT id, version, phase, alive_at FROM live_round WHERE phase IN (${marks(RUNNING)})
         ${openIds.length > 0 ? `OR id IN (${marks(openIds)})` : ''}`,
        [...RUNNING, ...openIds],
      ),
    );
    return rows.map(({ id, version, phase, alive_at: aliveAt }) => ({
      ...{ id, version, aliveAt: numberFrom(aliveAt) ?? 0, isRunning: RUNNING.includes(phase) },
    }));
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
