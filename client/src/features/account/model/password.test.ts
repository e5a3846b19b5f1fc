import { describe, expect, it } from '@jest/globals';
import { missingCharacters, strengthOf } from './password';

describe('strengthOf', () => {
  it.each([
    ['1234567', 'short'],
    ['12345678', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['correcthorse', 'fair'],
    ['correct horse battery', 'strong'],
    ['安全生产人人有责天天讲', 'weak'],
    ['Anquan-2026-yue', 'strong'],
  ])('calls %s %s', (password, strength) => {
    expect(strengthOf(password)).toBe(strength);
  });
});

it('says how many characters are missing', () => {
  expect(missingCharacters('abc')).toBe(5);
  expect(missingCharacters('abcdefgh')).toBe(0);
});
