import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { SeatSet } from './seat-set.js';

describe('a set of seats', () => {
  it('holds exactly the seats it was made of, and says so after a journey as text', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 20_000 })), (seatNos) => {
        const arrived = SeatSet.fromText(SeatSet.of(seatNos).toText());
        expect([...arrived]).toEqual([...seatNos].sort((a, b) => a - b));
        for (const seatNo of seatNos) expect(arrived.has(seatNo)).toBe(true);
      }),
    );
  });

  it('has nobody beyond its last seat, nor below the first', () => {
    const set = SeatSet.of([0, 3]);
    expect([-1, 0, 1, 3, 4, 20_000].filter((seatNo) => set.has(seatNo))).toEqual([3]);
    expect([...SeatSet.fromText('')]).toEqual([]);
  });

  it('takes 1.7 kB for ten thousand seats', () => {
    expect(SeatSet.of(Array.from({ length: 10_000 }, (_, index) => index + 1)).toText().length).toBeLessThan(1_700);
  });
});
