import { describe, expect, it } from '@jest/globals';
import { ofSeat, type Connection } from './live-connection.js';
import { Partings } from './partings.js';

const seat = (seatNo: number): Connection => ({ as: 'player', roundId: 'r', seatNo, personId: 'p', tokenHash: 't' });

describe('who has been sent away', () => {
  it('since it was asked who it is, and not before', () => {
    const partings = new Partings();
    partings.note(ofSeat(1));
    const mark = partings.mark;
    expect(partings.haveMeant(seat(1), mark)).toBe(false);
    partings.note(ofSeat(2));
    partings.note(ofSeat(3));
    expect([1, 2, 3].map((seatNo) => partings.haveMeant(seat(seatNo), mark))).toEqual([false, true, true]);
    expect(partings.haveMeant({ as: 'stage', roundId: 'r' }, mark)).toBe(false);
    expect(partings.haveMeant(seat(2), partings.mark)).toBe(false);
  });

  it('is taken to be anybody where more have gone than are remembered', () => {
    const partings = new Partings();
    const mark = partings.mark;
    for (let seatNo = 1; seatNo <= 1_000; seatNo += 1) partings.note(ofSeat(seatNo));
    expect(partings.haveMeant(seat(1_001), mark)).toBe(false);
    expect(partings.haveMeant(seat(1), mark)).toBe(true);
    partings.note(ofSeat(2_000));
    expect(partings.haveMeant(seat(1_001), mark)).toBe(true);
  });
});
