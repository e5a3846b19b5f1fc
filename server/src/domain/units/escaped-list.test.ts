import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ALIAS_SIGNS, joined, parted, PATH_SIGNS } from './escaped-list.js';

it('parts names at slashes of either width, and keeps a level that is missing', () => {
  expect(parted('吉林省 / 长春市／某公司', PATH_SIGNS)).toEqual(['吉林省', '长春市', '某公司']);
  expect(parted('吉林省 / / 某公司', PATH_SIGNS)).toEqual(['吉林省', '', '某公司']);
  expect(parted('  ', PATH_SIGNS)).toEqual([]);
});

it('takes a sign that is written twice for part of a name', () => {
  expect(parted('一厂 / A//B 班', PATH_SIGNS)).toEqual(['一厂', 'A/B 班']);
  expect(joined(['一厂', 'A/B 班'], PATH_SIGNS)).toBe('一厂 / A//B 班');
});

it('gives back every list as it was written', () => {
  const name = fc
    .string({ unit: fc.constantFrom(...'甲/／、 a'), minLength: 1, maxLength: 6 })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  fc.assert(
    fc.property(fc.array(name, { maxLength: 5 }), fc.constantFrom(PATH_SIGNS, ALIAS_SIGNS), (names, signs) => {
      expect(parted(joined(names, signs), signs)).toEqual(names);
    }),
    { numRuns: 2_000, seed: 20260616 },
  );
});
