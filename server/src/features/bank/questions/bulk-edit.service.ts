import type { BulkChange } from '@anquanli/contract/bank.js';
import { QUESTION_RECORD_FIELDS, QuestionContent, type Question } from '@anquanli/question-bank/schema.js';
import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { BankSetService } from '../sets/bank-set.service.js';
import { BankQuestionRepository } from './bank-question.repository.js';
import { QuestionEditService } from './question-edit.service.js';

export interface BulkOrder {
  readonly questionIds: readonly string[];
  readonly change?: BulkChange | undefined;
  readonly move?: 'draft' | 'in-review' | 'approved' | 'retired' | undefined;
}

/** What became of one question; null = done. */
export interface BulkOutcome {
  readonly questionId: string;
  readonly code: string | null;
}

/** Changes many questions, each for itself: what one of them refuses, the others do all the same. */
@Injectable()
export class BulkEditService {
  constructor(
    private readonly sets: BankSetService,
    private readonly rows: BankQuestionRepository,
    private readonly edits: QuestionEditService,
  ) {}

  async apply(setId: string, order: BulkOrder, by: string): Promise<Result<{ outcomes: BulkOutcome[] }>> {
    if ((await this.sets.find(setId)) === null) return refuse('set_unknown');
    const outcomes: BulkOutcome[] = [];
    for (const questionId of new Set(order.questionIds)) {
      const done = await this.applyTo({ setId, questionId, by }, order);
      outcomes.push({ questionId, code: done.ok ? null : done.code });
    }
    return accept({ outcomes });
  }

  private async applyTo(
    at: { readonly setId: string; readonly questionId: string; readonly by: string },
    { change, move }: BulkOrder,
  ): Promise<Result<unknown>> {
    const row = await this.rows.find(at.setId, at.questionId);
    if (row === null) return refuse('question_unknown');
    let { version } = row;
    if (change !== undefined) {
      const content = changedContent(row.content, change);
      if (content === null) return refuse('question_refused');
      const saved = await this.edits.saved({ ...at, version }, content);
      if (!saved.ok) return saved;
      version = saved.value;
    }
    return move === undefined ? accept(null) : this.edits.moved({ ...at, version }, { to: move });
  }
}

/** The question's content after a bulk change; null when it would not fit the schema any more (too many tags, say). */
function changedContent(question: Question, change: BulkChange): QuestionContent | null {
  const { category, difficulty, addTags = [], removeTags = [], cite } = change;
  const tags = [...new Set([...(question.tags ?? []), ...addTags])].filter((tag) => !removeTags.includes(tag));
  const isCited =
    cite === undefined || question.citations.some((one) => one.source === cite.source && one.locator === cite.locator);
  const next: Record<string, unknown> = {
    ...question,
    ...(category !== undefined && { category }),
    ...(difficulty !== undefined && { difficulty }),
    citations: isCited ? question.citations : [...question.citations, cite],
  };
  if (tags.length > 0) next['tags'] = tags;
  else delete next['tags'];
  for (const field of QUESTION_RECORD_FIELDS) delete next[field];
  const parsed = QuestionContent.safeParse(next);
  return parsed.success ? parsed.data : null;
}
