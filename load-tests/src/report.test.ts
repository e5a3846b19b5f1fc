import { expect, it } from '@jest/globals';
import { brokenInRound, type Findings } from './report.js';

type Product = NonNullable<Findings['product']>;

const product = (ackMinMs: number | null, lost = 0) =>
  ({
    round: { figures: { answersSent: 4, answersAcked: 4, ackMinMs }, report: { troubles: { misfits: [] } } },
    verdict: { lost, doubled: 0, wrongTotals: 0, wrongRanks: 0, wrongTimes: 0, examples: [] },
  }) as unknown as Product;
const slow = (slowDiskMs: number) => ({ players: 2, questions: 2, slowDiskMs });

it('an answer that is acknowledged sooner than the disk can have taken it breaks a promise', () => {
  expect(brokenInRound(slow(20), product(4.2))).toEqual([expect.stringContaining('acknowledged after 4.2 ms')]);
});

it.each([
  [20, 20.4],
  [20, 19.6],
  [0, 0.3],
])('on a disk that takes %d ms longer an ack after %d ms is in order', (slowDiskMs, ackMinMs) => {
  expect(brokenInRound(slow(slowDiskMs), product(ackMinMs))).toEqual([]);
});

it('a lost answer and one that was never acknowledged break a promise each', () => {
  expect(brokenInRound({ ...slow(0), players: 3 }, product(3, 1))).toEqual([
    'lost: 1',
    '4 of 6 answers acknowledged, 4 sent',
  ]);
});
