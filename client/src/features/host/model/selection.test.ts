import { describe, expect, it } from '@jest/globals';
import { keptIn, moved, toggled, withAll } from './selection';

describe('selection of questions', () => {
  it('adds at the end and takes out without disturbing the order', () => {
    expect(toggled(['a', 'b'], 'c')).toEqual(['a', 'b', 'c']);
    expect(toggled(['a', 'b', 'c'], 'b')).toEqual(['a', 'c']);
  });

  it('moves one place and stops at both ends', () => {
    expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b'], 'x', 1)).toEqual(['a', 'b']);
  });

  it('adds many without doubles and without passing the maximum', () => {
    expect(withAll(['b'], ['a', 'b', 'c'], 10)).toEqual(['b', 'a', 'c']);
    expect(withAll(['b'], ['a', 'c', 'd'], 3)).toEqual(['b', 'a', 'c']);
  });

  it('never drops chosen questions when the maximum is passed already', () => {
    expect(withAll(['a', 'b', 'c'], ['d'], 2)).toEqual(['a', 'b', 'c']);
  });

  it('forgets questions that the chosen set does not have', () => {
    expect(keptIn(['a', 'b', 'c'], new Set(['c', 'a']))).toEqual(['a', 'c']);
  });
});
