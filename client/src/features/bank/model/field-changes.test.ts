import { describe, expect, it } from '@jest/globals';
import { aSingle, ALL_KINDS } from './bank-fixtures';
import { fieldChanges, type ValueWords } from './field-changes';

const SAY: ValueWords = {
  truth: (value) => (value ? '对' : '错'),
  status: (status) => status,
  kind: (kind) => kind,
  category: (id) => id,
  source: (id) => `《${id}》`,
  check: (kind, agrees) => `${kind} ${agrees}`,
  reason: (reason) => reason,
  pinned: '固定',
};

describe('two states of a question', () => {
  it('that say the same differ in nothing', () => {
    for (const question of ALL_KINDS) expect(fieldChanges(question, question, SAY)).toEqual([]);
  });

  it('are laid side by side where they differ, the key by letter and text', () => {
    const before = aSingle();
    const after = aSingle({ stem: '帽带？', answer: { option: 'b' }, tags: ['安全帽'] });
    expect(fieldChanges(before, after, SAY)).toEqual([
      { field: 'stem', before: ['安全帽的帽带怎样系？'], after: ['帽带？'] },
      { field: 'answer', before: ['A 系紧'], after: ['B 松着'] },
      { field: 'tags', before: [], after: ['安全帽'] },
    ]);
  });

  it('name sources, checks and options in words', () => {
    const after = aSingle({
      citations: [{ source: 'gb', locator: '5.1', checkedOn: '2026-11-20' }],
      checks: [{ kind: 'source-text', on: '2026-11-20', result: 'agrees' }],
      options: [
        { id: 'a', text: '系紧', pinned: true },
        { id: 'b', text: '松着', feedback: '会掉' },
      ],
    });
    expect(fieldChanges(aSingle(), after, SAY).map(({ after: lines }) => lines)).toEqual([
      ['A. 系紧 固定', 'B. 松着 — 会掉'],
      ['《gb》 5.1 2026-11-20'],
      ['source-text true 2026-11-20'],
    ]);
  });
});
