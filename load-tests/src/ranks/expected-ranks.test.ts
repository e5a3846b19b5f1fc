import { describe, expect, it } from '@jest/globals';
import type { Crowd } from './crowd.js';
import { ExpectedRanks } from './expected-ranks.js';

/** [unit, right answers, time in ms] of each; units 0 and 1 stand in one region, 40 in another. */
function crowd(...people: (readonly [number, number, number])[]): Crowd {
  return {
    count: people.length,
    unitNo: Int32Array.from(people, ([unit]) => unit),
    right: Uint8Array.from(people, ([, right]) => right),
    timeMs: Int32Array.from(people, ([, , timeMs]) => timeMs),
    day: Uint8Array.from(people, () => 1),
  };
}

const HALL = crowd([0, 3, 900], [1, 5, 800], [40, 5, 800], [0, 5, 400], [1, 3, 900], [40, 0, 100]);

describe('expected ranks', () => {
  const ranks = new ExpectedRanks(HALL, HALL.count);

  it('put more points first, then less time; equals share a place and the next is counted on', () => {
    expect([3, 1, 2, 0, 4, 5].map((no) => ranks.place('all', no).place)).toEqual([1, 2, 2, 4, 4, 6]);
    expect(ranks.page('all', 0, 0, 4)).toEqual([3, 1, 2, 0]);
    expect(ranks.page('all', 0, 4, 4)).toEqual([4, 5]);
  });

  it('count in a unit and in a region only those who are in it', () => {
    expect(ranks.place('unit', 0)).toEqual({ place: 2, people: 2 });
    expect(ranks.place('region', 0)).toEqual({ place: 3, people: 4 });
    expect(ranks.place('region', 5)).toEqual({ place: 2, people: 2 });
    expect(ranks.page('region', 0, 1, 2)).toEqual([1, 0]);
  });

  it('of a part of the crowd know nothing of the others', () => {
    expect(new ExpectedRanks(HALL, 3).place('all', 0)).toEqual({ place: 3, people: 3 });
  });
});
