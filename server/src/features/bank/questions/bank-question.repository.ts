import type { QuestionFilter } from '@anquanli/contract/bank.js';
import { BANK_LIMITS } from '@anquanli/contract/bank.js';
import { normalise } from '@anquanli/question-bank/normalise.js';
import type { Question } from '@anquanli/question-bank/schema.js';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Random } from '../../../platform/random/random.js';
import { BankChangeEntity } from '../entities/bank-change.entity.js';
import { BankQuestionEntity } from '../entities/bank-question.entity.js';
import { changeRow, indexedFields, newRow, type Hand, type Step } from './question-row.js';

/** Questions on the desk as rows, every change with its entry in the history. */
@Injectable()
export class BankQuestionRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly random: Random,
  ) {}

  find(setId: string, questionId: string): Promise<BankQuestionEntity | null> {
    return this.unitOfWork.read((manager) => manager.findOneBy(BankQuestionEntity, { setId, questionId }));
  }

  findMany(setId: string, questionIds: readonly string[]): Promise<BankQuestionEntity[]> {
    const where = { setId, questionId: In([...questionIds]) };
    return this.unitOfWork.read((manager) => manager.findBy(BankQuestionEntity, where));
  }

  /** A page of what fits the filter, last changed first, and how many fit. */
  async search(
    setId: string,
    filter: QuestionFilter,
    changedSources: readonly string[],
    unreleasedIds: readonly string[] | null,
  ): Promise<{ rows: BankQuestionEntity[]; total: number }> {
    return this.unitOfWork.read(async (manager) => {
      const query = manager.createQueryBuilder(BankQuestionEntity, 'q').where('q.set_id = :setId', { setId });
      narrow(query, filter, changedSources);
      if (unreleasedIds !== null)
        query.andWhere('q.question_id IN (:...unreleased)', { unreleased: ['', ...unreleasedIds] });
      const [rows, total] = await query
        .orderBy('q.updated_at', 'DESC')
        .addOrderBy('q.question_id', 'ASC')
        .skip(Number(filter.offset ?? 0))
        .take(BANK_LIMITS.page)
        .getManyAndCount();
      return { rows, total };
    });
  }

  async insert(tx: EntityManager, setId: string, question: Question, hand: Hand, step: Step): Promise<void> {
    await tx.insert(BankQuestionEntity, newRow(setId, question, hand));
    await tx.insert(BankChangeEntity, changeRow(this.random.uuid(), setId, question, hand, step));
  }

  /** Writes the question in place of version `version` of its row; false when that is not the newest any more. */
  async replace(
    tx: EntityManager,
    at: { readonly setId: string; readonly version: number },
    question: Question,
    hand: Hand,
    step: Step,
  ): Promise<boolean> {
    const { setId, version } = at;
    const change = { ...indexedFields(question), version: version + 1, updatedAt: hand.at, updatedBy: hand.by };
    const { affected } = await tx.update(BankQuestionEntity, { setId, questionId: question.id, version }, change);
    if (affected !== 1) return false;
    await tx.insert(BankChangeEntity, changeRow(this.random.uuid(), setId, question, hand, step));
    return true;
  }

  /** The whole history, newest first. */
  history(setId: string, questionId: string): Promise<BankChangeEntity[]> {
    return this.unitOfWork.read((manager) =>
      manager.find(BankChangeEntity, {
        where: { setId, questionId },
        order: { changedAt: 'DESC', id: 'DESC' },
        take: 200,
      }),
    );
  }

  historyEntry(setId: string, questionId: string, id: string): Promise<BankChangeEntity | null> {
    return this.unitOfWork.read((manager) => manager.findOneBy(BankChangeEntity, { setId, questionId, id }));
  }
}

function narrow(
  query: SelectQueryBuilder<BankQuestionEntity>,
  filter: QuestionFilter,
  changedSources: readonly string[],
): void {
  const { text, category, kind, difficulty, status, source, changedSource, importId } = filter;
  for (const [n, word] of searchWords(text).entries()) {
    query.andWhere(`q.search_text LIKE :word${n} ESCAPE '!'`, { [`word${n}`]: `%${escaped(word)}%` });
  }
  if (category !== undefined) query.andWhere('q.category = :category', { category });
  if (kind !== undefined) query.andWhere('q.kind = :kind', { kind });
  if (difficulty !== undefined) query.andWhere('q.difficulty = :difficulty', { difficulty: Number(difficulty) });
  if (status !== undefined) query.andWhere('q.status = :status', { status });
  if (importId !== undefined) query.andWhere('q.import_id = :importId', { importId });
  if (source !== undefined) query.andWhere('q.source_ids LIKE :source', { source: `%,${source},%` });
  if (changedSource === undefined) return;
  const any = changedSources.map((_, n) => `q.source_ids LIKE :changed${n}`);
  const values = Object.fromEntries(changedSources.map((id, n) => [`changed${n}`, `%,${id},%`]));
  query.andWhere(any.length === 0 ? '1 = 0' : `(${any.join(' OR ')})`, values);
}

/** Every word has to be there, in any order. */
function searchWords(text = ''): string[] {
  return text
    .split(/[\s\u3000]+/u)
    .map(normalise)
    .filter((word) => word !== '')
    .slice(0, 8);
}

function escaped(word: string): string {
  return word.replace(/[!%_]/g, (sign) => `!${sign}`);
}
