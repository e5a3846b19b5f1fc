import { keyLetters, longestKeys } from './rules/balance.js';
import { CHECK_KINDS, QUESTION_STATUSES, type Question, type QuestionSet } from './schema.js';
import { livingQuestions } from './set-under-check.js';

/** Counts of a set as lines of text: living questions by kind, category, difficulty, status, checks, key and source. */
export function statsText(set: QuestionSet): string {
  const living = livingQuestions(set);
  const tally = (of: (question: Question) => string) => counted(living.map(of));
  const truths = living.flatMap((question) => (question.type === 'boolean' ? [String(question.answer.value)] : []));
  const { longest, of } = longestKeys(set);
  const checks = CHECK_KINDS.map((kind): [string, number] => [
    kind,
    living.filter((question) => question.checks?.some((check) => check.kind === kind && check.result === 'agrees'))
      .length,
  ]);
  const rows: [string, [string, number][]][] = [
    ['status', QUESTION_STATUSES.map((status) => [status, set.questions.filter((q) => q.status === status).length])],
    ['kind', tally(({ type }) => type)],
    ['category', tally(({ category }) => category)],
    ['difficulty', tally(({ difficulty }) => String(difficulty))],
    ['checked', checks],
    ['right letter', keyLetters(set).map(({ letter, count }) => [letter, count])],
    ['right boolean', counted(truths)],
    ['right is longest', [[`of ${of} singles`, longest]]],
    ['source', counted(living.flatMap(({ citations }) => [...new Set(citations.map(({ source }) => source))]))],
  ];
  const lines = rows.map(
    ([name, counts]) => `  ${name.padEnd(18)}${counts.map(([value, count]) => `${value} ${count}`).join(' · ')}`,
  );
  return [`${set.id}  ${set.title}  ${set.questions.length} questions`, ...lines].join('\n');
}

function counted(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
