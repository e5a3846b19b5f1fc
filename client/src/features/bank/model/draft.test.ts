import { describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { bankRoutes } from '@anquanli/contract/bank';
import { aDraft, ALL_KINDS } from './bank-fixtures';
import { Draft, moved, withKind, withOption, withoutOption, withRight } from './draft';
import { contentOf, draftOf, typedNumber } from './draft-content';

/** Without what is not the author's to write. */
function contentIn(question: (typeof ALL_KINDS)[number]) {
  const { id: _id, rev: _rev, status: _status, ...content } = question;
  return content;
}

describe('a draft', () => {
  it.each(ALL_KINDS.map((question) => [question.type, question] as const))(
    'of a %s question says what the question says',
    (_, question) => {
      expect(contentOf(draftOf(question))).toEqual(contentIn(question));
    },
  );

  it.each(ALL_KINDS.map((question) => [question.type, question] as const))(
    'of a %s question is taken by the contract and comes back from storage',
    (_, question) => {
      const draft = draftOf(question);
      const { body } = bankRoutes.createQuestion;
      expect(body && z.safeParse(body, { content: contentOf(draft) }).success).toBe(true);
      expect(Draft.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    },
  );

  it('leaves out what is empty, and the parts of other kinds', () => {
    const content = contentOf(aDraft({ stem: ' 帽带？ ', explanation: ' ', blanks: [['x']], unit: '米' }));
    expect(content).not.toHaveProperty('explanation');
    expect(content).not.toHaveProperty('tags');
    expect(content.stem).toBe('帽带？');
    expect(content).toMatchObject({ type: 'single', answer: { option: 'a' } });
  });

  it('lists the right options of a multiple choice in their order', () => {
    const draft = aDraft({ kind: 'multiple', right: ['c', 'a'] });
    expect(contentOf(draft)).toMatchObject({ answer: { options: ['a', 'c'] } });
  });

  it('takes a single number as the range from it to itself', () => {
    const draft = aDraft({ kind: 'numeric', ranges: [{ min: '2，5', max: '' }] });
    expect(contentOf(draft)).toMatchObject({ answer: { accept: [{ min: 2.5, max: 2.5 }] } });
  });
});

describe('changing options', () => {
  it('gives a new one an id that is free, and a place at the end of the order', () => {
    const draft = withOption(withoutOption(aDraft(), 'b'));
    expect(draft.options.map(({ id }) => id)).toEqual(['a', 'c', 'd', 'b']);
    expect(draft.order).toEqual(['a', 'c', 'd', 'b']);
  });

  it('forgets that a removed one was right', () => {
    expect(withoutOption(aDraft({ right: ['a'] }), 'a').right).toEqual([]);
  });

  it('keeps one right option for a single choice and any number for a multiple', () => {
    expect(withRight(aDraft(), 'b').right).toEqual(['b']);
    const multiple = withRight(aDraft({ kind: 'multiple' }), 'b');
    expect(multiple.right).toEqual(['a', 'b']);
    expect(withRight(multiple, 'a').right).toEqual(['b']);
    expect(withKind(multiple, 'single').right).toEqual(['a']);
  });

  it('moves one up or down and stops at the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 3)).toEqual(['a', 'b', 'c']);
  });
});

describe('a typed number', () => {
  it('may have a comma, full-width figures and a long minus', () => {
    expect(['1.5', '1，5', '−３', ' 20 '].map(typedNumber)).toEqual([1.5, 1.5, -3, 20]);
  });

  it('is none when it says more', () => {
    expect(['', '2米', '1.2.3'].map(typedNumber)).toEqual([NaN, NaN, NaN]);
  });
});
