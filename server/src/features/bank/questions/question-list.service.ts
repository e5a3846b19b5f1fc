import type { BankLine, QuestionFilter } from '@anquanli/contract/bank.js';
import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BankSetService } from '../sets/bank-set.service.js';
import { BankQuestionRepository } from './bank-question.repository.js';
import { DeskQuestions } from './desk-questions.service.js';
import { ReleasedQuestions } from './released-questions.service.js';

interface RevRow {
  question_id: string;
  rev: number;
  status: string;
}

/** Searching the questions of a set. */
@Injectable()
export class QuestionListService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sets: BankSetService,
    private readonly rows: BankQuestionRepository,
    private readonly desk: DeskQuestions,
    private readonly released: ReleasedQuestions,
  ) {}

  async page(setId: string, filter: QuestionFilter): Promise<Result<{ questions: BankLine[]; total: number }>> {
    if ((await this.sets.find(setId)) === null) return refuse('set_unknown');
    const changed = await this.desk.changedSources();
    const unreleased = filter.unreleased === undefined ? null : await this.unreleasedIds(setId);
    const { rows, total } = await this.rows.search(setId, filter, [...changed], unreleased);
    return accept({ questions: await this.desk.lines(rows), total });
  }

  /** Questions that no release has as they are now. */
  private async unreleasedIds(setId: string): Promise<string[]> {
    const { questions } = await this.released.of(setId);
    const rows = await this.unitOfWork.read((manager) =>
      manager.query<RevRow[]>('SELECT question_id, rev, status FROM bank_question WHERE set_id = ?', [setId]),
    );
    return rows
      .filter(({ question_id, rev, status }) => {
        const there = questions.get(question_id);
        return status !== 'retired' && (there?.rev !== rev || there.status !== status);
      })
      .map(({ question_id }) => question_id);
  }
}
