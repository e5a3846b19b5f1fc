import type { AnswerForm, Choice } from '@anquanli/contract/question';
import { describe, expect, it } from '@jest/globals';
import { aRoundQuestion } from '../../../test/support/a-round.js';
import { isChoiceFor } from './question.js';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
const single = aRoundQuestion({ options });
const multiple = aRoundQuestion({ kind: 'multiple', options });
const truth = aRoundQuestion({ kind: 'boolean', options: [] });
const ordering = aRoundQuestion({ kind: 'ordering', options });
const numeric = aRoundQuestion({ kind: 'numeric', options: [], form: { kind: 'numeric', unit: '%', decimals: 1 } });
const text = aRoundQuestion({ kind: 'text', options: [], form: { kind: 'text', blanks: 2 } });
const picture = (maxClicks: number, mode: 'find-one' | 'find-all' = 'find-all') => {
  const form: AnswerForm = { kind: 'hotspot', mode, maxClicks };
  return aRoundQuestion({ kind: 'hotspot', options, form });
};

const one = (option: string): Choice => ({ kind: 'single', option });
const several = (...ids: string[]): Choice => ({ kind: 'multiple', options: ids });
const said = (value: boolean): Choice => ({ kind: 'boolean', value });
const ordered = (...order: string[]): Choice => ({ kind: 'ordering', order });
const counted = (value: number): Choice => ({ kind: 'numeric', value });
const typed = (...blanks: string[]): Choice => ({ kind: 'text', blanks });
const marked = (taps: number, ...places: string[]): Choice => ({
  kind: 'hotspot',
  points: Array.from({ length: taps }, () => [0.5, 0.5]),
  places,
});

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

  it('to an ordering has all its steps, each once', () => {
    expect(isChoiceFor(ordering, ordered('c', 'a', 'b'))).toBe(true);
    for (const order of [
      ['a', 'b'],
      ['a', 'b', 'b'],
      ['a', 'b', 'd'],
      ['a', 'b', 'c', 'a'],
    ]) {
      expect([order, isChoiceFor(ordering, ordered(...order))]).toEqual([order, false]);
    }
  });

  it('to a question for a number has no more digits after the point than make sense', () => {
    for (const value of [19.5, -3, 0, -0, 1e9, 0.1 + 0.2]) expect(isChoiceFor(numeric, counted(value))).toBe(true);
    for (const value of [19.55, 0.001, NaN, Infinity, -Infinity]) {
      expect([value, isChoiceFor(numeric, counted(value))]).toEqual([value, false]);
    }
  });

  it('to a text has as many blanks as the question, and in one of them something that can be seen', () => {
    expect(isChoiceFor(text, typed('预防', ''))).toBe(true);
    expect(isChoiceFor(text, typed('', '。'))).toBe(true);
    for (const blanks of [
      ['预防'],
      ['预防', '治理', ''],
      ['', ''],
      [' ', '\t\n'],
      ['　', '\u200b'],
      ['\u0000', '\ud800'],
    ]) {
      expect([blanks, isChoiceFor(text, typed(...blanks))]).toEqual([blanks, false]);
    }
  });

  it('to a picture marks at least one place and no more than allowed, by taps and by names, each name once', () => {
    for (const choice of [marked(1), marked(0, 'a'), marked(2, 'c'), marked(0, 'a', 'b', 'c')]) {
      expect(isChoiceFor(picture(3), choice)).toBe(true);
    }
    for (const choice of [marked(0), marked(4), marked(2, 'a', 'b'), marked(0, 'a', 'a'), marked(1, 'd')]) {
      expect([choice, isChoiceFor(picture(3), choice)]).toEqual([choice, false]);
    }
    expect(isChoiceFor(picture(1, 'find-one'), marked(1, 'a'))).toBe(false);
  });

  it('is of the question’s kind', () => {
    const kinds = [
      [single, one('a')],
      [multiple, several('a')],
      [truth, said(true)],
      [ordering, ordered('b', 'a', 'c')],
      [numeric, counted(1)],
      [text, typed('a', 'b')],
      [picture(2), marked(1)],
    ] as const;
    for (const [question] of kinds) {
      for (const [, choice] of kinds) {
        expect(isChoiceFor(question, choice)).toBe(question.kind === choice.kind);
      }
    }
  });
});
