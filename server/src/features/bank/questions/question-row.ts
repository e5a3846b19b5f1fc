import type { ChangeAction } from '@anquanli/contract/bank.js';
import { normalise } from '@anquanli/question-bank/normalise.js';
import { questionTexts } from '@anquanli/question-bank/question-texts.js';
import type { Question } from '@anquanli/question-bank/schema.js';
import type { BankChangeEntity } from '../entities/bank-change.entity.js';
import type { BankQuestionEntity } from '../entities/bank-question.entity.js';

/** Who did it and when: an account, or null for what came with the product. */
export interface Hand {
  readonly at: number;
  readonly by: string | null;
}

/** What lists are filtered by, taken from the question itself. */
export function indexedFields(question: Question) {
  const { rev, type: kind, status, category, difficulty, citations } = question;
  const sources = [...new Set(citations.map(({ source }) => source))];
  return {
    rev,
    kind,
    status,
    category,
    difficulty,
    searchText: searchTextOf(question),
    sourceIds: sources.length === 0 ? '' : `,${sources.join(',')},`,
    content: question,
  };
}

/** A new row of the desk. */
export function newRow(
  setId: string,
  question: Question,
  hand: Hand,
  origin: { importKey: string; importId: string } | null = null,
): BankQuestionEntity {
  const made = { createdAt: hand.at, createdBy: hand.by, updatedAt: hand.at, updatedBy: hand.by };
  const { importKey = null, importId = null } = origin ?? {};
  return { setId, questionId: question.id, version: 1, ...indexedFields(question), importKey, importId, ...made };
}

export interface Step {
  readonly action: ChangeAction;
  readonly fields?: readonly string[];
  readonly note?: string | null;
}

/** A row of the history: the question as it is after the step. */
export function changeRow(id: string, setId: string, question: Question, hand: Hand, step: Step): BankChangeEntity {
  return {
    id,
    setId,
    questionId: question.id,
    changedAt: hand.at,
    changedBy: hand.by,
    action: step.action,
    rev: question.rev,
    fields: [...(step.fields ?? [])],
    note: step.note ?? null,
    content: question,
  };
}

/** Everything that can be read in a question, as it is searched: without width, case and spaces. Bounded by its column. */
function searchTextOf(question: Question): string {
  const words = questionTexts(question).map(({ text }) => normalise(text));
  return [question.id, ...words].join(' ').slice(0, 16_000);
}
