import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BoardEntry, PeopleBoard } from '../../src/features/contest/boards/people-board.js';

/** A person as the suite wants them on the board. */
export interface BoardPerson {
  readonly personId: string;
  readonly unitId: string;
  readonly points: number;
  readonly timeMs: number;
  readonly isRanked: boolean;
}

interface Subject {
  readonly board: PeopleBoard;
  /** Writes a score where the board finds it, in place of the one before, and tells the board. */
  put(contestId: string, person: BoardPerson): Promise<void>;
  close(): Promise<void>;
}

const CONTEST = 'contest-1';
const person = (personId: string, unitId: string, points: number, timeMs: number, isRanked = true): BoardPerson => ({
  ...{ personId, unitId, points, timeMs, isRanked },
});

/** What every board of people promises. */
export function peopleBoardContract(name: string, make: () => Promise<Subject>): void {
  describe(`board of people: ${name}`, () => {
    let subject: Subject;
    const all = { contestId: CONTEST, unitIds: null };
    const ofUnits = (...unitIds: string[]) => ({ contestId: CONTEST, unitIds });
    const shown = (entries: readonly BoardEntry[]) => entries.map(({ place, personId }) => `${place}${personId}`);

    beforeAll(async () => {
      subject = await make();
      const people = [
        person('a', 'gas', 9, 500),
        person('b', 'gas', 7, 100),
        person('c', 'bus', 7, 100),
        person('d', 'bus', 7, 200),
        person('e', 'bus', 1, 1),
        person('f', 'bus', 0, 0, false),
      ];
      for (const each of people) await subject.put(CONTEST, each);
      await subject.put('contest-2', person('a', 'gas', 1_000, 1));
    }, 60_000);

    afterAll(() => subject.close());

    it('puts more points first, then less time; equals share a place and the next is counted on', async () => {
      expect(shown(await subject.board.page(all, 0, 10))).toEqual(['1a', '2b', '2c', '4d', '5e']);
    });

    it('gives pages that carry on in place and order', async () => {
      expect(shown(await subject.board.page(all, 2, 2))).toEqual(['2c', '4d']);
      expect(await subject.board.page(all, 9, 10)).toEqual([]);
    });

    it('counts who is better among all, and among the people of some units', async () => {
      expect(await subject.board.placeOf(all, { points: 7, timeMs: 200 })).toBe(4);
      expect(await subject.board.placeOf(ofUnits('bus'), { points: 7, timeMs: 200 })).toBe(2);
      expect(await subject.board.placeOf(ofUnits('bus', 'gas'), { points: 7, timeMs: 100 })).toBe(2);
      expect(await subject.board.placeOf(all, { points: 99, timeMs: 0 })).toBe(1);
    });

    it('holds only people with an attempt in the boards, of one contest', async () => {
      expect(await subject.board.size(all)).toBe(5);
      expect(await subject.board.size(ofUnits('gas'))).toBe(2);
      expect(await subject.board.size(ofUnits())).toBe(0);
      expect(await subject.board.page(ofUnits(), 0, 5)).toEqual([]);
    });

    it('follows a score that changes, and one that leaves the board', async () => {
      await subject.put(CONTEST, person('e', 'bus', 50, 10));
      await subject.put(CONTEST, person('d', 'bus', 0, 0, false));
      expect(shown(await subject.board.page(all, 0, 10))).toEqual(['1e', '2a', '3b', '3c']);
      await subject.put(CONTEST, person('e', 'gas', 1, 1));
      await subject.put(CONTEST, person('d', 'bus', 7, 200));
      expect(await subject.board.size(ofUnits('gas'))).toBe(3);
    });

    it('keeps points and times that need more than 32 bits apart', async () => {
      await subject.put('contest-3', person('x', 'gas', 2_000_000_000, 9_000_000_000_000));
      await subject.put('contest-3', person('y', 'gas', 2_000_000_000, 9_000_000_000_001));
      const large = { contestId: 'contest-3', unitIds: null };
      expect(shown(await subject.board.page(large, 0, 5))).toEqual(['1x', '2y']);
      expect(await subject.board.placeOf(large, { points: 2_000_000_000, timeMs: 9_000_000_000_001 })).toBe(2);
    });
  });
}
