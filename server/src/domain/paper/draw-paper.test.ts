import type { BlueprintPart } from '@anquanli/contract/contest-settings';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawPaper, suits, supplyOf, type PaperCandidate } from './draw-paper.js';

const part = (count: number, changes: Partial<BlueprintPart> = {}): BlueprintPart => ({
  ...{ count, setIds: [], categories: [], kinds: [], difficulties: [] },
  ...changes,
});
const candidate = (key: string, changes: Partial<PaperCandidate> = {}): PaperCandidate => ({
  ...{ key, setId: 'set', category: 'fire', kind: 'single', difficulty: 2 },
  ...changes,
});
const SET = Array.from({ length: 30 }, (_, index) =>
  candidate(`q${String(index).padStart(2, '0')}`, {
    category: index % 3 === 0 ? 'law' : 'fire',
    difficulty: (index % 5) + 1,
    kind: index % 2 === 0 ? 'single' : 'boolean',
  }),
);
const drawn = (blueprint: BlueprintPart[], seed: string, recent: string[] = [], from = SET) => {
  const result = drawPaper(from, blueprint, seed, recent);
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

describe('a paper', () => {
  it('is the same for the same seed, however the sets were loaded, and another for another', () => {
    const blueprint = [part(5), part(2, { categories: ['law'] })];
    expect(drawn(blueprint, 'one')).toEqual(drawn(blueprint, 'one', [], [...SET].reverse()));
    expect(drawn(blueprint, 'one')).not.toEqual(drawn(blueprint, 'two'));
    expect(drawn([part(5)], 'a seed that was stored')).toEqual(['q28', 'q12', 'q16', 'q04', 'q02']);
  });

  it('meets every part, each question once', () => {
    const blueprint = [
      part(4, { categories: ['law'] }),
      part(3, { kinds: ['boolean'], difficulties: [1, 2] }),
      part(5),
    ];
    const keys = drawn(blueprint, 'seed');
    expect(new Set(keys).size).toBe(12);
    const of = (key: string) => SET.find((each) => each.key === key) ?? candidate('');
    expect(keys.filter((key) => suits(of(key), blueprint[0] ?? part(0))).length).toBeGreaterThanOrEqual(4);
  });

  it('takes what was not seen lately, and of what was the longest unseen', () => {
    const recent = SET.slice(0, 27).map(({ key }) => key);
    const keys = drawn([part(5)], 'seed', recent);
    expect(keys).toEqual(expect.arrayContaining(['q27', 'q28', 'q29', 'q26', 'q25']));
  });

  it('moves a question to another part where only so all parts can be filled', () => {
    const few = [candidate('a', { category: 'law' }), candidate('b')];
    for (const seed of ['1', '2', '3', '4', '5', '6'])
      expect(drawn([part(1), part(1, { categories: ['law'] })], seed, [], few)).toHaveLength(2);
  });

  it('that cannot be filled is refused with the part, what it needs and what there is', () => {
    const blueprint = [part(5), part(11, { categories: ['law'] })];
    expect(drawPaper(SET, blueprint, 'seed')).toMatchObject({
      ...{ ok: false, code: 'blueprint_short', details: { path: 'settings.blueprint.1.count', minimum: 11 } },
    });
  });

  it('is found whenever there is one', () => {
    const parts = fc.array(
      fc.record({
        count: fc.integer({ min: 1, max: 2 }),
        categories: fc.subarray(['fire', 'law', 'gas']),
        kinds: fc.subarray(['single' as const, 'boolean' as const]),
      }),
      { minLength: 1, maxLength: 3 },
    );
    const questions = fc.array(
      fc.record({
        category: fc.constantFrom('fire', 'law', 'gas'),
        kind: fc.constantFrom('single' as const, 'boolean' as const),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(parts, questions, fc.string(), (wanted, list, seed) => {
        const blueprint = wanted.map(({ count, ...rest }) => part(count, rest));
        const all = list.map((each, index) => candidate(`q${index}`, each));
        const result = drawPaper(all, blueprint, seed);
        expect(result.ok).toBe(isFillable(all, blueprint));
        const supply = supplyOf(all, blueprint);
        expect(supply.every(({ wanted: count, reachable }) => reachable >= count)).toBe(result.ok);
      }),
    );
  });
});

/** Tries everything: one slot after the other with each question that is left. */
function isFillable(questions: readonly PaperCandidate[], blueprint: readonly BlueprintPart[]): boolean {
  const slots = blueprint.flatMap((each) => Array.from({ length: each.count }, () => each));
  const fill = (index: number, left: readonly PaperCandidate[]): boolean => {
    const slot = slots[index];
    if (slot === undefined) return true;
    return left.some(
      (each) =>
        suits(each, slot) &&
        fill(
          index + 1,
          left.filter((other) => other !== each),
        ),
    );
  };
  return fill(0, questions);
}
