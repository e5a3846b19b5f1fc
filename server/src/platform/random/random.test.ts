import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../../test/support/fake-clock.js';
import { hashToken, Random } from './random.js';

describe('Random', () => {
  const clock = new FakeClock();
  const random = new Random(clock);

  it('makes version 7 UUIDs that sort by the clock', () => {
    const first = random.uuid();
    clock.advance(1);
    const second = random.uuid();
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(first < second).toBe(true);
    expect(parseInt(second.replaceAll('-', '').slice(0, 12), 16)).toBe(clock.now());
  });

  it('makes UUIDs in order also within one millisecond, however many', () => {
    const made = Array.from({ length: 10_000 }, () => random.uuid());
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('makes texts of the asked length from the promised characters', () => {
    expect(random.hex(16)).toMatch(/^[0-9a-f]{32}$/);
    expect(random.base36(200)).toMatch(/^[0-9a-z]{200}$/);
    expect(random.digits(200)).toMatch(/^\d{200}$/);
    expect(random.code(400)).toMatch(/^[A-HJKMNP-Z2-9]{400}$/);
  });

  it('favours no character', () => {
    const counts = new Map<string, number>();
    for (const character of random.base36(36_000)) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect(counts.size).toBe(36);
    expect(Math.min(...counts.values())).toBeGreaterThan(800);
    expect(Math.max(...counts.values())).toBeLessThan(1_200);
  });
});

describe('hashToken', () => {
  it('is the SHA-256 in hex', () => {
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
