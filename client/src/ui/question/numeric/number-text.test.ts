import { describe, expect, it } from '@jest/globals';
import { mayBeNegative, parseNumber, withKey, type PadKey } from './number-text';

const typed = (keys: readonly PadKey[], decimals = 0) => keys.reduce((text, key) => withKey(text, key, decimals), '');

describe('a typed number', () => {
  it.each([
    ['20', 0, 20],
    [' 20 ', 0, 20],
    ['２０', 0, 20],
    ['1,5', 1, 1.5],
    ['1，5', 1, 1.5],
    ['1。5', 1, 1.5],
    ['.5', 1, 0.5],
    ['5.', 1, 5],
    ['−15', 0, -15],
    ['－15', 0, -15],
    ['5,212', 0, 5_212],
    ['1,000,000', 0, 1_000_000],
    ['1,500', 6, 1_500],
    ['1,500', 3, 1.5],
    ['1.50', 1, 1.5],
  ])('%s with %i decimals is %d', (text, decimals, value) => {
    expect(parseNumber(text, decimals)).toBe(value);
  });

  it.each(['', '-', '.', '12a', '1.2.3', '--1', '二十', '1e5', '2000000000'])('%s is none', (text) => {
    expect(parseNumber(text, 2)).toBeNull();
  });
});

it('is none when it is finer than asked for', () => {
  expect(parseNumber('1.25', 1)).toBeNull();
  expect(parseNumber('2.5', 0)).toBeNull();
  expect(parseNumber('0.123456', 6)).toBe(0.123456);
});

describe('the pad', () => {
  it('types figures, and no nought in front of them', () => {
    expect(typed(['0', '0', '7'])).toBe('7');
    expect(typed(['1', '0', '5'])).toBe('105');
  });

  it('types no more figures after the point than make sense', () => {
    expect(typed(['1', 'point', '2', '5', '9'], 2)).toBe('1.25');
    expect(typed(['point', '5'], 1)).toBe('0.5');
    expect(typed(['1', 'point', 'point', '5'], 1)).toBe('1.5');
    expect(typed(['1', 'point', '5'], 0)).toBe('15');
  });

  it('turns the sign round, and takes it away with the last figure', () => {
    expect(typed(['5', 'sign'])).toBe('-5');
    expect(typed(['sign', '5', 'sign'])).toBe('5');
    expect(typed(['sign', '0', '5'])).toBe('-5');
    expect(typed(['5', 'sign', 'back'])).toBe('');
  });

  it('stops at ten figures', () => {
    expect(typed(Array<PadKey>(12).fill('9'))).toHaveLength(10);
  });
});

describe('below nought', () => {
  it('there are temperatures and heights, not people or minutes', () => {
    expect([null, '℃', 'm', 'mV'].map(mayBeNegative)).toEqual([true, true, true, true]);
    expect(['人', '分钟', '%', 'min', 'm²', '小时'].map(mayBeNegative)).toEqual(Array(6).fill(false));
  });
});
