import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deadlineOf, elapsedAt, isOver } from './limit.js';

describe('the limit of a paper', () => {
  it('is start and limit, to the millisecond, and the grace of phones that send at the deadline', () => {
    expect(deadlineOf(1_000, 150_000, [])).toBe(151_000);
    expect(isOver(151_000, 151_700)).toBe(false);
    expect(isOver(151_000, 151_701)).toBe(true);
  });

  it('has every outage on the way added, also what falls into added time', () => {
    const first = { from: 50_000, until: 60_000 };
    const late = { from: 155_000, until: 158_000 };
    expect(deadlineOf(1_000, 150_000, [first])).toBe(161_000);
    expect(deadlineOf(1_000, 150_000, [late, first])).toBe(164_000);
    expect(deadlineOf(1_000, 150_000, [late])).toBe(151_000);
  });

  it('counts outages that overlap once, and of one that began before only what came after the start', () => {
    expect(deadlineOf(1_000, 10_000, [{ from: 0, until: 5_000 }])).toBe(15_000);
    expect(
      deadlineOf(0, 10_000, [
        { from: 2_000, until: 6_000 },
        { from: 4_000, until: 8_000 },
      ]),
    ).toBe(16_000);
  });

  it('is used up exactly when the own time reaches it', () => {
    const outages = fc.array(
      fc.tuple(fc.nat(400), fc.nat(60)).map(([from, length]) => ({ from, until: from + length })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.nat(100), fc.integer({ min: 1, max: 200 }), outages, (startedAt, limit, list) => {
        const deadline = deadlineOf(startedAt, limit, list);
        expect(elapsedAt(startedAt, deadline, null, list)).toBe(limit);
        if (deadline > startedAt + 1) {
          expect(elapsedAt(startedAt, deadline - 1, null, list)).toBe(limit - 1);
        }
      }),
    );
  });
});
