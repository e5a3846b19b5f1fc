import type { DeskQuestion, StatusChange } from '@anquanli/contract/bank.js';
import { changedFields } from '@anquanli/question-bank/diff.js';
import type { Question, QuestionContent } from '@anquanli/question-bank/schema.js';
import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Random } from '../../../platform/random/random.js';
import type { BankQuestionEntity } from '../entities/bank-question.entity.js';
import type { BankSetEntity } from '../entities/bank-set.entity.js';
import { BankSetService } from '../sets/bank-set.service.js';
import { BankQuestionRepository } from './bank-question.repository.js';
import { DeskQuestions } from './desk-questions.service.js';
import { edited, ended, moved, newQuestion, successorOf } from './question-life.js';
import { freshQuestionId } from './question-id.js';
import type { Step } from './question-row.js';
import { References } from './references.service.js';
import { ReleasedQuestions } from './released-questions.service.js';

/** Which question, as of which version of its row, and who is at it. */
export interface Handling {
  readonly setId: string;
  readonly questionId: string;
  readonly version: number;
  readonly by: string;
}

interface Open {
  readonly set: BankSetEntity;
  readonly row: BankQuestionEntity;
}

/** The deprecation reason and note of a question that another takes the place of. */
type Farewell = Pick<Extract<StatusChange, { to: 'deprecated' }>, 'reason' | 'note'>;

const STEPS = {
  draft: 'sent_back',
  'in-review': 'sent_to_review',
  approved: 'approved',
  deprecated: 'deprecated',
  retired: 'retired',
} as const satisfies Record<StatusChange['to'], Step['action']>;

/** Questions as admins write and move them. */
@Injectable()
export class QuestionEditService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sets: BankSetService,
    private readonly rows: BankQuestionRepository,
    private readonly desk: DeskQuestions,
    private readonly references: References,
    private readonly released: ReleasedQuestions,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  async get(setId: string, questionId: string): Promise<Result<DeskQuestion>> {
    const open = await this.open(setId, questionId);
    return open.ok ? accept(await this.desk.described(open.value.set, open.value.row)) : open;
  }

  async create(setId: string, content: QuestionContent, by: string): Promise<Result<DeskQuestion>> {
    const set = await this.sets.find(setId);
    if (set === null) return refuse('set_unknown');
    const question = newQuestion(content, freshQuestionId(this.clock, this.random));
    const sound = await this.references.check(set, question);
    if (!sound.ok) return sound;
    const hand = { at: this.clock.now(), by };
    await this.unitOfWork.run((tx) => this.rows.insert(tx, setId, question, hand, { action: 'created' }));
    return this.get(setId, question.id);
  }

  async save(at: Handling, content: QuestionContent): Promise<Result<DeskQuestion>> {
    return this.described(at, await this.saved(at, content));
  }

  /** The same, with the version of the row instead of the question: for who changes many. */
  async saved(at: Handling, content: QuestionContent): Promise<Result<number>> {
    const open = await this.open(at.setId, at.questionId);
    if (!open.ok) return open;
    const { set, row } = open.value;
    const { questions } = await this.released.of(at.setId);
    const next = edited(row.content, content, questions.get(at.questionId));
    if (!next.ok) return next;
    const sound = await this.references.check(set, next.value);
    if (!sound.ok) return sound;
    const fields = changedFields(row.content, next.value).filter((field) => field !== 'rev');
    return fields.length === 0 ? accept(row.version) : this.written(at, next.value, { action: 'edited', fields });
  }

  async move(at: Handling, change: StatusChange): Promise<Result<DeskQuestion>> {
    return this.described(at, await this.moved(at, change));
  }

  /** The same, with the version of the row instead of the question. */
  async moved(at: Handling, change: StatusChange): Promise<Result<number>> {
    const open = await this.open(at.setId, at.questionId);
    if (!open.ok) return open;
    const { set, row } = open.value;
    const { questions, next: since } = await this.released.of(at.setId);
    const next = moved(row.content, change, { released: questions.get(at.questionId), since });
    if (!next.ok) return next;
    if (change.to === 'approved') {
      const { problems, missing } = await this.desk.findings(set, next.value);
      const first = [...problems, ...missing][0];
      if (first !== undefined) return refuse('question_not_ready', { path: first.code });
    }
    const note = 'note' in change ? (change.note ?? null) : null;
    return this.written(at, next.value, { action: STEPS[change.to], note });
  }

  /** The old question is deprecated as it was released, the new one begins as a draft; both or none. */
  async succeed(at: Handling, content: QuestionContent, farewell: Farewell): Promise<Result<DeskQuestion>> {
    const open = await this.open(at.setId, at.questionId);
    if (!open.ok) return open;
    const { set, row } = open.value;
    const { questions, next: since } = await this.released.of(at.setId);
    const old = questions.get(at.questionId);
    if (!old || row.status === 'deprecated' || row.status === 'retired') return refuse('status_move_refused');
    const successor = successorOf(old, content, freshQuestionId(this.clock, this.random));
    const sound = await this.references.check(set, successor);
    if (!sound.ok) return sound;
    const replaced = ended(
      { ...old, checks: row.content.checks },
      { since, ...farewell, replacedBy: successor.id },
      old,
    );
    const hand = { at: this.clock.now(), by: at.by };
    const isWritten = await this.unitOfWork.run(async (tx) => {
      const step = { action: 'superseded' as const, note: farewell.note ?? null };
      if (!(await this.rows.replace(tx, at, replaced, hand, step))) return false;
      await this.rows.insert(tx, at.setId, successor, hand, { action: 'created' });
      return true;
    });
    return isWritten ? this.get(at.setId, successor.id) : this.stale(at);
  }

  /** Writes what a step made of a question, if nobody was faster. */
  async write(at: Handling, question: Question, step: Step): Promise<Result<DeskQuestion>> {
    return this.described(at, await this.written(at, question, step));
  }

  private async written(at: Handling, question: Question, step: Step): Promise<Result<number>> {
    const hand = { at: this.clock.now(), by: at.by };
    const isWritten = await this.unitOfWork.run((tx) => this.rows.replace(tx, at, question, hand, step));
    return isWritten ? accept(at.version + 1) : this.stale(at);
  }

  private described({ setId, questionId }: Handling, done: Result<number>): Promise<Result<DeskQuestion>> {
    return done.ok ? this.get(setId, questionId) : Promise.resolve(done);
  }

  async open(setId: string, questionId: string): Promise<Result<Open>> {
    const set = await this.sets.find(setId);
    if (set === null) return refuse('set_unknown');
    const row = await this.rows.find(setId, questionId);
    return row === null ? refuse('question_unknown') : accept({ set, row });
  }

  private async stale({ setId, questionId }: Handling): Promise<Result<never>> {
    const row = await this.rows.find(setId, questionId);
    return row === null ? refuse('question_unknown') : refuse('stale_version', { version: row.version });
  }
}
