import type { Choice } from '@anquanli/contract/question';
import { describe, expect, it } from '@jest/globals';
import { aRoundQuestion } from '../../../test/support/a-round.js';
import { countableIds, countedIds, isChoiceFor } from './question.js';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
const single = aRoundQuestion({ options });
const multiple = aRoundQuestion({ kind: 'multiple', options, key: { kind: 'multiple', options: ['a', 'c'] } });
const truth = aRoundQuestion({ kind: 'boolean', options: [], key: { kind: 'boolean', value: true } });

const one = (option: string): Choice => ({ kind: 'single', option });
const several = (...ids: string[]): Choice => ({ kind: 'multiple', options: ids });
const said = (value: boolean): Choice => ({ kind: 'boolean', value });

describe('a possible answer', () => {
  it('to a single choice is one of its options', () => {
    expect(isChoiceFor(single, one('c'))).toBe(true);
    expect(isChoiceFor(single, one('d'))).toBe(false);
  });

  it('to a multiple choice lists options it has, each once', () => {
    expect(isChoiceFor(multiple, several('c', 'a'))).toBe(true);
    expect(isChoiceFor(multiple, several('a', 'd'))).toBe(false);
    expect(isChoiceFor(multiple, several('a', 'a'))).toBe(false);
  });

  it('to a true-or-false question is either', () => {
    expect(isChoiceFor(truth, said(true)) && isChoiceFor(truth, said(false))).toBe(true);
  });

  it('is of the question’s kind', () => {
    const kinds = [
      [single, one('a')],
      [multiple, several('a')],
      [truth, said(true)],
    ] as const;
    for (const [question] of kinds) {
      for (const [, choice] of kinds) {
        expect(isChoiceFor(question, choice)).toBe(question.kind === choice.kind);
      }
    }
  });
});

describe('a distribution', () => {
  it('counts a choice under each of its options, and true and false by their words', () => {
    expect([one('b'), several('a', 'c'), said(true), said(false)].map(countedIds)).toEqual([
      ['b'],
      ['a', 'c'],
      ['true'],
      ['false'],
    ]);
  });

  it('lists the options in the order of the screen, also those that nobody chose', () => {
    expect([single, multiple, truth].map(countableIds)).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
      ['true', 'false'],
    ]);
  });
});
