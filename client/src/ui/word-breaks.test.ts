import { describe, expect, it } from '@jest/globals';
import { breakableParts } from './word-breaks';

describe('where a Chinese line may break', () => {
  const stem = '发现直接危及人身安全的紧急情况，您可以怎么做？';

  it('is between words and never loses a character', () => {
    const parts = breakableParts(stem);
    expect(parts.join('')).toBe(stem);
    expect(parts.length).toBeGreaterThan(3);
  });

  it('is never before a closing mark and never leaves one character alone at the end', () => {
    const parts = breakableParts('先请示班组长，批准了再撤。');
    for (const part of parts) expect(part).not.toMatch(/^[，。？]/);
    expect(parts[parts.length - 1]).not.toMatch(/^.。?$/);
  });

  it('is after punctuation where the engine knows no words', () => {
    expect(breakableParts('用燃气时，下列做法，哪些禁止？', null)).toEqual(['用燃气时，', '下列做法，', '哪些禁止？']);
  });

  it('is left to the spaces in text without Chinese', () => {
    expect(breakableParts('What may you do?')).toEqual(['What may you do?']);
  });
});
