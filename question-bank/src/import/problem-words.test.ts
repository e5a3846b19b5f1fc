import { describe, expect, it } from '@jest/globals';
import { PROBLEM_WORDS } from './problem-words.js';
import { fillWords, type ProblemText } from './problem-text.js';

const sentences = Object.entries<ProblemText>(PROBLEM_WORDS).flatMap(([code, { says, remedy }]) => [
  { name: `${code}.says`, words: says },
  { name: `${code}.remedy`, words: remedy },
]);

describe('the words of problems', () => {
  it.each(sentences)('$name is short, polite and the same in both languages', ({ name, words: { zh, en } }) => {
    expect(zh.length).toBeLessThanOrEqual(40);
    expect(en).not.toBe('');
    expect(zh).not.toMatch(/[。.]$|你|请稍后/u);
    const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/gu))].sort();
    expect({ name, placeholders: placeholders(en) }).toEqual({ name, placeholders: placeholders(zh) });
  });

  it('are filled with values, in each language where they have two', () => {
    const words = { zh: '{part}有 {count} 个{other}', en: '{part} has {count}{other}' };
    const filled = fillWords(words, { part: { zh: '题干', en: 'The question' }, count: 3 });
    expect(filled).toEqual({ zh: '题干有 3 个{other}', en: 'The question has 3{other}' });
  });
});
