import type { RoundDetail, RoundSettings, RoundSummary } from '@anquanli/contract/rounds';
import { LIMITS } from '@anquanli/contract/vocabulary';
import { Injectable } from '@nestjs/common';
import { LessThan, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { Actor } from '../../../domain/identity/actor.js';
import { can, scopeFilter, type Action } from '../../../domain/identity/can.js';
import { pickQuestions } from '../../../domain/live-round/paper.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { isDuplicateKey } from '../../../platform/database/database-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Random } from '../../../platform/random/random.js';
import { QuestionsApi } from '../../questions/questions.api.js';
import { LiveQuestionEntity } from '../entities/live-question.entity.js';
import { LiveRoundEntity } from '../entities/live-round.entity.js';
import { RoundAnnouncer } from '../views/round-announcer.service.js';
import { keptMs } from './round-row.js';
import { RoundDescriptions } from './round-descriptions.service.js';

const PAGE = 50;
const PIN_ATTEMPTS = 20;
const REHEARSAL_MAX_MS = 3 * 3_600_000;

type Drawn = Result<{ questionId: string; questionRev: number }[]>;

/** Rounds as organisers make, change and list them. Scope is a filter in the query: a foreign round is not found. */
@Injectable()
export class RoundAdminService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly questions: QuestionsApi,
    private readonly descriptions: RoundDescriptions,
    private readonly announcer: RoundAnnouncer,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** Rounds the actor may see, newest first; rehearsals are not among them. */
  async list(actor: Actor, before: number | null): Promise<{ rounds: RoundSummary[]; hasMore: boolean }> {
    const where: FindOptionsWhere<LiveRoundEntity> = { ...filterOf(actor), isRehearsal: false };
    if (before !== null) where.createdAt = LessThan(before);
    const rows = await this.unitOfWork.read((manager) =>
      manager.find(LiveRoundEntity, { where, order: { createdAt: 'DESC' }, take: PAGE + 1 }),
    );
    return { rounds: await this.descriptions.summaries(rows.slice(0, PAGE)), hasMore: rows.length > PAGE };
  }

  /** The round, if the actor may do this with it; else `not_found`. */
  async find(actor: Actor, action: Action, roundId: string): Promise<Result<LiveRoundEntity>> {
    const row = await this.unitOfWork.read((manager) =>
      manager.findOneBy(LiveRoundEntity, { ...filterOf(actor), id: roundId }),
    );
    if (!row || (actor.kind === 'remote' && actor.roundId !== roundId)) return refuse('not_found');
    return can(actor, action, { ownerId: row.ownerId, roundId: row.id }) ? accept(row) : refuse('forbidden');
  }

  async create(actor: Actor, settings: RoundSettings): Promise<Result<RoundDetail>> {
    if (!can(actor, 'rounds.create')) return refuse('forbidden');
    const row = await this.insert(actor.accountId, settings, false);
    return row.ok ? accept(await this.descriptions.detail(row.value)) : row;
  }

  /** A new round like an old one, without its people. */
  async again(actor: Actor, row: LiveRoundEntity): Promise<Result<RoundDetail>> {
    if (!can(actor, 'rounds.create')) return refuse('forbidden');
    const copy = await this.insert(actor.accountId, row.settings, false);
    return copy.ok ? accept(await this.descriptions.detail(copy.value)) : copy;
  }

  /** A copy to try out; the same questions in the same order. */
  async rehearsalOf(row: LiveRoundEntity): Promise<Result<LiveRoundEntity>> {
    return this.insert(row.ownerId, row.settings, true, row.seed);
  }

  /** Changes a round that has not begun. */
  async update(row: LiveRoundEntity, settings: RoundSettings): Promise<Result<RoundDetail>> {
    if (row.phase !== 'lobby') return refuse('round_already_started');
    const drawn = await this.draw(settings, row.seed);
    if (!drawn.ok) return drawn;
    const isSaved = await this.unitOfWork.run(async (tx) => {
      const { affected } = await tx.update(
        LiveRoundEntity,
        { id: row.id, version: row.version, phase: 'lobby' },
        { settings, questionCount: drawn.value.length, autopilot: autopilotOf(settings), version: row.version + 1 },
      );
      if (affected !== 1) return false;
      await tx.delete(LiveQuestionEntity, { roundId: row.id });
      await this.insertQuestions(tx, row.id, drawn.value);
      return true;
    });
    if (!isSaved) return refuse('stale_version');
    await this.announcer.changed(row.id, { hasNewResults: false });
    const saved = await this.unitOfWork.read((manager) => manager.findOneByOrFail(LiveRoundEntity, { id: row.id }));
    return accept(await this.descriptions.detail(saved));
  }

  private async insert(
    ownerId: string,
    settings: RoundSettings,
    isRehearsal: boolean,
    seed = this.random.seed(),
  ): Promise<Result<LiveRoundEntity>> {
    const drawn = await this.draw(settings, seed);
    if (!drawn.ok) return drawn;
    for (let attempt = 1; ; attempt += 1) {
      const row = this.newRow(ownerId, settings, seed, drawn.value.length, isRehearsal);
      try {
        await this.unitOfWork.run(async (tx) => {
          await tx.insert(LiveRoundEntity, row);
          await this.insertQuestions(tx, row.id, drawn.value);
        });
        return accept(row);
      } catch (error) {
        // Another open round has the PIN: throw the dice again.
        if (attempt >= PIN_ATTEMPTS || !isDuplicateKey(error)) throw error;
      }
    }
  }

  private async draw(settings: RoundSettings, seed: string): Promise<Drawn> {
    if (settings.scoring === 'speed' && settings.secondsPerQuestion === null) {
      return refuse('speed_needs_time_limit', { path: 'scoring' });
    }
    const version = await this.questions.findVersion(settings.setId, settings.setVersion);
    if (!version || version.status !== 'released') return refuse('question_set_unknown', { path: 'setVersion' });
    const candidates = (await this.questions.questionsOf(settings.setId, settings.setVersion))
      .filter((question) => question.status === 'approved')
      .map(({ id, category, difficulty, rev }) => ({ id, category, difficulty, rev }));
    const picked = pickQuestions(candidates, settings.pick, settings.questionOrder, seed);
    if (!picked.ok) return picked;
    const revs = new Map(candidates.map(({ id, rev }) => [id, rev]));
    return accept(picked.value.map((questionId) => ({ questionId, questionRev: revs.get(questionId) ?? 1 })));
  }

  private newRow(
    ownerId: string,
    settings: RoundSettings,
    seed: string,
    questionCount: number,
    isRehearsal: boolean,
  ): LiveRoundEntity {
    const now = this.clock.now();
    return Object.assign(new LiveRoundEntity(), {
      id: this.random.uuid(),
      ownerId,
      settings,
      seed,
      version: 1,
      phase: 'lobby' as const,
      questionNo: 0,
      questionCount,
      opensAt: null,
      closesAt: null,
      acceptsUntil: null,
      limitMs: null,
      phaseSince: now,
      autopilot: autopilotOf(settings),
      autopilotFrom: now,
      isLobbyLocked: false,
      isRehearsal,
      pin: this.random.digits(LIMITS.pinDigits),
      joinToken: this.random.base36(16),
      stageCode: this.random.code(LIMITS.stageCodeChars),
      joinOrigin: null,
      seatsTaken: 0,
      answersWritten: 0,
      aliveAt: now,
      createdAt: now,
      finishedAt: null,
      // A rehearsal leaves no trace, even if its host just closes the page.
      deletesAt: now + (isRehearsal ? REHEARSAL_MAX_MS : keptMs(settings)),
    });
  }

  private async insertQuestions(
    tx: EntityManager,
    roundId: string,
    questions: readonly { questionId: string; questionRev: number }[],
  ): Promise<void> {
    await tx.insert(
      LiveQuestionEntity,
      questions.map((question, index) => ({
        roundId,
        questionNo: index + 1,
        ...question,
        status: 'waiting' as const,
        opensAt: null,
        closesAt: null,
        limitMs: null,
        voidReason: null,
        distribution: null,
      })),
    );
  }
}

function autopilotOf(settings: RoundSettings) {
  return settings.autopilot.isOn ? ('running' as const) : ('off' as const);
}

function filterOf(actor: Actor): FindOptionsWhere<LiveRoundEntity> {
  const { ownerId, roundId } = scopeFilter(actor);
  return { ...(ownerId !== undefined && { ownerId }), ...(roundId !== undefined && { id: roundId }) };
}
