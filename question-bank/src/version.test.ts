import { expect, it } from '@jest/globals';
import { bumpBetween, compareVersions, largestBump, nextVersion } from './version.js';

it('orders versions by number, not by letter', () => {
  expect(['1.10.0', '1.2.0', '0.9.9', '1.2.10', '1.2.9'].sort(compareVersions)).toEqual([
    '0.9.9',
    '1.2.0',
    '1.2.9',
    '1.2.10',
    '1.10.0',
  ]);
  expect(() => compareVersions('1.0', '1.0.0')).toThrow(RangeError);
});

it('names the part of a version that moved', () => {
  expect(bumpBetween('1.2.3', '2.0.0')).toBe('major');
  expect(bumpBetween('1.2.3', '1.3.0')).toBe('minor');
  expect(bumpBetween('1.2.3', '1.2.4')).toBe('patch');
  expect(bumpBetween('1.2.3', '1.2.3')).toBe('none');
  expect(bumpBetween('1.2.3', '1.1.9')).toBe('none');
});

it('proposes the next version that is enough', () => {
  expect(nextVersion('1.2.3', 'major')).toBe('2.0.0');
  expect(nextVersion('1.2.3', 'minor')).toBe('1.3.0');
  expect(nextVersion('1.2.3', 'patch')).toBe('1.2.4');
  expect(nextVersion('1.2.3', 'none')).toBe('1.2.3');
});

it('takes the largest of several bumps', () => {
  expect(largestBump([])).toBe('none');
  expect(largestBump(['patch', 'minor', 'patch'])).toBe('minor');
});
