import { Choice } from '@anquanli/contract/question';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHOICE_CHARS, keptChoice } from './kept-choice.js';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const optionId = fc.stringMatching(/^[a-z][a-z0-9]{7}$/);
const anything = fc.oneof(
  fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 1, maxLength: 6 }).map((texts) => ({
    kind: 'text' as const,
    blanks: texts.map((text) => text.slice(0, 60)),
  })),
  fc
    .record({
      points: fc.array(fc.tuple(unit, unit), { maxLength: 30 }),
      places: fc.array(optionId, { maxLength: 30 }),
    })
    .map(({ points, places }) => ({ kind: 'hotspot' as const, points, places: places.slice(0, 30 - points.length) })),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => ({ kind: 'numeric' as const, value })),
  fc.uniqueArray(optionId, { minLength: 2, maxLength: 10 }).map((order) => ({ kind: 'ordering' as const, order })),
);
const FORM = { kind: 'numeric', unit: null, decimals: 6 } as const;

describe('a kept choice', () => {
  it('is a choice again, keeps no more the second time, and fits its column whatever was sent', () => {
    fc.assert(
      fc.property(anything, (choice) => {
        expect(Choice.safeParse(choice).success).toBe(true);
        const kept = keptChoice(choice, FORM);
        expect(Choice.safeParse(kept).data).toEqual(kept);
        expect(keptChoice(kept, FORM)).toEqual(kept);
        expect(JSON.stringify(kept).length).toBeLessThanOrEqual(CHOICE_CHARS);
      }),
      { numRuns: 500 },
    );
  });

  it('fits its column at its very longest', () => {
    const longest: Choice[] = [
      { kind: 'text', blanks: Array<string>(6).fill('"'.repeat(60)) },
      { kind: 'text', blanks: Array<string>(6).fill('\u0000\ud800'.repeat(30)) },
      { kind: 'hotspot', points: Array<[number, number]>(30).fill([0.123456789, 0.987654321]), places: [] },
      { kind: 'hotspot', points: [], places: Array<string>(30).fill('abcdefgh') },
    ];
    for (const choice of longest) expect(JSON.stringify(keptChoice(choice, null)).length).toBeLessThan(CHOICE_CHARS);
  });

  it('has no digits and no characters that nobody sees', () => {
    expect(keptChoice({ kind: 'numeric', value: 0.1 + 0.2 }, { ...FORM, decimals: 1 })).toEqual({
      kind: 'numeric',
      value: 0.3,
    });
    expect(keptChoice({ kind: 'text', blanks: ['预\u0000防', '\ud800x', '好 的'] }, null)).toEqual({
      kind: 'text',
      blanks: ['预 防', ' x', '好 的'],
    });
    expect(keptChoice({ kind: 'text', blanks: ['预\u200b防\ufeff', '\u00ad', '\u202e好\u2066的'] }, null)).toEqual({
      kind: 'text',
      blanks: ['预防', '', '好的'],
    });
    expect(keptChoice({ kind: 'hotspot', points: [[1 / 3, 1]], places: ['p1'] }, null)).toEqual({
      kind: 'hotspot',
      points: [[0.3333, 1]],
      places: ['p1'],
    });
  });

  it('of options is what was sent', () => {
    const choice: Choice = { kind: 'multiple', options: ['b', 'a'] };
    expect(keptChoice(choice, null)).toBe(choice);
  });
});
