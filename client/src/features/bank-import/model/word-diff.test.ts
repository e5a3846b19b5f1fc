import { describe, expect, it } from '@jest/globals';
import { optionsDiff, wordDiff, type DiffPart } from './word-diff';

const marked = (parts: readonly DiffPart[]) =>
  parts.map(({ text, isOther }) => (isOther ? `[${text}]` : text)).join('');

describe('two texts side by side', () => {
  it('marks the words that differ, and only those', () => {
    const [one, other] = wordDiff('灭火器应当每月检查一次', '灭火器应当每年检查一次');
    expect(marked(one)).toBe('灭火器应当[每月]检查一次');
    expect(marked(other)).toBe('灭火器应当[每年]检查一次');
  });

  it('marks what only one of them has', () => {
    const [one, other] = wordDiff('高处作业系安全带', '高处作业必须系安全带');
    expect(marked(one)).toBe('高处作业系安全带');
    expect(marked(other)).toBe('高处作业[必须]系安全带');
  });

  it('gives both texts back whole', () => {
    const [one, other] = wordDiff('2 m 以上', '1.5m及以上');
    expect(one.map(({ text }) => text).join('')).toBe('2 m 以上');
    expect(other.map(({ text }) => text).join('')).toBe('1.5m及以上');
  });

  it('says nothing of equal and of empty texts', () => {
    expect(marked(wordDiff('同一句', '同一句')[0])).toBe('同一句');
    expect(wordDiff('', '')).toEqual([[], []]);
  });
});

describe('options side by side', () => {
  it('does not mind another order', () => {
    const [one, other] = optionsDiff(['报警', '灭火'], ['灭火', '报警']);
    expect([...one, ...other].flat().some(({ isOther }) => isOther)).toBe(false);
  });

  it('compares those that face each other, and marks one too many as a whole', () => {
    const [one, other] = optionsDiff(['每月一次', '每年'], ['每季一次', '每年', '不用']);
    expect(one.map(marked)).toEqual(['[每月]一次', '每年']);
    expect(other.map(marked)).toEqual(['[每季]一次', '每年', '[不用]']);
  });
});
