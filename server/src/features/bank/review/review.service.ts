import type { BlindAnswer, BlindQuestion, DeskQuestion } from '@anquanli/contract/bank.js';
import { agreesWithKey, blindSheet } from '@anquanli/question-bank/blind.js';
import type { Check, Question } from '@anquanli/question-bank/schema.js';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BankQuestionEntity } from '../entities/bank-question.entity.js';
import { BankMediaService } from '../media/bank-media.service.js';
import { chinaDay } from '../questions/china-day.js';
import { QuestionEditService, type Handling } from '../questions/question-edit.service.js';
import { checked, isOver } from '../questions/question-life.js';
import { BankSetService } from '../sets/bank-set.service.js';

export interface Queue {
  readonly question: BlindQuestion | null;
  readonly waiting: number;
}

/** Questions in review, as a second reader meets them: without the key. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sets: BankSetService,
    private readonly edits: QuestionEditService,
    private readonly media: BankMediaService,
    private readonly clock: Clock,
  ) {}

  /** The next after `after` by id, from the beginning again when there is none; `only` names the one question wanted. */
  async next(
    setId: string,
    { after, only }: { after?: string | undefined; only?: string | undefined },
  ): Promise<Result<Queue>> {
    if ((await this.sets.find(setId)) === null) return refuse('set_unknown');
    const where = { setId, status: 'in-review' as const };
    const [waiting, row] = await this.unitOfWork.read(async (manager) => {
      const order = { questionId: 'ASC' as const };
      const one = (questionId: object) =>
        manager.findOne(BankQuestionEntity, { where: { ...where, ...questionId }, order });
      const found =
        only === undefined ? await one({ questionId: MoreThan(after ?? '') }) : await one({ questionId: only });
      return [await manager.countBy(BankQuestionEntity, where), found ?? (only === undefined ? await one({}) : null)];
    });
    return accept({ question: row === null ? null : await this.blind(row), waiting });
  }

  /** Puts a reader's answer beside the key and the outcome on record. */
  async answer(at: Handling, answer: BlindAnswer): Promise<Result<{ agrees: boolean; desk: DeskQuestion }>> {
    const open = await this.edits.open(at.setId, at.questionId);
    if (!open.ok) return open;
    const { content: question } = open.value.row;
    if (isOver(question)) return refuse('status_move_refused');
    const agrees = agreesWithKey(question, answer);
    const written = await this.record(at, question, {
      kind: 'independent-answer',
      on: this.today(),
      result: resultOf(agrees),
    });
    return written.ok ? accept({ agrees, desk: written.value }) : written;
  }

  /** Records that somebody opened the cited text and compared. */
  async checkSource(at: Handling, agrees: boolean, note: string | undefined): Promise<Result<DeskQuestion>> {
    const open = await this.edits.open(at.setId, at.questionId);
    if (!open.ok) return open;
    const { content: question } = open.value.row;
    if (isOver(question)) return refuse('status_move_refused');
    if (question.citations.length === 0) return refuse('question_not_ready', { path: 'citation_missing' });
    const check: Check = {
      kind: 'source-text',
      on: this.today(),
      result: resultOf(agrees),
      ...(note !== undefined && { note }),
    };
    return this.record(at, question, check);
  }

  private record(at: Handling, question: Question, check: Check): Promise<Result<DeskQuestion>> {
    const action = check.kind === 'independent-answer' ? 'answered_blind' : 'source_checked';
    const note = check.note ?? (check.result === 'agrees' ? null : 'disagrees');
    return this.edits.write(at, checked(question, check), { action, fields: ['checks'], note });
  }

  private async blind({ setId, version, content }: BankQuestionEntity): Promise<BlindQuestion> {
    const set = { questions: [content] };
    const [sheet] = blindSheet(set, `${setId} ${version}`);
    if (sheet === undefined) throw new Error(`${content.id} is over and cannot be reviewed`);
    const { id, type, category, stem, options = [], unit = null, blanks = 0, mode = null } = sheet;
    const pictures = new Map((await this.media.list(setId)).map((one) => [one.id, one]));
    const shown = (one: string | undefined) => (one === undefined ? null : (pictures.get(one) ?? null));
    return {
      ...{ id, version, type, category, stem, unit, blanks, mode },
      media: (content.media ?? []).flatMap((one) => shown(one) ?? []),
      options: options.map((option) => ({ id: option.id, text: option.text, media: shown(option.media) })),
    };
  }

  private today(): string {
    return chinaDay(this.clock.now());
  }
}

function resultOf(agrees: boolean): Check['result'] {
  return agrees ? 'agrees' : 'disagrees';
}
