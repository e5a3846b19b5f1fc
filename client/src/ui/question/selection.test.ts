import { describe, expect, it } from '@jest/globals';
import type { Asked } from './asked';
import { optionsOf } from './asked';
import { choiceOf, emptySelection, selectionFor, selectionOf, withTap } from './selection';

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `选项 ${id}` }));
const asked = (change: Partial<Asked>): Asked => ({
  kind: 'single',
  stem: '',
  options,
  media: [],
  form: null,
  ...change,
});
const multiple = asked({ kind: 'multiple' });
const boolean = asked({ kind: 'boolean', options: [] });
const ordering = asked({ kind: 'ordering' });
const numeric = asked({ kind: 'numeric', options: [], form: { kind: 'numeric', unit: '米', decimals: 1 } });
const text = asked({ kind: 'text', options: [], form: { kind: 'text', blanks: 2 } });
const hotspot = asked({ kind: 'hotspot', form: { kind: 'hotspot', mode: 'find-all', maxClicks: 6 } });

describe('selecting', () => {
  it('replaces the selection of a single choice', () => {
    expect(withTap(asked({}), ['a'], 'b')).toEqual(['b']);
  });

  it('adds to and takes from a multiple choice', () => {
    expect(withTap(multiple, ['a'], 'c')).toEqual(['a', 'c']);
    expect(withTap(multiple, ['a', 'c'], 'a')).toEqual(['c']);
  });

  it('gives a true-or-false question its two options', () => {
    expect(optionsOf(boolean, { yes: '对', no: '错' })).toEqual([
      { id: 'true', text: '对' },
      { id: 'false', text: '错' },
    ]);
  });
});

describe('the choice that is sent', () => {
  it('is nothing while nothing is chosen', () => {
    for (const each of [multiple, boolean, numeric, text, hotspot]) {
      expect(choiceOf(each, emptySelection(each))).toBeNull();
      expect(choiceOf(each, null)).toBeNull();
    }
  });

  it('is nothing for an ordering that was not touched, and its whole order once it was', () => {
    expect(choiceOf(ordering, null)).toBeNull();
    expect(choiceOf(ordering, emptySelection(ordering))).toEqual({ kind: 'ordering', order: ['a', 'b', 'c', 'd'] });
    expect(choiceOf(ordering, { by: 'order', order: ['a', 'b'] })).toBeNull();
    expect(choiceOf(ordering, { by: 'order', order: ['a', 'b', 'c', 'x'] })).toBeNull();
  });

  it('lists a multiple choice in the order of the options, whatever the order of the taps', () => {
    expect(choiceOf(multiple, { by: 'options', options: ['d', 'a'] })).toEqual({
      kind: 'multiple',
      options: ['a', 'd'],
    });
  });

  it('is a number only when there is a whole one', () => {
    expect(choiceOf(numeric, { by: 'number', text: '1,5' })).toEqual({ kind: 'numeric', value: 1.5 });
    expect(choiceOf(numeric, { by: 'number', text: '-' })).toBeNull();
  });

  it('is a text once any blank is filled', () => {
    expect(choiceOf(text, { by: 'text', blanks: ['', ' 预防 '] })).toEqual({ kind: 'text', blanks: ['', '预防'] });
    expect(choiceOf(text, { by: 'text', blanks: ['', '  '] })).toBeNull();
  });

  it('takes taps and names of places together', () => {
    expect(choiceOf(hotspot, { by: 'places', points: [[0.5, 0.25]], places: ['b'] })).toEqual({
      kind: 'hotspot',
      points: [[0.5, 0.25]],
      places: ['b'],
    });
  });

  it('comes back as the selection it was made of', () => {
    const order = { by: 'order', order: ['d', 'a', 'b', 'c'] } as const;
    const sent = choiceOf(ordering, { by: 'order', order: [...order.order] });
    expect(sent === null ? null : selectionOf(sent)).toEqual(order);
    expect(selectionOf({ kind: 'boolean', value: false })).toEqual({ by: 'options', options: ['false'] });
  });
});

describe('a stored selection', () => {
  it('of another kind is not taken', () => {
    expect(choiceOf(numeric, { by: 'options', options: ['a'] })).toBeNull();
    expect(selectionFor(numeric, { by: 'options', options: ['a'] })).toEqual({ by: 'number', text: '' });
  });
});
