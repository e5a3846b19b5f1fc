import { describe, expect, it } from '@jest/globals';
import { type CountedPerson, PeopleRanking, type RankedPerson } from './people-ranking.js';

/** The same each time. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const person = (changes: Partial<CountedPerson> = {}): CountedPerson => ({
  ...{ personId: 'a', unitId: 'gas', points: 5, timeMs: 100, changes: 1, isRanked: true },
  ...changes,
});

/** The board as one would write it down by hand. */
function byHand(people: Iterable<CountedPerson>, unitIds: readonly string[] | null): CountedPerson[] {
  return [...people]
    .filter(({ isRanked, unitId }) => isRanked && (unitIds === null || unitIds.includes(unitId)))
    .sort((a, b) => b.points - a.points || a.timeMs - b.timeMs || (a.personId < b.personId ? -1 : 1));
}

describe('a ranking of people', () => {
  it('is the board that one would write down by hand, whoever comes, moves and goes', () => {
    const next = random(7);
    const ranking = new PeopleRanking();
    const people = new Map<string, CountedPerson>();
    for (let step = 1; step <= 12_000; step += 1) {
      const each = person({
        ...{ personId: `p${next(6_000)}`, unitId: `u${next(30)}`, points: next(40), timeMs: next(50) },
        ...{ changes: step, isRanked: next(10) > 0 },
      });
      people.set(each.personId, each);
      ranking.put(each);
    }
    const some = Array.from({ length: 22 }, (_, no) => `u${no}`);
    for (const unitIds of [null, ['u3'], ['u3', 'u4', 'nobody'], some, []]) {
      const expected = byHand(people.values(), unitIds);
      expect(ranking.size(unitIds)).toBe(expected.length);
      for (const offset of [0, 1, 17, expected.length >> 1, expected.length - 3, expected.length + 5]) {
        const page = ranking.page(unitIds, Math.max(0, offset), 10);
        const wanted = expected.slice(Math.max(0, offset), Math.max(0, offset) + 10);
        expect(page.map(({ personId }) => personId)).toEqual(wanted.map(({ personId }) => personId));
      }
      const scores: Pick<RankedPerson, 'points' | 'timeMs'>[] = [
        ...[
          { points: 100, timeMs: 0 },
          { points: 20, timeMs: 25 },
          { points: 0, timeMs: 99 },
        ],
      ];
      for (const { points, timeMs } of scores) {
        const better = expected.filter(
          (each) => each.points > points || (each.points === points && each.timeMs < timeMs),
        );
        expect(ranking.countBetter(unitIds, { points, timeMs })).toBe(better.length);
      }
    }
  });

  it('does not take back what it knows for what is older', () => {
    const ranking = new PeopleRanking();
    ranking.put(person({ points: 9, changes: 3 }));
    ranking.put(person({ points: 4, changes: 2 }));
    expect(ranking.page(null, 0, 5)).toMatchObject([{ points: 9 }]);
    ranking.put(person({ isRanked: false, changes: 4 }));
    ranking.put(person({ points: 9, changes: 3 }));
    expect(ranking.size(null)).toBe(0);
  });

  it('moves a person from unit to unit', () => {
    const ranking = new PeopleRanking();
    ranking.put(person());
    ranking.put(person({ unitId: 'bus', changes: 2 }));
    expect([ranking.size(['gas']), ranking.size(['bus']), ranking.size(null)]).toEqual([0, 1, 1]);
  });
});
