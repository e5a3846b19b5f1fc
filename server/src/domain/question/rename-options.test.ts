import { describe, expect, it } from '@jest/globals';
import type { PlayedQuestion } from './question.js';
import { renameOptions } from './rename-options.js';

const question = (changes: Partial<PlayedQuestion>): PlayedQuestion => ({
  ...{ questionNo: 1, kind: 'single', stem: '', media: [], form: null, decoys: [], explanation: '', citations: [] },
  options: ['c', 'a', 'b'].map((id) => ({ id, text: id.toUpperCase() })),
  key: { kind: 'single', option: 'a' },
  ...changes,
});

describe('options of a paper', () => {
  it('are named by their place, and the key with them', () => {
    const renamed = renameOptions(question({}));
    expect(renamed.options).toEqual([
      { id: 'o1', text: 'C' },
      { id: 'o2', text: 'A' },
      { id: 'o3', text: 'B' },
    ]);
    expect(renamed.key).toEqual({ kind: 'single', option: 'o2' });
  });

  it('are told in the order of the screen where several are right', () => {
    const key = { kind: 'multiple' as const, options: ['b', 'c'] };
    expect(renameOptions(question({ kind: 'multiple', key })).key).toEqual({ kind: 'multiple', options: ['o1', 'o3'] });
  });

  it('stay where the mixing has named them', () => {
    const ordering = question({ kind: 'ordering', key: { kind: 'ordering', order: ['a', 'b', 'c'] } });
    expect(renameOptions(ordering)).toBe(ordering);
  });
});
