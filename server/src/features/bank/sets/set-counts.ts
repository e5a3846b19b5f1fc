import type { BankSet, BankStatus } from '@anquanli/contract/bank.js';
import type { QuestionKind } from '@anquanli/contract/vocabulary.js';

/** Questions of a set that are alike in all that is counted. */
export interface CountRow {
  readonly set_id: string;
  readonly status: BankStatus;
  readonly kind: QuestionKind;
  readonly category: string;
  readonly difficulty: number;
  readonly n: number | string;
}

/** The counts of one set. Kinds, categories and difficulties are those of questions that are not over. */
export function countsOf(rows: readonly CountRow[]): BankSet['questions'] {
  const living = rows.filter(({ status }) => status !== 'deprecated' && status !== 'retired');
  return {
    total: sum(rows),
    byStatus: tally(rows, ({ status }) => status).map(([status, count]) => ({ status, count })),
    byKind: tally(living, ({ kind }) => kind).map(([kind, count]) => ({ kind, count })),
    byCategory: tally(living, ({ category }) => category).map(([category, count]) => ({ category, count })),
    byDifficulty: tally(living, ({ difficulty }) => difficulty)
      .map(([difficulty, count]) => ({ difficulty, count }))
      .sort((a, b) => a.difficulty - b.difficulty),
  };
}

function sum(rows: readonly CountRow[]): number {
  return rows.reduce((total, { n }) => total + Number(n), 0);
}

function tally<K>(rows: readonly CountRow[], of: (row: CountRow) => K): [K, number][] {
  const counts = new Map<K, number>();
  for (const row of rows) counts.set(of(row), (counts.get(of(row)) ?? 0) + Number(row.n));
  return [...counts];
}
