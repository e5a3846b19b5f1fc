import { describe, expect, it } from '@jest/globals';
import { aQuestion } from './play-fixtures';
import { choiceOf, idsOf, optionsOf, withTap } from './selection';

const multiple = aQuestion({ kind: 'multiple' });
const boolean = aQuestion({ kind: 'boolean', options: [] });

describe('selecting', () => {
  it('replaces the selection of a single choice', () => {
    expect(withTap(aQuestion(), ['a'], 'b')).toEqual(['b']);
  });

  it('adds to and takes from a multiple choice', () => {
    expect(withTap(multiple, ['a'], 'c')).toEqual(['a', 'c']);
    expect(withTap(multiple, ['a', 'c'], 'a')).toEqual(['c']);
  });

  it('gives a true-or-false question its two options', () => {
    const options = optionsOf(boolean, { yes: '对', no: '错' });
    expect(options).toEqual([
      { id: 'true', text: '对' },
      { id: 'false', text: '错' },
    ]);
  });
});

describe('the choice that is sent', () => {
  it('is nothing when nothing is selected', () => {
    expect(choiceOf(multiple, [])).toBeNull();
  });

  it('lists a multiple choice in the order of the options, whatever the order of the taps', () => {
    expect(choiceOf(multiple, ['d', 'a'])).toEqual({ kind: 'multiple', options: ['a', 'd'] });
  });

  it('turns the two options of a true-or-false question into a value and back', () => {
    expect(choiceOf(boolean, ['false'])).toEqual({ kind: 'boolean', value: false });
    expect(idsOf({ kind: 'boolean', value: false })).toEqual(['false']);
  });
});
