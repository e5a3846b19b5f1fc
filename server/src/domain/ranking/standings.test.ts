import type { Verdict } from '@anquanli/contract/vocabulary';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareStanding, standingsAfter, type Outcome, type StandingRow } from './standings.js';

const NOBODY = new Set<number>();
const outcome = (seatNo: number, points: number, elapsedMs: number | null, verdict: Verdict = 'right'): Outcome => ({
  seatNo,
  verdict,
  points,
  bonus: 0,
  elapsedMs,
});
const bySeat = (rows: readonly StandingRow[]) => new Map(rows.map((row) => [row.seatNo, row]));
const first = (...outcomes: Outcome[]) => standingsAfter(new Map(), outcomes, NOBODY);
const ranks = (rows: readonly StandingRow[]) => rows.map((row) => row.rank);

/** Plays questions one after the other, as the reveals of a round do. */
function play(questions: readonly (readonly Outcome[])[], offBoard: ReadonlySet<number> = NOBODY): StandingRow[] {
  return questions.reduce<StandingRow[]>((rows, outcomes) => standingsAfter(bySeat(rows), outcomes, offBoard), []);
}

describe('ranks', () => {
  it('are 1, 2, 2, 4 where two are truly tied', () => {
    expect(
      ranks(first(outcome(1, 900, 100), outcome(2, 1_000, 500), outcome(3, 900, 100), outcome(4, 10, 50))),
    ).toEqual([2, 1, 2, 4]);
  });

  it('of equal points go to those who needed less time over right answers', () => {
    expect(ranks(first(outcome(1, 1_000, 900), outcome(2, 1_000, 899)))).toEqual([2, 1]);
  });

  it('take no notice of the time over wrong and partly right answers', () => {
    const rows = play([
      [outcome(1, 0, 9_000, 'wrong'), outcome(2, 0, 100, 'wrong')],
      [outcome(1, 500, 8_000, 'partly'), outcome(2, 500, 200, 'partly')],
      [outcome(1, 1_000, 700), outcome(2, 1_000, 700)],
    ]);
    expect(ranks(rows)).toEqual([1, 1]);
    expect(rows.map((row) => row.rightTimeMs)).toEqual([700, 700]);
  });

  it('of those who have nothing are shared', () => {
    expect(ranks(first(outcome(1, 0, null, 'none'), outcome(2, 0, 3, 'wrong'), outcome(3, 1_000, 9)))).toEqual([
      2, 2, 1,
    ]);
  });

  it('remember the rank before, and none on the first question', () => {
    const one = first(outcome(1, 1_000, 10), outcome(2, 0, null, 'none'));
    expect(one.map((row) => row.previousRank)).toEqual([null, null]);
    const two = standingsAfter(bySeat(one), [outcome(1, 0, null, 'none'), outcome(2, 1_000, 5)], NOBODY);
    expect(two.map(({ rank, previousRank }) => [rank, previousRank])).toEqual([
      [2, 1],
      [1, 2],
    ]);
  });
});

describe('seats off the board', () => {
  const off = new Set([2]);
  const one = standingsAfter(new Map(), [outcome(1, 500, 10), outcome(2, 1_000, 10), outcome(3, 100, 10)], off);

  it('have no rank and take nobody’s, and their points are kept', () => {
    expect(ranks(one)).toEqual([1, 0, 2]);
    expect(one[1]).toMatchObject({ total: 1_000, rightCount: 1, gapToNext: null });
    expect(one[2]).toMatchObject({ gapToNext: 400 });
  });

  it('come back with their points and without a rank before', () => {
    const two = standingsAfter(
      bySeat(one),
      [1, 2, 3].map((seatNo) => outcome(seatNo, 0, null, 'none')),
      NOBODY,
    );
    expect(two.map(({ rank, previousRank, total }) => [rank, previousRank, total])).toEqual([
      [2, 1, 500],
      [1, null, 1_000],
      [3, 2, 100],
    ]);
  });
});

describe('latecomers', () => {
  it('start at nothing and have no rank before', () => {
    const one = first(outcome(1, 1_000, 10));
    const two = standingsAfter(bySeat(one), [outcome(1, 0, null, 'none'), outcome(2, 900, 40)], NOBODY);
    expect(two[1]).toMatchObject({ total: 900, rank: 2, previousRank: null, streak: 1, gapToNext: 100 });
  });
});

