import type { StatusChange } from '@anquanli/contract/bank.js';
import { changedFields } from '@anquanli/question-bank/diff.js';
import { changedKey } from '@anquanli/question-bank/key-change.js';
import {
  QUESTION_RECORD_FIELDS,
  type Check,
  type Question,
  type QuestionContent,
} from '@anquanli/question-bank/schema.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';

/*
 * What may become of a question on the desk. Pure: days and versions come in as arguments. `released` is the question as
 * the latest release holds it, if it does.
 */

/** Parts on which a blind answer bears, and those that a comparison with the source bears out. */
const ASKED = ['type', 'stem', 'options', 'answer', 'media'];
const BORNE_OUT = ['type', 'stem', 'answer', 'explanation', 'citations'];

const MAX_CHECKS = 20;

/**
 * The question with other content. A released answer may not change under its id (`key_changed`), an ended question not at
 * all. Checks that the new content is not covered by are taken off; then an approved question is in review again.
 */
export function edited(before: Question, content: QuestionContent, released: Question | undefined): Result<Question> {
  if (isOver(before)) return refuse('status_move_refused');
  const next = withRecordOf(before, content);
  if (released && changedKey(released, next) !== undefined) return refuse('key_changed');
  const fields = changedFields(before, next);
  const touches = (parts: readonly string[]) => fields.some((field) => parts.includes(field));
  const checks = (before.checks ?? []).filter((check) =>
    check.kind === 'independent-answer' ? !touches(ASKED) : !touches(BORNE_OUT) && !touches(ASKED),
  );
  const isUnproved = checks.length < (before.checks ?? []).length;
  const status = before.status === 'approved' && isUnproved ? 'in-review' : before.status;
  return accept(withRev({ ...withChecks(next, checks), status }, released));
}

/** The question in another status; `since` is the version that will be released next. Illegal moves are refused. */
export function moved(
  before: Question,
  change: StatusChange,
  { released, since }: { readonly released: Question | undefined; readonly since: string },
): Result<Question> {
  const { to } = change;
  if (!MOVES[before.status].includes(to)) return refuse('status_move_refused');
  if (to === 'deprecated') {
    // What was never on air needs no word of farewell: it is retired.
    if (!released) return refuse('status_move_refused');
    const { reason, note } = change;
    return accept(
      ended({ ...released, checks: before.checks }, { since, reason, ...(note !== undefined && { note }) }, released),
    );
  }
  if (to === 'retired') {
    if (released && before.status !== 'deprecated') return refuse('status_move_refused');
    const deprecation = before.deprecation ?? { since, reason: 'other' as const };
    return accept(withRev({ ...before, status: to, deprecation }, released));
  }
  return accept(withRev({ ...before, status: to }, released));
}

const MOVES: Readonly<Record<Question['status'], readonly StatusChange['to'][]>> = {
  draft: ['in-review', 'retired', 'deprecated'],
  'in-review': ['draft', 'approved', 'retired', 'deprecated'],
  approved: ['draft', 'in-review', 'deprecated', 'retired'],
  deprecated: ['retired'],
  retired: [],
};

type Deprecation = NonNullable<Question['deprecation']>;

/** A released question that is over, as it was when it was released. */
export function ended(question: Question, deprecation: Deprecation, released: Question): Question {
  return withRev({ ...question, status: 'deprecated', deprecation }, released);
}

/** A new question in the place of a released one. */
export function successorOf(old: Question, content: QuestionContent, id: string): Question {
  return { ...content, id, rev: 1, status: 'draft', supersedes: [old.id] };
}

/** A question that nobody has looked at yet. */
export function newQuestion(content: QuestionContent, id: string): Question {
  return { ...content, id, rev: 1, status: 'draft' };
}

/** The question with one more entry in the record of what was done. */
export function checked(before: Question, check: Check): Question {
  return withChecks(before, [...(before.checks ?? []), check].slice(-MAX_CHECKS));
}

export function isOver({ status }: Pick<Question, 'status'>): boolean {
  return status === 'deprecated' || status === 'retired';
}

function withChecks(question: Question, checks: readonly Check[]): Question {
  const { checks: _old, ...rest } = question;
  return checks.length === 0 ? rest : { ...rest, checks: [...checks] };
}

function withRecordOf(before: Question, content: QuestionContent): Question {
  const record = Object.fromEntries(
    QUESTION_RECORD_FIELDS.filter((field) => before[field] !== undefined).map((field) => [field, before[field]]),
  );
  return { ...content, ...record } as Question;
}

/** A released question that says something else has the next revision; records alone do not count. */
function withRev(question: Question, released: Question | undefined): Question {
  if (!released) return question;
  const isSame = changedFields(released, { ...question, rev: released.rev, status: settledStatus(question) }).every(
    (field) => ['checks', 'provenance'].includes(field),
  );
  return { ...question, rev: isSame ? released.rev : released.rev + 1 };
}

/** On its way through review a question is what it will be once approved. */
function settledStatus({ status }: Question): Question['status'] {
  return status === 'draft' || status === 'in-review' ? 'approved' : status;
}