describe('the gap to the next place', () => {
  it('is null at the top, the same for all who are tied, and counts to the next better place', () => {
    const rows = first(outcome(1, 1_000, 5), outcome(2, 700, 9), outcome(3, 700, 9), outcome(4, 650, 1));
    expect(rows.map((row) => row.gapToNext)).toEqual([null, 300, 300, 50]);
    expect(first(outcome(1, 700, 9), outcome(2, 700, 9)).map((row) => row.gapToNext)).toEqual([null, null]);
  });

  it('is nothing where only time decides', () => {
    expect(first(outcome(1, 700, 9), outcome(2, 700, 10)).map((row) => row.gapToNext)).toEqual([null, 0]);
  });
});

describe('streaks', () => {
  it('grow with right answers, survive void and skipped questions, and end with anything else', () => {
    const streaks = (verdicts: readonly Verdict[]) =>
      play(verdicts.map((verdict) => [outcome(1, 0, 10, verdict)])).map((row) => row.streak)[0];
    expect(streaks(['right', 'right'])).toBe(2);
    expect(streaks(['right', 'void', 'skipped', 'right'])).toBe(2);
    expect(streaks(['right', 'right', 'none'])).toBe(0);
    expect(streaks(['right', 'partly', 'right'])).toBe(1);
    expect(streaks(['right', 'wrong'])).toBe(0);
  });
});

const someOutcomes = (seats: number) =>
  fc.tuple(
    ...Array.from({ length: seats }, (_, index) =>
      fc
        .record({
          verdict: fc.constantFrom<Verdict>('right', 'partly', 'wrong', 'none'),
          points: fc.integer({ min: 0, max: 5 }).map((n) => n * 200),
          elapsedMs: fc.integer({ min: 0, max: 4 }).map((n) => n * 1_000),
        })
        .map(({ verdict, points, elapsedMs }): Outcome => {
          const isPaid = verdict === 'right' || verdict === 'partly';
          return outcome(index + 1, isPaid ? points : 0, verdict === 'none' ? null : elapsedMs, verdict);
        }),
    ),
  );
const games = fc
  .integer({ min: 1, max: 8 })
  .chain((seats) => fc.array(someOutcomes(seats), { minLength: 1, maxLength: 6 }));

describe('any round', () => {
  it('gives each seat one more than the number of those who are strictly better', () => {
    fc.assert(
      fc.property(games, (questions) => {
        const rows = play(questions);
        for (const row of rows) {
          const better = rows.filter(
            (other) => other.total > row.total || (other.total === row.total && other.rightTimeMs < row.rightTimeMs),
          );
          expect(row.rank).toBe(better.length + 1);
          const nextTotal = Math.min(...better.map((other) => other.total));
          expect(row.gapToNext).toBe(better.length === 0 ? null : nextTotal - row.total);
        }
      }),
    );
  });

  it('adds up to the points of its questions, whatever order the seats come in', () => {
    fc.assert(
      fc.property(games, (questions) => {
        const rows = play(questions);
        const turned = play(questions.map((outcomes) => [...outcomes].reverse()));
        expect([...turned].reverse()).toEqual(rows);
        rows.forEach((row, index) => {
          expect(row.total).toBe(questions.reduce((sum, outcomes) => sum + (outcomes[index]?.points ?? 0), 0));
        });
      }),
    );
  });

  it('computed again after a void question is the round without that question', () => {
    fc.assert(
      fc.property(games, fc.nat(), (questions, pick) => {
        const voided = pick % questions.length;
        const asVoid = questions.map((outcomes, index) =>
          index === voided ? outcomes.map((each) => outcome(each.seatNo, 0, each.elapsedMs, 'void')) : outcomes,
        );
        const without = questions.filter((_, index) => index !== voided);
        const standing = ({ seatNo, total, rightCount, rightTimeMs, streak, rank, gapToNext }: StandingRow) => [
          ...[seatNo, total, rightCount, rightTimeMs, streak, rank, gapToNext],
        ];
        if (without.length === 0) return;
        expect(play(asVoid).map(standing)).toEqual(play(without).map(standing));
      }),
    );
  });

  it('orders by a comparison that never contradicts itself', () => {
    const row = fc.record({ total: fc.nat(3), rightTimeMs: fc.nat(3), seatNo: fc.nat(3) });
    fc.assert(
      fc.property(row, row, row, (a, b, c) => {
        // Not −0: a comparison that says "equal" says it both ways.
        expect(Math.sign(compareStanding(a, b)) + Math.sign(compareStanding(b, a))).toBe(0);
        if (compareStanding(a, b) <= 0 && compareStanding(b, c) <= 0)
          expect(compareStanding(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
